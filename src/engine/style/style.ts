/** Computed style: every property of the CSS subset, resolved; all lengths in points. Inherited ones are marked. */
import type { Color } from '../drawing/drawing.ts';
import type { Pt } from '../geometry/length.ts';
import type { Insets, Size } from '../geometry/rect.ts';
import type { MarkupElement } from '../markup/element.ts';
import type { Span } from '../source/source-file.ts';

/** Columns of a grid: the share of the width that each has, or the least width of the equal columns that fill a row (`auto-fit`). */
export type GridColumns =
  | { readonly kind: 'shares'; readonly shares: readonly number[] }
  | { readonly kind: 'auto-fit'; readonly least: Pt };

/** `auto`, points, or a share of the containing width (1 is 100 %). */
export type Extent = 'auto' | { readonly kind: 'length'; readonly length: Pt } | { readonly kind: 'share'; readonly share: number };

export interface BorderSide {
  readonly width: Pt;
  readonly line: 'none' | 'solid' | 'dashed' | 'dotted' | 'double';
  readonly color: Color;
}

export type BreakBetween = 'auto' | 'avoid' | 'column' | 'page' | 'left' | 'right' | 'recto' | 'verso';

/** Pieces of `content`, `string-set` and margin boxes. */
export type ContentPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'counter'; readonly name: string; readonly format: string }
  | { readonly kind: 'string'; readonly name: string; readonly which: 'first' | 'start' | 'last' | 'first-except' | 'range' }
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'element-text' }
  /** A printed label in the booklet's language, as in `label(page)`: our addition to CSS, as `range` above is. */
  | { readonly kind: 'label'; readonly name: string };

/** Where punctuation hangs (CSS Text 3, section 9.1). */
export interface HangingPunctuation {
  readonly first: boolean;
  readonly end: 'none' | 'allow' | 'force';
  readonly last: boolean;
}

export interface Style {
  readonly display:
    | 'block'
    | 'inline'
    | 'none'
    | 'list-item'
    | 'grid'
    | 'table'
    | 'table-row-group'
    | 'table-header-group'
    | 'table-footer-group'
    | 'table-row'
    | 'table-cell'
    | 'table-caption';

  // Box.
  readonly margin: Insets;
  /** Sides whose margin is `auto`; centring of blocks narrower than their container. */
  readonly marginAuto: { readonly left: boolean; readonly right: boolean };
  readonly padding: Insets;
  readonly borderTop: BorderSide;
  readonly borderRight: BorderSide;
  readonly borderBottom: BorderSide;
  readonly borderLeft: BorderSide;
  readonly borderRadius: Pt;
  readonly backgroundColor: Color | undefined;
  readonly width: Extent;
  readonly maxWidth: Extent;
  readonly height: Extent;
  readonly minHeight: Pt;
  readonly maxHeight: Extent;
  /** Columns of a grid, and the gaps between its cells. */
  readonly gridColumns: GridColumns;
  readonly columnGap: Pt;
  readonly rowGap: Pt;
  /** `column-count`: text columns of this block; 1 for none. */
  readonly columnCount: number;
  /** The line between text columns. */
  readonly columnRule: BorderSide;
  /** Whether the block stands across all columns of the block around it. */
  readonly columnSpan: 'none' | 'all';
  /** Whether the columns of a table follow its first row and not its content. */
  readonly tableLayout: 'auto' | 'fixed';
  readonly verticalAlign: 'baseline' | 'sub' | 'super' | 'top' | 'middle' | 'bottom';
  /** Inherited. `collapse` is the only border model of tables. */
  readonly captionSide: 'top' | 'bottom';

  // Text; all inherited except the last three.
  readonly color: Color;
  readonly fontFamily: readonly string[];
  readonly fontSize: Pt;
  readonly fontWeight: number;
  readonly fontStyle: 'normal' | 'italic';
  /** OpenType features from `font-variant-*` and `font-feature-settings`. */
  readonly fontFeatures: readonly string[];
  readonly lineHeight: Pt;
  /** Whether lines stand on a grid of the root's leading; asked of the root. */
  readonly lineSnap: 'none' | 'baseline';
  readonly letterSpacing: Pt;
  readonly textAlign: 'start' | 'end' | 'center' | 'justify';
  /** What numbers in the cells of a column are lined up on (`text-align: "."`); undefined for none. */
  readonly alignCharacter: string | undefined;
  /** Whether letters help spaces to fill justified lines. */
  readonly textJustify: 'auto' | 'inter-word';
  readonly textIndent: Pt;
  /** Height of a first letter in lines; 1 for the usual one. */
  readonly initialLetter: number;
  readonly textTransform: 'none' | 'uppercase' | 'lowercase' | 'capitalize';
  readonly textWrap: 'wrap' | 'balance' | 'pretty' | 'nowrap';
  /** How many lines more than usual a paragraph has; `auto`: perhaps one fewer. */
  readonly looseness: 'auto' | number;
  readonly hyphens: 'none' | 'manual' | 'auto';
  /** How many lines in a row may end in a hyphen. */
  readonly hyphenateLimitLines: 'no-limit' | number;
  /** `always` keeps the hyphen off the line before the last one. */
  readonly hyphenateLimitLast: 'none' | 'always';
  /** Least letters of a hyphenated word, and of its parts before and after the hyphen. */
  readonly hyphenateLimitChars: 'auto' | { readonly word: number; readonly before: number; readonly after: number };
  /** What may stand outside the measure. */
  readonly hangingPunctuation: 'none' | HangingPunctuation;
  /** Whether lines end inside words, and between the letters of Chinese, Japanese and Korean. */
  readonly wordBreak: 'normal' | 'keep-all' | 'break-all';
  /** How strict the rules are by which signs of Chinese and Japanese must not begin or end a line. */
  readonly lineBreak: 'auto' | 'loose' | 'normal' | 'strict' | 'anywhere';
  /** What stands a little apart from characters of Chinese and Japanese: `normal` for letters and digits. */
  readonly textAutospace: 'normal' | 'no-autospace' | 'ideograph-alpha' | 'ideograph-numeric';
  readonly whiteSpace: 'normal' | 'pre' | 'nowrap';
  readonly direction: 'ltr' | 'rtl';
  readonly language: string;
  readonly listStyleType: string;
  readonly orphans: number;
  readonly widows: number;
  readonly textDecorationLine: 'none' | 'underline' | 'line-through';
  readonly textDecorationStyle: 'solid' | 'dotted' | 'dashed' | 'double';
  /** Undefined: the color of the text. */
  readonly textDecorationColor: Color | undefined;

