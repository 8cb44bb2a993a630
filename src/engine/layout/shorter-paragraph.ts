/** Which paragraphs can be set a line shorter without anybody seeing it. */
import type { Pt } from '../geometry/length.ts';
import type { Style } from '../style/style.ts';
import type { SetLine, SetParagraph } from '../text/paragraph.ts';

/** In fewer lines than this, what the last one gives up is seen in the others. */
const fewestLines = 3;

/** What a justified line takes at the most, as a share of the measure: its spaces can be a third narrower, and are a sixth of it. */
const mostTaken = 0.08;

/** Guesses whether the other lines of a paragraph have room for what is in the last one. */
export function mayBeShorter({ lines, longLine }: SetParagraph, style: Style, measure: Pt): boolean {
  if (lines.length < fewestLines || longLine) return false;
  if (style.looseness !== 'auto' || style.whiteSpace !== 'normal' || style.textWrap === 'balance') return false;
  const taken = style.textAlign === 'justify' ? mostTaken * measure : 0;
  let room = 0;
  for (let index = 0; index < lines.length - 1; index += 1) room += taken + Math.max(0, measure - widthOf(lines[index]!));
  return widthOf(lines.at(-1)!) < room;
}

/** Tells whether a paragraph set anew is a line shorter, with hardly more words divided and nothing outside of its measure. */
export function looksAsGood(shorter: SetParagraph, { lines }: SetParagraph): boolean {
  return (
    shorter.lines.length < lines.length &&
    shorter.lines.every((line) => line.overflow <= 0.5) &&
    countHyphens(shorter.lines) <= countHyphens(lines) + 1
  );
}

const countHyphens = (lines: readonly SetLine[]): number => lines.filter((line) => line.isHyphenated).length;

function widthOf({ segments }: SetLine): Pt {
  let width = 0;
  for (let index = 0; index < segments.length; index += 1) width += segments[index]!.width;
  return width;
}
