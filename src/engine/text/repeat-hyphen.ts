/** Compounds that are divided at their own hyphen: in some languages the next line begins with a hyphen, too. */
import { characterAt, characterBefore, isLetter, isMark } from '../source/letters.ts';
import { measurerFor } from './measure-word.ts';
import type { InlineRun } from './paragraph.ts';
import type { ParagraphItems } from './paragraph-items.ts';
import type { TextContext } from './text-context.ts';

/**
 * Languages whose orthography asks for it, lest the compound be taken for a divided word. Czech: Internetová jazyková příručka, on the
 * spojovník; Croatian: Hrvatski pravopis (2013), on the spojnica; Polish: Wielki słownik ortograficzny PWN, on the łącznik; Portuguese:
 * Acordo Ortográfico (1990), Base XX, 6.º; Slovak: Pravidlá slovenského pravopisu (2013), on the spojovník; Slovene: Slovenski pravopis
 * (2001), on dividing words; Serbian, in both scripts: Pravopis srpskoga jezika (1994), section 230; Spanish: Ortografía de la lengua
 * española (2010), 4.1.1.1.2.e, which makes an exception of names.
 */
const repeatingLanguage = /^(?:cs|es|hr|pl|pt|sk|sl|sr)(?:-|$)/i;
const exceptsNames = /^es(?:-|$)/i;

/** The paragraph that the items are made of. */
interface ItemsOrigin {
  readonly text: string;
  readonly runs: readonly InlineRun[];
  readonly context: TextContext;
}

/** Notes the hyphen that begins the next line if a line ends at `index`, an item behind a written hyphen. Numbers have none. */
export function repeatHyphen(items: ParagraphItems, index: number, { text, runs, context }: ItemsOrigin): void {
  const written = runs[items.run[index - 1]!]!;
  const next = runs[items.run[index]!]!;
  // Code is seen as it was written.
  if (written.kind !== 'text' || next.kind !== 'text' || written.hyphens === 'none') return;
  const at = items.offset[index]!;
  const { language } = written.style;
  if (!repeatingLanguage.test(language) || !isBetweenLetters(text, at)) return;
  if (exceptsNames.test(language) && isCapital(text[at]!)) return;
  items.postBreaks ??= new Map();
  items.postBreaks.set(index, measurerFor(context, next.style).hyphen((items.level[index]! & 1) === 1));
}

/** Tells whether the sign before an offset has a letter on both sides. */
function isBetweenLetters(text: string, at: number): boolean {
  const before = characterBefore(text, at - 1);
  return (isLetter(before) || isMark(before)) && isLetter(characterAt(text, at));
}

const isCapital = (letter: string): boolean => letter !== letter.toLowerCase();
