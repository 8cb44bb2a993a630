/**
 * The tree of SVG elements that MathJax makes of a formula, as paths. Only what it makes is understood: glyphs, rules,
 * lines of tables, and pieces of brackets stretched inside a window.
 */
import { compose, identity, type Transform } from '../geometry/transform.ts';
import { black } from './color.ts';
import type { DrawingItem, DrawnPath, Path, Stroke } from './drawing.ts';
import { createPathPen, type PathPen } from './path-pen.ts';

/** An element of MathJax's tree. Texts have a value. */
export interface SvgNode {
  readonly kind: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly children?: readonly SvgNode[];
  readonly value?: string;
}

/** What a tree shows, and the characters that MathJax's font has not. */
export interface DrawnNodes {
  readonly items: readonly DrawingItem[];
  readonly missing: string;
}

/** Thickness of lines in tables, as MathJax's stylesheet has it. */
const tableRule = 70;

/** Draws nodes under a transform. Filled shapes are joined to one path. */
export function drawNodes(nodes: readonly SvgNode[], transform: Transform): DrawnNodes {
  const sketch: Sketch = { pen: createPathPen(), fills: { steps: '', coordinates: [] }, others: [], missing: '' };
  for (const node of nodes) drawNode(node, transform, sketch);
  return { items: itemsOf(sketch), missing: sketch.missing };
}

interface Sketch {
  readonly pen: PathPen;
  readonly fills: { steps: string; readonly coordinates: number[] };
  readonly others: DrawingItem[];
  missing: string;
}

function itemsOf({ fills, others }: Sketch): readonly DrawingItem[] {
  const filled: readonly DrawnPath[] = fills.steps === '' ? [] : [{ kind: 'path', path: fills, fill: black }];
  return [...filled, ...others];
}

function drawNode(node: SvgNode, outer: Transform, sketch: Sketch): void {
  const transform = compose(outer, transformOf(textAttribute(node, 'transform')));
  switch (node.kind) {
    case 'path':
      addFill(tracePath(textAttribute(node, 'd'), transform, sketch.pen), sketch);
      return;
    case 'rect':
      drawRect(node, transform, sketch);
      return;
    case 'line': {
      const [x1, y1, x2, y2] = ['x1', 'y1', 'x2', 'y2'].map((name) => numberAttribute(node, name)) as [number, number, number, number];
      addStroke(tracePath(`M${x1} ${y1}L${x2} ${y2}`, transform, sketch.pen), node, transform, sketch);
      return;
    }
    case 'svg':
      drawWindow(node, transform, sketch);
      return;
    case 'text':
      sketch.missing += (node.children ?? []).map((child) => child.value ?? '').join('');
      return;
    default:
      for (const child of node.children ?? []) drawNode(child, transform, sketch);
  }
}

function addFill(path: Path | undefined, { fills }: Sketch): void {
  if (!path) return;
  fills.steps += path.steps;
  // A thousandth of an em is a hundredth of a point or less, as fine as a PDF writes.
  for (const coordinate of path.coordinates) fills.coordinates.push(Math.round(coordinate));
}

function drawRect(node: SvgNode, transform: Transform, sketch: Sketch): void {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => numberAttribute(node, name)) as [
    number,
    number,
    number,
    number,
  ];
  const path = tracePath(`M${x} ${y}L${x + width} ${y}L${x + width} ${y + height}L${x} ${y + height}Z`, transform, sketch.pen);
  const isFrame = textAttribute(node, 'data-frame') !== '' || textAttribute(node, 'fill') === 'none';
  if (isFrame) addStroke(path, node, transform, sketch);
  else addFill(path, sketch);
}

function addStroke(path: Path | undefined, node: SvgNode, transform: Transform, sketch: Sketch): void {
  if (!path) return;
  const width = numberAttribute(node, 'stroke-width') || tableRule;
  const scale = Math.sqrt(Math.abs(transform[0] * transform[3] - transform[1] * transform[2]));
  const look = textAttribute(node, 'class');
  const stroke: Stroke = {
    color: black,
    width: width * scale,
    cap: look === 'mjx-dotted' ? 'round' : 'butt',
    join: 'miter',
    miterLimit: 10,
    dash: (look === 'mjx-dashed' ? [140, 140] : look === 'mjx-dotted' ? [0, 140] : []).map((length) => length * scale),
    dashOffset: 0,
  };
  sketch.others.push({ kind: 'path', path, stroke });
}

