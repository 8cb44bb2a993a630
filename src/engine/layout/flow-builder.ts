/**
 * Collects strips into a flow: collapses margins, opens and closes frames, and turns CSS break rules
 * into costs. Block layout tells it what comes; nobody else knows about spaces between blocks.
 */
import type { Pt } from '../geometry/length.ts';
import type { Span } from '../source/source-file.ts';
import type { Style, StyledElement } from '../style/style.ts';
import { breakCosts, forcedSide, strongest } from './break-rules.ts';
import { isDecorated } from './draw-box.ts';
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
  type SidewaysFlow,
  type Strip,
  type StripContent,
  stripHeight,
  type VolatileStrips,
} from './flow.ts';
import { MadeStrip, none } from './made-strip.ts';
import { mayMention } from './mentions.ts';
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

/** Makes an empty builder. `pageHeight` decides which boxes can stay whole at all; `takesFloats` is for the text of pages. */
export const createFlowBuilder = (pageHeight: Pt, takesFloats = false): FlowBuilder => new FlowBuilder(pageHeight, takesFloats);

// CSS 2.2, 8.3.1: the largest positive and the most negative adjoining margin add up.
const collapse = (a: Pt, b: Pt): Pt => (a >= 0 && b >= 0 ? Math.max(a, b) : a < 0 && b < 0 ? Math.min(a, b) : a + b);

/** A flow that grows. A class, since each cell of a table has one: as many closures would take ten times as much memory. */
export class FlowBuilder {
  /** Whether floats can be taken out of this flow: not out of cells, notes and other floats. */
  readonly takesFloats: boolean;
  private readonly pageHeight: Pt;
  private readonly strips: Strip[] = [];
  private readonly frames: Frame[] = [];
  private readonly mentioning: number[] = [];
  private readonly sideways: SidewaysFlow[] = [];
  private readonly volatile: VolatileStrips[] = [];
  private readonly shortenable: ShortenableStrips[] = [];
  private readonly blocks: OpenBlock[] = [];
  private readonly sections: FloatSection[] = [{ first: 0, end: Number.POSITIVE_INFINITY }];
  /** The strip that comes next, with what is known of it already. */
  private next = new MadeStrip();
  private spaceAbove: Pt = 0;
  /** Space above the outermost frame that is opening now; undefined when none is. */
  private outerSpace: Pt | undefined = undefined;
  private isOpening = false;

  constructor(pageHeight: Pt, takesFloats: boolean) {
    this.pageHeight = pageHeight;
    this.takesFloats = takesFloats;
  }

  get stripCount(): number {
    return this.strips.length;
  }

  /** Whether a frame is open: a box is being filled. */
  get isFramed(): boolean {
    return this.blocks.at(-1)?.innermost !== undefined;
  }

  /** Begins a block; `repeated` is drawn again at the head of each page that goes on with it. */
  open(style: Style, box: { readonly x: Pt; readonly width: Pt }, origin: Span | undefined, repeated?: readonly Strip[]): void {
    const { blocks, strips } = this;
    const around = blocks.at(-1)?.innermost;
    this.breakAt(style, style.breakBefore);
    this.spaceAbove = collapse(this.spaceAbove, style.margin.top);
    let frame: Frame | undefined;
    if (isDecorated(style) || repeated !== undefined) {
      // Inside an opening frame, margins no longer collapse with those outside: they become part of the lead.
      if (this.isOpening) {
        this.next.lead += this.spaceAbove;
        this.spaceAbove = 0;
      }
      frame = {
        parent: around,
        style,
        x: box.x,
        width: box.width,
        origin,
        first: strips.length,
        last: -1,
        openAt: this.next.lead,
        closeAt: 0,
        repeated: repeated ?? none,
      };
      this.frames.push(frame);
      this.isOpening = true;
      this.outerSpace ??= this.spaceAbove;
      this.spaceAbove = 0;
      this.next.lead += style.borderTop.width + style.padding.top;
    }
    blocks.push({ style, frame, innermost: frame ?? around, firstStrip: strips.length });
  }

