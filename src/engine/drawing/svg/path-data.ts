/** The path data of SVG 2, section 9.3, to a path of lines and cubic curves. */
import type { Path } from '../drawing.ts';
import { type ArcShape, arcToCurves } from './elliptical-arc.ts';
import { type NumberReader, readFlag, readNumber, skipGap } from './number-reader.ts';

/** A path as far as it could be read. */
export interface ReadPath {
  readonly path: Path;
  /** Offset of what could not be read; everything before it is drawn, as the standard asks. */
  readonly errorAt?: number;
}

/** Numbers that each command takes; an arc has two flags among them. */
const argumentCounts: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };

/** Reads the `d` of a path. */
export function readPathData(text: string): ReadPath {
  const reader: NumberReader = { text, at: 0 };
  const pen = new DataPen();
  let command = '';
  for (;;) {
    skipGap(reader);
    if (reader.at >= text.length) return { path: pen.path() };
    const start = reader.at;
    const letter = text[start]!;
    const isCommand = letter.toUpperCase() in argumentCounts;
    if (isCommand) {
      command = letter;
      reader.at++;
    } else if (command === '' || command === 'Z' || command === 'z') return { path: pen.path(), errorAt: start };
    // Further pairs after a move are lines.
    else if (command === 'M') command = 'L';
    else if (command === 'm') command = 'l';
    if (pen.isEmpty && command !== 'M' && command !== 'm') return { path: pen.path(), errorAt: start };
    const values = readArguments(reader, command.toUpperCase());
    if (!values) return { path: pen.path(), errorAt: Math.min(reader.at, text.length - 1) };
    pen.draw(command, values);
  }
}

function readArguments(reader: NumberReader, command: string): readonly number[] | undefined {
  const values: number[] = [];
  for (let index = 0; index < argumentCounts[command]!; index++) {
    const value = command === 'A' && (index === 3 || index === 4) ? readFlag(reader) : readNumber(reader);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

/** Follows commands and keeps what they draw. */
class DataPen {
  private steps = '';
  private readonly coordinates: number[] = [];
  private x = 0;
  private y = 0;
  private startX = 0;
  private startY = 0;
  /** The last handle, for smooth curves, and the kind of curve that it belongs to. */
  private handle: readonly [kind: 'C' | 'Q', x: number, y: number] | undefined;

  get isEmpty(): boolean {
    return this.steps === '';
  }

  path(): Path {
    return { steps: this.steps, coordinates: this.coordinates };
  }

  draw(command: string, given: readonly number[]): void {
    const kind = command.toUpperCase();
    const values = command === kind ? given : this.absolute(kind, given);
    const handle = this.handle;
    this.handle = undefined;
    // A figure that goes on after its end begins again where it began.
    if (kind !== 'M' && kind !== 'Z' && this.steps.endsWith('Z')) this.moveTo(this.startX, this.startY);
    const [p0 = 0, p1 = 0, p2 = 0, p3 = 0, p4 = 0, p5 = 0, p6 = 0] = values;
    switch (kind) {
      case 'M':
        this.moveTo(p0, p1);
        break;
      case 'L':
        this.lineTo(p0, p1);
        break;
      case 'H':
        this.lineTo(p0, this.y);
        break;
      case 'V':
        this.lineTo(this.x, p0);
        break;
      case 'C':
        this.curveTo(p0, p1, p2, p3, p4, p5);
        break;
      case 'S':
        this.curveTo(...this.mirrored('C', handle), p0, p1, p2, p3);
        break;
      case 'Q':
        this.quadraticTo(p0, p1, p2, p3);
        break;
      case 'T':
        this.quadraticTo(...this.mirrored('Q', handle), p0, p1);
        break;
      case 'A':
        this.arcTo({ radiusX: p0, radiusY: p1, rotationDegrees: p2, isLarge: p3 === 1, isClockwise: p4 === 1 }, p5, p6);
        break;
      default:
        if (!this.steps.endsWith('Z')) this.steps += 'Z';
        [this.x, this.y] = [this.startX, this.startY];
    }
  }

  private arcTo(shape: ArcShape, x: number, y: number): void {
    const curves = arcToCurves({ x: this.x, y: this.y }, { x, y }, shape);
    if (!curves) this.lineTo(x, y);
    for (const curve of curves ?? []) this.curveTo(...curve);
    this.handle = undefined;
  }

  private absolute(kind: string, values: readonly number[]): readonly number[] {
    if (kind === 'H') return [values[0]! + this.x];
    if (kind === 'V') return [values[0]! + this.y];
    const first = kind === 'A' ? 5 : 0;
    return values.map((value, index) => (index < first ? value : value + ((index - first) % 2 === 0 ? this.x : this.y)));
  }

  private mirrored(kind: 'C' | 'Q', handle: DataPen['handle']): readonly [number, number] {
    return handle?.[0] === kind ? [2 * this.x - handle[1], 2 * this.y - handle[2]] : [this.x, this.y];
  }

  private moveTo(x: number, y: number): void {
    this.steps += 'M';
    this.coordinates.push(x, y);
    [this.x, this.y, this.startX, this.startY] = [x, y, x, y];
  }

  private lineTo(x: number, y: number): void {
    this.steps += 'L';
    this.coordinates.push(x, y);
    [this.x, this.y] = [x, y];
  }

  private curveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.steps += 'C';
    this.coordinates.push(x1, y1, x2, y2, x, y);
    [this.x, this.y] = [x, y];
    this.handle = ['C', x2, y2];
  }

  /** The cubic with the same shape has its handles two thirds of the way to the quadratic's one. */
  private quadraticTo(x1: number, y1: number, x: number, y: number): void {
    const toward = (from: number, handle: number): number => from + ((handle - from) * 2) / 3;
    this.curveTo(toward(this.x, x1), toward(this.y, y1), toward(x, x1), toward(y, y1), x, y);
    this.handle = ['Q', x1, y1];
  }
}
