/** The room on a page, and what boxes that are cut by its edges take of it: repeated heads, cloned borders. */
import type { Pt } from '../geometry/length.ts';
import type { Frame, Strip } from './flow.ts';

/** Room on the pages of a flow. */
export interface PageRoom {
  readonly height: Pt;
  /** What the notes of a page take besides their own heights: separator and distances. */
  readonly noteArea: Pt;
  readonly noteGap: Pt;
}

/** What replaces "never": a page must end somewhere, even among strips that all forbid it. */
export const neverCost = 10_000_000;

/** Returns the extra height at the top of a page that begins at `index`: frames drawn again, repeated table heads. */
export function resumedHeight(strips: readonly Strip[], index: number): Pt {
  const { content, frame: innermost } = strips[index]!;
  let height = 0;
  if (content.kind === 'band') height += content.block.resumes[content.index]!;
  for (let frame = innermost; frame; frame = frame.parent) {
    if (!isBroken(frame, index)) continue;
    if (frame.style.boxDecorationBreak === 'clone') height += frame.style.borderTop.width + frame.style.padding.top;
    height += repeatedHeight(frame) + continuationHeight(frame);
  }
  return height;
}

/** Returns the extra height at the foot of a page that ends above `index`: frames that are closed for the time being. */
export function suspendedHeight(strips: readonly Strip[], index: number): Pt {
  let height = 0;
  for (let frame = strips[index]?.frame; frame; frame = frame.parent) {
    if (!isBroken(frame, index)) continue;
    if (frame.style.boxDecorationBreak === 'clone') height += frame.style.borderBottom.width + frame.style.padding.bottom;
    height += continuationHeight(frame);
  }
  return height;
}

/** Returns the height of the line that says where a frame goes on, or came from. */
export const continuationHeight = ({ isContinued, style }: Frame): Pt => (isContinued ? style.lineHeight : 0);

/** Returns the height of the rows that a frame repeats. */
export function repeatedHeight(frame: Frame): Pt {
  let height = 0;
  for (const strip of frame.repeated) height += strip.height;
  return height;
}

/** Frames that are open both above and below a break, innermost first. */
export function brokenFrames(strips: readonly Strip[], index: number): readonly Frame[] {
  const frames: Frame[] = [];
  for (let frame = strips[index]?.frame; frame; frame = frame.parent) if (isBroken(frame, index)) frames.push(frame);
  return frames;
}

const isBroken = ({ first, last }: Frame, index: number): boolean => first < index && index <= last;
