/**
 * The operators of one page or form while they are composed, with the resources they name and the
 * graphics state as the reader has it by then, so that nothing is set twice. y goes down, as everywhere.
 */
import type { Color, Stroke } from '../../drawing/drawing.ts';
import type { ByteWriter } from './byte-writer.ts';
import type { EmbeddedFont } from './embedded-font.ts';
import { formatFine, formatNumber, formatReference, rawSyntax } from './pdf-syntax.ts';
import type { NamedResource, PdfWriter } from './pdf-writer.ts';

/** Kinds of named resources. */
export type ResourceKind = 'Font' | 'XObject' | 'ExtGState' | 'Shading' | 'Pattern';

/** Operators so far, and what the reader's state is after them. */
export interface ContentStream {
  /** Shared by all streams of a painting: one that is begun inside of another is finished before that one goes on. */
  readonly operators: ByteWriter;
  /** Where those of this stream begin. */
  readonly start: number;
  readonly resources: Readonly<Record<ResourceKind, Map<string, NamedResource['reference']>>>;
  /** State that lasts over operators; `q` and `Q` save and restore it. */
  state: GraphicsState;
  /** Start of the current text line while a text object is open. */
  line: { x: number; y: number } | undefined;
  /** Whether anything lets what lies below shine through. */
  isTransparent: boolean;
}

/** Values as they were last written; the initial ones are the reader's own. */
export interface GraphicsState {
  fill: string;
  stroke: string;
  fillAlpha: string;
  strokeAlpha: string;
  /** What `fill` and `fillAlpha` were written from; undefined where one of them has changed since. */
  fillColor: Color | undefined;
  pen: string;
  font: EmbeddedFont | undefined;
  fontSize: number;
  tracking: number;
  rendering: string;
}

const filled = '0 Tr\n';

/** Starts an empty stream. */
export function createContentStream({ operators }: PdfWriter): ContentStream {
  return {
    operators,
    start: operators.length,
    resources: { Font: new Map(), XObject: new Map(), ExtGState: new Map(), Shading: new Map(), Pattern: new Map() },
    state: {
      fill: '0',
      stroke: '0',
      fillAlpha: '1',
      strokeAlpha: '1',
      fillColor: undefined,
      pen: '',
      font: undefined,
      fontSize: 0,
      tracking: 0,
      rendering: filled,
    },
    line: undefined,
    isTransparent: false,
  };
}

/** Notes that the stream uses a resource, and returns the name for it. */
export function nameResource(stream: ContentStream, kind: ResourceKind, resource: NamedResource): string {
  stream.resources[kind].set(resource.name, resource.reference);
  return resource.name;
}

/** Writes the resources as a dictionary. */
export function formatResources(stream: ContentStream): string {
  let dictionary = '';
  for (const [kind, entries] of Object.entries(stream.resources)) {
    if (entries.size === 0) continue;
    dictionary += `/${kind}<<`;
    for (const [name, reference] of entries) dictionary += `/${name} ${formatReference(reference)}`;
    dictionary += '>>';
  }
  return `<<${dictionary}>>`;
}

/** Ends an open text object. */
export function endText(stream: ContentStream): void {
  if (!stream.line) return;
  stream.operators.write('ET\n');
  stream.line = undefined;
}

/** Sets the color of fills and text. */
export function setFill(writer: PdfWriter, stream: ContentStream, color: Color): void {
  if (stream.state.fillColor === color) return;
  setAlpha(writer, stream, formatAlpha(color), stream.state.strokeAlpha);
  stream.state.fillColor = color;
  const fill = formatColor(color);
  if (stream.state.fill === fill) return;
  stream.state.fill = fill;
  stream.operators.write(`${fill} ${fill.includes(' ') ? 'rg' : 'g'}\n`);
}

