/**
 * The commonest small words of some languages, by which a passage is recognized. Words that are as common in another
 * language of the table may stand in both lists: where two languages are compared, they count for neither. Words that look
 * like common ones of English, such as German `war` or Portuguese `as`, are left out.
 */

interface SmallWords {
  /** The language as people call it in English. */
  readonly name: string;
  readonly words: readonly string[];
}

const row = (name: string, words: string): SmallWords => ({ name, words: words.split(' ') });

/** By the primary part of the language tag. */
export const functionWords: Readonly<Record<string, SmallWords>> = {
  en: row('English', 'the of and to in is that it for with are this by be from not or which have has they you was their these when if'),
  es: row('Spanish', 'el la los las de del y que en un una con por para se es su sus al como no más pero este esta'),
  fr: row('French', 'le la les l de des d du et un une est que qui dans pour au aux par sur il elle ne pas ce cette sont'),
  pt: row('Portuguese', 'o os e de da dos das que em um uma não com por para se é seu sua ao no na nos como mais mas'),
  de: row('German', 'der die das und den dem des ein eine einen zu mit von ist sind nicht auf für sich im oder auch wird bei'),
  it: row('Italian', 'il lo la gli le di del della dei e che un una per non con si è sono nel nella alla da al ha'),
  nl: row('Dutch', 'de het een en van te dat niet zijn met voor op ook aan er bij of om die wordt worden dit deze naar'),
  ru: row('Russian', 'и в на не с что по как это или из за от его к но так также он она они если при был быть'),
  uk: row('Ukrainian', 'і в у на не з що та до як це або за від його для але й є про їх та всі бути має'),
  bg: row('Bulgarian', 'и в на не с че да се за от като или е са си по ще до към но те това при която'),
  ar: row('Arabic', 'في من على إلى أن لا ما هذا هذه التي الذي أو كل عن مع هو هي كان بين ذلك له ولا وفي وأن قد'),
  fa: row('Persian', 'و در به از که این را با است آن برای یا هر باید شود می های تا خود بر کرد یک شده'),
  ur: row('Urdu', 'کے کی میں ہے اور سے کا کو کہ اس ہیں پر یہ یا نہیں نے بھی جو ہو تو ایک کر جائے اپنے'),
};
