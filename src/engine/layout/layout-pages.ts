/** The three steps from the styled tree to pages: make flows, cut them, place them. */

import type { Page, PageItem } from '../document/paged-document.ts';
import type { Pt } from '../geometry/length.ts';
import { type Insets, inset, type Rect } from '../geometry/rect.ts';
import type { PageStyle, Style, StyledDocument, StyledElement } from '../style/style.ts';
import { continuationOf } from './continuation.ts';
import type { PageSlice } from './cut-stretch.ts';
import { type Flow, type Frame, type Note, stripHeight } from './flow.ts';
import { createFlowBuilder } from './flow-builder.ts';
import { layoutContent } from './layout-block.ts';
import type { GrowingStructure, LayoutContext } from './layout-context.ts';
import { snapFlow } from './line-grid.ts';
import type { PageRoom } from './page-room.ts';
import { type CollectedPages, createPageSink, type PageStrings, type PlacedBookmark } from './page-sink.ts';
import { paginate } from './paginate.ts';
import { type PagePart, placePart } from './place-page.ts';
import { lateNote, tallerThanPage, tooManyPages } from './problems.ts';
import { layoutMarginBoxes } from './running-content.ts';
import { placeSidenotes, type SidenotePage, sidenoteArea, sidenoteWidth, type WaitingNote, waitingNote } from './sidenote.ts';
import { turnedSink } from './turned-sink.ts';

/** What placing makes. */
export interface PlacedPages {
  readonly pages: readonly Page[];
  readonly bookmarks: readonly PlacedBookmark[];
  readonly destinations: CollectedPages['destinations'];
}

/** Nobody prints more; it ends a runaway. */
const mostPages = 20_000;

/** Blocks in a row that want the same `@page`. */
export interface PageSequence {
  readonly name: string;
  readonly flow: Flow;
}

/** What stands on a page: a part of a flow, or nothing on a page that is blank. */
export interface CutPage {
  readonly name: string;
  /** Index of the sequence of pages that it belongs to. */
  readonly sequence: number;
  readonly room: PageRoom;
  readonly side: 'left' | 'right';
  readonly part: PagePart | undefined;
  /** Share of the page that is left empty. */
  readonly emptiness: number;
  /** The part is turned a quarter to the left; furniture stays upright. */
  readonly isSideways?: true;
}

/** A page before its furniture: that waits for the number of pages. */
interface BarePage {
  readonly style: PageStyle;
  readonly side: 'left' | 'right';
  readonly items: PageItem[];
  readonly strings: PageStrings;
  readonly sidenoteArea?: Rect;
}

/** Makes the flows of a booklet, with the page numbers that are known so far. */
export function makeSequences(styled: StyledDocument, structure: GrowingStructure, context: LayoutContext): readonly PageSequence[] {
  const groups: { name: string; children: StyledElement['children'][number][] }[] = [];
  for (const child of styled.root.children) {
    if (child.kind === 'text' && child.text.trim() === '') continue;
    const name = child.kind === 'element' ? child.style.page : (groups.at(-1)?.name ?? '');
    const last = groups.at(-1);
    if (last?.name === name) last.children.push(child);
    else groups.push({ name, children: [child] });
  }
  if (groups.length === 0) groups.push({ name: '', children: [] });
  return groups.map(({ name, children }, index) => {
    const page = styled.pageStyle({ name, side: 'right', isFirst: index === 0, isBlank: false });
    const area = areaOf(page);
    const sequenceContext = { ...context, pageHeight: area.height };
    const builder = createFlowBuilder(area.height, true);
    const width = Math.max(area.width, 10);
    const sidenotes = { builder, width: sidenoteWidthOf(name, styled) };
    layoutContent({ ...styled.root, children }, { x: 0, width }, structure, {
      context: sequenceContext,
      builder,
      noteWidth: width,
      layoutContent,
      sideways: { width: Math.max(area.height, 10), height: area.width },
      sidenotes,
    });
    const flow = builder.finish();
    // Of boxes inside each other, the outermost says it.
    for (const frame of flow.frames) if (frame.style.continuation === 'page' && !isInContinued(frame)) frame.isContinued = true;
    return { name, flow };
  });
}