/** A window shows a part of a piece that was stretched beyond it. */
function drawWindow(node: SvgNode, transform: Transform, sketch: Sketch): void {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => numberAttribute(node, name)) as [
    number,
    number,
    number,
    number,
  ];
  const box = textAttribute(node, 'viewBox').split(/\s+/).map(Number);
  const [left = 0, top = 0, boxWidth = 0, boxHeight = 0] = box;
  if (!(boxWidth > 0 && boxHeight > 0)) return;
  const [scaleX, scaleY] = [width / boxWidth, height / boxHeight];
  const inner = compose(transform, [scaleX, 0, 0, scaleY, x - left * scaleX, y - top * scaleY]);
  const path = tracePath(`M${x} ${y}L${x + width} ${y}L${x + width} ${y + height}L${x} ${y + height}Z`, transform, sketch.pen);
  const { items, missing } = drawNodes(node.children ?? [], inner);
  sketch.missing += missing;
  if (path && items.length > 0) sketch.others.push({ kind: 'clip', path, items });
}

const command = /([A-Za-z])([^A-Za-z]*)/g;
const number = /-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g;

/** Numbers that a command takes. */
const arity: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, Z: 0 };

/** Reads path data with absolute commands; MathJax's fonts have no others. */
function tracePath(data: string, transform: Transform, pen: PathPen): Path | undefined {
  pen.begin();
  pen.transform = transform;
  let [x, y, handleX, handleY] = [0, 0, 0, 0];
  for (const [, letter = '', rest = ''] of data.matchAll(command)) {
    const count = arity[letter];
    if (count === undefined) throw new Error(`path data with the command ${letter}`);
    const values = (rest.match(number) ?? []).map(Number);
    if (count === 0) pen.closePath();
    for (let at = 0; count > 0 && at + count <= values.length; at += count) {
      const at4 = values.slice(at, at + count) as [number, number, number, number, number, number];
      const [toX, toY] = letter === 'H' ? [at4[0], y] : letter === 'V' ? [x, at4[0]] : [at4[count - 2]!, at4[count - 1]!];
      const [mirroredX, mirroredY] = [2 * x - handleX, 2 * y - handleY];
      [handleX, handleY] = [toX, toY];
      if (letter === 'M' && at === 0) pen.moveTo(toX, toY);
      else if (letter === 'C') {
        pen.bezierCurveTo(at4[0], at4[1], at4[2], at4[3], toX, toY);
        [handleX, handleY] = [at4[2], at4[3]];
      } else if (letter === 'S') {
        pen.bezierCurveTo(mirroredX, mirroredY, at4[0], at4[1], toX, toY);
        [handleX, handleY] = [at4[0], at4[1]];
      } else if (letter === 'Q' || letter === 'T') {
        [handleX, handleY] = letter === 'Q' ? [at4[0], at4[1]] : [mirroredX, mirroredY];
        pen.quadraticCurveTo(handleX, handleY, toX, toY);
      } else pen.lineTo(toX, toY);
      [x, y] = [toX, toY];
    }
  }
  return pen.path();
}

const operation = /(translate|scale|matrix|rotate)\(([^)]*)\)/g;

/** Reads a `transform` attribute. */
export function transformOf(text: string): Transform {
  let transform = identity;
  for (const [, name, rest = ''] of text.matchAll(operation)) {
    const values = (rest.match(number) ?? []).map(Number);
    const [a = 0, b] = values;
    let next: Transform = identity;
    if (name === 'translate') next = [1, 0, 0, 1, a, b ?? 0];
    else if (name === 'scale') next = [a, 0, 0, b ?? a, 0, 0];
    else if (name === 'matrix') next = values as unknown as Transform;
    else {
      const turn = (a * Math.PI) / 180;
      next = [Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn), 0, 0];
    }
    transform = compose(transform, next);
  }
  return transform;
}

/** Returns an attribute as text; empty when it is not there. */
export function textAttribute(node: SvgNode, name: string): string {
  const value = node.attributes?.[name];
  return value === undefined || value === null ? '' : String(value);
}

const numberAttribute = (node: SvgNode, name: string): number => Number(textAttribute(node, name)) || 0;
