/** A paragraph before and after it is broken into lines: the types around `setParagraph`. */
import type { Pt } from '../geometry/length.ts';
import type { TextStyle } from './font.ts';
import type { PlacedWords } from './placed-words.ts';

/** Text in one style. Line feeds in it are spaces; a forced break is a `BreakRun`. */
export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
  readonly style: TextStyle;
  /** Raises (positive) or lowers the baseline: superscripts and subscripts. */
  readonly baselineShift: Pt;
  /** `none` for code, addresses and other text whose words must stay whole, even at soft hyphens. */
  readonly hyphens: 'none' | 'manual' | 'auto';
  /** Preformatted text: its no-break spaces are ordinary ones that stay where they are, and are copied as such. */
  readonly keepsSpaces?: boolean;
  /** How this run stands in its surroundings' direction: an isolate is ordered as one neutral object (UAX #9). */
  readonly isolate?: 'ltr' | 'rtl' | 'auto' | undefined;
  /** Where its lines may end, if not as usual. */
  readonly breakRules?: BreakRules | undefined;
  /** What stands a little apart from characters of Chinese and Japanese; nothing, also at its ends, if undefined. */
  readonly autospace?: Autospace | undefined;
}

/**
 * A run as all runs of text are made, with each of its properties: setting text asks the runs of a booklet for them a million times.
 * A class, since V8 makes a literal of so many properties in a microsecond.
 */
class MadeTextRun implements TextRun {
  readonly kind = 'text';
  readonly text: string;
  readonly style: TextStyle;
  readonly baselineShift: Pt;
  readonly hyphens: TextRun['hyphens'];
  readonly keepsSpaces: boolean;
  readonly isolate: TextRun['isolate'];
  readonly breakRules: BreakRules | undefined;
  readonly autospace: Autospace | undefined;

  constructor(text: string, given: Omit<TextRun, 'kind' | 'text'>) {
    this.text = text;
    this.style = given.style;
    this.baselineShift = given.baselineShift;
    this.hyphens = given.hyphens;
    this.keepsSpaces = given.keepsSpaces === true;
    this.isolate = given.isolate;
    this.breakRules = given.breakRules;
    this.autospace = given.autospace;
  }
}

/** Returns a run of text in the manner of another one, or as `given`. */
export const textRun = (text: string, given: Omit<TextRun, 'kind' | 'text'>): TextRun => new MadeTextRun(text, given);

/** Letters of other scripts, decimal digits, or both. With `none`, what stands beside the run decides at its ends: code in a Chinese sentence. */
export type Autospace = 'letters' | 'numbers' | 'both' | 'none';

/** What a style says of the ends of lines (CSS Text 3, section 5). */
export interface BreakRules {
  readonly wordBreak: 'normal' | 'keep-all' | 'break-all';
  readonly lineBreak: 'auto' | 'loose' | 'normal' | 'strict' | 'anywhere';
  /** Whether no line ends inside, whatever the other rules say (`white-space: nowrap`). */
  readonly staysOnLine?: boolean;
}

/** Something that is not text but stands in a line: a small picture, a checkbox, an anchor of no width. */
export interface BoxRun {
  readonly kind: 'box';
  readonly width: Pt;
  readonly ascent: Pt;
  readonly descent: Pt;
  /** Stands in the line like a letter: beside it no line may end without a space. */
  readonly isLetter?: boolean | undefined;
  /** Space after it that vanishes where it ends a line, and the price of ending one there, as in TeX; for a box that goes on in the next run. */
  readonly spaceAfter?: Pt | undefined;
  readonly breakPenalty?: number | undefined;
}

/** Fills what is left of its line, with dots or nothing: the leader of a contents line. */
export interface LeaderRun {
  readonly kind: 'leader';
  readonly style: TextStyle;
  /** What is repeated, `.` usually; empty for plain space. */
  readonly pattern: string;
}

/** Ends the line, like `<br/>`. */
export interface BreakRun {
  readonly kind: 'break';
}

export type InlineRun = TextRun | BoxRun | LeaderRun | BreakRun;

