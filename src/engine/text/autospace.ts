/**
 * Where characters of Chinese and Japanese stand a little apart from letters and digits of other scripts, if the author wrote no space:
 * `text-autospace` of CSS Text 4, section 8.4.1. What is added is no character, so copied text has none.
 *
 * Where two runs meet, the element around both should decide, which runs do not know: it is enough that one of them asks for it.
 */
import { isDigit, isLetter, isMark, unitsOf } from '../source/letters.ts';
import { gapSpaces } from './character-gaps.ts';
import type { Autospace, InlineRun } from './paragraph.ts';
import type { ParagraphText } from './paragraph-text.ts';

/** Width of the space, in ems. */
export const autospaceWidth = 1 / 8;

/** Kinds of characters. */
const other = 0;
const ideograph = 1;
const letter = 2;
const digit = 3;

/** Adds the bits of these spaces to those of the gaps before each UTF-16 unit, if there are gaps; undefined where there is neither. */
export function addAutospaces(
  runs: readonly InlineRun[],
  { text, starts }: ParagraphText,
  gaps: Uint8Array | undefined,
): Uint8Array | undefined {
  if (!anyIdeograph.test(text)) return gaps;
  let spaced = gaps;
  let before = other;
  let spacedBefore: Autospace | undefined;
  for (const [index, run] of runs.entries()) {
    const spacing = run.kind === 'text' ? run.autospace : undefined;
    const end = starts[index + 1]!;
    for (let at = starts[index]!; at < end; ) {
      const character = text.codePointAt(at)!;
      if (!isMark(character)) {
        const kind = kindOf(character);
        if (spacing && spacedBefore && (standsApart(before, kind, spacing) || standsApart(before, kind, spacedBefore))) {
          spaced ??= new Uint8Array(text.length + 1);
          spaced[at]! |= gapSpaces;
        }
        before = kind;
        spacedBefore = spacing;
      }
      at += unitsOf(character);
    }
  }
  return spaced;
}

function standsApart(before: number, after: number, spacing: Autospace): boolean {
  if (spacing === 'none' || (before === ideograph) === (after === ideograph)) return false;
  const beside = before === ideograph ? after : before;
  return (beside === letter && spacing !== 'numbers') || (beside === digit && spacing !== 'letters');
}

function kindOf(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (anyIdeograph.test(character)) return ideograph;
  if (upright.test(character)) return other;
  if (isDigit(codePoint)) return digit;
  return isLetter(codePoint) ? letter : other;
}

/** Han, kana without their hyphen and point, strokes. */
const anyIdeograph =
  /[\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3038-\u303b\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31c0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[\ud840-\ud8bf][\udc00-\udfff]/;
/** Hangul, bopomofo, Yi, the syllables of Canada and full-width letters fill squares of their own. */
const upright =
  /[\u1100-\u11ff\u1400-\u167f\u18b0-\u18ff\u3100-\u318f\u31a0-\u31bf\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uff01-\uff60\uffe0-\uffe6]/;
