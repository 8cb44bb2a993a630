/** The properties of SVG elements: what is inherited, and what each value means. */

import { black, parseColor } from '../color.ts';
import type { Color } from '../drawing.ts';
import { defaultFontSize, type LengthAxis, type LengthContext, readLength, readShare } from './svg-length.ts';

/** What something is filled or stroked with. */
export type SvgPaint =
  | { readonly kind: 'none' }
  | { readonly kind: 'color'; readonly color: Color }
  | { readonly kind: 'current-color' }
  /** The paint of whatever shows a marker. */
  | { readonly kind: 'context'; readonly of: 'fill' | 'stroke' }
  | { readonly kind: 'server'; readonly id: string; readonly fallback: SvgPaint | undefined };

/** Properties that elements pass on to their children. */
export interface SvgStyle {
  readonly color: Color;
  readonly fill: SvgPaint;
  readonly stroke: SvgPaint;
  readonly fillOpacity: number;
  readonly strokeOpacity: number;
  readonly fillRule: 'nonzero' | 'evenodd';
  readonly clipRule: 'nonzero' | 'evenodd';
  readonly strokeWidth: number;
  readonly lineCap: 'butt' | 'round' | 'square';
  readonly lineJoin: 'miter' | 'round' | 'bevel';
  readonly miterLimit: number;
  readonly dash: readonly number[];
  readonly dashOffset: number;
  readonly isVisible: boolean;
  readonly fontFamilies: readonly string[];
  readonly fontSize: number;
  readonly fontWeight: number;
  readonly fontStyle: 'normal' | 'italic';
  readonly letterSpacing: number;
  readonly textAnchor: 'start' | 'middle' | 'end';
  readonly baseline: SvgBaseline;
  readonly direction: 'ltr' | 'rtl';
  readonly keepsSpaces: boolean;
  /** Whether lines lie below areas. */
  readonly paintsStrokeFirst: boolean;
  /** Addresses of the markers at the points of a path. */
  readonly markerStart: string | undefined;
  readonly markerMid: string | undefined;
  readonly markerEnd: string | undefined;
}

/** Which line of the letters stands at `y`. */
export type SvgBaseline = 'alphabetic' | 'middle' | 'central' | 'hanging' | 'top' | 'bottom';

/** Properties that belong to one element. */
export interface SvgOwnStyle {
  readonly isDisplayed: boolean;
  readonly opacity: number;
  readonly clipPath: string | undefined;
  readonly mask: string | undefined;
  readonly isAlphaMask: boolean;
  readonly showsOverflow: boolean | undefined;
  readonly keepsStrokeWidth: boolean;
  readonly stopColor: SvgPaint;
  readonly stopOpacity: number;
  /** Moved up by this much. */
  readonly baselineShift: number;
  readonly transform: string | undefined;
}

/** What an element has when nothing is said anywhere. */
export const initialStyle: SvgStyle = {
  color: black,
  fill: { kind: 'color', color: black },
  stroke: { kind: 'none' },
  fillOpacity: 1,
  strokeOpacity: 1,
  fillRule: 'nonzero',
  clipRule: 'nonzero',
  strokeWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  miterLimit: 4,
  dash: [],
  dashOffset: 0,
  isVisible: true,
  fontFamilies: [],
  fontSize: defaultFontSize,
  fontWeight: 400,
  fontStyle: 'normal',
  letterSpacing: 0,
  textAnchor: 'start',
  baseline: 'alphabetic',
  direction: 'ltr',
  keepsSpaces: false,
  paintsStrokeFirst: false,
  markerStart: undefined,
  markerMid: undefined,
  markerEnd: undefined,
};

export const initialOwnStyle: SvgOwnStyle = {
  isDisplayed: true,
  opacity: 1,
  clipPath: undefined,
  mask: undefined,
  isAlphaMask: false,
  showsOverflow: undefined,
  keepsStrokeWidth: false,
  stopColor: { kind: 'color', color: black },
  stopOpacity: 1,
  baselineShift: 0,
  transform: undefined,
};