  // Breaking.
  readonly breakBefore: BreakBetween;
  readonly breakAfter: BreakBetween;
  readonly breakInside: 'auto' | 'avoid';
  /** CSS Page Floats 3: the edge of a page to which a block is moved; `nearest` is `snap-block`. `sidenote`: into the outer margin, beside what follows. */
  readonly float: 'none' | 'top' | 'bottom' | 'nearest' | 'sidenote';
  /** Whether borders and padding are drawn again where a box is split. */
  readonly boxDecorationBreak: 'slice' | 'clone';
  /** Whether a box that is split says where it goes on. */
  readonly continuation: 'none' | 'page';
  /** Name of the `@page` that this block wants; '' for the plain page. Inherited. */
  readonly page: string;
  readonly footnoteDisplay: 'block' | 'inline';

  // Generated.
  readonly stringSet: readonly { readonly name: string; readonly content: readonly ContentPart[] }[];
  /** 1 to 6, or none: the level in the PDF outline. */
  readonly bookmarkLevel: number | 'none';
  /** Chart palette and other custom properties that drawings read, such as `--chart-1`. Inherited. */
  readonly custom: ReadonlyMap<string, string>;
}

export interface StyledText {
  readonly kind: 'text';
  readonly text: string;
  readonly origin?: Span | undefined;
}

/** An element with its computed style. Elements with `display: none` are gone; `::before` and `::after` are ordinary children. */
export interface StyledElement {
  readonly kind: 'element';
  readonly name: string;
  readonly style: Style;
  readonly attributes: MarkupElement['attributes'];
  readonly children: readonly StyledNode[];
  /** What `::marker` rules say of a list item's bullet or number, or of the numbers of lines; absent when there are none. */
  readonly marker?: StyledMarker | undefined;
  /** What `::first-line` rules say of the first line of its own text; absent when there are none. */
  readonly firstLine?: Style | undefined;
  readonly origin?: Span | undefined;
}

/** A bullet or number of its own style. */
export interface StyledMarker {
  readonly style: Style;
  /** What stands in place of the bullet or number; undefined for the usual one. */
  readonly text: string | undefined;
}

export type StyledNode = StyledElement | StyledText;

/** The sixteen margin boxes of CSS Paged Media 3 that we fill: three above and three below. */
export type MarginBoxName = 'top-left' | 'top-center' | 'top-right' | 'bottom-left' | 'bottom-center' | 'bottom-right';

export interface MarginBox {
  readonly name: MarginBoxName;
  readonly content: readonly ContentPart[];
  readonly style: Style;
  /** Where its `content` was written. */
  readonly origin?: Span | undefined;
}

/** Geometry and furniture of one kind of page. */
export interface PageStyle {
  readonly size: Size;
  readonly margin: Insets;
  readonly backgroundColor: Color | undefined;
  readonly marginBoxes: readonly MarginBox[];
}

/** Which page is asked about. */
export interface PageQuery {
  /** `page` property of the content, '' for none. */
  readonly name: string;
  readonly side: 'left' | 'right';
  /** First page of the document. */
  readonly isFirst: boolean;
  readonly isBlank: boolean;
}

/** A styled booklet: the tree, the pages it wants, and the area for notes. */
export interface StyledDocument {
  readonly root: StyledElement;
  pageStyle(query: PageQuery): PageStyle;
  /** Style of the area above the footnotes (`@footnote`): its margins, padding and border-top, the note separator. */
  readonly footnoteArea: Style;
  /** Style of the column of notes in the outer margin (`@sidenote`): its width, and gaps to the text and between notes. */
  readonly sidenoteArea: Style;
}