  close(): void {
    const { blocks, strips } = this;
    const block = blocks.at(-1)!;
    const { style, frame } = block;
    if (frame && strips.length === block.firstStrip) this.addEmpty(frame.origin);
    blocks.pop();
    const last = strips.at(-1);
    if (frame && last) {
      frame.last = strips.length - 1;
      last.trail += this.spaceAbove + style.padding.bottom + style.borderBottom.width;
      this.growToMinimum(block, last);
      frame.closeAt = last.trail;
      this.spaceAbove = 0;
    }
    this.spaceAbove = collapse(this.spaceAbove, style.margin.bottom);
    if (style.breakInside === 'avoid') this.keepWhole(block.firstStrip);
    this.breakAt(style, style.breakAfter);
  }

  add({ content, height, origin, cost, notes, anchors }: StripInput): void {
    const { next: strip, strips } = this;
    if (this.outerSpace !== undefined) strip.lead += this.spaceAbove;
    strip.spaceBefore = this.outerSpace ?? this.spaceAbove;
    strip.height = height;
    strip.frame = this.blocks.at(-1)?.innermost;
    strip.content = content;
    strip.origin = origin;
    if (cost !== undefined) this.avoidBreak(cost);
    if (notes) strip.notes = strip.notes.length > 0 ? [...strip.notes, ...notes] : notes;
    if (anchors) strip.anchors = [...strip.anchors, ...anchors];
    if (mayMention(strip)) this.mentioning.push(strips.length);
    strips.push(strip);
    this.next = new MadeStrip();
    this.spaceAbove = 0;
    this.outerSpace = undefined;
    this.isOpening = false;
  }

  /** Adds space that collapses with margins. */
  space(length: Pt): void {
    this.spaceAbove = collapse(this.spaceAbove, length);
  }

  /** Puts a marker beside the next strip. */
  hang(marker: LineContent): void {
    this.next.markers = [...this.next.markers, marker];
  }

  /** Has a table read after the last strip. It takes no room and changes no margin. */
  speak(table: SpokenTable): void {
    const last = this.strips.at(-1);
    if (last) last.spoken = [...(last.spoken ?? []), table];
  }

  /** Gives ids, running strings and outline entries to the next strip. */
  mark({ anchors, strings, bookmarks, sidenotes, notes, figure }: PlaceMarks): void {
    const { next } = this;
    if (anchors?.length) next.anchors = [...next.anchors, ...anchors];
    if (strings?.length) next.strings = [...next.strings, ...strings];
    if (bookmarks?.length) next.bookmarks = [...next.bookmarks, ...bookmarks];
    if (sidenotes) next.sidenotes = [...(next.sidenotes ?? []), ...sidenotes];
    if (notes) next.notes = [...next.notes, ...notes];
    if (figure) next.figure = figure;
  }

  /** Returns the ids, running strings and outline entries that wait for the next strip; they wait no longer. */
  takeMarks(): PlaceMarks {
    const { next } = this;
    const { anchors, strings, bookmarks } = next;
    next.anchors = none;
    next.strings = none;
    next.bookmarks = none;
    return { anchors, strings, bookmarks };
  }

  /** Puts a flow on sideways pages after the page that the last strip stands on. */
  addSideways(flow: Flow): void {
    if (this.strips.length === 0) this.addEmpty(undefined);
    this.sideways.push({ after: this.strips.length - 1, flow });
  }

  /** Adds a float that was written here, to the strip above it, or to the next one at the beginning of its section. */
  float(input: Omit<PageFloat, 'section'>): void {
    const section = this.sections.at(-1)!;
    const float = { ...input, section };
    const above = this.strips.at(-1);
    if (above && this.strips.length > section.first && this.next.forcedBreak === undefined) above.floats = [...(above.floats ?? []), float];
    else this.next.floats = [...(this.next.floats ?? []), float];
  }

