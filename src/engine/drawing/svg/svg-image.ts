/** Bitmaps inside a drawing: PNG and JPEG as data addresses, and nothing from anywhere else. */
import { compose } from '../../geometry/transform.ts';
import type { XmlElement } from '../../markup/parse-xml.ts';
import { decodeBase64 } from '../base64.ts';
import type { DrawingItem } from '../drawing.ts';
import { rectanglePath, transformPath } from '../path-geometry.ts';
import { readPicture } from '../read-picture.ts';
import { hrefOf } from './svg-names.ts';
import { badEmbeddedPicture, foreignSvgTarget } from './svg-problems.ts';
import { defaultAspectRatio, fitViewBox, readAspectRatio } from './svg-transform.ts';
import { type EmbeddedBitmap, lengthOf, type SvgSpot, type SvgWalk, spend } from './svg-walk.ts';

/** Returns the item of an `<image>`; none, after a report, when it cannot be read. */
export function drawImage(element: XmlElement, spot: SvgSpot, walk: SvgWalk): readonly DrawingItem[] {
  const href = hrefOf(element);
  if (!href || !spot.style.isVisible || !spend(walk, element, 0)) return [];
  const address = href.value.trim();
  if (!address.startsWith('data:')) {
    walk.report(foreignSvgTarget(address), { start: href.start, end: Math.min(href.end, href.start + 40) });
    return [];
  }
  const embedded = readBitmap(address, href.start, walk);
  if (!embedded) return [];
  const { bitmap } = embedded;
  const { orientation = 1 } = bitmap;
  const isTurned = orientation >= 5;
  const natural = isTurned ? { width: bitmap.heightPx, height: bitmap.widthPx } : { width: bitmap.widthPx, height: bitmap.heightPx };
  const length = (name: string, axis: 'x' | 'y') => lengthOf(element, name, axis, { spot, walk });
  const [givenWidth, givenHeight] = [length('width', 'x'), length('height', 'y')];
  const width = givenWidth ?? (givenHeight === undefined ? natural.width : (givenHeight * natural.width) / natural.height);
  const height = givenHeight ?? (width * natural.height) / natural.width;
  if (!(width > 0 && height > 0)) return [];
  const aspect = readAspectRatio(element.attributes.get('preserveAspectRatio')?.value ?? '') ?? defaultAspectRatio;
  const here = compose(spot.transform, [1, 0, 0, 1, length('x', 'x') ?? 0, length('y', 'y') ?? 0]);
  const fitted = compose(here, fitViewBox({ x: 0, y: 0, ...natural }, { width, height }, aspect));
  const image: DrawingItem = { kind: 'image', ...embedded, transform: compose(fitted, [natural.width, 0, 0, natural.height, 0, 0]) };
  if (aspect.fit !== 'slice') return [image];
  return [{ kind: 'clip', path: transformPath(rectanglePath({ x: 0, y: 0, width, height }), here), items: [image] }];
}

function readBitmap(address: string, start: number, walk: SvgWalk): EmbeddedBitmap | undefined {
  const known = walk.images.get(address);
  if (known || walk.images.has(address)) return known;
  const place = { start, end: Math.min(start + 30, start + address.length) };
  const match = /^data:[^,;]*(?:;[^,;]+)*;base64,([A-Za-z0-9+/=\s]*)$/.exec(address);
  const bytes = match && decodeBase64(match[1]!);
  const reading = bytes && readPicture(bytes);
  if (!reading)
    walk.report(badEmbeddedPicture('it is not written in base64', 'embed it again with the program that made the drawing'), place);
  else if (!reading.ok) walk.report(badEmbeddedPicture(reading.message, reading.hint), place);
  const embedded = reading?.ok
    ? { bitmap: { ...reading.bitmap, ...(reading.orientation !== undefined && { orientation: reading.orientation }) }, file: bytes! }
    : undefined;
  walk.images.set(address, embedded);
  return embedded;
}
