/** One pass: the styled tree becomes pages, with the page numbers that the last pass found. */
import type { Page, PageItem } from '../document/paged-document.ts';
import type { StructureElement } from '../document/structure.ts';
import { type Insets, inset } from '../geometry/rect.ts';
import type { PageStyle, Style, StyledDocument, StyledElement } from '../style/style.ts';
import { boxShapes } from './draw-box.ts';
import type { Flow, Note } from './flow.ts';
import { createFlowBuilder } from './flow-builder.ts';
import { layoutContent } from './layout-block.ts';
import type { GrowingStructure, LayoutContext, PageReferences } from './layout-context.ts';
import { type CollectedPages, createPageSink, type PageStrings, type PlacedBookmark } from './page-sink.ts';
import { type PageRoom, type PageSlice, paginate } from './paginate.ts';
import { placeFlow } from './place-flow.ts';
import { tallerThanPage, tooManyPages } from './problems.ts';
import { layoutMarginBoxes } from './running-content.ts';

/** What one pass makes. */
export interface LaidOutPages {
  readonly pages: readonly Page[];
  readonly structure: StructureElement;
  readonly bookmarks: readonly PlacedBookmark[];
  readonly destinations: CollectedPages['destinations'];
  readonly references: PageReferences;
}

/** Nobody prints more; it ends a runaway. */
const mostPages = 20_000;

/** Blocks in a row that want the same `@page`. */
interface PageSequence {
  readonly name: string;
  readonly flow: Flow;
}

/** A page before its furniture: that waits for the number of pages. */
interface BarePage {
  readonly style: PageStyle;
  readonly side: 'left' | 'right';
  readonly items: PageItem[];
  readonly strings: PageStrings;
}

/** Lays out all pages once. */
export function layoutPages(styled: StyledDocument, context: LayoutContext): LaidOutPages {
  const structure: GrowingStructure = { role: 'Document', children: [] };
  const sequences = makeSequences(styled, structure, context);
  const collected = createPageSink();
  const bare: BarePage[] = [];
  for (const sequence of sequences) {
    placeSequence(sequence, { styled, bare, collected }, context);
    if (bare.length > mostPages) {
      context.report(tooManyPages(mostPages, styled.root.origin));
      break;
    }
  }
  const labels = bare.map((_, index) => context.words.number(index + 1));
  return {
    pages: furnish(bare, labels, context),
    structure,
    bookmarks: collected.bookmarks,
    destinations: collected.destinations,
    references: {
      labelOf: new Map([...collected.destinations].map(([id, { page }]) => [id, labels[page]!])),
      pagesOfTerm: collected.pagesOfTerm,
      pageCount: bare.length,
    },
  };
}

function makeSequences(styled: StyledDocument, structure: GrowingStructure, context: LayoutContext): readonly PageSequence[] {
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
    const area = inset({ x: 0, y: 0, ...page.size }, page.margin);
    const sequenceContext = { ...context, pageHeight: area.height };
    const builder = createFlowBuilder(area.height);
    layoutContent({ ...styled.root, children }, { x: 0, width: Math.max(area.width, 10) }, structure, {
      context: sequenceContext,
      builder,
      layoutContent,
    });
    return { name, flow: builder.finish() };
  });
}

function placeSequence(
  sequence: PageSequence,
  to: { styled: StyledDocument; bare: BarePage[]; collected: CollectedPages },
  context: LayoutContext,
): void {
  const { styled, bare } = to;
  const direction = styled.root.style.direction;
  const plain = styled.pageStyle({ name: sequence.name, side: 'right', isFirst: bare.length === 0, isBlank: false });
  const room = roomOf(plain, styled.footnoteArea);
  for (const slice of paginate(sequence.flow, room)) {
    if (bare.length > mostPages) return;
    if (bare.length > 0 && slice.side !== undefined && slice.side !== 'any' && sideOf(bare.length, direction) !== slice.side)
      addBlank(sequence.name, to);
    const side = sideOf(bare.length, direction);
    const style = styled.pageStyle({ name: sequence.name, side, isFirst: bare.length === 0, isBlank: false });
    const page = to.collected.beginPage(bare.length);
    bare.push({ style, side, ...page });
    placeSlice(sequence.flow, slice, { style, room, footnoteArea: styled.footnoteArea }, to.collected);
    if (slice.isOverfull) {
      const strip = sequence.flow.strips[slice.from]!;
      context.report(tallerThanPage(strip.lead + strip.height + strip.trail, room.height, strip.origin));
    }
  }
}

