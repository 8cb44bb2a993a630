/**
 * Text that is too pale for what is behind it: WCAG 2.1, 1.4.3 (AA).
 *
 * A style that is too pale is usually so in many places. It is reported at the first, with the number of the others.
 */
import { chartThemeOf } from '../drawing/chart-theme.ts';
import { formatColor, parseColor } from '../drawing/color.ts';
import type { Color } from '../drawing/drawing.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { Span } from '../source/source-file.ts';
import type { StyledElement } from '../style/style.ts';
import { textOfWords } from '../text/placed-words.ts';
import type { CheckedCharts } from './checked-chart.ts';
import { contrastOf, readableColor } from './contrast.ts';
import { findLabel } from './find-label.ts';
import { lowContrast } from './problems.ts';
import type { SeenText, TextCheck } from './seen-texts.ts';
import { type FoundElement, isSameColor, nearestAround, ownerOf, type StyleFinder, selectorOf } from './style-finder.ts';

/** WCAG 2.1: 4.5 : 1, and 3 : 1 for letters of at least 18 pt, or 14 pt in bold. */
const leastContrast = { text: 4.5, large: 3 } as const;
const largeSize = 18;
const largeBoldSize = 14;
const boldWeight = 700;

interface PaleText {
  readonly text: SeenText;
  readonly colors: NonNullable<SeenText['colors']>;
  readonly needed: number;
  readonly ratio: number;
  readonly place: PaleStyle;
  others: number;
}

/** What is to be changed, and where. */
interface PaleStyle {
  readonly what: string;
  readonly span: Span | undefined;
  /** The property that makes the text's color, as in "`color` of `p.meta`". */
  readonly property: string;
  /** The property that makes the color behind it, where it is known. */
  readonly groundProperty: string | undefined;
  /** Path of the chart; undefined for text of the page. */
  readonly file?: string | undefined;
}

/** Makes the check that reports text without enough contrast, once for each style. */
export function createContrastCheck(where: { readonly finder: StyleFinder; readonly charts: CheckedCharts }): TextCheck {
  const pale = new Map<string, PaleText>();
  /** The last colors that any text may have: most texts look as the one before. */
  let clear: SeenText['colors'];
  return {
    see(text) {
      const { colors } = text;
      if (!colors || (colors.color === clear?.color && colors.ground === clear.ground)) return;
      const ratio = contrastOf(colors.color, colors.ground);
      if (ratio >= leastContrast.text) {
        clear = colors;
        return;
      }
      const needed = isLarge(text) ? leastContrast.large : leastContrast.text;
      if (ratio >= needed || !/[\p{L}\p{N}]/u.test(textOfWords(text.words))) return;
      const place = placeOf(text, colors, where);
      const key = [place.property, formatColor(colors.color), formatColor(colors.ground), needed, place.file].join();
      const known = pale.get(key);
      if (known) known.others++;
      else pale.set(key, { text, colors, needed, ratio, place, others: 0 });
    },
    finish(report) {
      for (const one of pale.values()) report(describe(one));
    },
  };
}

function describe({ text, colors, needed, ratio, place, others }: PaleText): Diagnostic {
  const { what, span, property, groundProperty } = place;
  const [color, ground] = [formatColor(colors.color), formatColor(colors.ground)];
  const better = formatColor(readableColor(colors.color, colors.ground, needed));
  return lowContrast(
    { what, words: textOfWords(text.words), color, ground, ratio, needed, others },
    { property, groundProperty, better },
    span,
  );
}

function placeOf(text: SeenText, colors: NonNullable<SeenText['colors']>, where: Parameters<typeof createContrastCheck>[0]): PaleStyle {
  if (text.item.kind === 'text') return styleOfText(text, colors, where.finder);
  return text.item.shown ? styleOfNumber(text, colors, where.finder) : styleOfLabel(text, colors, where);
}

