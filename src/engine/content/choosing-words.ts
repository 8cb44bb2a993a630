/** Words by which an answer picks options without repeating them: “the second”, “all of them”. */

const row = (...words: readonly string[]): ReadonlySet<string> => new Set(words.join(' ').split(' '));

/** By the primary part of the language tag. */
export const choosingWords: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['en', row('all any both each either every first second third fourth fifth', 'sixth last none neither nothing one two three four five')],
  [
    'es',
    row(
      'todas todos todo ambas ambos ninguna ninguno nada cualquiera primera primero segunda segundo tercera',
      'tercero cuarta cuarto quinta quinto última último una uno dos tres cuatro cinco',
    ),
  ],
  [
    'fr',
    row(
      'tous toutes tout aucun aucune rien première premier deuxième second seconde',
      'troisième quatrième cinquième dernière dernier une un deux trois quatre cinq',
    ),
  ],
  [
    'pt',
    row(
      'todas todos tudo ambas ambos nenhuma nenhum nada qualquer primeira primeiro segunda segundo terceira',
      'terceiro quarta quarto quinta quinto última último uma um duas dois três quatro cinco',
    ),
  ],
  [
    'ar',
    row(
      'كل جميع كلها جميعها كلاهما كلتاهما لا الأول الأولى الثاني الثانية الثالث الثالثة',
      'الرابع الرابعة الخامس الخامسة الأخير الأخيرة واحد واحدة اثنان اثنتان ثلاثة أربعة',
    ),
  ],
  [
    'he',
    row(
      'הכול הכל כל כולם כולן שניהם שתיהן אף הראשון הראשונה השני השנייה',
      'השלישי השלישית הרביעי הרביעית החמישי החמישית האחרון האחרונה אחת אחד שתיים שלוש',
    ),
  ],
  ['hi', row('सभी सब दोनों कोई पहला पहली पहले दूसरा दूसरी दूसरे तीसरा तीसरी', 'तीसरे चौथा चौथी चौथे पाँचवाँ पाँचवीं आखिरी अंतिम एक दो तीन चार')],
]);
