/** Words of answers and options as they are compared: whatever their case, accents, digits and points. */
import { letterPattern } from '../source/letter-pattern.ts';

const wordPattern = letterPattern(String.raw`[\p{L}\p{M}\p{N}]+`, 'g');

/** Of Arabic, Persian and Indian digits. */
const zeros = [0x660, 0x6f0, 0x966];

/** Accents, points of Hebrew and Arabic, the hamza and the stroke that stretches a word: signs that are often left out. */
const omissible = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]/g;

/** What stands between the thousands of a number. */
const thousands = /(?<=\d)[.,'’٬ \u00a0\u202f](?=\d{3}(?!\d))/g;

/** Returns the words of a text, folded. */
export function wordsOf(text: string): readonly string[] {
  const digits = text.replace(/[٠-٩۰-۹०-९]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - zeros.findLast((zero) => zero <= code)!);
  });
  const plain = digits
    .replace(thousands, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(omissible, '')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه');
  return plain.match(wordPattern(plain)) ?? [];
}
