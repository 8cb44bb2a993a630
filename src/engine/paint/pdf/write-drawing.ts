/** Writes vector pictures as form XObjects: a picture that is shown twice is written once. */
import type { Bitmap, Drawing, DrawingItem, DrawnPath, FadedGroup } from '../../drawing/drawing.ts';
import { compose, identity, type Transform } from '../../geometry/transform.ts';
import { hashBytes } from '../../source/hash.ts';
import {
  type ContentStream,
  createContentStream,
  formatResources,
  nameResource,
  resetState,
  setAlpha,
  withSavedState,
} from './content-stream.ts';
import { formatFine, formatNumber, rawSyntax } from './pdf-syntax.ts';
import type { NamedResource, PdfWriter } from './pdf-writer.ts';
import { writeGradientFill, writeGradientStroke } from './write-gradients.ts';
import { writeImage } from './write-images.ts';
import { formatPath, writePath } from './write-shapes.ts';
import { writeTransformedText } from './write-text.ts';

/** Returns the form that shows a drawing, written on first use. */
export function writeDrawing(writer: PdfWriter, drawing: Drawing): NamedResource {
  let form = writer.drawings.get(drawing);
  if (!form) {
    form = writeForm(writer, drawing);
    writer.drawings.set(drawing, form);
  }
  return form;
}

function writeForm(writer: PdfWriter, drawing: Drawing): NamedResource {
  const stream = createContentStream(writer);
  writeItems(writer, stream, drawing.items);
  return writeFormObject(writer, stream, `[0 0 ${formatNumber(drawing.width)} ${formatNumber(drawing.height)}]`, stream.isTransparent);
}

function writeFormObject(writer: PdfWriter, stream: ContentStream, box: string, isGroup: boolean): NamedResource {
  const resources = formatResources(stream);
  if (stream.operators.length === stream.start) stream.operators.write('\n');
  const operators = stream.operators.cut(stream.start);
  const key = `${box}${isGroup}${resources}${hashBytes(operators)}`;
  const known = writer.forms.get(key);
  if (known) return known;
  const group = isGroup ? { Group: rawSyntax('<</S/Transparency/CS/DeviceRGB>>') } : {};
  const reference = writer.document.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: rawSyntax(box),
    Resources: rawSyntax(resources),
    ...group,
  });
  writer.document.writeStream(reference, operators);
  reference.end();
  const form = { name: `D${writer.forms.size + 1}`, reference };
  writer.forms.set(key, form);
  return form;
}

function writeItems(writer: PdfWriter, stream: ContentStream, items: readonly DrawingItem[]): void {
  for (const item of items) {
    if (item.kind === 'path') writeDrawnPath(writer, stream, item);
    else if (item.kind === 'text') writeTransformedText(writer, stream, item);
    else if (item.kind === 'image') showBitmap(writer, stream, item.bitmap, item.transform);
    else if (item.kind === 'group')
      showObject(writer, stream, { resource: writeGroup(writer, item), matrix: identity, opacity: item.opacity });
    else {
      withSavedState(stream, () => {
        stream.operators.write(`${formatPath(item.path) || '0 0 0 0 re\n'}W${item.rule === 'evenodd' ? '*' : ''} n\n`);
        writeItems(writer, stream, item.items);
      });
    }
  }
}

/** Writes items as a form of their own, painted on nothing before it is seen through. */
function writeGroup(writer: PdfWriter, { items }: FadedGroup): NamedResource {
  const stream = createContentStream(writer);
  writeItems(writer, stream, items);
  // Content is already in the coordinates of the drawing; no drawing reaches further than this.
  return writeFormObject(writer, stream, '[-16000 -16000 16000 16000]', true);
}

function writeDrawnPath(writer: PdfWriter, stream: ContentStream, item: DrawnPath): void {
  const { transform, path } = item;
  if (path.steps === '') return;
  if (!transform) paintPath(writer, stream, item);
  else {
    withSavedState(stream, () => {
      stream.operators.write(`${transform.map(formatFine).join(' ')} cm\n`);
      paintPath(writer, stream, item);
    });
  }
}

function paintPath(writer: PdfWriter, stream: ContentStream, item: DrawnPath): void {
  const { path, fill, stroke, fillRule = 'nonzero', transform } = item;
  const color = fill && !('kind' in fill) ? fill : undefined;
  const line = stroke?.gradient ? undefined : stroke;
  if (fill && 'kind' in fill) writeGradientFill(writer, stream, item, fill);
  writePath(writer, stream, { path, fillRule, ...(color && { fill: color }), ...(line && { stroke: line }) });
  if (stroke?.gradient) writeGradientStroke(writer, stream, { path, stroke, ...(transform && { pen: transform }) });
}

/** Writes the operators that show a named form or image through a matrix. */
export function showObject(writer: PdfWriter, stream: ContentStream, object: ShownObject): void {
  const { resource, matrix, opacity = 1 } = object;
  withSavedState(stream, () => {
    // A form begins with the state of whoever shows it.
    resetState(writer, stream);
    const alpha = formatNumber(opacity);
    if (opacity < 1) setAlpha(writer, stream, alpha, alpha);
    stream.operators.write(`${matrix.map(formatFine).join(' ')} cm\n/${nameResource(stream, 'XObject', resource)} Do\n`);
  });
}

/** A form or an image, and where it goes. */
export interface ShownObject {
  readonly resource: NamedResource;
  readonly matrix: Transform;
  /** Of all that is shown, 0 to 1; 1 when absent. */
  readonly opacity?: number;
}

/** Shows a bitmap in the unit square, top left at 0,0, that a transform maps to where it goes. */
export function showBitmap(writer: PdfWriter, stream: ContentStream, bitmap: Bitmap, transform: Transform): void {
  if (bitmap.alpha) stream.isTransparent = true;
  const matrix = compose(transform, uprightMatrices[bitmap.orientation ?? 1]!);
  showObject(writer, stream, { resource: writeImage(writer, bitmap), matrix });
}

/** An image fills the unit square with y going up. These put it upright into a unit square with y going down, by EXIF orientation. */
const uprightMatrices: Readonly<Record<number, Transform>> = {
  1: [1, 0, 0, -1, 0, 1],
  2: [-1, 0, 0, -1, 1, 1],
  3: [-1, 0, 0, 1, 1, 0],
  4: [1, 0, 0, 1, 0, 0],
  5: [0, 1, -1, 0, 1, 0],
  6: [0, 1, 1, 0, 0, 0],
  7: [0, -1, 1, 0, 0, 1],
  8: [0, -1, -1, 0, 1, 1],
};