export interface ParagraphStyle {
  readonly direction: 'ltr' | 'rtl';
  readonly align: 'start' | 'end' | 'center' | 'justify';
  /** Width of the lines. */
  readonly measure: Pt;
  /** Indent of the first line; negative for a hanging indent. */
  readonly indent: Pt;
  /** How far the first lines begin beside an initial letter; the indent is added. */
  readonly insets?: readonly Pt[] | undefined;
  /** Whether the patterns of languages may hyphenate words. */
  readonly hyphenates: boolean;
  /** Makes lines about equally long: `text-wrap: balance`, for headings. */
  readonly balance: boolean;
  /** Whether letters may help spaces to fill justified lines (`text-justify: auto`); otherwise spaces do it alone. */
  readonly spacesLetters: boolean;
  /** So many lines in a row may end in a hyphen, if there is another way; undefined for any number. */
  readonly mostHyphens?: number | undefined;
  /** Whether the line before the last one ends in a hyphen only if there is no other way. */
  readonly keepsLastWord?: boolean;
  readonly hyphenLimits?: HyphenLimits | undefined;
  /** What stands outside the measure; nothing, if undefined. */
  readonly hanging?: HangingPunctuation | undefined;
  /** How many lines more than the best setting has are wanted, or fewer when negative: page breaking may ask for it. */
  readonly looseness?: number;
  /** Distance between baselines when a line holds only text of the paragraph's own size. */
  readonly lineHeight: Pt;
}

/** What decides how wide a paragraph can be. */
export type WidthStyle = Pick<ParagraphStyle, 'direction' | 'indent'>;

/** Where punctuation hangs: an opening mark before the first line, a closing one behind the last, and what ends any line. */
export interface HangingPunctuation {
  readonly first: boolean;
  /** `allow`: only where the line would be too long otherwise. */
  readonly end: 'none' | 'allow' | 'force';
  readonly last: boolean;
}

/** How many letters a word must have to be hyphenated, and how many stay before and after the hyphen (`hyphenate-limit-chars`). */
export interface HyphenLimits {
  readonly word: number;
  readonly before: number;
  readonly after: number;
}

/** What one run has on one line: words at their distances from its left edge, none for boxes. Segments are in visual order, left to right. */
export interface LineSegment extends PlacedWords {
  /** Index of the run in the paragraph. */
  readonly run: number;
  /** Left edge, measured from the left edge of the measure. */
  readonly x: Pt;
  readonly width: Pt;
}

export interface SetLine {
  readonly segments: readonly LineSegment[];
  /** Extent above and below the baseline of the highest and deepest thing on the line, without leading. */
  readonly ascent: Pt;
  readonly descent: Pt;
  /** The first and the last of the runs that begin on this line or go on in it: says which notes and anchors the line carries. */
  readonly firstRun: number;
  readonly lastRun: number;
  /** The line ends in a hyphen that the author did not write. */
  readonly isHyphenated: boolean;
  /** How much the spaces are stretched (positive, in units of their stretch) or shrunk (negative). */
  readonly ratio: number;
  /** How much farther apart its letters stand than their style says, in ems; 0 for most lines. */
  readonly tracking: number;
  /** How far the line sticks out of the measure, because a word is longer than the line; 0 nearly always. */
  readonly overflow: Pt;
}

/** A paragraph set in lines, and what the measure could be at the least and would be at the most. */
export interface SetParagraph {
  readonly lines: readonly SetLine[];
  /** Whether the author need not hear of it: no line is too long, and each character has a font. */
  readonly isSound: boolean;
  /** The first line that was too long before a word in it was divided where no word should be; undefined nearly always. */
  readonly longLine?: SetLine | undefined;
  /** Whether that was the first line of the paragraph. */
  readonly beginsLong?: boolean;
  /** Where the second line begins; undefined if there is one line only. */
  readonly secondLine?: TextPlace | undefined;
}

/** A place in the text of a run. */
export interface TextPlace {
  readonly run: number;
  readonly offset: number;
}

/** Widths that decide table columns: the longest unbreakable piece, and the whole on one line (CSS min-content, max-content). */
export interface ContentWidths {
  readonly min: Pt;
  readonly max: Pt;
}