/** What a declaration changes; undefined for a value that cannot be read. */
export interface StyleChange {
  readonly inherited?: Partial<SvgStyle>;
  readonly own?: Partial<SvgOwnStyle>;
}

/** Where a value is read: lengths in `em` need the size of the letters. */
export interface ReadingPlace extends LengthContext {
  readonly parent: SvgStyle;
}

type Reader = (value: string, place: ReadingPlace) => StyleChange | undefined;

const inherited = <Key extends keyof SvgStyle>(key: Key, value: SvgStyle[Key] | undefined): StyleChange | undefined =>
  value === undefined ? undefined : { inherited: { [key]: value } };
const own = <Key extends keyof SvgOwnStyle>(key: Key, value: SvgOwnStyle[Key] | undefined): StyleChange | undefined =>
  value === undefined ? undefined : { own: { [key]: value } };

const oneOf =
  <Value extends string>(...values: readonly Value[]) =>
  (text: string): Value | undefined =>
    values.find((value) => value === text);

const length = (value: string, axis: LengthAxis, place: ReadingPlace): number | undefined => readLength(value, axis, place);
const positive = (value: number | undefined): number | undefined => (value !== undefined && value >= 0 ? value : undefined);
const rule = oneOf('nonzero', 'evenodd');

const readers: Readonly<Record<string, Reader>> = {
  color: (value, { parent }) => inherited('color', isCurrentColor(value) ? parent.color : parseColor(value)),
  fill: (value) => inherited('fill', readPaint(value)),
  stroke: (value) => inherited('stroke', readPaint(value)),
  'fill-opacity': (value) => inherited('fillOpacity', readShare(value)),
  'stroke-opacity': (value) => inherited('strokeOpacity', readShare(value)),
  'fill-rule': (value) => inherited('fillRule', rule(value)),
  'clip-rule': (value) => inherited('clipRule', rule(value)),
  'stroke-width': (value, place) => inherited('strokeWidth', positive(length(value, 'diagonal', place))),
  'stroke-linecap': (value) => inherited('lineCap', oneOf('butt', 'round', 'square')(value)),
  'stroke-linejoin': (value) => {
    // Joins that PDF does not have come nearest to a miter.
    const join = oneOf('miter', 'round', 'bevel', 'miter-clip', 'arcs')(value);
    return inherited('lineJoin', join === 'miter-clip' || join === 'arcs' ? 'miter' : join);
  },
  'stroke-miterlimit': (value) => inherited('miterLimit', positive(readLength(value, 'x', noLengths))),
  'stroke-dasharray': (value, place) => inherited('dash', readDash(value, place)),
  'stroke-dashoffset': (value, place) => inherited('dashOffset', length(value, 'diagonal', place)),
  visibility: (value) => {
    const visibility = oneOf('visible', 'hidden', 'collapse')(value);
    return inherited('isVisible', visibility && visibility === 'visible');
  },
  'font-family': (value) => inherited('fontFamilies', readFamilies(value)),
  'font-size': (value, place) => inherited('fontSize', readFontSize(value, place)),
  'font-weight': (value, { parent }) => inherited('fontWeight', readWeight(value, parent.fontWeight)),
  'font-style': (value) => {
    const style = /^(normal|italic|oblique)\b/.exec(value)?.[1];
    return style === undefined ? undefined : inherited('fontStyle', style === 'normal' ? 'normal' : 'italic');
  },
  font: readFont,
  'letter-spacing': (value, place) => inherited('letterSpacing', value === 'normal' ? 0 : length(value, 'x', place)),
  'text-anchor': (value) => inherited('textAnchor', oneOf('start', 'middle', 'end')(value)),
  'dominant-baseline': (value) => inherited('baseline', baselines[value]),
  'alignment-baseline': (value) => inherited('baseline', baselines[value]),
  direction: (value) => inherited('direction', oneOf('ltr', 'rtl')(value)),
  'paint-order': (value) => inherited('paintsStrokeFirst', /^\s*(markers\s+)?stroke/.test(value)),
  'white-space': (value) => inherited('keepsSpaces', /^pre/.test(value)),
  'marker-start': (value) => marker('markerStart', value),
  'marker-mid': (value) => marker('markerMid', value),
  'marker-end': (value) => marker('markerEnd', value),
  marker: (value) => {
    const id = readReference(value);
    return id === undefined && value !== 'none' ? undefined : { inherited: { markerStart: id, markerMid: id, markerEnd: id } };
  },
  display: (value) => own('isDisplayed', value !== 'none'),
  opacity: (value) => own('opacity', readShare(value)),
  'clip-path': (value) => (value === 'none' ? { own: { clipPath: undefined } } : own('clipPath', readReference(value))),
  mask: (value) => (value === 'none' ? { own: { mask: undefined } } : own('mask', readReference(value))),
  'mask-type': (value) => own('isAlphaMask', value === 'alpha'),
  overflow: (value) => own('showsOverflow', value === 'visible' || value === 'auto'),
  'vector-effect': (value) => own('keepsStrokeWidth', value === 'non-scaling-stroke'),
  'stop-color': (value) => own('stopColor', readPaint(value)),
  'stop-opacity': (value) => own('stopOpacity', readShare(value)),
  'baseline-shift': (value, place) => {
    const raised: Readonly<Record<string, number>> = { baseline: 0, sub: -0.2, super: 0.4 };
    if (value in raised) return own('baselineShift', raised[value]! * place.fontSize);
    return own('baselineShift', value.endsWith('%') ? (Number.parseFloat(value) / 100) * place.fontSize : length(value, 'y', place));
  },
  transform: (value) => own('transform', value),
};

