/**
 * Saves a page that would hold a few lines, by setting paragraphs before them a line shorter where nobody sees it, and by spaces between
 * blocks that are a little smaller. Typesetters do so by hand, with \looseness=-1 (Knuth, The TeXbook, chapter 14).
 */
import type { Flow, ShortenableStrips } from './flow.ts';
import type { LayoutContext } from './layout-context.ts';
import { type CutPage, flowToCut, type PageSequence } from './layout-pages.ts';
import { paginateStretch } from './paginate.ts';
import { type Replacement, replaceStrips } from './replace-strips.ts';

/** Pages between two forced breaks: page breaking knows nothing beyond. */
interface Stretch {
  readonly pages: readonly CutPage[];
  /** Index of its first page in the booklet. */
  readonly index: number;
}

/** A last page with more on it is worth its paper. */
const mostFilled = 1 / 4;

/** More than so many paragraphs, or what stands farther back, is not touched for one page. */
const mostShortened = 8;
const mostPagesBack = 12;

/** Returns the flows with paragraphs shortened where that saves pages: the same list when it saves none. */
export function savePages(sequences: readonly PageSequence[], cut: readonly CutPage[], context: LayoutContext): readonly PageSequence[] {
  const saved = [...sequences];
  let isSaved = false;
  // From the end, so that strips that are still to be looked at stay where they are.
  for (const stretch of stretchesOf(cut).reverse()) {
    if (!endsNearlyEmpty(stretch)) continue;
    const { sequence } = stretch.pages[0]!;
    const { name, flow } = saved[sequence]!;
    const shorter = savePage(flow, stretch, context);
    if (!shorter) continue;
    saved[sequence] = { name, flow: shorter };
    isSaved = true;
  }
  return isSaved ? saved : sequences;
}

function stretchesOf(cut: readonly CutPage[]): Stretch[] {
  const stretches: { pages: CutPage[]; index: number }[] = [];
  for (const [index, page] of cut.entries()) {
    const { part } = page;
    if (!part) continue;
    const begins = part.from === 0 || part.flow.strips[part.from]?.forcedBreak !== undefined;
    if ((begins && !page.isSideways) || stretches.length === 0) stretches.push({ pages: [], index });
    stretches.at(-1)!.pages.push(page);
  }
  return stretches;
}

function endsNearlyEmpty({ pages }: Stretch): boolean {
  const { part, emptiness } = pages.at(-1)!;
  // Sideways pages are cut by themselves, and turn up between these.
  if (pages.length === 1 || 1 - emptiness > mostFilled || pages.some(({ isSideways }) => isSideways)) return false;
  const strips = part!.flow.strips.slice(part!.from, part!.to);
  // Lines to write on fill a page.
  return !strips.some(({ content }) => content.kind === 'rule' && content.fillStep);
}

/** Returns the flow with as little changed as saves the last page of the stretch: paragraphs, then also the spaces between blocks. */
function savePage(flow: Flow, { pages, index }: Stretch, context: LayoutContext): Flow | undefined {
  const from = pages[0]!.part!.from;
  const replacements: Replacement[] = [];
  for (const old of shortenableIn(flow, pages)) {
    const strips = old.setShorter();
    if (strips && strips.length < old.count) replacements.push({ old, strips });
    if (replacements.length === mostShortened) break;
  }
  const shortened = (count: number): Flow =>
    replaceStrips(
      flow,
      replacements.slice(0, count).sort((one, other) => one.old.first - other.old.first),
    );
  const isEnough = (shorter: Flow): boolean =>
    paginateStretch(flowToCut(shorter, context), { from, index }, pages[0]!.room, context.cuts).length < pages.length;
  const shortest = replacements.length > 0 ? shortened(replacements.length) : flow;
  // Cutting a long stretch takes a while: whether all of them together are enough is asked first.
  if (shortest !== flow && isEnough(shortest)) {
    for (let count = 1; count < replacements.length; count += 1) {
      const shorter = shortened(count);
      if (isEnough(shorter)) return shorter;
    }
    return shortest;
  }
  if (pages.length > mostPagesBack) return undefined;
  return tightenedSpaces.map((share) => tightenSpaces(shortest, from, share)).find(isEnough);
}

/** Returns what may be shortened near the end of a stretch, the last first. */
function shortenableIn({ shortenable }: Flow, pages: readonly CutPage[]): readonly ShortenableStrips[] {
  const from = pages.at(-mostPagesBack)?.part?.from ?? pages[0]!.part!.from;
  const { to } = pages.at(-1)!.part!;
  return shortenable.filter(({ first, count }) => first >= from && first + count <= to).reverse();
}

/** What spaces between blocks may become, as shares of themselves: with less, a page looks crowded. */
const tightenedSpaces = [0.9, 0.8];

/** Makes the spaces of a whole stretch smaller, so that its pages stay alike. */
function tightenSpaces(flow: Flow, from: number, share: number): Flow {
  const end = flow.strips.findIndex(({ forcedBreak }, index) => index > from && forcedBreak !== undefined);
  const strips = flow.strips.map((strip, index) =>
    index > from && (end < 0 || index < end) ? { ...strip, spaceBefore: strip.spaceBefore * share } : strip,
  );
  return { ...flow, strips };
}
