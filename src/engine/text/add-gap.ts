/** The gaps beside characters of Chinese and Japanese as items: `characterGaps` and `addAutospaces` say where they are. */
import type { Pt } from '../geometry/length.ts';
import { autospaceWidth } from './autospace.ts';
import { glue, rigid } from './break-lines.ts';
import { gapSpaces, gapStretch, gapStretches, gapTrimsAfter, gapTrimsBefore, leadingBlank, trailingBlank } from './character-gaps.ts';
import type { MeasuredWord } from './measure-word.ts';
import { addItem, type ItemSource, type ParagraphItems } from './paragraph-items.ts';

/** A gap and the word on one side of it. */
interface Gap {
  /** Its bits. */
  readonly gap: number;
  readonly word: MeasuredWord;
  /** Of the text, in points. */
  readonly size: Pt;
}

/** Adds the gap before a word. It vanishes where the line ends at it, which `isBreak` allows. */
export function addGap(items: ParagraphItems, source: ItemSource, { gap, word, size, isBreak }: Gap & { readonly isBreak: boolean }): void {
  const index = addItem(items, isBreak ? glue : rigid, (gap & gapSpaces) !== 0 ? autospaceWidth * size : 0, source);
  if ((gap & gapStretches) !== 0) items.stretch[index] = gapStretch * size;
  if ((gap & gapTrimsAfter) !== 0) items.shrink[index] = leadingBlank(word) * size;
}

/** Adds the blank half of the punctuation that a word ends in. It may close at the end of a line, too: so it is no part of the gap that vanishes there. */
export function addClosingBlank(items: ParagraphItems, source: ItemSource, { gap, word, size }: Gap): void {
  if ((gap & gapTrimsBefore) !== 0) items.shrink[addItem(items, rigid, 0, source)] = trailingBlank(word) * size;
}
