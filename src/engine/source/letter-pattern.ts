/**
 * Regular expressions over letters, marks and numbers that cost little in Latin text.
 *
 * V8 works out what belongs to each `\p{…}` when it first meets it, which takes a millisecond each time. Latin letters
 * and common punctuation can do with a few ranges, so a pattern has two forms, and the text decides.
 */

/** Returns the form of a pattern that finds in `text` what the pattern says. The same form is the same object again. */
export type LetterPattern = (text: string) => RegExp;

/** Makes a pattern from its source, in which `\p{L}`, `\p{M}`, `\p{N}` and `\p{Nd}` may stand. It gets the flag `u` by itself. */
export function letterPattern(source: string, flags = ''): LetterPattern {
  let latin: RegExp | undefined;
  let full: RegExp | undefined;
  return (text) => (isLatin(text) ? (latin ??= new RegExp(latinForm(source), flags)) : (full ??= new RegExp(source, `u${flags}`)));
}

/** Tells whether a text has nothing but Latin letters, up to Latin Extended-B, and common signs: money, arrows, mathematics, drawings. */
export const isLatin = (text: string): boolean => latinText.test(text);

const latinText = /^[\0-\u024f\u2000-\u20cf\u2190-\u245f\u2500-\u2775\u2794-\u2bff]*$/;

/** What the classes hold of that. */
const latinClasses: Readonly<Record<string, string>> = {
  L: 'A-Za-z\\xaa\\xb5\\xba\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u024f\\u2071\\u207f\\u2090-\\u209c',
  M: '',
  N: '0-9\\xb2\\xb3\\xb9\\xbc-\\xbe\\u2070\\u2074-\\u2079\\u2080-\\u2089',
  Nd: '0-9',
};

function latinForm(source: string): string {
  let isInBrackets = false;
  return source.replace(/\\p\{(\w+)\}|\\.|[[\]]/g, (token, name: string | undefined) => {
    if (token === '[' || token === ']') isInBrackets = token === '[';
    if (name === undefined) return token;
    const ranges = latinClasses[name];
    if (ranges === undefined) throw new Error(`no Latin form of ${token}`);
    return isInBrackets ? ranges : `[${ranges}]`;
  });
}
