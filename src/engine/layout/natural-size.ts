/** How large a picture is shown when nobody says otherwise. */
import type { RunTrace } from './flow.ts';

/** Returns the size at which a picture is shown when nobody says otherwise: bitmaps at 150 pixels an inch. */
export function naturalSize(picture: NonNullable<RunTrace['picture']>): { readonly width: number; readonly height: number } {
  if (picture.kind === 'drawing') return { width: picture.drawing.width, height: picture.drawing.height };
  const { widthPx, heightPx, orientation = 1 } = picture.bitmap;
  const [across, down] = orientation >= 5 ? [heightPx, widthPx] : [widthPx, heightPx];
  return { width: (across * 72) / 150, height: (down * 72) / 150 };
}
