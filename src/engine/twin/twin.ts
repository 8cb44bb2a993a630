/**
 * What the twins of a booklet are made from: a web page and a plain text that say what the printed pages say, for
 * screen readers, phones and braille. They have no pages, so nothing here knows of one.
 */
import type { Labels } from '../content/labels.ts';
import type { Drawing } from '../drawing/drawing.ts';
import type { Formula } from '../drawing/formula.ts';
import type { MarkupElement } from '../markup/element.ts';

/** The twins that there are. */
export const twinFormats = ['html', 'text'] as const;
export type TwinFormat = (typeof twinFormats)[number];

/** A chart for wide windows, and again for narrow ones where it can be drawn so that its letters stay readable. */
export interface TwinChart {
  readonly wide: Drawing;
  readonly narrow?: Drawing;
}

/** Pictures by the path that the author wrote. */
export interface TwinPictures {
  chartOf(src: string): TwinChart | undefined;
  /** An SVG file as it was drawn; undefined for other files. */
  drawingOf(src: string): Drawing | undefined;
  /** The PNG or JPEG file. */
  fileOf(src: string): Uint8Array | undefined;
}

/** One edition of a booklet. */
export interface Twin {
  /** Markup without page numbers: see `dropPageNumbers`. */
  readonly root: MarkupElement;
  readonly title: string;
  /** The subtitle. */
  readonly subject?: string;
  /** What the edition is called, in the booklet's language. */
  readonly edition: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly authors: readonly string[];
  readonly rights?: string;
  readonly producer: string;
  readonly labels: Labels;
  readonly pictures: TwinPictures;
  readonly formulas: ReadonlyMap<MarkupElement, Formula>;
}
