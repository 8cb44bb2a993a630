/**
 * The values of one element while its style is worked out: one field a property, flat, so that the property table
 * can name them. `finish-style.ts` turns them into the `Style` that other stages see.
 */
import type { Color } from '../drawing/drawing.ts';
import type { Pt } from '../geometry/length.ts';
import type { Size } from '../geometry/rect.ts';
import type { CssValue } from './css-value.ts';
import type { TextSizes } from './relative-length.ts';
import type { BorderSide, BreakBetween, ContentPart, Extent, GridColumns, Style } from './style.ts';

/** A color, or the color of the element's text. */
export type ColorValue = Color | 'currentcolor';

/** Leading: a multiple of the text size, handed on as such, or a fixed distance. */
export type LineHeight = { readonly kind: 'factor'; readonly factor: number } | { readonly kind: 'length'; readonly length: Pt };

/** What `content` can hold before and after an element: also a page number to be found, and dots. */
export type GeneratedPart =
  | ContentPart
  /** `target-counter(attr(href), page)`: the page of what an attribute points to. */
  | { readonly kind: 'target-page'; readonly attribute: string }
  | { readonly kind: 'leader' };

/** A counter and a number: what it is set to, or how much is added. */
export interface CounterStep {
  readonly name: string;
  readonly value: number;
}

type Margin = Pt | 'auto';
type Line = BorderSide['line'];

/** `text-align: "."`: numbers are lined up on a character (CSS Text 4, section 7.1.1). */
export interface AlignCharacter {
  readonly character: string;
}

/** Every property of the subset, computed. */
export interface ComputedValues {
  readonly display: Style['display'];
  readonly marginTop: Margin;
  readonly marginRight: Margin;
  readonly marginBottom: Margin;
  readonly marginLeft: Margin;
  readonly paddingTop: Pt;
  readonly paddingRight: Pt;
  readonly paddingBottom: Pt;
  readonly paddingLeft: Pt;
  readonly borderTopWidth: Pt;
  readonly borderRightWidth: Pt;
  readonly borderBottomWidth: Pt;
  readonly borderLeftWidth: Pt;
  readonly borderTopStyle: Line;
  readonly borderRightStyle: Line;
  readonly borderBottomStyle: Line;
  readonly borderLeftStyle: Line;
  readonly borderTopColor: ColorValue;
  readonly borderRightColor: ColorValue;
  readonly borderBottomColor: ColorValue;
  readonly borderLeftColor: ColorValue;
  readonly borderRadius: Pt;
  readonly backgroundColor: ColorValue;
  readonly width: Extent;
  readonly maxWidth: Extent;
  readonly height: Extent;
  readonly minHeight: Pt;
  readonly maxHeight: Extent;
  readonly gridTemplateColumns: GridColumns;
  readonly columnGap: Pt;
  readonly rowGap: Pt;
  readonly columnCount: number;
  readonly columnRuleWidth: Pt;
  readonly columnRuleStyle: Line;
  readonly columnRuleColor: ColorValue;
  readonly columnSpan: Style['columnSpan'];
  readonly tableLayout: Style['tableLayout'];
  readonly verticalAlign: Style['verticalAlign'];
  readonly captionSide: Style['captionSide'];
  readonly color: Color;
  readonly fontFamily: readonly string[];
  readonly fontSize: Pt;
  readonly fontWeight: number;
  readonly fontStyle: Style['fontStyle'];
  readonly fontVariantNumeric: readonly string[];
  readonly fontVariantCaps: readonly string[];
  readonly fontVariantLigatures: readonly string[];
  readonly fontVariantPosition: readonly string[];
  readonly fontKerning: readonly string[];
  readonly fontFeatureSettings: readonly string[];
  readonly lineHeight: LineHeight;
  readonly lineSnap: Style['lineSnap'];
  readonly letterSpacing: Pt;
  readonly textAlign: Style['textAlign'] | AlignCharacter;
  readonly textJustify: Style['textJustify'];
  readonly textIndent: Pt;
  readonly initialLetter: number;
  readonly textTransform: Style['textTransform'];
  readonly textWrap: Style['textWrap'];
  readonly looseness: Style['looseness'];
  readonly hyphens: Style['hyphens'];
  readonly hyphenateLimitLines: Style['hyphenateLimitLines'];
  readonly hyphenateLimitLast: Style['hyphenateLimitLast'];
  readonly hyphenateLimitChars: Style['hyphenateLimitChars'];
  readonly hangingPunctuation: Style['hangingPunctuation'];
  readonly wordBreak: Style['wordBreak'];
  readonly lineBreak: Style['lineBreak'];
  readonly textAutospace: Style['textAutospace'];
  readonly whiteSpace: Style['whiteSpace'];
  readonly direction: Style['direction'];
  readonly listStyleType: string;
  readonly orphans: number;
  readonly widows: number;
  readonly textDecorationLine: Style['textDecorationLine'];
  readonly textDecorationStyle: Style['textDecorationStyle'];
  readonly textDecorationColor: ColorValue;
  readonly breakBefore: BreakBetween;
  readonly breakAfter: BreakBetween;
  readonly breakInside: Style['breakInside'];
  readonly float: Style['float'];
  readonly boxDecorationBreak: Style['boxDecorationBreak'];
  readonly continuation: Style['continuation'];
  readonly page: string;
  readonly footnoteDisplay: Style['footnoteDisplay'];
  readonly stringSet: Style['stringSet'];
  readonly bookmarkLevel: Style['bookmarkLevel'];
  readonly content: 'none' | readonly GeneratedPart[];
  readonly counterReset: readonly CounterStep[];
  readonly counterIncrement: readonly CounterStep[];
  /** Only read in `@page`, and overridden by the booklet's paper. */
  readonly size: Size | 'auto';
}

/** What a specified value is computed against. */
export interface ComputeContext extends TextSizes {
  readonly direction: Style['direction'];
  readonly parent: ComputedValues;
}

/** A value that has been read and waits for its element. */
export type Specified<Value> = (context: ComputeContext) => Value;

/** A row of the property table. The manual prints all of it but `key` and `read`. */
export interface Property<Key extends keyof ComputedValues = keyof ComputedValues> {
  /** As in CSS: `margin-top`. */
  readonly name: string;
  readonly key: Key;
  readonly isInherited: boolean;
  /** The initial value, as CSS text. */
  readonly initial: string;
  /** The values it takes, in the notation of the CSS specifications. */
  readonly syntax: string;
  readonly description: string;
  /** Reads a value; undefined when it is not one of ours. */
  readonly read: (value: CssValue) => Specified<ComputedValues[Key]> | undefined;
}
