/**
 * Runs the content of a page and notes what it shows: every text with its meaning, place and color, and every area that
 * is painted, in the order of painting. Places are points from the top left corner of the page, y down.
 */
import type { PdfFile, PdfPage } from './open-pdf.ts';
import { isArray, type PdfDictionary, type PdfValue, readValues, wordOf } from './pdf-value.ts';
import { type ReadFont, readFont } from './read-font.ts';

/** Whose content it is: the number of marked content, the type of an artifact, or undefined for neither. */
export type ContentMark = number | `artifact ${string}` | undefined;

/** Red, green and blue, 0 to 1. */
export type Rgb = readonly [number, number, number];

/** One text-showing operator. */
export interface ShownText {
  readonly mark: ContentMark;
  /** Place in the order of painting. */
  readonly order: number;
  /** As painted: what is written from right to left stands backwards. */
  readonly text: string;
  /** Codes to which the font gives no meaning. */
  readonly unknownCodes: number;
  /** Of the glyphs that can be seen; zero wide when there are none. */
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Whether it stands upright, as all text does but that of some charts. */
  readonly isUpright: boolean;
  readonly size: number;
  readonly isBold: boolean;
  readonly color: Rgb;
  readonly alpha: number;
  /** Whether it is there to be read, but not painted. */
  readonly isInvisible: boolean;
}

/** A filled path or shading; for images `colors` is empty, since anything may be in them. */
export interface PaintedArea {
  readonly mark: ContentMark;
  readonly order: number;
  /** The outline, its curves cut short: x and y one after the other for each part. */
  readonly parts: readonly (readonly number[])[];
  readonly colors: readonly Rgb[];
  readonly alpha: number;
}

/** All that a page shows. */
export interface PageContent {
  readonly texts: readonly ShownText[];
  readonly areas: readonly PaintedArea[];
  /** Numbers of marked content in the order in which they begin. */
  readonly marks: readonly number[];
}

type Matrix = readonly [number, number, number, number, number, number];

interface State {
  readonly matrix: Matrix;
  readonly color: Rgb;
  readonly alpha: number;
  readonly font: ReadFont | undefined;
  readonly size: number;
  readonly tracking: number;
  readonly rendering: number;
  readonly clip: readonly (readonly number[])[];
}

interface Run {
  readonly file: PdfFile;
  readonly texts: ShownText[];
  readonly areas: PaintedArea[];
  readonly marks: number[];
  order: number;
  mark: ContentMark;
}

/** Runs the content of a page. */
export function readContent(file: PdfFile, page: PdfPage): PageContent {
  const run: Run = { file, texts: [], areas: [], marks: [], order: 0, mark: undefined };
  const upright: Matrix = [1, 0, 0, -1, 0, page.height];
  const state: State = { matrix: upright, color: [0, 0, 0], alpha: 1, font: undefined, size: 0, tracking: 0, rendering: 0, clip: [] };
  runStream(run, file.contentOf(page.dictionary.get('Contents')), file.look(page.dictionary, 'Resources'), state);
  return run;
}

