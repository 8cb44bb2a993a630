/** "Continued on page 5" at the foot of a box that is split, and "continued from page 4" where it goes on. For the eye only. */
import type { LineContent } from './flow.ts';
import type { LayoutContext } from './layout-context.ts';
import { placeInStrip, setSingleLine } from './layout-paragraph.ts';
import type { ContinuationLine } from './place-flow.ts';
import type { PagePart } from './place-page.ts';
import { plainTrace } from './plain-trace.ts';

/** What is on a page, as far as it matters here. */
interface Part {
  readonly part: PagePart | undefined;
  readonly isSideways?: true;
}

/** Returns what sets these lines on page `index`. Pages in between that are turned or blank are passed over. */
export function continuationOf(pages: readonly Part[], index: number, context: LayoutContext): ContinuationLine {
  const flow = pages[index]?.part?.flow;
  const isOfFlow = ({ part, isSideways }: Part): boolean => part?.flow === flow && !isSideways;
  return (frame, which): LineContent | undefined => {
    let page = which === 'on' ? index + 1 : index - 1;
    while (pages[page] && !isOfFlow(pages[page]!)) page += which === 'on' ? 1 : -1;
    if (!pages[page]) return undefined;
    const { style } = frame;
    const text = context.words.label(which === 'on' ? 'continuedOn' : 'continuedFrom', { page: context.words.number(page + 1) });
    const line = setSingleLine(text, style, context);
    if (!line) return undefined;
    const width = Math.max(0, ...line.segments.map((segment) => segment.x + segment.width));
    const left = frame.x + style.borderLeft.width + style.padding.left;
    const right = frame.x + frame.width - style.borderRight.width - style.padding.right;
    const isAtRight = (which === 'on') === (style.direction === 'ltr');
    const traces = line.segments.map(() => plainTrace(style, -1, frame.origin));
    return placeInStrip(line, traces, style, { x: isAtRight ? right - width : left, context }).content;
  };
}
