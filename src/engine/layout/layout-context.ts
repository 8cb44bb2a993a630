/** What every part of layout may ask: fonts, pictures, the words that we print, and what the last pass found. */
import type { StructureElement } from '../document/structure.ts';
import type { Picture } from '../drawing/drawing.ts';
import type { Formula } from '../drawing/formula.ts';
import type { Pt } from '../geometry/length.ts';
import type { Report } from '../source/diagnostic.ts';
import type { Span } from '../source/source-file.ts';
import type { Style, StyledElement } from '../style/style.ts';
import type { TextStyle } from '../text/font.ts';
import type { Autospace } from '../text/paragraph.ts';
import type { TextContext } from '../text/text-context.ts';
import type { EarlierCuts } from './earlier-cuts.ts';
import type { Flow } from './flow.ts';
import type { PageReferences } from './page-references.ts';

/** Pictures by the path that the author wrote. Charts are drawn for the width that they are shown at. */
export interface PictureLibrary {
  pictureOf(element: StyledElement, width: Pt): Picture | undefined;
}

/** Formulas by the element that shows them, in the language of the words that say them. */
export interface FormulaLibrary {
  formulaOf(element: StyledElement, language: string): Formula | undefined;
}

/** The words and digits that Octavo itself prints, in the booklet's language. */
export interface PrintedWords {
  number(value: number): string;
  /** A label such as `answerSpace`; `values` fill its `{…}`. */
  label(name: string, values?: Readonly<Record<string, string>>): string;
}

export interface LayoutContext {
  readonly text: TextContext;
  readonly pictures: PictureLibrary;
  readonly formulas: FormulaLibrary;
  readonly words: PrintedWords;
  readonly references: PageReferences;
  /** Scripts and signs without a font that have been reported: one message each, however many words there are. */
  readonly missingFonts: Set<string>;
  /** Height of the page area that the current flow is made for. */
  readonly pageHeight: Pt;
  /** Distance of the lines of the baseline grid; undefined without one. */
  readonly lineStep: Pt | undefined;
  /** Text is never made smaller than this. */
  readonly leastTextSize: Pt;
  readonly counters: LayoutCounters;
  /** Figures that float although they were not asked to: in the text, they would leave a page too empty. */
  readonly floatingFigures: Set<StyledElement>;
  /** Flows inside others (cells, notes, columns) that hold page numbers. */
  readonly nestedFlows: Flow[];
  /** What earlier passes know of page breaks: flows are often cut again of which only the end is new. */
  readonly cuts: EarlierCuts;
  /** Ids and terms whose pages are printed, and where the first of their numbers was written. */
  readonly printedPlaces: Map<string, Span | undefined>;
  readonly report: Report;
}

/** The only things that layout counts while it walks the document. */
export interface LayoutCounters {
  nextLeaf: number;
  nextNote: number;
  /** Of header cells that other cells name. */
  nextHead: number;
}

/** A structure element while its children are being collected. */
export interface GrowingStructure extends StructureElement {
  readonly children: (StructureElement | number)[];
}

const textStyles = new WeakMap<Style, TextStyle>();

/** Returns the part of a style that shapes text. The same style gives the same object, so that caches can use it as a key. */
export function textStyleOf(style: Style): TextStyle {
  let found = textStyles.get(style);
  if (!found) {
    found = {
      families: style.fontFamily,
      weight: style.fontWeight,
      style: style.fontStyle,
      size: style.fontSize,
      language: style.language,
      letterSpacing: style.letterSpacing,
      features: style.fontFeatures,
    };
    textStyles.set(style, found);
  }
  return found;
}

const autospaces: Readonly<Record<Style['textAutospace'], Autospace>> = {
  normal: 'both',
  'no-autospace': 'none',
  'ideograph-alpha': 'letters',
  'ideograph-numeric': 'numbers',
};

/** Returns what stands apart from characters of Chinese and Japanese in a run; indices and note calls do not. */
export const autospaceOf = ({ textAutospace }: Style, baselineShift: Pt): Autospace | undefined =>
  baselineShift === 0 ? autospaces[textAutospace] : undefined;
