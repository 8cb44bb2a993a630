/** Words by which an answer picks options without repeating them, or leaves them open: “the second”, “all of them”, “it depends”. */
import { wordsOf } from './answer-words.ts';

/** By the primary part of the language tag. */
const choosing: ReadonlyMap<string, string> = new Map([
  [
    'en',
    `all any both each either every first second third fourth fifth sixth last former latter other others none neither nothing
    one two three four five depends varies open discuss`,
  ],
  [
    'es',
    `todas todos todo ambas ambos ninguna ninguno nada cualquiera primera primero segunda segundo tercera tercero cuarta cuarto
    quinta quinto última último otra otro otras otros una uno dos tres cuatro cinco depende varía libre abierta`,
  ],
  [
    'fr',
    `tous toutes tout aucun aucune rien première premier deuxième second seconde troisième quatrième cinquième dernière dernier
    autre autres un une deux trois quatre cinq dépend varie libre ouverte`,
  ],
  [
    'pt',
    `todas todos tudo ambas ambos nenhuma nenhum nada qualquer primeira primeiro segunda segundo terceira terceiro quarta quarto
    quinta quinto última último outra outro outras outros uma um duas dois três quatro cinco depende varia livre aberta`,
  ],
  [
    'ar',
    `كل جميع كلها جميعها كلاهما كلتاهما كليهما كلتيهما لا الأول الأولى الثاني الثانية الثالث الثالثة الرابع الرابعة الخامس الخامسة
    الأخير الأخيرة الآخر الأخرى واحد واحدة اثنان اثنتان الاثنان الاثنين ثلاثة أربعة يعتمد تعتمد حسب حرة مفتوحة`,
  ],
  [
    'he',
    `הכול הכל כל כולם כולן שניהם שתיהן אף הראשון הראשונה השני השנייה השלישי השלישית הרביעי הרביעית החמישי החמישית האחרון
    האחרונה האחר האחרת אחת אחד שתיים שלוש תלוי פתוחה`,
  ],
  [
    'hi',
    `सभी सब दोनों कोई पहला पहली पहले दूसरा दूसरी दूसरे तीसरा तीसरी तीसरे चौथा चौथी चौथे पाँचवाँ पाँचवीं आखिरी अंतिम
    अन्य एक दो तीन चार निर्भर`,
  ],
]);

/** Returns those of a language, as they are compared; undefined where none are known. */
export function choosingWordsOf(language: string): ReadonlySet<string> | undefined {
  const words = choosing.get(language.toLowerCase().split('-')[0]!);
  return words === undefined ? undefined : new Set(wordsOf(words));
}
