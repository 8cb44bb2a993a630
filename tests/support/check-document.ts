/** What must be true of every booklet, whatever is in it. Each check returns sentences about what is not. */
import { textOfItem } from '../../src/engine/document/describe-document.ts';
import type { Bookmark, PagedDocument, PageItem } from '../../src/engine/document/paged-document.ts';
import { areaOf, readText, rolesOfLeaves } from './read-document.ts';

/** Lengths are compared with this much patience, in points. */
const patience = 0.6;

/** Nothing is drawn outside its page, and no text outside the area of the running text. */
export function checkPlaces(document: PagedDocument): readonly string[] {
  const found: string[] = [];
  for (const [index, { size, contentArea, sidenoteArea, items }] of document.pages.entries()) {
    for (const item of items) {
      const area = areaOf(item);
      const isRunningText = item.kind === 'text' && typeof item.mark === 'number';
      const isBeside =
        sidenoteArea && area.x >= sidenoteArea.x - patience && area.x + area.width <= sidenoteArea.x + sidenoteArea.width + patience;
      const room = isRunningText ? (isBeside ? sidenoteArea : contentArea) : { x: 0, y: 0, ...size };
      const isInside =
        area.x >= room.x - patience &&
        area.y >= room.y - patience &&
        area.x + area.width <= room.x + room.width + patience &&
        area.y + area.height <= room.y + room.height + patience;
      if (!isInside) found.push(`page ${index + 1}: ${nameOf(item)} at ${describe(area)} is outside ${describe(room)}`);
    }
  }
  return found;
}

/** No two pieces of text, nor text and picture, lie over each other. */
export function checkOverlaps(document: PagedDocument): readonly string[] {
  const found: string[] = [];
  for (const [index, { items }] of document.pages.entries()) {
    const areas = items
      .filter((item) => item.kind === 'image' || item.kind === 'drawing' || (item.kind === 'text' && textOfItem(item).trim() !== ''))
      .map((item) => ({ item, ...areaOf(item) }))
      .sort((one, other) => one.y - other.y);
    for (const [position, one] of areas.entries()) {
      for (let next = position + 1; next < areas.length && areas[next]!.y < one.y + one.height - patience; next += 1) {
        const other = areas[next]!;
        const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
        if (across > patience)
          found.push(`page ${index + 1}: ${nameOf(one.item)} at ${describe(one)} lies over ${nameOf(other.item)} at ${describe(other)}`);
      }
    }
  }
  return found;
}

/** Every footnote begins on the page of its call. */
export function checkNotes(document: PagedDocument): readonly string[] {
  return readText(document).notes.flatMap(({ callPage, blocks }) => {
    const page = blocks[0]?.pages[0];
    return page === callPage
      ? []
      : [`a footnote is called on page ${callPage + 1} and stands on page ${(page ?? -1) + 1}: ${blocks[0]?.text}`];
  });
}

/** No heading is the last thing on a page on which something stands before it. */
export function checkHeadings(document: PagedDocument): readonly string[] {
  const roles = rolesOfLeaves(document.structure);
  return document.pages.flatMap(({ items }, index) => {
    const body = items.filter((item) => typeof item.mark === 'number' && item.kind !== 'link' && roles.get(item.mark)?.isNote === false);
    const last = body.at(-1);
    const isStranded = last && /^H\d$/.test(roles.get(last.mark as number)!.role) && body.some((item) => item.mark !== last.mark);
    return isStranded && index < document.pages.length - 1 ? [`page ${index + 1} ends with a heading: ${nameOf(last)}`] : [];
  });
}

/** No page is empty: there is text, a picture, or lines to write on. */
export function checkFilling(document: PagedDocument): readonly string[] {
  return document.pages.flatMap(({ items }, index) =>
    items.some(({ mark }) => typeof mark === 'number' || mark === 'layout') ? [] : [`page ${index + 1} is empty`],
  );
}

/** Every leaf of the reading order is shown, and every item belongs to it or is furniture. */
export function checkLeaves(document: PagedDocument): readonly string[] {
  const roles = rolesOfLeaves(document.structure);
  const shown = new Set<number>();
  const found: string[] = [];
  for (const { items } of document.pages) {
    for (const item of items) {
      if (typeof item.mark !== 'number') continue;
      shown.add(item.mark);
      if (!roles.has(item.mark)) found.push(`${nameOf(item)} has a mark that the reading order does not know`);
    }
  }
  for (const leaf of roles.keys())
    if (!shown.has(leaf)) found.push(`leaf ${leaf} of the reading order (${roles.get(leaf)!.role}) is shown nowhere`);
  return found;
}

/** Every link inside the booklet leads somewhere. */
export function checkLinks(document: PagedDocument): readonly string[] {
  return document.pages.flatMap(({ items }) =>
    items.flatMap((item) =>
      item.kind === 'link' && item.target.startsWith('#') && !document.destinations.has(item.target.slice(1))
        ? [`nothing is at ${item.target}`]
        : [],
    ),
  );
}

/** The outline runs forward, and points to pages that exist. */
export function checkBookmarks(document: PagedDocument): readonly string[] {
  const found: string[] = [];
  let [page, y] = [0, -1];
  const visit = (bookmark: Bookmark): void => {
    const { destination } = bookmark;
    if (destination.page < page || (destination.page === page && destination.y < y))
      found.push(`the outline runs back at "${bookmark.title}"`);
    if (destination.page >= document.pages.length) found.push(`"${bookmark.title}" is on a page that does not exist`);
    ({ page, y } = destination);
    for (const child of bookmark.children) visit(child);
  };
  for (const bookmark of document.bookmarks) visit(bookmark);
  return found;
}

const nameOf = (item: PageItem): string => (item.kind === 'text' ? JSON.stringify(textOfItem(item)) : item.kind);

const describe = (area: { x: number; y: number; width: number; height: number }): string =>
  `${area.x.toFixed(1)},${area.y.toFixed(1)} ${area.width.toFixed(1)} x ${area.height.toFixed(1)}`;