function runStream(run: Run, content: string, resources: PdfValue | undefined, initial: State): void {
  const { file } = run;
  const values = readValues(content);
  const saved: State[] = [];
  let state = initial;
  let operands: PdfValue[] = [];
  // Where the line of text begins, and where the next glyph goes.
  let line: Matrix = identity;
  let pen: Matrix = identity;
  let parts: number[][] = [];
  const outerMarks: ContentMark[] = [];
  const numbers = (): number[] => operands.map(Number);
  const resource = (kind: string): PdfValue | undefined =>
    (file.look(resources, kind) as PdfDictionary | undefined)?.get(wordOf(operands[0]) ?? '');
  const fill = (): void => {
    if (parts.length > 0) run.areas.push({ mark: run.mark, order: run.order++, parts, colors: [state.color], alpha: state.alpha });
  };
  const extend = (...points: readonly number[]): void => {
    for (let at = 0; at < points.length; at += 2) parts.at(-1)?.push(...apply(state.matrix, points[at]!, points[at + 1]!));
  };
  const operators: Readonly<Record<string, () => void>> = {
    q: () => saved.push(state),
    Q: () => (state = saved.pop() ?? state),
    cm: () => (state = { ...state, matrix: multiply(numbers() as unknown as Matrix, state.matrix) }),
    g: () => (state = { ...state, color: [numbers()[0]!, numbers()[0]!, numbers()[0]!] }),
    rg: () => (state = { ...state, color: numbers() as unknown as Rgb }),
    gs: () => (state = { ...state, alpha: Number(file.look(resource('ExtGState'), 'ca') ?? state.alpha) }),
    m: () => {
      parts.push([]);
      extend(...numbers());
    },
    l: () => extend(...numbers()),
    c: () => extend(...numbers().slice(4)),
    re: () => {
      const [x, y, width, height] = numbers() as [number, number, number, number];
      parts.push([]);
      extend(x, y, x + width, y, x + width, y + height, x, y + height);
    },
    f: fill,
    'f*': fill,
    B: fill,
    'B*': fill,
    W: () => (state = { ...state, clip: parts }),
    'W*': () => (state = { ...state, clip: parts }),
    sh: () => {
      const colors = shadingColors(file, resource('Shading'));
      run.areas.push({ mark: run.mark, order: run.order++, parts: state.clip, colors, alpha: state.alpha });
    },
    BT: () => (line = pen = identity),
    Tf: () => (state = { ...state, font: readFont(file, resource('Font')), size: Number(operands[1]) }),
    Tr: () => (state = { ...state, rendering: numbers()[0]! }),
    Tc: () => (state = { ...state, tracking: numbers()[0]! }),
    Tm: () => (line = pen = numbers() as unknown as Matrix),
    Td: () => (line = pen = multiply([1, 0, 0, 1, numbers()[0]!, numbers()[1]!], line)),
    Tj: () => (pen = showText(run, state, pen, operands)),
    TJ: () => (pen = showText(run, state, pen, operands[0] as readonly PdfValue[])),
    BDC: () => {
      outerMarks.push(run.mark);
      run.mark = markOf(file, operands);
      if (typeof run.mark === 'number') run.marks.push(run.mark);
    },
    EMC: () => {
      run.mark = outerMarks.pop();
    },
    Do: () => {
      const reference = resource('XObject');
      if (wordOf(file.look(reference, 'Subtype')) === 'Form') {
        runStream(run, file.contentOf(reference), file.look(reference, 'Resources'), state);
        return;
      }
      parts = [[]];
      extend(0, 0, 1, 0, 1, 1, 0, 1);
      run.areas.push({ mark: run.mark, order: run.order++, parts, colors: [], alpha: state.alpha });
      parts = [];
    },
  };
  for (let value = values.next(); value !== undefined; value = values.next()) {
    if (typeof value !== 'object' || value === null || !('kind' in value) || value.kind !== 'operator') {
      operands.push(value);
      continue;
    }
    operators[value.name]?.();
    if (endsPath.has(value.name)) parts = [];
    operands = [];
  }
  if (outerMarks.length > 0) throw new Error('marked content that does not end');
}

const endsPath = new Set(['n', 'f', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh']);

function markOf(file: PdfFile, [tag, properties]: readonly PdfValue[]): ContentMark {
  const number = file.look(properties, 'MCID');
  if (typeof number === 'number') return number;
  return wordOf(tag) === 'Artifact' ? `artifact ${wordOf(file.look(properties, 'Subtype') ?? file.look(properties, 'Type'))}` : undefined;
}

/** Returns where the next glyph goes. */
function showText(run: Run, state: State, start: Matrix, pieces: readonly PdfValue[]): Matrix {
  const { font, size, tracking } = state;
  if (!font) throw new Error('text without a font');
  const matrix = multiply(start, state.matrix);
  let [text, pen, left, right, unknownCodes] = ['', 0, Infinity, -Infinity, 0];
  for (const piece of pieces) {
    if (typeof piece === 'number') {
      pen -= (piece * size) / 1000;
      continue;
    }
    const bytes = wordOf(piece) ?? '';
    for (let at = 0; at + 1 < bytes.length; at += 2) {
      const code = bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1);
      const meaning = font.textOf(code);
      if (meaning === undefined || /[\0\ufffd]/.test(meaning)) unknownCodes += 1;
      const width = (font.widthOf(code) * size) / 1000;
      if (meaning === undefined || meaning.trim() !== '') {
        left = Math.min(left, pen);
        right = Math.max(right, pen + width);
      }
      text += meaning ?? '\ufffd';
      pen += width + tracking;
    }
  }
  const end = multiply([1, 0, 0, 1, pen, 0], start);
  if (text === '') return end;
  if (left > right) [left, right] = [0, 0];
  const [[startX, startY], [endX, endY]] = [apply(matrix, left, 0), apply(matrix, right, 0)];
  run.texts.push({
    ...{ mark: run.mark, order: run.order++, text, unknownCodes, color: state.color, alpha: state.alpha, isBold: font.isBold },
    isInvisible: state.rendering === 3,
    left: Math.min(startX, endX),
    right: Math.max(startX, endX),
    baseline: Math.max(startY, endY),
    isUpright: Math.abs(startY - endY) < 0.01,
    size: size * Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])),
  });
  return end;
}

function shadingColors(file: PdfFile, shading: PdfValue | undefined): readonly Rgb[] {
  const colorsOf = (functionValue: PdfValue | undefined): readonly Rgb[] => {
    const pieces = file.look(functionValue, 'Functions');
    if (isArray(pieces)) return pieces.flatMap(colorsOf);
    return ['C0', 'C1'].map((key) => file.look(functionValue, key) as readonly number[] as unknown as Rgb);
  };
  return colorsOf(file.look(shading, 'Function'));
}

const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that applies `first`, then `second`. */
function multiply(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [p, q, r, s, t, u] = second;
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u];
}

const apply = ([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] => [a * x + c * y + e, b * x + d * y + f];
