/**
 * Writes gradients: areas are clipped to their path and shaded, lines are drawn with a pattern. Where the opacity
 * changes along a gradient, its course becomes a soft mask.
 */
import type { Color, DrawnPath, Gradient, Path, Stroke } from '../../drawing/drawing.ts';
import { compose, identity, type Transform } from '../../geometry/transform.ts';
import { type ContentStream, formatColor, nameResource, setAlpha, setStroke, withSavedState } from './content-stream.ts';
import { formatFine, formatNumber, formatReference, rawSyntax } from './pdf-syntax.ts';
import type { NamedResource, PdfWriter } from './pdf-writer.ts';
import { formatPath } from './write-shapes.ts';

/** Paints a gradient through a path. */
export function writeGradientFill(writer: PdfWriter, stream: ContentStream, item: DrawnPath, gradient: Gradient): void {
  if (gradient.stops.length === 0 || item.path.steps === '') return;
  withSavedState(stream, () => {
    stream.operators.write(`${formatPath(item.path)}${item.fillRule === 'evenodd' ? 'W*' : 'W'} n\n`);
    setGradientAlpha(writer, stream, gradient);
    stream.operators.write(formatTransform(transformOf(gradient)));
    stream.operators.write(`/${nameResource(stream, 'Shading', writeShading(writer, gradient, formatRgb))} sh\n`);
  });
}

/** Draws a line with its gradient. `pen` maps the path to the coordinates of the stream, and is already in force. */
export function writeGradientStroke(writer: PdfWriter, stream: ContentStream, { path, stroke, pen = identity }: GradientLine): void {
  const { gradient } = stroke;
  if (!gradient || gradient.stops.length === 0 || !(stroke.width > 0)) return;
  withSavedState(stream, () => {
    setStroke(writer, stream, { ...stroke, color: { ...stroke.color, alpha: 1 } });
    setGradientAlpha(writer, stream, gradient);
    // A pattern keeps to the coordinates of its stream, whatever has been changed since.
    const pattern = writePattern(writer, gradient, compose(pen, transformOf(gradient)));
    stream.operators.write(`/Pattern CS/${nameResource(stream, 'Pattern', pattern)} SCN\n${formatPath(path)}S\n`);
  });
}

/** A path and its line. */
export interface GradientLine {
  readonly path: Path;
  readonly stroke: Stroke;
  readonly pen?: Transform;
}

const transformOf = (gradient: Gradient): Transform => (gradient.kind === 'radial-gradient' ? gradient.transform : identity);

const formatTransform = (transform: Transform): string => (transform === identity ? '' : `${transform.map(formatFine).join(' ')} cm\n`);

/** Sets the opacity of a gradient: one for all of it, or a mask. */
function setGradientAlpha(writer: PdfWriter, stream: ContentStream, gradient: Gradient): void {
  const alpha = formatNumber(gradient.stops[0]!.color.alpha);
  if (gradient.stops.every(({ color }) => formatNumber(color.alpha) === alpha)) {
    setAlpha(writer, stream, alpha, alpha);
    return;
  }
  stream.isTransparent = true;
  stream.operators.write(`/${nameResource(stream, 'ExtGState', writeMask(writer, gradient))} gs\n`);
}

/** Writes a graphics state whose soft mask is as light as the gradient is opaque. */
function writeMask(writer: PdfWriter, gradient: Gradient): NamedResource {
  const shading = writeShading(writer, gradient, ({ alpha }) => formatFine(alpha));
  const content = `${formatTransform(transformOf(gradient))}/${shading.name} sh\n`;
  const known = writer.graphicsStates.get(content);
  if (known) return known;
  const form = writer.document.ref({
    Type: 'XObject',
    Subtype: 'Form',
    // A mask is black outside of its box, and no drawing reaches further than this.
    BBox: rawSyntax('[-16000 -16000 16000 16000]'),
    Resources: rawSyntax(`<</Shading<</${shading.name} ${formatReference(shading.reference)}>>>>`),
    Group: rawSyntax('<</S/Transparency/CS/DeviceGray>>'),
  });
  form.end(content);
  const reference = writer.document.ref(
    rawSyntax(`<</Type/ExtGState/ca 1/CA 1/SMask<</Type/Mask/S/Luminosity/G ${formatReference(form)}>>>>`),
  );
  reference.end();
  const state = { name: `G${writer.graphicsStates.size + 1}`, reference };
  writer.graphicsStates.set(content, state);
  return state;
}

function writePattern(writer: PdfWriter, gradient: Gradient, matrix: Transform): NamedResource {
  const shading = writeShading(writer, gradient, formatRgb);
  const text = `<</Type/Pattern/PatternType 2/Shading ${formatReference(shading.reference)}/Matrix[${matrix.map(formatFine).join(' ')}]>>`;
  return writeOnce(writer, text);
}

/** How a color is written in the color space of a shading. */
type FormatColor = (color: Color) => string;

function writeShading(writer: PdfWriter, gradient: Gradient, format: FormatColor): NamedResource {
  const space = format === formatRgb ? 'DeviceRGB' : 'DeviceGray';
  const [type, places] =
    gradient.kind === 'linear-gradient'
      ? [2, [...gradient.from, ...gradient.to]]
      : [3, [gradient.from, gradient.to].flatMap(({ x, y, radius }) => [x, y, radius])];
  const ends = places.map(formatNumber).join(' ');
  return writeOnce(
    writer,
    `<</ShadingType ${type}/ColorSpace/${space}/Coords[${ends}]/Extend[true true]/Function ${formatStops(gradient, format)}>>`,
  );
}

function writeOnce(writer: PdfWriter, text: string): NamedResource {
  const known = writer.shadings.get(text);
  if (known) return known;
  const reference = writer.document.ref(rawSyntax(text));
  reference.end();
  const shading = { name: `S${writer.shadings.size + 1}`, reference };
  writer.shadings.set(text, shading);
  return shading;
}

/** Writes the colors as a function from 0 to 1; stops at the same place make a hard edge. */
function formatStops(gradient: Gradient, format: FormatColor): string {
  const stops = [...gradient.stops].sort((one, other) => one.offset - other.offset);
  const last = stops[stops.length - 1]!;
  const steps: string[] = [];
  const bounds: string[] = [];
  let start = { offset: 0, color: stops[0]!.color };
  for (const stop of [...stops, { offset: 1, color: last.color }]) {
    const end = Math.min(1, Math.max(0, stop.offset));
    if (end > start.offset) {
      if (steps.length > 0) bounds.push(formatFine(start.offset));
      steps.push(`<</FunctionType 2/Domain[0 1]/N 1/C0[${format(start.color)}]/C1[${format(stop.color)}]>>`);
    }
    start = { offset: end, color: stop.color };
  }
  if (steps.length === 1) return steps[0]!;
  const encode = steps.map(() => '0 1').join(' ');
  return `<</FunctionType 3/Domain[0 1]/Functions[${steps.join('')}]/Bounds[${bounds.join(' ')}]/Encode[${encode}]>>`;
}

function formatRgb(color: Color): string {
  const components = formatColor(color);
  return components.includes(' ') ? components : `${components} ${components} ${components}`;
}
