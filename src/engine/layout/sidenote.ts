/** Notes in the outer margin: how wide they are, how they are made, and where those of a page go. */
import type { Pt } from '../geometry/length.ts';
import type { Rect } from '../geometry/rect.ts';
import type { PageStyle, Style, StyledElement } from '../style/style.ts';
import { type BlockTools, finishNested } from './block-tools.ts';
import type { Place } from './box-geometry.ts';
import { countFitting, fitSidenotes, type WantedNote } from './fit-sidenotes.ts';
import { flowHeight, type Sidenote } from './flow.ts';
import { createFlowBuilder } from './flow-builder.ts';
import type { GrowingStructure, LayoutContext } from './layout-context.ts';
import type { CalledSidenote, PageSink } from './page-sink.ts';
import { placeFlow } from './place-flow.ts';
import { longSidenote, movedSidenote, narrowMargin } from './problems.ts';

/** Kept free at the edge of the paper where `@sidenote` does not say how wide notes are: printers cannot print there. */
const paperEdge: Pt = 22.7;

/** Narrower columns hold no text worth reading. */
const leastWidth: Pt = 60;

/** Returns the width of notes: that of `@sidenote`, or what the outer margins have. */
export function sidenoteWidth(area: Style, pages: Readonly<Record<'left' | 'right', PageStyle>>): Pt {
  const margin = Math.min(pages.left.margin.left, pages.right.margin.right);
  const room = margin - area.columnGap;
  if (area.width === 'auto') return room - paperEdge;
  return Math.min(room, area.width.kind === 'length' ? area.width.length : area.width.share * margin);
}

/** Lays a block out in the margin beside the next line; false where that cannot be, so that it stands in the text. */
export function layoutSidenote(
  element: StyledElement,
  parent: GrowingStructure,
  tools: BlockTools,
  layoutBlock: (element: StyledElement, containing: Place, parent: GrowingStructure, tools: BlockTools) => void,
): boolean {
  const { context, builder, sidenotes } = tools;
  if (!sidenotes || sidenotes.builder !== builder) return false;
  if (sidenotes.width < leastWidth) {
    context.report(narrowMargin(sidenotes.width, leastWidth, element.origin));
    return false;
  }
  const children = parent.children.length;
  const counted = { ...context.counters };
  const inside = createFlowBuilder(context.pageHeight);
  const block: StyledElement = { ...element, style: { ...element.style, float: 'none' } };
  layoutBlock(block, { x: 0, width: sidenotes.width }, parent, { ...tools, builder: inside });
  const flow = finishNested(inside, context);
  const height = flowHeight(flow);
  if (height > context.pageHeight) {
    context.report(longSidenote(element.origin));
    parent.children.length = children;
    Object.assign(context.counters, counted);
    return false;
  }
  builder.mark({
    sidenotes: [{ flow, width: sidenotes.width, height, origin: element.origin }],
    notes: flow.strips.flatMap((strip) => strip.notes),
  });
  return true;
}

/** A note that is to be placed. */
export interface WaitingNote extends WantedNote {
  readonly note: Sidenote;
}

/** Says where a note would like to begin: its first line and the one that it stands beside share a baseline. */
export function waitingNote({ note, strip, top }: CalledSidenote): WaitingNote {
  const [first] = note.flow.strips;
  const beside = strip.content.kind === 'line' ? strip.content.baseline : undefined;
  const own = first?.content.kind === 'line' ? first.lead + first.content.baseline : undefined;
  return { note, y: top + (beside !== undefined && own !== undefined ? beside - own : 0), height: note.height };
}

/** A page to place notes on. */
export interface SidenotePage {
  readonly side: 'left' | 'right';
  /** The area of the text. */
  readonly area: Rect;
  readonly style: Style;
  readonly width: Pt;
}

/** Returns the column of the notes: the outer margin beside the text. */
export function sidenoteArea({ side, area, style, width }: SidenotePage): Rect {
  const x = side === 'left' ? area.x - style.columnGap - width : area.x + area.width + style.columnGap;
  return { x, y: area.y, width, height: area.height };
}

/** Places the notes of a page, and returns those that it has no room for: they go to the next one. */
export function placeSidenotes(
  notes: readonly WaitingNote[],
  page: SidenotePage,
  sink: PageSink,
  context: LayoutContext,
): readonly WaitingNote[] {
  // A page whose margin is narrower than the notes, such as a cover, is passed over.
  if (notes.some(({ note }) => note.width > page.width + 0.01)) return notes;
  const column = sidenoteArea(page);
  const room = { top: column.y, height: column.height, gap: page.style.rowGap };
  const fitting = notes.slice(0, countFitting(notes, room));
  for (const [index, y] of fitSidenotes(fitting, room).entries()) {
    const { flow, height } = fitting[index]!.note;
    placeFlow({ flow, from: 0, to: flow.strips.length }, { x: column.x, y, height }, sink);
  }
  const moved = notes.slice(fitting.length);
  for (const { note } of moved) context.report(movedSidenote(note.origin));
  return moved.map(({ note }) => ({ note, y: Number.NEGATIVE_INFINITY, height: note.height }));
}
