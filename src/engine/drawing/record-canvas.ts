/**
 * A canvas that keeps what is drawn on it as a Drawing instead of coloring pixels: the part of
 * CanvasRenderingContext2D that Vega's renderer calls.
 *
 * The current transform is applied to points as they come, because Vega moves the canvas, makes a path,
 * and moves back before it fills. What cannot be kept is reported, never dropped in silence.
 */
import type { Transform } from '../geometry/transform.ts';
import { compose, identity } from '../geometry/transform.ts';
import type { ReportChart } from './chart-place.ts';
import { black, parseColor } from './color.ts';
import type { Color, DrawingItem, LinearGradient, Stroke } from './drawing.ts';
import { createPathPen, farthest } from './path-pen.ts';
import { missingGlyphs, shortenedLabel, unknownColor, unsupportedDrawing } from './problems.ts';
import type { LabelSetter } from './set-label.ts';

/** What a recorder gives out: the context to draw on, and the items once drawing is over. */
export interface CanvasRecorder {
  readonly context: RecordingContext;
  /** Returns what was drawn, in order. Clipped groups in which nothing was drawn are left out. */
  finish(): readonly DrawingItem[];
}

type PaintStyle = string | RecordedGradient | null | undefined;

/** Properties that `save` keeps and `restore` brings back; their names are those of the canvas standard. */
interface CanvasState {
  fillStyle: PaintStyle;
  strokeStyle: PaintStyle;
  globalAlpha: number;
  globalCompositeOperation: string;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  miterLimit: number;
  lineDashOffset: number;
  font: string;
  textAlign: string;
}

/** The context that Vega draws on. */
export type RecordingContext = CanvasState & ReturnType<typeof methodsOf> & { readonly pixelRatio: 1 };

interface RecordedGradient {
  readonly isRadial: boolean;
  readonly line: readonly [x0: number, y0: number, x1: number, y1: number];
  readonly stops: { readonly offset: number; readonly color: Color }[];
  addColorStop(offset: number, color: string): void;
}

interface SavedState {
  readonly transform: Transform;
  readonly items: DrawingItem[];
  readonly dash: readonly number[];
  readonly state: CanvasState;
}

/** Starts a recording. `textColor` is what `currentColor` means. */
export function recordCanvas(setLabel: LabelSetter, textColor: Color, report: ReportChart): CanvasRecorder {
  const items: DrawingItem[] = [];
  const state: CanvasState = {
    fillStyle: '#000000',
    strokeStyle: '#000000',
    globalAlpha: 1,
    globalCompositeOperation: 'source-over',
    lineWidth: 1,
    lineCap: 'butt',
    lineJoin: 'miter',
    miterLimit: 10,
    lineDashOffset: 0,
    font: '10px sans-serif',
    textAlign: 'start',
  };
  const context: RecordingContext = Object.assign(
    state,
    methodsOf(state, items, { setLabel, readColor: colorReader(textColor, report), report }),
    {
      pixelRatio: 1 as const,
    },
  );
  return { context, finish: () => withoutEmptyGroups(items) };
}

interface Surroundings {
  readonly setLabel: LabelSetter;
  readonly readColor: (text: string) => Color;
  readonly report: ReportChart;
}

