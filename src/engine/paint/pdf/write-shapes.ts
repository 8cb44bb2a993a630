/** Writes paths, filled and stroked. */

import type { ShapeItem } from '../../document/paged-document.ts';
import type { Path, Stroke } from '../../drawing/drawing.ts';
import { type ContentStream, endText, setFill, setStroke } from './content-stream.ts';
import { formatNumber } from './pdf-syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';

/** A path and how it is painted with plain colors. */
export type PaintedPath = Pick<ShapeItem, 'path' | 'fill' | 'stroke'> & { readonly fillRule?: 'nonzero' | 'evenodd' };

/** Paints a path; one that shows nothing is left out. */
export function writePath(writer: PdfWriter, stream: ContentStream, painted: PaintedPath): void {
  const stroke = isVisible(painted.stroke) ? painted.stroke : undefined;
  const fill = painted.fill && painted.fill.alpha > 0 ? painted.fill : undefined;
  if ((!fill && !stroke) || painted.path.steps === '') return;
  endText(stream);
  if (fill) setFill(writer, stream, fill);
  if (stroke) setStroke(writer, stream, stroke);
  const evenOdd = fill && painted.fillRule === 'evenodd' ? '*' : '';
  stream.operators.write(`${formatPath(painted.path)}${fill ? (stroke ? 'B' : 'f') : 'S'}${evenOdd}\n`);
}

const isVisible = (stroke: Stroke | undefined): boolean => stroke !== undefined && stroke.width > 0 && stroke.color.alpha > 0;

/** Writes the steps of a path without painting it. */
export function formatPath(path: Path): string {
  const { steps, coordinates } = path;
  if (steps === 'MLLLZ' && isRectangle(coordinates)) return formatRectangle(coordinates);
  let operators = '';
  let at = 0;
  for (let step = 0; step < steps.length; step++) {
    const letter = steps[step] as keyof typeof stepSizes;
    const size = stepSizes[letter];
    for (let index = 0; index < size; index++) operators += `${formatNumber(coordinates[at + index]!)} `;
    operators += stepOperators[letter];
    at += size;
  }
  return operators;
}

const stepSizes = { M: 2, L: 2, C: 6, Z: 0 } as const;
const stepOperators = { M: 'm\n', L: 'l\n', C: 'c\n', Z: 'h\n' } as const;

function isRectangle(c: readonly number[]): boolean {
  const isAcrossFirst = c[1] === c[3] && c[2] === c[4] && c[5] === c[7] && c[6] === c[0];
  const isDownFirst = c[0] === c[2] && c[3] === c[5] && c[4] === c[6] && c[7] === c[1];
  return isAcrossFirst || isDownFirst;
}

const formatRectangle = (c: readonly number[]): string =>
  `${formatNumber(c[0]!)} ${formatNumber(c[1]!)} ${formatNumber(c[4]! - c[0]!)} ${formatNumber(c[5]! - c[1]!)} re\n`;
