/** Turns what is placed a quarter to the left, so that a wide table stands with its head to the left side of the page. */
import type { PageItem } from '../document/paged-document.ts';
import type { Pt } from '../geometry/length.ts';
import type { Rect } from '../geometry/rect.ts';
import type { PageSink } from './page-sink.ts';

/** Returns a sink for things that are placed from 0, 0 in an area as wide as `area` is high; they arrive in `area`, turned. */
export function turnedSink(sink: PageSink, area: Rect): PageSink {
  const turn = (x: Pt, y: Pt): Corner => ({ x: area.x + y, y: area.y + area.height - x });
  const turnRect = ({ x, y, width, height }: Rect): Rect => ({ ...turn(x + width, y), width: height, height: width });
  /** As it was placed: what asks for it places more. */
  let lastPicture: Rect | undefined;
  const turnItem = (item: PageItem): PageItem => {
    switch (item.kind) {
      case 'text':
        return { ...item, ...turn(item.x, item.y), isTurned: true };
      case 'shape':
        return { ...item, path: { ...item.path, coordinates: turnAll(item.path.coordinates, turn) } };
      case 'link':
        return { ...item, rect: turnRect(item.rect) };
      case 'drawing': {
        const { copied, shown } = item;
        lastPicture = item.rect;
        return {
          ...item,
          rect: turnRect(item.rect),
          ...(copied && { copied: { ...copied, ...turn(copied.x, copied.y) } }),
          ...(shown && { shown: { ...shown, ...turn(shown.x, shown.y) } }),
          isTurned: true,
        };
      }
      default:
        lastPicture = item.rect;
        return { ...item, rect: turnRect(item.rect), isTurned: true };
    }
  };
  return {
    add: (item) => sink.add(turnItem(item)),
    anchor: (id, x, y) => sink.anchor(id, turn(x, y).x, area.y),
    bookmark: (bookmark, x, y) => sink.bookmark(bookmark, turn(x, y).x, area.y),
    string: (value) => sink.string(value),
    sidenote: (note, strip) => sink.sidenote(note, strip, area.y),
    markOf: (mark) => sink.markOf(mark),
    repeating: (place) => sink.repeating(place),
    get isRepeating() {
      return sink.isRepeating;
    },
    get lastPicture() {
      return lastPicture;
    },
  };
}

type Corner = Pick<Rect, 'x' | 'y'>;

function turnAll(coordinates: readonly number[], turn: (x: Pt, y: Pt) => Corner): readonly number[] {
  const turned: number[] = [];
  for (let at = 0; at + 1 < coordinates.length; at += 2) {
    const { x, y } = turn(coordinates[at]!, coordinates[at + 1]!);
    turned.push(x, y);
  }
  return turned;
}
