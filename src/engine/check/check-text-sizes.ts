/** Text smaller than an edition allows. Raised numbers and letters do not count: they are meant to be small. */
import type { TextItem } from '../document/paged-document.ts';
import type { LeafId, StructureElement } from '../document/structure.ts';
import type { Pt } from '../geometry/length.ts';
import type { Span } from '../source/source-file.ts';
import { textOfWords } from '../text/placed-words.ts';
import type { CheckedCharts } from './checked-chart.ts';
import { findLabel } from './find-label.ts';
import { smallText } from './problems.ts';
import type { SeenText, TextCheck } from './seen-texts.ts';
import { nearestAround, ownerOf, type StyleFinder, selectorOf } from './style-finder.ts';

/** The least sizes of an edition. */
export interface LeastSizes {
  readonly text: Pt;
  /** For footnotes, heads and feet of pages. */
  readonly notes: Pt;
}

interface SmallStyle {
  readonly what: string;
  readonly words: string;
  readonly size: Pt;
  readonly least: Pt;
  readonly property: string;
  readonly span: Span | undefined;
  others: number;
}

/** What rounding of scales may take off. */
const tolerance = 0.05;

/** Where texts come from, and how large they must be. */
export interface SizeContext {
  readonly finder: StyleFinder;
  readonly charts: CheckedCharts;
  readonly structure: StructureElement;
  readonly least: LeastSizes;
}

/** Makes the check that reports text below the least size, once for each style and each chart. */
export function createSizeCheck(context: SizeContext): TextCheck {
  const { least } = context;
  const small = new Map<string, SmallStyle>();
  let special: SpecialLeaves | undefined;
  const add = (key: string, style: Omit<SmallStyle, 'others'>): void => {
    const known = small.get(key);
    if (!known) small.set(key, { ...style, others: 0 });
    else if (style.size < known.size) small.set(key, { ...style, others: known.others + 1 });
    else known.others++;
  };
  return {
    see(text) {
      const { size, item } = text;
      if (size >= least.text - tolerance) return;
      if (item.kind === 'drawing' && item.shown) {
        if (size < least.notes - tolerance) add(`numbers ${size}`, smallNumber(text, context));
        return;
      }
      if (item.kind === 'drawing') {
        add(`chart ${item.origin?.file.path} ${item.origin?.start}`, smallLabel(text, context));
        return;
      }
      special ??= findSpecialLeaves(context.structure);
      const isFurniture = typeof item.mark === 'string';
      const allowed = isFurniture || special.notes.has(item.mark as LeafId) ? least.notes : least.text;
      if (size >= allowed - tolerance || special.calls.has(item.mark as LeafId)) return;
      const style = smallStyle(item, allowed, context.finder);
      if (style) add(`${style.property} ${size}`, style);
    },
    finish(report) {
      for (const style of small.values()) report(smallText(style, style.span));
    },
  };
}

/** Pieces of the reading order with rules of their own. */
interface SpecialLeaves {
  readonly notes: ReadonlySet<LeafId>;
  readonly calls: ReadonlySet<LeafId>;
}

function findSpecialLeaves(root: StructureElement): SpecialLeaves {
  const notes = new Set<LeafId>();
  const calls = new Set<LeafId>();
  const visit = (element: StructureElement, into: Set<LeafId> | undefined): void => {
    const own = element.role === 'Note' ? notes : element.role === 'Reference' ? calls : into;
    for (const child of element.children) {
      if (typeof child !== 'number') visit(child, own);
      else own?.add(child);
    }
  };
  visit(root, undefined);
  return { notes, calls };
}

function smallStyle(item: TextItem, least: Pt, finder: StyleFinder): Omit<SmallStyle, 'others'> | undefined {
  const { size } = item;
  const shared = { words: textOfWords(item.words), size, least, span: item.origin };
  if (item.mark === 'header' || item.mark === 'footer') {
    return { ...shared, what: `the page ${item.mark}`, property: '`font-size` of this margin box' };
  }
  const found = finder.find(item.origin, item);
  if (!found) return { ...shared, what: 'this text', property: '`font-size` of the text' };
  const isRaised = nearestAround(found, ({ style }) => style.verticalAlign === 'super' || style.verticalAlign === 'sub');
  if (isRaised) return undefined;
  const owner = ownerOf(found, (style) => style.fontSize === size);
  return { ...shared, what: 'this text', property: `\`font-size\` of \`${selectorOf(owner.element)}\`` };
}

/** Numbers of lines of code are looked up, not read: they may be as small as notes. */
function smallNumber({ words, size, item }: SeenText, { least }: SizeContext): Omit<SmallStyle, 'others'> {
  const property = '`font-size` of `pre::marker`';
  return { what: 'the number of this line', words: textOfWords(words), size, least: least.notes, span: item.origin, property };
}

function smallLabel({ words: shown, size, item }: SeenText, { finder, charts, least }: SizeContext): Omit<SmallStyle, 'others'> {
  const words = textOfWords(shown);
  const chart = charts.get(finder.findPicture(item.origin)?.attributes.get('src') ?? '');
  const isDrawing = chart?.kind === 'svg';
  const isSmall = (key: string, value: unknown): boolean => /fontSize$/i.test(key) && typeof value === 'number' && value < least.text;
  return {
    what: isDrawing ? 'a text of this drawing' : 'a label of this chart',
    words,
    size,
    least: least.text,
    property: isDrawing
      ? 'the `width` of the picture so that its texts come'
      : '`fontSize` of its labels, or `--chart-size` in the stylesheet,',
    span: chart?.spanOf(isDrawing ? { text: words } : findLabel(chart, words, isSmall)) ?? item.origin,
  };
}