  /** Floats that are added from now on stay above the end of this section. */
  openSection(): void {
    this.sections.push({ first: this.strips.length, end: Number.POSITIVE_INFINITY });
  }

  closeSection(): void {
    if (this.next.floats) this.addEmpty(this.next.floats[0]!.origin);
    this.sections.pop()!.end = this.strips.length;
  }

  forceBreak(kind: ForcedBreak): void {
    this.next.forcedBreak = strongest(this.next.forcedBreak, kind);
  }

  /** Forbids or prices the break above the next strip. */
  avoidBreak(next: BreakCost): void {
    this.next.breakCost = Math.max(this.next.breakCost, next);
  }

  /** Remembers that the last `count` strips print page numbers. */
  watch(count: number, setStrips: VolatileStrips['setStrips']): void {
    const { strips, mentioning } = this;
    const first = strips.length - count;
    this.volatile.push({ first, count, insideCost: 0, setStrips });
    // The ids and terms among them move from line to line.
    while (mentioning.length > 0 && mentioning.at(-1)! >= first) mentioning.pop();
    for (let index = first; index < strips.length; index += 1) mentioning.push(index);
  }

  /** Remembers that the last `count` strips may become one fewer; in the text of pages only. */
  allowShorter(count: number, setShorter: ShortenableStrips['setShorter']): void {
    this.shortenable.push({ first: this.strips.length - count, count, insideCost: 0, setShorter });
  }

  finish(): Flow {
    const { strips, frames, mentioning, sideways, volatile, shortenable } = this;
    if (strips.length === 0 || this.next.anchors.length > 0 || this.next.strings.length > 0 || this.next.floats || this.next.sidenotes)
      this.addEmpty(undefined);
    this.sections[0]!.end = strips.length;
    return { strips, frames, mentioning, sideways, volatile, shortenable };
  }

  private addEmpty(origin: Span | undefined): void {
    this.add({ content: { kind: 'empty' }, height: 0, origin });
  }

  /** Obeys `break-before` or `break-after`. */
  private breakAt(style: Style, value: Style['breakBefore']): void {
    if (value === 'auto') return;
    const side = forcedSide(style, value);
    if (side !== undefined) this.next.forcedBreak = strongest(this.next.forcedBreak, side);
    this.next.columnBreak ||= value === 'column';
    if (value === 'avoid') this.next.breakCost = Math.max(this.next.breakCost, breakCosts.headingAlone);
  }

  private growToMinimum({ style, frame, firstStrip }: OpenBlock, last: Strip): void {
    if (style.minHeight <= 0 && style.height === 'auto') return;
    const wanted = Math.max(style.minHeight, style.height !== 'auto' && style.height.kind === 'length' ? style.height.length : 0);
    let height = -(frame?.openAt ?? 0);
    for (let index = firstStrip; index < this.strips.length; index += 1) {
      const strip = this.strips[index]!;
      height += (index === firstStrip ? 0 : strip.spaceBefore) + stripHeight(strip);
    }
    last.trail += Math.max(0, wanted - height);
  }

  private keepWhole(first: number): void {
    const { strips } = this;
    let height = 0;
    for (let index = first; index < strips.length; index += 1) height += strips[index]!.spaceBefore + stripHeight(strips[index]!);
    if (height > this.pageHeight) return;
    for (let index = first + 1; index < strips.length; index += 1) strips[index]!.breakCost += breakCosts.avoidInside;
    addInside(this.volatile, first);
    addInside(this.shortenable, first);
  }
}

/** Those inside a block that wants to stay whole are the last ones. */
function addInside(replaceable: readonly ReplaceableStrips[], first: number): void {
  for (let index = replaceable.length - 1; index >= 0 && replaceable[index]!.first >= first; index -= 1)
    replaceable[index]!.insideCost += breakCosts.avoidInside;
}
