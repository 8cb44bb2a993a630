/** Writes vector pictures as form XObjects: a picture that is shown twice is written once. */
import type { Drawing, DrawingItem, DrawnPath, LinearGradient } from '../../drawing/drawing.ts';
import type { Transform } from '../../geometry/transform.ts';
import {
  type ContentStream,
  createContentStream,
  formatColor,
  formatResources,
  nameResource,
  resetState,
  setAlpha,
  withSavedState,
} from './content-stream.ts';
import { formatFine, formatNumber, rawSyntax } from './pdf-syntax.ts';
import type { NamedResource, PdfWriter } from './pdf-writer.ts';
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
  const stream = createContentStream();
  writeItems(writer, stream, drawing.items);
  const box = `[0 0 ${formatNumber(drawing.width)} ${formatNumber(drawing.height)}]`;
  const resources = formatResources(stream);
  const key = `${box}${resources}${stream.operators}`;
  const known = writer.forms.get(key);
  if (known) return known;
  const group = stream.isTransparent ? { Group: rawSyntax('<</S/Transparency/CS/DeviceRGB>>') } : {};
  const reference = writer.document.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: rawSyntax(box),
    Resources: rawSyntax(resources),
    ...group,
  });
  reference.end(stream.operators || '\n');
  const form = { name: `D${writer.forms.size + 1}`, reference };
  writer.forms.set(key, form);
  return form;
}

function writeItems(writer: PdfWriter, stream: ContentStream, items: readonly DrawingItem[]): void {
  for (const item of items) {
    if (item.kind === 'path') writeDrawnPath(writer, stream, item);
    else if (item.kind === 'text') writeTransformedText(writer, stream, item);
    else {
      withSavedState(stream, () => {
        stream.operators += `${formatPath(item.path) || '0 0 0 0 re\n'}W n\n`;
        writeItems(writer, stream, item.items);
      });
    }
  }
}

function writeDrawnPath(writer: PdfWriter, stream: ContentStream, item: DrawnPath): void {
  const { path, fill, stroke, fillRule = 'nonzero' } = item;
  if (fill && 'kind' in fill) {
    writeGradient(writer, stream, item, fill);
    writePath(writer, stream, { path, ...(stroke && { stroke }) });
  } else {
    writePath(writer, stream, { path, fillRule, ...(fill && { fill }), ...(stroke && { stroke }) });
  }
}

/** Paints a gradient through the path. Its opacity is that of the first stop: charts fade colors, not opacities. */
function writeGradient(writer: PdfWriter, stream: ContentStream, item: DrawnPath, gradient: LinearGradient): void {
  const first = gradient.stops[0];
  if (!first || item.path.steps === '') return;
  withSavedState(stream, () => {
    stream.operators += `${formatPath(item.path)}${item.fillRule === 'evenodd' ? 'W*' : 'W'} n\n`;
    setAlpha(writer, stream, formatNumber(first.color.alpha), stream.state.strokeAlpha);
    stream.operators += `/${nameResource(stream, 'Shading', writeShading(writer, gradient))} sh\n`;
  });
}

function writeShading(writer: PdfWriter, gradient: LinearGradient): NamedResource {
  const ends = [...gradient.from, ...gradient.to].map(formatNumber).join(' ');
  const text = `<</ShadingType 2/ColorSpace/DeviceRGB/Coords[${ends}]/Extend[true true]/Function ${formatStops(gradient)}>>`;
  const known = writer.shadings.get(text);
  if (known) return known;
  const reference = writer.document.ref(rawSyntax(text));
  reference.end();
  const shading = { name: `S${writer.shadings.size + 1}`, reference };
  writer.shadings.set(text, shading);
  return shading;
}

/** Writes the colors as a function from 0 to 1; stops at the same place make a hard edge. */
function formatStops(gradient: LinearGradient): string {
  const stops = [...gradient.stops].sort((one, other) => one.offset - other.offset);
  const last = stops[stops.length - 1]!;
  const steps: string[] = [];
  const bounds: string[] = [];
  let start = { offset: 0, color: stops[0]!.color };
  for (const stop of [...stops, { offset: 1, color: last.color }]) {
    const end = Math.min(1, Math.max(0, stop.offset));
    if (end > start.offset) {
      if (steps.length > 0) bounds.push(formatFine(start.offset));
      steps.push(`<</FunctionType 2/Domain[0 1]/N 1/C0[${formatRgb(start.color)}]/C1[${formatRgb(stop.color)}]>>`);
    }
    start = { offset: end, color: stop.color };
  }
  if (steps.length === 1) return steps[0]!;
  const encode = steps.map(() => '0 1').join(' ');
  return `<</FunctionType 3/Domain[0 1]/Functions[${steps.join('')}]/Bounds[${bounds.join(' ')}]/Encode[${encode}]>>`;
}

function formatRgb(color: Parameters<typeof formatColor>[0]): string {
  const components = formatColor(color);
  return components.includes(' ') ? components : `${components} ${components} ${components}`;
}

/** Writes the operators that show a named form or image through a matrix. */
export function showObject(writer: PdfWriter, stream: ContentStream, object: ShownObject): void {
  const { resource, matrix } = object;
  withSavedState(stream, () => {
    // A form begins with the state of whoever shows it.
    resetState(writer, stream);
    stream.operators += `${matrix.map(formatFine).join(' ')} cm\n/${nameResource(stream, 'XObject', resource)} Do\n`;
  });
}

/** A form or an image, and where it goes. */
export interface ShownObject {
  readonly resource: NamedResource;
  readonly matrix: Transform;
}