function isInContinued({ parent }: Frame): boolean {
  for (let around = parent; around; around = around.parent) if (around.isContinued) return true;
  return false;
}

/** Decides what stands on which page. */
export function cutPages(sequences: readonly PageSequence[], styled: StyledDocument, context: LayoutContext): readonly CutPage[] {
  const { direction } = styled.root.style;
  const pages: CutPage[] = [];
  for (const [sequence, { name, flow: made }] of sequences.entries()) {
    const flow = flowToCut(made, context);
    const plain = styled.pageStyle({ name, side: 'right', isFirst: pages.length === 0, isBlank: false });
    const room = roomOf(plain, styled.footnoteArea);
    const first = { index: pages.length, sideOf: (index: number) => sideOf(index, direction) };
    for (const slice of paginate(flow, room, first, context.cuts)) {
      const wanted = slice.side === 'any' ? undefined : slice.side;
      if (pages.length > 0 && wanted !== undefined && sideOf(pages.length, direction) !== wanted) {
        pages.push({ name, sequence, room, side: sideOf(pages.length, direction), part: undefined, emptiness: 1 });
      }
      const part = partOf(flow, slice);
      if (!isOnlySideways(part))
        pages.push({ name, sequence, room, side: sideOf(pages.length, direction), part, emptiness: slice.emptiness });
      reportMisfits(slice, { flow, room }, context);
      for (const sideways of sidewaysParts(part, { ...room, height: areaOf(plain).width }, context))
        pages.push({ name, sequence, room, side: sideOf(pages.length, direction), part: sideways, emptiness: 0, isSideways: true });
      if (pages.length > mostPages) {
        context.report(tooManyPages(mostPages, styled.root.origin));
        return pages;
      }
    }
  }
  return pages;
}

/** Returns a flow as it is cut: on the grid of lines, if there is one. */
export const flowToCut = (flow: Flow, { lineStep }: LayoutContext): Flow => (lineStep === undefined ? flow : snapFlow(flow, lineStep));

function reportMisfits(slice: PageSlice, { flow, room }: { flow: Flow; room: PageRoom }, context: LayoutContext): void {
  const { strips } = flow;
  if (slice.isOverfull) {
    const [note] = slice.notes;
    const strip = slice.to > slice.from ? strips[slice.from]! : note!.flow.strips[note!.from]!;
    context.report(tallerThanPage(stripHeight(strip), room.height, strip.origin));
  }
  if (slice.notes.length === 0) return;
  const called = new Set<Note>();
  for (let index = slice.from; index < slice.to; index += 1) for (const note of strips[index]!.notes) called.add(note);
  for (const { float } of slice.floats) for (const note of float.notes) called.add(note);
  for (const { note, from } of slice.notes) if (from === 0 && !called.has(note)) context.report(lateNote(note.origin));
}