/** Reads a declaration; undefined for a value that cannot be read. */
export function readProperty(name: string, value: string, place: ReadingPlace): StyleChange | undefined {
  if (value === 'inherit' || value === 'unset' || value === 'revert') return inheritedChanges(name, place);
  return readers[name]!(value, place);
}

/** `inherit` matters only where an element would otherwise not inherit, or where a weaker rule has spoken. */
function inheritedChanges(name: string, { parent }: ReadingPlace): StyleChange {
  const key = keysOfProperties[name];
  return key === undefined ? {} : { inherited: { [key]: parent[key] } };
}

const keysOfProperties: Readonly<Record<string, keyof SvgStyle>> = {
  ...{ color: 'color', fill: 'fill', stroke: 'stroke', 'fill-opacity': 'fillOpacity', 'stroke-opacity': 'strokeOpacity' },
  ...{ 'fill-rule': 'fillRule', 'clip-rule': 'clipRule', 'stroke-width': 'strokeWidth', 'stroke-linecap': 'lineCap' },
  ...{ 'stroke-linejoin': 'lineJoin', 'stroke-miterlimit': 'miterLimit', 'stroke-dasharray': 'dash', 'stroke-dashoffset': 'dashOffset' },
  ...{ visibility: 'isVisible', 'font-family': 'fontFamilies', 'font-size': 'fontSize', 'font-weight': 'fontWeight' },
  ...{ 'font-style': 'fontStyle', 'letter-spacing': 'letterSpacing', 'text-anchor': 'textAnchor', direction: 'direction' },
};

const noLengths: LengthContext = { fontSize: 0, viewport: { width: 0, height: 0 } };

const isCurrentColor = (text: string): boolean => text.toLowerCase() === 'currentcolor';