const isLarge = ({ size, words }: SeenText): boolean =>
  size >= largeSize || (size >= largeBoldSize && words.every((word) => word.font.weight >= boldWeight));

function styleOfText({ item, size }: SeenText, { ground }: NonNullable<SeenText['colors']>, finder: StyleFinder): PaleStyle {
  const color = (item as Extract<SeenText['item'], { kind: 'text' }>).color;
  const found = finder.find(item.origin, { color, size });
  const groundProperty = groundOf(found, ground);
  const isFurniture = item.mark === 'header' || item.mark === 'footer';
  if (isFurniture || !found) {
    const what = isFurniture ? `the page ${item.mark}` : 'this text';
    return { what, span: item.origin, property: isFurniture ? '`color` of this margin box' : '`color` of the text', groundProperty };
  }
  const selector = firstLineIn(found, color) ?? selectorOf(ownerOf(found, (style) => isSameColor(style.color, color)).element);
  return { what: 'this text', span: item.origin, property: `\`color\` of \`${selector}\``, groundProperty };
}

function groundOf(found: FoundElement | undefined, ground: Color): string | undefined {
  const owner = nearestAround(found, ({ style }) => style.backgroundColor !== undefined && isSameColor(style.backgroundColor, ground));
  return owner && `\`background-color\` of \`${selectorOf(owner.element)}\``;
}

/** Returns the selector of the first line that has a color of its own, if the element has another. */
function firstLineIn(found: FoundElement, color: Color): string | undefined {
  if (isSameColor(found.element.style.color, color)) return undefined;
  const block = nearestAround(found, ({ firstLine }) => firstLine !== undefined && isSameColor(firstLine.color, color));
  return block && `${selectorOf(block.element)}::first-line`;
}

function styleOfNumber({ item, size }: SeenText, { color, ground }: NonNullable<SeenText['colors']>, finder: StyleFinder): PaleStyle {
  const code = nearestAround(finder.find(item.origin, { color, size }), ({ marker }) => marker !== undefined);
  const property = code ? `\`color\` of \`${selectorOf(code.element)}::marker\`` : '`color` of the numbers';
  return { what: 'the number of this line', span: item.origin, property, groundProperty: groundOf(code, ground) };
}

function styleOfLabel(
  { item, words: shown }: SeenText,
  { color, ground }: NonNullable<SeenText['colors']>,
  { finder, charts }: { readonly finder: StyleFinder; readonly charts: CheckedCharts },
): PaleStyle {
  const element = finder.findPicture(item.origin);
  const chart = charts.get(element?.attributes.get('src') ?? '');
  const words = textOfWords(shown);
  if (chart?.kind === 'svg') {
    const span = chart.spanOf({ text: words });
    return { what: 'a text of this drawing', span, property: '`fill` of this text', groundProperty: undefined, file: span.file.path };
  }
  const variables = element ? variablesOf(element, color, ground) : {};
  const hasColor = (_: string, value: unknown): boolean => {
    const own = typeof value === 'string' && variables.text === undefined ? parseColor(value) : undefined;
    return own !== undefined && isSameColor(own, color);
  };
  const span = chart?.spanOf(findLabel(chart, words, hasColor)) ?? item.origin;
  const groundProperty = variables.ground && `\`${variables.ground}\` in the stylesheet`;
  const property = variables.text ? `\`${variables.text}\` in the stylesheet` : '`color` of these labels in the chart';
  return { what: 'a label of this chart', span, property, groundProperty, file: span?.file.path };
}

/** Colors of a chart that come from the stylesheet, by the names they have there. */
function variablesOf(element: StyledElement, color: Color, ground: Color): { readonly text?: string; readonly ground?: string } {
  const { textColor, palette } = chartThemeOf(element.style);
  const index = palette.findIndex((own) => isSameColor(own, ground));
  return {
    ...(isSameColor(textColor, color) && { text: '--chart-text' }),
    ...(index !== -1 && { ground: `--chart-${index + 1}` }),
  };
}