/** Places what was cut, with the notes in the margin, and adds heads and feet. */
export function placePages(cut: readonly CutPage[], styled: StyledDocument, context: LayoutContext): PlacedPages {
  const collected = createPageSink();
  let waiting: readonly WaitingNote[] = [];
  /** The last page whose margin is for notes: the pattern of pages for those that never found room. */
  let pattern: CutPage | undefined;
  const placePage = (cutPage: CutPage, index: number): BarePage => {
    const { name, room, side, part, isSideways } = cutPage;
    const style = styled.pageStyle({ name, side, isFirst: index === 0, isBlank: part === undefined });
    const page = collected.beginPage(index);
    const area = areaOf(style);
    if (part && isSideways) {
      const turned = { x: 0, y: 0, width: area.height, height: area.width };
      placePart(part, { area: turned, room, footnoteArea: styled.footnoteArea }, turnedSink(collected.sink, area));
    } else if (part) {
      const continuation = continuationOf(cut, index, context);
      placePart(part, { area, room, footnoteArea: styled.footnoteArea, continuation }, collected.sink);
    }
    if (page.sidenotes.length > 0) pattern = cutPage;
    const margin: SidenotePage = { side, area, style: styled.sidenoteArea, width: sidenoteWidthOf(name, styled) };
    waiting = placeSidenotes([...waiting, ...page.sidenotes.map(waitingNote)], margin, collected.sink, context);
    return { style, side, ...page, ...(margin.width > 0 && { sidenoteArea: sidenoteArea(margin) }) };
  };
  const bare = cut.map(placePage);
  // Each of these takes one note at least.
  while (pattern && waiting.length > 0) {
    bare.push(placePage({ ...pattern, side: sideOf(bare.length, styled.root.style.direction), part: undefined }, bare.length));
  }
  const labels = bare.map((_, index) => context.words.number(index + 1));
  return { pages: furnish(bare, labels, context), bookmarks: collected.bookmarks, destinations: collected.destinations };
}

/** A page for nothing but the place that sideways pages follow is left out. */
const isOnlySideways = ({ flow, from, to, floats }: PagePart): boolean => {
  const strip = to === from + 1 ? flow.strips[from] : undefined;
  const isEmpty = strip?.content.kind === 'empty' && strip.anchors.length === 0 && floats.length === 0;
  return isEmpty && flow.sideways.some(({ after }) => after === from);
};

/** What stands on the sideways pages that follow a page. */
function sidewaysParts({ flow, from, to }: PagePart, room: PageRoom, context: LayoutContext): readonly PagePart[] {
  const parts: PagePart[] = [];
  for (const { after, flow: turned } of flow.sideways) {
    if (after < from || after >= to) continue;
    for (const slice of paginate(turned, room)) {
      parts.push(partOf(turned, slice));
      reportMisfits(slice, { flow: turned, room }, context);
    }
  }
  return parts;
}

const partOf = (flow: Flow, { from, to, floats, notes }: PageSlice): PagePart => ({ flow, from, to, floats, notes });

const areaOf = (page: PageStyle): Rect => inset({ x: 0, y: 0, ...page.size }, page.margin);

/** Notes are as wide on the pages of one name, whichever side they lie on. */
function sidenoteWidthOf(name: string, styled: StyledDocument): Pt {
  const pageOf = (side: 'left' | 'right') => styled.pageStyle({ name, side, isFirst: false, isBlank: false });
  return sidenoteWidth(styled.sidenoteArea, { left: pageOf('left'), right: pageOf('right') });
}

/** The first page of a booklet lies on the side from which it is opened. */
const sideOf = (index: number, direction: 'ltr' | 'rtl'): 'left' | 'right' =>
  (index % 2 === 0) === (direction === 'ltr') ? 'right' : 'left';

function roomOf(page: PageStyle, notes: Style): PageRoom {
  return {
    height: areaOf(page).height,
    noteArea: notes.margin.top + notes.borderTop.width + notes.padding.top + notes.padding.bottom,
    noteGap: notes.rowGap,
  };
}

/** Adds heads and feet, now that the number of pages is known. */
function furnish(bare: readonly BarePage[], labels: readonly string[], context: LayoutContext): readonly Page[] {
  const carried = new Map<string, string>();
  return bare.map(({ style, side, items, strings, sidenoteArea: column }, index): Page => {
    const furniture = layoutMarginBoxes(style, { index, pageCount: bare.length, label: labels[index]!, strings, carried }, context);
    for (const [name, value] of strings.last) carried.set(name, value);
    const margin: Insets = style.margin;
    return {
      size: style.size,
      label: labels[index]!,
      side,
      contentArea: inset({ x: 0, y: 0, ...style.size }, margin),
      ...(column && { sidenoteArea: column }),
      items: [...furniture, ...items],
    };
  });
}
