/**
 * Collects strips into a flow: collapses margins, opens and closes frames, and turns CSS break rules
 * into costs. Block layout tells it what comes; nobody else knows about spaces between blocks.
 */
import type { Pt } from '../geometry/length.ts';
import type { Span } from '../source/source-file.ts';
import type { Style, StyledElement } from '../style/style.ts';
import { breakCosts, forcedSide, strongest } from './break-rules.ts';
import {
  type BookmarkTrace,
  type BreakCost,
  type FloatSection,
  type Flow,
  type ForcedBreak,
  type Frame,
  type LineContent,
  type Note,
  type PageFloat,
  type ReplaceableStrips,
  type RunningString,
  type ShortenableStrips,
  type Sidenote,
  type Strip,
  type StripContent,
  stripHeight,
  type VolatileStrips,
} from './flow.ts';
import type { SpokenTable } from './spoken-table.ts';

/** What is known of a strip where it is made; the builder adds spaces, frames and costs. */
export interface StripInput {
  readonly content: StripContent;
  readonly height: Pt;
  readonly origin: Span | undefined;
  readonly notes?: readonly Note[];
  readonly anchors?: readonly string[];
  /** Cost of a break between this strip and the one before it in the same paragraph, table or rule group. */
  readonly cost?: BreakCost;
}

/** A block that is being filled. */
interface OpenBlock {
  readonly style: Style;
  readonly frame: Frame | undefined;
  /** Its own frame, or the one around it. */
  readonly innermost: Frame | undefined;
  readonly firstStrip: number;
}

/** What is said of a place in the text, and the figure that begins there. */
export interface PlaceMarks {
  readonly anchors?: readonly string[];
  readonly strings?: readonly RunningString[];
  readonly bookmarks?: readonly BookmarkTrace[];
  /** Notes in the margin, and footnotes called in them. */
  readonly sidenotes?: readonly Sidenote[];
  readonly notes?: readonly Note[];
  readonly figure?: StyledElement;
}

export interface FlowBuilder {
  /** Begins a block; `repeated` is drawn again at the head of each page that goes on with it. */
  open(style: Style, box: { readonly x: Pt; readonly width: Pt }, origin: Span | undefined, repeated?: readonly Strip[]): void;
  close(): void;
  /** Adds space that collapses with margins. */
  space(length: Pt): void;
  add(strip: StripInput): void;
  /** Puts a marker beside the next strip. */
  hang(marker: LineContent): void;
  /** Has a table read after the last strip. It takes no room and changes no margin. */
  speak(table: SpokenTable): void;
  /** Gives ids, running strings and outline entries to the next strip. */
  mark(marks: PlaceMarks): void;
  /** Returns the ids, running strings and outline entries that wait for the next strip; they wait no longer. */
  takeMarks(): PlaceMarks;
  /** Puts a flow on sideways pages after the page that the last strip stands on. */
  addSideways(flow: Flow): void;
  /** Whether a frame is open: a box is being filled. */
  readonly isFramed: boolean;
  /** Whether floats can be taken out of this flow: not out of cells, notes and other floats. */
  readonly takesFloats: boolean;
  /** Adds a float that was written here, to the strip above it, or to the next one at the beginning of its section. */
  float(float: Omit<PageFloat, 'section'>): void;
  /** Floats that are added from now on stay above the end of this section. */
  openSection(): void;
  closeSection(): void;
  forceBreak(kind: ForcedBreak): void;
  /** Forbids or prices the break above the next strip. */
  avoidBreak(cost: BreakCost): void;
  /** Remembers that the last `count` strips print page numbers. */
  watch(count: number, setStrips: VolatileStrips['setStrips']): void;
  /** Remembers that the last `count` strips may become one fewer; in the text of pages only. */
  allowShorter(count: number, setShorter: ShortenableStrips['setShorter']): void;
  readonly stripCount: number;
  finish(): Flow;
}

const none: readonly never[] = [];