// `state` becomes the context itself, so methods read what Vega assigned to it.
function methodsOf(state: CanvasState, root: DrawingItem[], { setLabel, readColor, report }: Surroundings) {
  const saved: SavedState[] = [];
  let transform: Transform = identity;
  let items = root;
  let dash: readonly number[] = [];
  const pen = createPathPen();

  const change = (inner: Transform): void => {
    transform = compose(transform, inner);
    pen.transform = transform;
  };
  const scaleOf = (): number => Math.sqrt(Math.abs(transform[0] * transform[3] - transform[1] * transform[2]));
  const checkBlend = (): void => {
    if (state.globalCompositeOperation !== 'source-over') report(unsupportedDrawing('blend modes'));
  };
  const colorOf = (style: PaintStyle): Color => faded(typeof style === 'string' ? readColor(style) : black, state.globalAlpha);

  const fillOf = (): Color | LinearGradient | undefined => {
    const style = state.fillStyle;
    if (typeof style === 'object' && style !== null) {
      if (!style.isRadial)
        return areOnPaper([...transform, ...style.line]) ? linearGradient(style, transform, state.globalAlpha) : undefined;
      report(unsupportedDrawing('radial gradients'));
      return style.stops.at(-1) && faded(style.stops.at(-1)!.color, state.globalAlpha);
    }
    const color = colorOf(style);
    return color.alpha > 0 ? color : undefined;
  };

  const strokeOf = (): Stroke | undefined => {
    const style = state.strokeStyle;
    const isGradient = typeof style === 'object' && style !== null;
    if (isGradient) report(unsupportedDrawing('lines with a gradient'));
    const color = isGradient ? faded(style.stops[style.stops.length >> 1]?.color ?? black, state.globalAlpha) : colorOf(style);
    const scale = scaleOf();
    const width = rounded(state.lineWidth * scale);
    if (color.alpha <= 0 || !(state.lineWidth * scale > 0) || !areOnPaper([width, state.miterLimit, state.lineDashOffset * scale]))
      return undefined;
    return {
      color,
      width,
      cap: state.lineCap === 'round' || state.lineCap === 'square' ? state.lineCap : 'butt',
      join: state.lineJoin === 'round' || state.lineJoin === 'bevel' ? state.lineJoin : 'miter',
      miterLimit: Math.max(1, state.miterLimit),
      dash: areOnPaper(dash) ? dash.map((length) => rounded(length * scale)) : [],
      dashOffset: rounded(state.lineDashOffset * scale),
    };
  };

  const fill = (rule?: string): void => {
    checkBlend();
    const path = pen.path();
    const color = path && fillOf();
    if (path && color) items.push({ kind: 'path', path, fill: color, ...(rule === 'evenodd' && { fillRule: 'evenodd' }) });
  };

  const rect = (x: number, y: number, width: number, height: number): void => {
    pen.moveTo(x, y);
    pen.lineTo(x + width, y);
    pen.lineTo(x + width, y + height);
    pen.lineTo(x, y + height);
    pen.closePath();
  };

  const gradient = (isRadial: boolean, line: RecordedGradient['line']): RecordedGradient => {
    const stops: RecordedGradient['stops'] = [];
    return { isRadial, line, stops, addColorStop: (offset, color) => void stops.push({ offset, color: readColor(color) }) };
  };

  return {
    save: (): void => void saved.push({ transform, items, dash, state: { ...state } }),
    restore: (): void => {
      const before = saved.pop();
      if (!before) return;
      ({ transform, items, dash } = before);
      pen.transform = transform;
      for (const name of stateNames) Object.assign(state, { [name]: before.state[name] });
    },
    translate: (x: number, y: number): void => change([1, 0, 0, 1, x, y]),
    scale: (x: number, y: number): void => change([x, 0, 0, y, 0, 0]),
    rotate: (angle: number): void => change([Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0]),
    transform: (a: number, b: number, c: number, d: number, e: number, f: number): void => change([a, b, c, d, e, f]),
    setTransform: (a: number, b: number, c: number, d: number, e: number, f: number): void => {
      transform = [a, b, c, d, e, f];
      pen.transform = transform;
    },
    beginPath: pen.begin,
    moveTo: pen.moveTo,
    lineTo: pen.lineTo,
    bezierCurveTo: pen.bezierCurveTo,
    quadraticCurveTo: pen.quadraticCurveTo,
    arc: pen.arc,
    closePath: pen.closePath,
    rect,
    fill,
    stroke: (): void => {
      checkBlend();
      const path = pen.path();
      const stroke = path && strokeOf();
      if (path && stroke) items.push({ kind: 'path', path, stroke });
    },
    clip: (): void => {
      const inside: DrawingItem[] = [];
      items.push({ kind: 'clip', path: pen.path() ?? { steps: '', coordinates: [] }, items: inside });
      items = inside;
    },
    fillRect: (x: number, y: number, width: number, height: number): void => {
      pen.begin();
      rect(x, y, width, height);
      fill();
      pen.begin();
    },
    setLineDash: (lengths: readonly number[]): void => {
      const isUsable = lengths.every((length) => length >= 0) && lengths.some((length) => length > 0);
      // An odd number of lengths is gone through twice, as on a canvas; a gap of 0 throughout is a solid line.
      const twice = lengths.length % 2 === 1 ? [...lengths, ...lengths] : lengths;
      dash = isUsable && twice.some((length, index) => index % 2 === 1 && length > 0) ? twice : [];
    },
    createLinearGradient: (x0: number, y0: number, x1: number, y1: number): RecordedGradient => gradient(false, [x0, y0, x1, y1]),
    createRadialGradient: (x0: number, y0: number, _r0: number, x1: number, y1: number, _r1: number): RecordedGradient =>
      gradient(true, [x0, y0, x1, y1]),
    createPattern: (): string => {
      report(unsupportedDrawing('patterns'));
      return '#888888';
    },
    drawImage: (): void => report(unsupportedDrawing('pictures inside charts')),
    clearRect: (): void => {},
    isPointInPath: (): boolean => false,
    isPointInStroke: (): boolean => false,
    measureText: (text: string): { readonly width: number } => ({ width: setLabel(state.font, text).width }),
    strokeText: (): void => report(unsupportedDrawing('outlined text')),
    fillText: (text: string, x: number, y: number): void => {
      if (text === '') return;
      checkBlend();
      const label = setLabel(state.font, text);
      const style = state.fillStyle;
      const color = typeof style === 'object' && style !== null ? faded(style.stops[0]?.color ?? black, state.globalAlpha) : colorOf(style);
      if (label.missing !== '') report(missingGlyphs(label.missing, text, label.remedy), { text });
      if (text.length > 1 && text.endsWith('\u2026')) report(shortenedLabel(text), { text: text.slice(0, -1) });
      if (color.alpha <= 0 || !(label.size > 0)) return;
      const back =
        state.textAlign === 'center' ? label.width / 2 : state.textAlign === 'right' || state.textAlign === 'end' ? label.width : 0;
      const placed = compose(transform, [1, 0, 0, 1, x - back, y]);
      // Data that is no number puts a label nowhere.
      if (!areOnPaper([...placed, label.size])) return;
      const { size, words, offsets } = label;
      items.push({ kind: 'text', transform: placed.map(rounded6) as unknown as Transform, size, words, offsets, color });
    },
  };
}

