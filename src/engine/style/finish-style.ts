/** Computed values to the `Style` that layout reads: colors and leading settled, sides gathered. */
import type { Color } from '../drawing/drawing.ts';
import type { ColorValue, ComputedValues } from './computed-values.ts';
import type { BorderSide, Style } from './style.ts';

/** What a style holds besides values of properties. */
export interface StyleSurroundings {
  readonly language: string;
  readonly custom: ReadonlyMap<string, string>;
}

/** Makes the style of an element from its computed values. */
export function finishStyle(values: ComputedValues, { language, custom }: StyleSurroundings): Style {
  return {
    display: values.display,
    margin: {
      top: lengthOf(values.marginTop),
      right: lengthOf(values.marginRight),
      bottom: lengthOf(values.marginBottom),
      left: lengthOf(values.marginLeft),
    },
    marginAuto: { left: values.marginLeft === 'auto', right: values.marginRight === 'auto' },
    padding: { top: values.paddingTop, right: values.paddingRight, bottom: values.paddingBottom, left: values.paddingLeft },
    borderTop: borderSide(values.borderTopWidth, values.borderTopStyle, paint(values.borderTopColor, values)),
    borderRight: borderSide(values.borderRightWidth, values.borderRightStyle, paint(values.borderRightColor, values)),
    borderBottom: borderSide(values.borderBottomWidth, values.borderBottomStyle, paint(values.borderBottomColor, values)),
    borderLeft: borderSide(values.borderLeftWidth, values.borderLeftStyle, paint(values.borderLeftColor, values)),
    borderRadius: values.borderRadius,
    backgroundColor: visible(paint(values.backgroundColor, values)),
    width: values.width,
    maxWidth: values.maxWidth,
    height: values.height,
    minHeight: values.minHeight,
    maxHeight: values.maxHeight,
    gridColumns: values.gridTemplateColumns,
    columnGap: values.columnGap,
    rowGap: values.rowGap,
    columnCount: values.columnCount,
    columnRule: borderSide(values.columnRuleWidth, values.columnRuleStyle, paint(values.columnRuleColor, values)),
    columnSpan: values.columnSpan,
    tableLayout: values.tableLayout,
    verticalAlign: values.verticalAlign,
    captionSide: values.captionSide,
    color: values.color,
    fontFamily: values.fontFamily,
    fontSize: values.fontSize,
    fontWeight: values.fontWeight,
    fontStyle: values.fontStyle,
    fontFeatures: featuresOf(values),
    lineHeight: values.lineHeight.kind === 'factor' ? values.lineHeight.factor * values.fontSize : values.lineHeight.length,
    lineSnap: values.lineSnap,
    letterSpacing: values.letterSpacing,
    // What is lined up on a character stands at the right, whatever the direction: numbers run from left to right in every script.
    textAlign: typeof values.textAlign === 'string' ? values.textAlign : values.direction === 'ltr' ? 'end' : 'start',
    alignCharacter: typeof values.textAlign === 'string' ? undefined : values.textAlign.character,
    textJustify: values.textJustify,
    textIndent: values.textIndent,
    initialLetter: values.initialLetter,
    textTransform: values.textTransform,
    textWrap: values.textWrap,
    looseness: values.looseness,
    hyphens: values.hyphens,
    hyphenateLimitLines: values.hyphenateLimitLines,
    hyphenateLimitLast: values.hyphenateLimitLast,
    hyphenateLimitChars: values.hyphenateLimitChars,
    hangingPunctuation: values.hangingPunctuation,
    wordBreak: values.wordBreak,
    lineBreak: values.lineBreak,
    textAutospace: values.textAutospace,
    whiteSpace: values.whiteSpace,
    direction: values.direction,
    language,
    listStyleType: values.listStyleType,
    orphans: values.orphans,
    widows: values.widows,
    textDecorationLine: values.textDecorationLine,
    textDecorationStyle: values.textDecorationStyle,
    textDecorationColor: values.textDecorationColor === 'currentcolor' ? undefined : values.textDecorationColor,
    breakBefore: values.breakBefore,
    breakAfter: values.breakAfter,
    breakInside: values.breakInside,
    float: values.float,
    boxDecorationBreak: values.boxDecorationBreak,
    continuation: values.continuation,
    page: values.page,
    footnoteDisplay: values.footnoteDisplay,
    stringSet: values.stringSet,
    bookmarkLevel: values.bookmarkLevel,
    custom,
  };
}

const lengthOf = (margin: number | 'auto'): number => (margin === 'auto' ? 0 : margin);
const paint = (color: ColorValue, values: ComputedValues): Color => (color === 'currentcolor' ? values.color : color);
const visible = (color: Color): Color | undefined => (color.alpha > 0 ? color : undefined);

function borderSide(width: number, line: BorderSide['line'], color: Color): BorderSide {
  const isDrawn = line !== 'none' && width > 0 && color.alpha > 0;
  // An invisible line still takes its room; a missing one does not.
  if (isDrawn) return { width, line, color };
  return { width: line === 'none' ? 0 : width, line: 'none', color };
}

function featuresOf(values: ComputedValues): readonly string[] {
  // Later ones win when they name the same feature: what `font-feature-settings` says is last.
  const all = [
    values.fontKerning,
    values.fontVariantLigatures,
    values.fontVariantPosition,
    values.fontVariantNumeric,
    values.fontVariantCaps,
    values.fontFeatureSettings,
  ].flat();
  return all.length > 1 ? [...new Set(all)] : all;
}