/** Reads a paint; undefined for text that is none. */
function readPaint(text: string): SvgPaint | undefined {
  if (text === 'none') return { kind: 'none' };
  if (isCurrentColor(text)) return { kind: 'current-color' };
  if (text === 'context-fill' || text === 'context-stroke') return { kind: 'context', of: text === 'context-fill' ? 'fill' : 'stroke' };
  const server = text.startsWith('url(') ? /^url\(\s*["']?([^"')]*)["']?\s*\)\s*(.*)$/.exec(text) : null;
  if (server) {
    const fallback = server[2] === '' ? undefined : readPaint(server[2]!);
    return { kind: 'server', id: server[1]!.trim(), fallback };
  }
  // Print colors may stand behind the color for screens.
  const color = parseColor(text.includes('icc-color(') ? text.replace(/\s+icc-color\(.*$/, '') : text);
  return color && { kind: 'color', color };
}

/** Reads `url(#id)` to what stands inside; undefined for other text. */
const readReference = (text: string): string | undefined => /^url\(\s*["']?([^"')]*)["']?\s*\)$/.exec(text)?.[1]?.trim();

function marker(key: 'markerStart' | 'markerMid' | 'markerEnd', value: string): StyleChange | undefined {
  if (value === 'none') return { inherited: { [key]: undefined } };
  return inherited(key, readReference(value));
}

function readDash(text: string, place: ReadingPlace): readonly number[] | undefined {
  if (text === 'none') return [];
  const lengths = text
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map((part) => readLength(part, 'diagonal', place));
  if (!lengths.every((one): one is number => one !== undefined && one >= 0)) return undefined;
  // An odd number of lengths is gone through twice; lengths that are all nothing make a solid line.
  const twice = lengths.length % 2 === 1 ? [...lengths, ...lengths] : lengths;
  return twice.some((one) => one > 0) ? twice : [];
}

const sizeWords: Readonly<Record<string, number>> = {
  ...{ 'xx-small': 9, 'x-small': 10, small: 13, medium: 16, large: 18, 'x-large': 24, 'xx-large': 32 },
};

function readFontSize(text: string, { parent, viewport }: ReadingPlace): number | undefined {
  if (text in sizeWords) return sizeWords[text];
  if (text === 'smaller' || text === 'larger') return parent.fontSize * (text === 'larger' ? 1.2 : 1 / 1.2);
  if (text.endsWith('%')) return positive((Number.parseFloat(text) / 100) * parent.fontSize);
  return positive(readLength(text, 'y', { fontSize: parent.fontSize, viewport }));
}

function readWeight(text: string, parent: number): number | undefined {
  const words: Readonly<Record<string, number>> = {
    normal: 400,
    bold: 700,
    bolder: Math.min(900, parent + 300),
    lighter: Math.max(100, parent - 300),
  };
  const weight = words[text] ?? Number(text);
  return weight >= 1 && weight <= 1000 ? weight : undefined;
}

const readFamilies = (text: string): readonly string[] =>
  text
    .split(',')
    .map((family) => family.trim().replace(/^["']|["']$/g, ''))
    .filter((family) => family !== '');

/** The shorthand, as in `italic bold 12px/1.2 Arial, sans-serif`. */
function readFont(text: string, place: ReadingPlace): StyleChange | undefined {
  const match = /^(.*?)\s*(\S*\d\S*?(?:px|pt|em|rem|mm|cm|in|pc|%)|xx?-small|small|medium|large|xx?-large)(?:\/\S+)?\s+(\S.*)$/.exec(text);
  const size = match ? readFontSize(match[2]!, place) : undefined;
  if (!match || size === undefined) return undefined;
  const words = match[1]!.split(/\s+/);
  const weight = words.map((word) => readWeight(word, place.parent.fontWeight)).find((value) => value !== undefined && value !== 400);
  return {
    inherited: {
      fontSize: size,
      fontFamilies: readFamilies(match[3]!),
      fontWeight: weight ?? 400,
      fontStyle: words.some((word) => word === 'italic' || word === 'oblique') ? 'italic' : 'normal',
    },
  };
}

const baselines: Readonly<Record<string, SvgBaseline>> = {
  ...{ auto: 'alphabetic', baseline: 'alphabetic', alphabetic: 'alphabetic', 'no-change': 'alphabetic', 'reset-size': 'alphabetic' },
  ...{ middle: 'middle', central: 'central', mathematical: 'central', hanging: 'hanging' },
  ...{ 'text-before-edge': 'top', 'text-top': 'top', 'before-edge': 'top', top: 'top' },
  ...{ 'text-after-edge': 'bottom', ideographic: 'bottom', 'text-bottom': 'bottom', 'after-edge': 'bottom', bottom: 'bottom' },
};