const stateNames = [
  'fillStyle',
  'strokeStyle',
  'globalAlpha',
  'globalCompositeOperation',
  'lineWidth',
  'lineCap',
  'lineJoin',
  'miterLimit',
  'lineDashOffset',
  'font',
  'textAlign',
] as const satisfies readonly (keyof CanvasState)[];

/** Numbers that no page has room for come of data that is no number, or of a scale without extent. */
const areOnPaper = (values: readonly number[]): boolean => values.every((value) => Math.abs(value) < farthest);

// A thousandth of a point is below what any printer can show.
const rounded = (value: number): number => Math.round(value * 1000) / 1000 || 0;
const rounded6 = (value: number): number => Math.round(value * 1e6) / 1e6 || 0;

const faded = (color: Color, opacity: number): Color => (opacity === 1 ? color : { ...color, alpha: color.alpha * opacity });

function linearGradient(gradient: RecordedGradient, [a, b, c, d, e, f]: Transform, opacity: number): LinearGradient {
  const [x0, y0, x1, y1] = gradient.line;
  const at = (x: number, y: number): readonly [number, number] => [rounded(a * x + c * y + e), rounded(b * x + d * y + f)];
  const stops = gradient.stops.map(({ offset, color }) => ({ offset, color: faded(color, opacity) }));
  return { kind: 'linear-gradient', from: at(x0, y0), to: at(x1, y1), stops: stops.sort((one, other) => one.offset - other.offset) };
}

function colorReader(textColor: Color, report: ReportChart): (text: string) => Color {
  const known = new Map<string, Color>();
  return (text) => {
    let color = known.get(text);
    if (!color) {
      color = /^currentcolor$/i.test(text) ? textColor : parseColor(text);
      if (!color && text !== 'none' && text !== '') report(unknownColor(text), { text });
      color ??= { red: 0, green: 0, blue: 0, alpha: text === 'none' || text === '' ? 0 : 1 };
      known.set(text, color);
    }
    return color;
  };
}

const withoutEmptyGroups = (items: readonly DrawingItem[]): readonly DrawingItem[] =>
  items.flatMap((item): readonly DrawingItem[] => {
    if (item.kind !== 'clip') return [item];
    const inside = withoutEmptyGroups(item.items);
    return inside.length > 0 ? [{ ...item, items: inside }] : [];
  });
