/** Paper formats by name, and sizes as people write them: `a5`, `148mm x 210mm`, `5.5in x 8.5in`. */
import { inch, mm, type Pt } from './length.ts';
import type { Size } from './rect.ts';

const size = (width: Pt, height: Pt): Size => ({ width, height });

/** Formats that a booklet or `--paper` can name (ISO 216, ANSI). */
export const paperSizes: ReadonlyMap<string, Size> = new Map([
  ['a3', size(mm(297), mm(420))],
  ['a4', size(mm(210), mm(297))],
  ['a5', size(mm(148), mm(210))],
  ['a6', size(mm(105), mm(148))],
  ['b5', size(mm(176), mm(250))],
  ['letter', size(inch(8.5), inch(11))],
  ['legal', size(inch(8.5), inch(14))],
  ['half-letter', size(inch(5.5), inch(8.5))],
]);

const units: Readonly<Record<string, (length: number) => Pt>> = { mm, cm: (length) => mm(length * 10), in: inch, pt: (length) => length };

/** Paper smaller than this holds no text; larger than this no printer takes. */
const least = mm(40);
const most = mm(2000);

/** Reads a format or a size; undefined when it is neither, or absurd. */
export function parsePaper(text: string): Size | undefined {
  const plain = text.trim().toLowerCase();
  const named = paperSizes.get(plain);
  if (named) return named;
  const match = /^([\d.]+)\s*(mm|cm|in|pt)?\s*[x×]\s*([\d.]+)\s*(mm|cm|in|pt)$/.exec(plain);
  if (!match) return undefined;
  const width = units[match[2] ?? match[4]!]!(Number(match[1]));
  const height = units[match[4]!]!(Number(match[3]));
  const isSound = [width, height].every((length) => length >= least && length <= most);
  return isSound ? { width, height } : undefined;
}
