/** How large drawn items are, measured in coordinates of an element's own: what `objectBoundingBox` means for groups. */

import type { Rect } from '../../geometry/rect.ts';
import { compose, type Transform } from '../../geometry/transform.ts';
import { widthOf } from '../../text/font.ts';
import type { DrawingItem, DrawnText } from '../drawing.ts';
import { boundsOfPath, transformPath, transformRect, uniteRects } from '../path-geometry.ts';

/** Returns the least rectangle around items, strokes not counted; undefined for none. */
export function boundsOfItems(items: readonly DrawingItem[], transform: Transform): Rect | undefined {
  return uniteRects(items.flatMap((item) => boundsOfItem(item, transform) ?? []));
}

function boundsOfItem(item: DrawingItem, transform: Transform): Rect | undefined {
  switch (item.kind) {
    case 'path':
      return boundsOfPath(transformPath(item.path, item.transform ? compose(transform, item.transform) : transform));
    case 'text':
      return transformRect(boxOfText(item), compose(transform, item.transform));
    case 'image':
      return transformRect({ x: 0, y: 0, width: 1, height: 1 }, compose(transform, item.transform));
    default:
      return boundsOfItems(item.items, transform);
  }
}

function boxOfText({ words, offsets, size }: DrawnText): Rect {
  const right = Math.max(0, ...words.map((word, index) => offsets[index]! + widthOf(word, size)));
  const font = words[0]?.font;
  const perUnit = font ? size / font.unitsPerEm : 0;
  return { x: 0, y: -(font?.ascent ?? 0) * perUnit, width: right, height: ((font?.ascent ?? 0) + (font?.descent ?? 0)) * perUnit };
}
