/** A Markdown image to `<img>` or `<chart>`, with its alternative text as plain words. */
import type { Token } from 'markdown-it';
import { chartDataPlaces } from './booklet.ts';
import { type BuildContext, spanOfToken } from './build-context.ts';
import { type AttributeValue, chartEndings } from './directives.ts';
import type { Locate } from './locate-inline.ts';
import { placeOf } from './markdown-parser.ts';
import { badCodeAddress, captionOfInlineImage, inlineChart, missingAlt, missingImagePath, remoteImage } from './markdown-problems.ts';
import type { ProseElement } from './prose.ts';
import { readAttributes } from './read-attributes.ts';
import { setTypography } from './set-typography.ts';

const imageAttributes: ReadonlyMap<string, AttributeValue> = new Map<string, AttributeValue>([
  ['id', 'text'],
  ['class', 'text'],
  ['width', 'text'],
]);

const chartAttributes: ReadonlyMap<string, AttributeValue> = new Map<string, AttributeValue>([
  ...imageAttributes,
  ['data', chartDataPlaces],
]);

/** Builds an image inside a line of text. */
export function buildImage(token: Token, locate: Locate, context: BuildContext): ProseElement {
  const { image, attributes } = buildPicture(token, locate, context);
  const span = { file: context.file, start: image.start, end: image.end };
  if (token.attrGet('title')) context.report(captionOfInlineImage(span));
  if (image.name === 'chart') context.report(inlineChart(span));
  return { ...image, attributes: new Map([...image.attributes, ...attributes]) };
}

/** Builds the picture itself; attributes other than its width and data are for whatever it stands in. */
export function buildPicture(
  token: Token,
  locate: Locate,
  context: BuildContext,
): { image: ProseElement; attributes: ReadonlyMap<string, string> } {
  const span = spanOfToken(token, locate, context);
  const place = placeOf(token);
  const path = decodePath(String(token.attrGet('src') ?? ''));
  if (path.startsWith(codeScheme)) return buildCode(path.slice(codeScheme.length).trim(), token, locate, context);
  const name = chartEndings.some((ending) => path.toLowerCase().endsWith(ending)) ? 'chart' : 'img';
  const known = name === 'chart' ? chartAttributes : imageAttributes;
  const written = new Map(readAttributes({ text: place.attributes, at: place.attributesAt ?? 0, locate }, known, context));
  const alt = altText(token, context);
  const isRemote = /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(path);
  if (path === '') context.report(missingImagePath(span));
  else if (isRemote) context.report(remoteImage(path, span));
  if (alt === '') context.report(missingAlt(path, span));
  const own = new Map([
    // Reported here already, so that nobody goes looking for it.
    ['src', isRemote ? '' : path],
    ['alt', alt],
  ]);
  for (const attribute of ['width', 'data']) {
    const value = written.get(attribute);
    if (value !== undefined) own.set(attribute, value);
    written.delete(attribute);
  }
  return { image: { kind: 'element', name, attributes: own, children: [], start: span.start, end: span.end }, attributes: written };
}

/** Begins the path of an image that is a QR code. */
const codeScheme = 'qr:';

/** Builds a QR code. Its words for those who do not see it are made from the address, whatever stands between the brackets. */
function buildCode(address: string, token: Token, locate: Locate, context: BuildContext): ReturnType<typeof buildPicture> {
  const span = spanOfToken(token, locate, context);
  const place = placeOf(token);
  const known = new Map([...imageAttributes].filter(([name]) => name !== 'width'));
  const attributes = new Map(readAttributes({ text: place.attributes, at: place.attributesAt ?? 0, locate }, known, context));
  const isAddress = /^https?:\/\/[^\s<>"]+$/.test(address);
  if (!isAddress) context.report(badCodeAddress(address, span));
  const own: ReadonlyMap<string, string> = new Map(isAddress ? [['href', address]] : []);
  return {
    image: { kind: 'element', name: isAddress ? 'qr-code' : 'span', attributes: own, children: [], start: span.start, end: span.end },
    attributes,
  };
}

/** Alternative text is plain: of markup in it only the words count. */
function altText(token: Token, context: BuildContext): string {
  const run = {
    text: plainText(token.children ?? [])
      .replace(/\s+/g, ' ')
      .trim(),
    isFixed: false,
  };
  setTypography([run], context.marks);
  return run.text;
}

function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
      return token.type === 'image' ? plainText(token.children ?? []) : token.content;
    })
    .join('');
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
