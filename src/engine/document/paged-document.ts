/**
 * The laid-out booklet: pages of positioned items, and how they read.
 *
 * This is all that painters see. Every item is either a leaf of the reading order or an
 * artifact; there is no third kind. Coordinates: points, y down, origin at the page's top left.
 */
import type { Bitmap, Color, Drawing, Path, Stroke } from '../drawing/drawing.ts';
import type { Pt } from '../geometry/length.ts';
import type { Rect, Size } from '../geometry/rect.ts';
import type { Span } from '../source/source-file.ts';
import type { Font } from '../text/font.ts';
import type { PlacedWords } from '../text/placed-words.ts';
import type { LeafId, StructureElement } from './structure.ts';

/** What an artifact is, after ISO 32000-1, 14.8.2.2.2; a `repetition` is a table head shown again on a later page. */
export type ArtifactKind = 'header' | 'footer' | 'repetition' | 'page' | 'layout' | 'background';

/** Where an item belongs: in the reading order, or to the furniture of the page. */
export type Mark = LeafId | ArtifactKind;

interface Item {
  readonly mark: Mark;
  /** Where the author wrote it. */
  readonly origin?: Span | undefined;
}

/**
 * Set on what was turned a quarter to the left, as in tables that are too wide for a page: text runs up the page from
 * its `x` and `y`, and a picture stands with its foot on the right side of its `rect`.
 */
export type Turned = true;

/** A piece of one line in one style: shaped words at their places. `x` is the left edge, `y` the baseline. */
export interface TextItem extends Item, PlacedWords {
  readonly kind: 'text';
  readonly x: Pt;
  readonly y: Pt;
  readonly width: Pt;
  readonly size: Pt;
  readonly color: Color;
  /** Added after each cluster. */
  readonly letterSpacing: Pt;
  /** Read aloud, searched and copied, but not painted. */
  readonly isInvisible?: boolean;
  readonly isTurned?: Turned;
}

/** A filled or stroked path in page coordinates: rules, backgrounds, borders, underlines, answer lines. */
export interface ShapeItem extends Item {
  readonly kind: 'shape';
  readonly path: Path;
  readonly fill?: Color;
  readonly stroke?: Stroke;
}

/** A vector picture scaled into a rectangle. */
export interface DrawingItem extends Item {
  readonly kind: 'drawing';
  readonly rect: Rect;
  readonly drawing: Drawing;
  readonly isTurned?: Turned;
  /** Text that is not seen but copied, where the drawing is one of text: a formula. */
  readonly copied?: CopiedText;
  /** What is seen in its letters, where nobody reads or copies them: the number of a line of code, in its first digit. */
  readonly shown?: ShownText | undefined;
}

/** Drawn letters as if they were set: `x` is the left edge, `y` the baseline. Nothing of it is painted. */
export type ShownText = PlacedWords & Pick<TextItem, 'size' | 'color' | 'x' | 'y' | 'width'>;

/** Text and the place where a reader marks it: `x` is the left edge, `y` the baseline. Nothing of it is painted. */
export interface CopiedText {
  readonly text: string;
  readonly font: Font;
  readonly size: Pt;
  readonly x: Pt;
  readonly y: Pt;
  readonly width: Pt;
}

/** A bitmap scaled into a rectangle. */
export interface ImageItem extends Item {
  readonly kind: 'image';
  readonly rect: Rect;
  readonly bitmap: Bitmap;
  readonly isTurned?: Turned;
}

/** An active area. `mark` is the leaf of the text or picture that it covers, so that the annotation lands in that Link element. */
export interface LinkItem extends Item {
  readonly kind: 'link';
  readonly mark: LeafId;
  readonly rect: Rect;
  /** `#destination` in this document, or an absolute address. */
  readonly target: string;
  /** What the link says, for readers that announce it (PDF Contents). */
  readonly description: string;
}

export type PageItem = TextItem | ShapeItem | DrawingItem | ImageItem | LinkItem;

export interface Page {
  readonly size: Size;
  /** What is printed as its number: `iv`, `12`. */
  readonly label: string;
  /** Which side of the spread; a left page of a left-to-right booklet is a verso. */
  readonly side: 'left' | 'right';
  /** The area of the running text, for checks. */
  readonly contentArea: Rect;
  /** The column of the outer margin in which notes may stand. */
  readonly sidenoteArea?: Rect;
  readonly items: readonly PageItem[];
}

export interface Destination {
  /** Index in `pages`. */
  readonly page: number;
  readonly x: Pt;
  readonly y: Pt;
}

export interface Bookmark {
  readonly title: string;
  readonly destination: Destination;
  readonly children: readonly Bookmark[];
}

export interface DocumentMetadata {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly authors: readonly string[];
  readonly subject?: string;
  readonly keywords?: readonly string[];
  readonly rights?: string;
  /** ISO 8601 date, from the booklet and never from the clock. */
  readonly date?: string;
  readonly producer: string;
}

export interface PagedDocument {
  readonly pages: readonly Page[];
  readonly structure: StructureElement;
  readonly bookmarks: readonly Bookmark[];
  /** Named places, sorted by name. */
  readonly destinations: ReadonlyMap<string, Destination>;
  readonly metadata: DocumentMetadata;
}
