/**
 * A baseline grid (`line-snap` of CSS Line Grid 1): lines of text on both sides of a sheet stand at the same heights. The grid begins at
 * the top of each page; its step is the leading of the text. Text lines are a step high, so it is enough that all else takes whole steps.
 */
import type { Pt } from '../geometry/length.ts';
import { type Flow, type Frame, type Strip, stripHeight } from './flow.ts';

/** Differences of this size, in steps, are rounding. */
const slack = 1e-4;

export const stepsUp = (length: Pt, step: Pt): Pt => Math.ceil(length / step - slack) * step;

/** Space between blocks: none stays none, and a little becomes a line. */
const wholeLines = (space: Pt, step: Pt): Pt => (space <= 0 ? 0 : Math.max(1, Math.round(space / step)) * step);

/** Returns a flow that takes whole steps of the grid. */
export function snapFlow(flow: Flow, step: Pt): Flow {
  const frames = new Map<Frame, { -readonly [Key in keyof Frame]: Frame[Key] }>();
  // Outer frames are made before those inside of them.
  for (const frame of flow.frames) frames.set(frame, { ...frame, parent: frame.parent && frames.get(frame.parent) });
  const strips = flow.strips.map((strip) => snapStrip(strip, step, frames));
  const lower = (index: number, by: Pt): void => {
    if (by <= 0) return;
    strips[index] = { ...strips[index]!, lead: strips[index]!.lead + by };
    // The added space is outside of the boxes that begin here.
    for (let frame = strips[index]!.frame; frame && frame.first === index; frame = frame.parent) frame.openAt += by;
  };
  for (let index = 0; index < strips.length; index += 1) {
    const first = strips[index]!;
    lower(index, stepsUp(first.lead, step) - first.lead);
    strips[index] = { ...strips[index]!, spaceBefore: wholeLines(first.spaceBefore, step) };
    if (isWhole(first, step)) continue;
    // Headings, pictures and rows up to the next line of text, and the space between, fill whole steps together: what is over is above them.
    let height = stripHeight(strips[index]!);
    let next = index + 1;
    for (; next < strips.length && !isWhole(strips[next]!, step); next += 1)
      height += strips[next]!.spaceBefore + stripHeight(strips[next]!);
    if (next < strips.length) height += strips[next]!.spaceBefore;
    lower(index, stepsUp(height, step) - height);
    if (next < strips.length) {
      const line = strips[next]!;
      lower(next, stepsUp(line.lead, step) - line.lead);
    }
    index = next;
  }
  return { ...flow, strips, frames: [...frames.values()] };
}

/** Columns take whole steps wherever a page cuts them. */
const isWhole = ({ content, height }: Strip, step: Pt): boolean =>
  content.kind === 'columns' ||
  ((content.kind === 'line' || content.kind === 'empty') && Math.abs(height / step - Math.round(height / step)) < slack);

function snapStrip(strip: Strip, step: Pt, frames: ReadonlyMap<Frame, Frame>): Strip {
  return {
    ...strip,
    trail: stepsUp(strip.trail, step),
    frame: strip.frame && frames.get(strip.frame),
    ...(strip.floats && {
      floats: strip.floats.map((float) => ({ ...float, height: stepsUp(float.height, step), gap: wholeLines(float.gap, step) })),
    }),
  };
}