/** Sets the color, width and shape of lines. */
export function setStroke(writer: PdfWriter, stream: ContentStream, stroke: Stroke): void {
  setAlpha(writer, stream, stream.state.fillAlpha, formatAlpha(stroke.color));
  const color = formatColor(stroke.color);
  if (stream.state.stroke !== color) {
    stream.state.stroke = color;
    stream.operators.write(`${color} ${color.includes(' ') ? 'RG' : 'G'}\n`);
  }
  const pen = formatPen(stroke);
  if (stream.state.pen === pen) return;
  stream.state.pen = pen;
  stream.operators.write(pen);
}

/** Sets both opacities; a fill and a stroke that are painted together need both at once. */
export function setAlpha(writer: PdfWriter, stream: ContentStream, fillAlpha: string, strokeAlpha: string): void {
  const { state } = stream;
  if (state.fillAlpha === fillAlpha && state.strokeAlpha === strokeAlpha) return;
  state.fillAlpha = fillAlpha;
  state.fillColor = undefined;
  state.strokeAlpha = strokeAlpha;
  if (fillAlpha !== '1' || strokeAlpha !== '1') stream.isTransparent = true;
  stream.operators.write(`/${nameResource(stream, 'ExtGState', graphicsState(writer, fillAlpha, strokeAlpha))} gs\n`);
}

/** Runs `write` between a save and a restore of the graphics state. */
export function withSavedState(stream: ContentStream, write: () => void): void {
  endText(stream);
  const saved = { ...stream.state };
  stream.operators.write('q\n');
  write();
  endText(stream);
  stream.operators.write('Q\n');
  stream.state = saved;
}

/** Sets whether text is painted (ISO 32000-1, 9.3.6: text that is neither filled nor stroked is still there to be read). */
export function setRendering(stream: ContentStream, isInvisible: boolean): void {
  const rendering = isInvisible ? '3 Tr\n' : filled;
  if (stream.state.rendering === rendering) return;
  stream.state.rendering = rendering;
  stream.operators.write(rendering);
}

/** Brings the state back to what a form takes for granted. */
export function resetState(writer: PdfWriter, stream: ContentStream): void {
  setFill(writer, stream, black);
  setAlpha(writer, stream, '1', '1');
  if (stream.state.stroke !== '0') stream.operators.write('0 G\n');
  if (stream.state.tracking !== 0) stream.operators.write('0 Tc\n');
  setRendering(stream, false);
  stream.state = { ...stream.state, stroke: '0', tracking: 0 };
}

const black: Color = { red: 0, green: 0, blue: 0, alpha: 1 };

/** Writes an opacity with as many digits as the eye can use. */
const formatAlpha = (color: Color): string => formatNumber(color.alpha);

/** Writes the components of a color: one for a gray, else three. */
export function formatColor({ red, green, blue }: Color): string {
  const first = formatFine(red);
  return red === green && green === blue ? first : `${first} ${formatFine(green)} ${formatFine(blue)}`;
}

const capNumbers = { butt: 0, round: 1, square: 2 } as const;
const joinNumbers = { miter: 0, round: 1, bevel: 2 } as const;

function formatPen(stroke: Stroke): string {
  // Dashes that are all nothing would never end.
  const dash = stroke.dash.some((length) => length > 0) ? stroke.dash.map((length) => formatNumber(Math.max(0, length))).join(' ') : '';
  return (
    `${formatNumber(stroke.width)} w ${capNumbers[stroke.cap]} J ${joinNumbers[stroke.join]} j ` +
    `${formatNumber(Math.max(1, stroke.miterLimit))} M [${dash}] ${formatNumber(dash === '' ? 0 : stroke.dashOffset)} d\n`
  );
}

function graphicsState(writer: PdfWriter, fillAlpha: string, strokeAlpha: string): NamedResource {
  const key = `${fillAlpha} ${strokeAlpha}`;
  const known = writer.graphicsStates.get(key);
  if (known) return known;
  const reference = writer.document.ref(rawSyntax(`<</Type/ExtGState/ca ${fillAlpha}/CA ${strokeAlpha}>>`));
  reference.end();
  const state = { name: `G${writer.graphicsStates.size + 1}`, reference };
  writer.graphicsStates.set(key, state);
  return state;
}