function addBlank(
  name: string,
  { styled, bare, collected }: { styled: StyledDocument; bare: BarePage[]; collected: CollectedPages },
): void {
  const side = sideOf(bare.length, styled.root.style.direction);
  bare.push({ style: styled.pageStyle({ name, side, isFirst: false, isBlank: true }), side, ...collected.beginPage(bare.length) });
}

/** The first page of a booklet lies on the side from which it is opened. */
const sideOf = (index: number, direction: 'ltr' | 'rtl'): 'left' | 'right' =>
  (index % 2 === 0) === (direction === 'ltr') ? 'right' : 'left';

function roomOf(page: PageStyle, notes: Style): PageRoom {
  return {
    height: inset({ x: 0, y: 0, ...page.size }, page.margin).height,
    noteArea: notes.margin.top + notes.borderTop.width + notes.padding.top + notes.padding.bottom,
    noteGap: notes.rowGap,
  };
}

function placeSlice(
  flow: Flow,
  slice: PageSlice,
  page: { style: PageStyle; room: PageRoom; footnoteArea: Style },
  { sink }: CollectedPages,
): void {
  const area = inset({ x: 0, y: 0, ...page.style.size }, page.style.margin);
  const notes: Note[] = [];
  for (let index = slice.from; index < slice.to; index += 1)
    for (const note of flow.strips[index]!.notes) if (note.height > 0) notes.push(note);
  const notesHeight = notes.reduce((total, note) => total + note.height + page.room.noteGap, notes.length > 0 ? page.room.noteArea : 0);
  placeFlow({ flow, from: slice.from, to: slice.to }, { ...area, height: area.height - notesHeight }, sink);
  if (notes.length === 0) return;
  const { footnoteArea } = page;
  let y = area.y + area.height - notesHeight + footnoteArea.margin.top;
  const ruleWidth =
    footnoteArea.width !== 'auto'
      ? footnoteArea.width.kind === 'length'
        ? footnoteArea.width.length
        : footnoteArea.width.share * area.width
      : area.width;
  const x = footnoteArea.direction === 'rtl' ? area.x + area.width - ruleWidth : area.x;
  for (const shape of boxShapes({ x, y, width: ruleWidth, height: 0 }, footnoteArea, { top: true, bottom: false })) sink.add(shape);
  y += footnoteArea.borderTop.width + footnoteArea.padding.top;
  for (const note of notes) {
    placeFlow({ flow: note.flow, from: 0, to: note.flow.strips.length }, { x: area.x, y, height: note.height }, sink);
    y += note.height + page.room.noteGap;
  }
}

/** Adds heads and feet, now that the number of pages is known. */
function furnish(bare: readonly BarePage[], labels: readonly string[], context: LayoutContext): readonly Page[] {
  const carried = new Map<string, string>();
  return bare.map(({ style, side, items, strings }, index): Page => {
    const furniture = layoutMarginBoxes(style, { index, pageCount: bare.length, label: labels[index]!, strings, carried }, context);
    for (const [name, value] of strings.last) carried.set(name, value);
    const margin: Insets = style.margin;
    return {
      size: style.size,
      label: labels[index]!,
      side,
      contentArea: inset({ x: 0, y: 0, ...style.size }, margin),
      items: [...furniture, ...items],
    };
  });
}