/** Makes an empty builder. `pageHeight` decides which boxes can stay whole at all; `takesFloats` is for the text of pages. */
export function createFlowBuilder(pageHeight: Pt, takesFloats = false): FlowBuilder {
  const strips: Strip[] = [];
  const frames: Frame[] = [];
  const volatile: VolatileStrips[] = [];
  const shortenable: ShortenableStrips[] = [];
  const blocks: OpenBlock[] = [];
  let space: Pt = 0;
  /** Space above the outermost frame that is opening now; undefined when none is. */
  let outerSpace: Pt | undefined;
  let lead: Pt = 0;
  let opening: Frame[] = [];
  let cost: BreakCost = 0;
  let forced: ForcedBreak | undefined;
  let endsColumn = false;
  const sections: FloatSection[] = [{ first: 0, end: Number.POSITIVE_INFINITY }];
  let floats: PageFloat[] = [];
  let markers: readonly LineContent[] = none;
  let anchors: readonly string[] = none;
  let strings: readonly RunningString[] = none;
  let bookmarks: readonly BookmarkTrace[] = none;
  let sidenotes: readonly Sidenote[] | undefined;
  let notes: readonly Note[] = none;
  let figure: StyledElement | undefined;

  // CSS 2.2, 8.3.1: the largest positive and the most negative adjoining margin add up.
  const collapse = (a: Pt, b: Pt): Pt => (a >= 0 && b >= 0 ? Math.max(a, b) : a < 0 && b < 0 ? Math.min(a, b) : a + b);

  const builder: FlowBuilder = {
    takesFloats,
    get stripCount() {
      return strips.length;
    },
    open(style, box, origin, repeated) {
      const side = forcedSide(style, style.breakBefore);
      if (side !== undefined) forced = strongest(forced, side);
      endsColumn ||= style.breakBefore === 'column';
      if (style.breakBefore === 'avoid') cost = Math.max(cost, breakCosts.headingAlone);
      space = collapse(space, style.margin.top);
      let frame: Frame | undefined;
      if (isDecorated(style) || repeated !== undefined) {
        // Inside an opening frame, margins no longer collapse with those outside: they become part of the lead.
        if (opening.length > 0) {
          lead += space;
          space = 0;
        }
        frame = {
          parent: blocks.at(-1)?.innermost,
          style,
          x: box.x,
          width: box.width,
          origin,
          first: strips.length,
          last: -1,
          openAt: lead,
          closeAt: 0,
          repeated: repeated ?? none,
        };
        frames.push(frame);
        opening.push(frame);
        outerSpace ??= space;
        space = 0;
        lead += style.borderTop.width + style.padding.top;
      }
      blocks.push({ style, frame, innermost: frame ?? blocks.at(-1)?.innermost, firstStrip: strips.length });
    },
    close() {
      const block = blocks.at(-1)!;
      const { style, frame } = block;
      if (frame && strips.length === block.firstStrip) builder.add({ content: { kind: 'empty' }, height: 0, origin: frame.origin });
      blocks.pop();
      const last = strips.at(-1);
      if (frame && last) {
        frame.last = strips.length - 1;
        last.trail += space + style.padding.bottom + style.borderBottom.width;
        growToMinimum(block, last);
        frame.closeAt = last.trail;
        space = 0;
      }
      space = collapse(space, style.margin.bottom);
      if (style.breakInside === 'avoid') keepWhole(block.firstStrip);
      const side = forcedSide(style, style.breakAfter);
      if (side !== undefined) forced = strongest(forced, side);
      endsColumn ||= style.breakAfter === 'column';
      if (style.breakAfter === 'avoid') cost = Math.max(cost, breakCosts.headingAlone);
    },
    add(input) {
      const spaceBefore = outerSpace ?? space;
      if (outerSpace !== undefined) lead += space;
      // A book has ten thousands of strips: all have the same properties in the same order.
      strips.push({
        spaceBefore,
        lead,
        height: input.height,
        trail: 0,
        breakCost: Math.max(cost, input.cost ?? 0),
        forcedBreak: forced,
        columnBreak: endsColumn,
        frame: blocks.at(-1)?.innermost,
        content: input.content,
        markers,
        spoken: undefined,
        sideways: undefined,
        notes: notes.length > 0 ? [...notes, ...(input.notes ?? [])] : (input.notes ?? none),
        figure,
        floats: floats.length > 0 ? floats : undefined,
        sidenotes,
        anchors: input.anchors ? [...anchors, ...input.anchors] : anchors,
        strings,
        bookmarks,
        origin: input.origin,
      });
      space = 0;
      lead = 0;
      outerSpace = undefined;
      if (opening.length > 0) opening = [];
      cost = 0;
      forced = undefined;
      endsColumn = false;
      if (floats.length > 0) floats = [];
      markers = none;
      anchors = none;
      strings = none;
      bookmarks = none;
      sidenotes = undefined;
      notes = none;
      figure = undefined;
    },
    space(length) {
      space = collapse(space, length);
    },
    hang(marker) {
      markers = [...markers, marker];
    },
    speak(table) {
      const last = strips.at(-1);
      if (last) last.spoken = [...(last.spoken ?? []), table];
    },
    mark(marks) {
      if (marks.anchors?.length) anchors = [...anchors, ...marks.anchors];
      if (marks.strings?.length) strings = [...strings, ...marks.strings];
      if (marks.bookmarks?.length) bookmarks = [...bookmarks, ...marks.bookmarks];
      if (marks.sidenotes) sidenotes = [...(sidenotes ?? []), ...marks.sidenotes];
      if (marks.notes) notes = [...notes, ...marks.notes];
      figure = marks.figure ?? figure;
    },
    takeMarks() {
      const marks = { anchors, strings, bookmarks };
      anchors = none;
      strings = none;
      bookmarks = none;
      return marks;
    },
    get isFramed() {
      return blocks.at(-1)?.innermost !== undefined;
    },
    addSideways(flow) {
      if (strips.length === 0) builder.add({ content: { kind: 'empty' }, height: 0, origin: undefined });
      const last = strips.at(-1)!;
      last.sideways = [...(last.sideways ?? []), flow];
    },
    float(input) {
      const section = sections.at(-1)!;
      const float = { ...input, section };
      const above = strips.at(-1);
      if (above && strips.length > section.first && forced === undefined) above.floats = [...(above.floats ?? []), float];
      else floats.push(float);
    },
    openSection() {
      sections.push({ first: strips.length, end: Number.POSITIVE_INFINITY });
    },
    closeSection() {
      if (floats.length > 0) builder.add({ content: { kind: 'empty' }, height: 0, origin: floats[0]!.origin });
      sections.pop()!.end = strips.length;
    },
    forceBreak(kind) {
      forced = strongest(forced, kind);
    },
    avoidBreak(next) {
      cost = Math.max(cost, next);
    },
    watch(count, setStrips) {
      volatile.push({ first: strips.length - count, count, insideCost: 0, setStrips });
    },
    allowShorter(count, setShorter) {
      shortenable.push({ first: strips.length - count, count, insideCost: 0, setShorter });
    },
    finish() {
      if (strips.length === 0 || anchors.length > 0 || strings.length > 0 || floats.length > 0 || sidenotes)
        builder.add({ content: { kind: 'empty' }, height: 0, origin: undefined });
      sections[0]!.end = strips.length;
      return { strips, frames, volatile, shortenable };
    },
  };
  return builder;

  function growToMinimum(block: OpenBlock, last: Strip): void {
    const { style } = block;
    if (style.minHeight <= 0 && style.height === 'auto') return;
    const wanted = Math.max(style.minHeight, style.height !== 'auto' && style.height.kind === 'length' ? style.height.length : 0);
    let height = -(block.frame?.openAt ?? 0);
    for (let index = block.firstStrip; index < strips.length; index += 1) {
      height += (index === block.firstStrip ? 0 : strips[index]!.spaceBefore) + stripHeight(strips[index]!);
    }
    last.trail += Math.max(0, wanted - height);
  }

  function keepWhole(first: number): void {
    let height = 0;
    for (let index = first; index < strips.length; index += 1) height += strips[index]!.spaceBefore + stripHeight(strips[index]!);
    if (height > pageHeight) return;
    for (let index = first + 1; index < strips.length; index += 1) {
      const strip = strips[index]!;
      strip.breakCost += breakCosts.avoidInside;
    }
    addInside(volatile, first);
    addInside(shortenable, first);
  }
}

/** Those inside a block that wants to stay whole are the last ones. */
function addInside(replaceable: readonly ReplaceableStrips[], first: number): void {
  for (let index = replaceable.length - 1; index >= 0 && replaceable[index]!.first >= first; index -= 1)
    replaceable[index]!.insideCost += breakCosts.avoidInside;
}

/** Tells whether a block has anything to draw or keeps its margins apart from its children's. */
export function isDecorated(style: Style): boolean {
  return (
    style.backgroundColor !== undefined ||
    style.padding.top > 0 ||
    style.padding.bottom > 0 ||
    style.borderTop.width > 0 ||
    style.borderRight.width > 0 ||
    style.borderBottom.width > 0 ||
    style.borderLeft.width > 0 ||
    style.minHeight > 0 ||
    style.height !== 'auto'
  );
}
