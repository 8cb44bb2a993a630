/** Where placing puts what it makes: the items of the page in hand, and what the document needs to know of it. */
import type { Destination, Mark, PageItem } from '../document/paged-document.ts';
import type { Pt } from '../geometry/length.ts';
import type { Rect } from '../geometry/rect.ts';
import type { BookmarkTrace, RunningString, Sidenote, Strip } from './flow.ts';

export interface PlacedBookmark extends BookmarkTrace {
  readonly destination: Destination;
}

/** Running strings of a page, for `string(name, first | start | last)`. */
export interface PageStrings {
  /** Set by what the page begins with. */
  readonly start: Map<string, string>;
  readonly first: Map<string, string>;
  readonly last: Map<string, string>;
  /** The last that is not empty. */
  readonly lastFilled: Map<string, string>;
}

/** Collects one document, page after page. */
export interface PageSink {
  add(item: PageItem): void;
  anchor(id: string, x: Pt, y: Pt): void;
  bookmark(bookmark: BookmarkTrace, x: Pt, y: Pt): void;
  string(value: RunningString): void;
  /** Takes a note for the outer margin beside a strip whose content begins at `top`. */
  sidenote(note: Sidenote, strip: Strip, top: Pt): void;
  /** The leaf itself, or an artifact while a table head is being repeated. */
  markOf(mark: Mark): Mark;
  readonly isRepeating: boolean;
  /** Where the last picture of the page stands. */
  readonly lastPicture: Rect | undefined;
  /** Runs `place` with everything in it marked as furniture. */
  repeating(place: () => void): void;
}

/** A note for the outer margin, and what it is to stand beside. */
export interface CalledSidenote {
  readonly note: Sidenote;
  readonly strip: Strip;
  readonly top: Pt;
}

/** What a sink holds at the end. */
export interface CollectedPages {
  readonly sink: PageSink;
  /** Begins the next page; the returned array and strings fill up until the page after it. */
  beginPage(index: number): { readonly items: PageItem[]; readonly strings: PageStrings; readonly sidenotes: readonly CalledSidenote[] };
  readonly destinations: Map<string, Destination>;
  readonly bookmarks: PlacedBookmark[];
}

const emptyStrings = (): PageStrings => ({ start: new Map(), first: new Map(), last: new Map(), lastFilled: new Map() });

/** Makes an empty sink. */
export function createPageSink(): CollectedPages {
  let page = -1;
  let items: PageItem[] = [];
  let strings: PageStrings = emptyStrings();
  let sidenotes: CalledSidenote[] = [];
  /** Whether anything that is read has been placed on the page. */
  let hasContent = false;
  let isRepeating = false;
  let lastPicture: Rect | undefined;
  const destinations = new Map<string, Destination>();
  const bookmarks: PlacedBookmark[] = [];
  const sink: PageSink = {
    add: (item) => {
      items.push(item);
      if (item.kind === 'drawing' || item.kind === 'image') lastPicture = item.rect;
      if (typeof item.mark === 'number') hasContent = true;
    },
    anchor(id, x, y) {
      if (!isRepeating && !destinations.has(id)) destinations.set(id, { page, x, y });
    },
    bookmark(bookmark, x, y) {
      if (!isRepeating) bookmarks.push({ ...bookmark, destination: { page, x, y } });
    },
    string({ name, value }) {
      if (!hasContent) strings.start.set(name, value);
      if (!strings.first.has(name)) strings.first.set(name, value);
      strings.last.set(name, value);
      if (value !== '') strings.lastFilled.set(name, value);
    },
    sidenote(note, strip, top) {
      if (!isRepeating) sidenotes.push({ note, strip, top });
    },
    markOf: (mark) => (isRepeating && typeof mark === 'number' ? 'repetition' : mark),
    get isRepeating() {
      return isRepeating;
    },
    get lastPicture() {
      return lastPicture;
    },
    repeating(place) {
      const wasRepeating = isRepeating;
      isRepeating = true;
      place();
      isRepeating = wasRepeating;
    },
  };
  return {
    sink,
    beginPage(index) {
      page = index;
      items = [];
      strings = emptyStrings();
      hasContent = false;
      lastPicture = undefined;
      sidenotes = [];
      return { items, strings, sidenotes };
    },
    destinations,
    bookmarks,
  };
}
