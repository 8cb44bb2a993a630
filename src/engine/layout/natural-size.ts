/** How large a picture is shown when nobody says otherwise. */
import type { Size } from '../geometry/rect.ts';
import { codeScheme } from '../markup/expand-codes.ts';
import type { StyledElement } from '../style/style.ts';
import type { RunTrace } from './flow.ts';
import { lengthOf } from './inline-place.ts';

type ShownPicture = NonNullable<RunTrace['picture']>;

/** Returns the size at which a picture is shown when nobody says otherwise: bitmaps at 150 pixels an inch. */
export function naturalSize(picture: ShownPicture): Size {
  if (picture.kind === 'drawing') return { width: picture.drawing.width, height: picture.drawing.height };
  const { widthPx, heightPx, orientation = 1 } = picture.bitmap;
  const [across, down] = orientation >= 5 ? [heightPx, widthPx] : [widthPx, heightPx];
  return { width: (across * 72) / 150, height: (down * 72) / 150 };
}

/**
 * Returns the size of a picture in a line: as high as the line unless its style says otherwise. A QR code keeps the size
 * that it was made in, for a smaller one could not be read.
 */
export function inlineSize({ attributes, style }: StyledElement, picture: ShownPicture): Size {
  const natural = naturalSize(picture);
  if (attributes.get('src')?.startsWith(codeScheme)) return natural;
  const [width, height] = [lengthOf(style.width), lengthOf(style.height)];
  const shown = height ?? (width !== undefined ? (width * natural.height) / natural.width : Math.min(natural.height, style.fontSize * 1.2));
  return { width: width ?? (shown * natural.width) / natural.height, height: shown };
}
