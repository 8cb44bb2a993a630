/** Heads, feet and folios: the margin boxes of a page, filled with counters, running strings and labels. */
import type { PageItem, TextItem } from '../document/paged-document.ts';
import type { Pt } from '../geometry/length.ts';
import type { Rect } from '../geometry/rect.ts';
import type { MarginBox, PageStyle, Style } from '../style/style.ts';
import { filledArea, ruleShape } from './draw-box.ts';
import type { LayoutContext, PrintedWords } from './layout-context.ts';
import { placeInStrip, setSingleLine } from './layout-paragraph.ts';
import type { PageStrings } from './page-sink.ts';
import { plainTrace } from './plain-trace.ts';

/** What a page knows when its furniture is set. */
export interface PageFacts {
  /** From 0. */
  readonly index: number;
  readonly pageCount: number;
  readonly label: string;
  readonly strings: PageStrings;
  /** Values of the running strings where the page begins. */
  readonly carried: ReadonlyMap<string, string>;
}

/** Returns the furniture of a page: its background and its margin boxes. */
export function layoutMarginBoxes(page: PageStyle, facts: PageFacts, context: LayoutContext): readonly PageItem[] {
  const items: PageItem[] = [];
  if (page.backgroundColor) items.push(filledArea({ x: 0, y: 0, ...page.size }, page.backgroundColor, 'background'));
  for (const box of page.marginBoxes) {
    const text = textOfBox(box, facts, context.words);
    if (text !== '') items.push(...placeBox(box, text, page, context));
  }
  return items;
}

function textOfBox(box: MarginBox, facts: PageFacts, words: PrintedWords): string {
  let text = '';
  for (const part of box.content) {
    switch (part.kind) {
      case 'text':
        text += part.text;
        break;
      case 'counter':
        text += part.name === 'pages' ? words.number(facts.pageCount) : facts.label;
        break;
      case 'string':
        text += part.which === 'range' ? rangeOf(part.name, facts, words) : runningString(part.name, part.which, facts);
        break;
      case 'label':
        text += words.label(part.name, { page: facts.label, pages: words.number(facts.pageCount) });
        break;
    }
  }
  return text.trim();
}

/** CSS GCPM 3, 1.1.2: the first value set on the page, the last, the one that its first line belongs to, or nothing where it is first set. */
function runningString(name: string, which: 'first' | 'start' | 'last' | 'first-except', facts: PageFacts): string {
  const carried = facts.carried.get(name) ?? '';
  const first = facts.strings.first.get(name);
  switch (which) {
    case 'first':
      return first ?? carried;
    case 'last':
      return facts.strings.last.get(name) ?? carried;
    case 'start':
      return facts.strings.start.get(name) ?? carried;
    case 'first-except':
      return first === undefined ? carried : '';
  }
}

/**
 * The head of a dictionary: what the page begins with and the last value on it, `boil – chlorine`. Nothing on a page that
 * begins with none: one on which the list has its own heading. Ours, because CSS can't leave out the dash with the words.
 */
function rangeOf(name: string, facts: PageFacts, words: PrintedWords): string {
  const from = runningString(name, 'start', facts);
  const to = facts.strings.lastFilled.get(name) ?? from;
  if (from === '' || from === to) return from;
  return words.label('headRange', { from, to });
}

function placeBox(box: MarginBox, text: string, page: PageStyle, context: LayoutContext): readonly PageItem[] {
  const { style } = box;
  const line = setSingleLine(text, style, context);
  if (!line) return [];
  const isTop = box.name.startsWith('top');
  const area: Rect = {
    x: page.margin.left,
    width: page.size.width - page.margin.left - page.margin.right,
    y: isTop ? 0 : page.size.height - page.margin.bottom,
    height: isTop ? page.margin.top : page.margin.bottom,
  };
  const left = Math.min(...line.segments.map((segment) => segment.x));
  const right = Math.max(...line.segments.map((segment) => segment.x + segment.width));
  const strip = placeInStrip(
    line,
    line.segments.map(() => plainTrace(style, 0, undefined)),
    style,
    { x: 0, context },
  );
  const top = area.y + style.padding.top + verticalShift(style, area.height - style.padding.top - style.padding.bottom - strip.height);
  const x = area.x + horizontalShift(box, area.width - (right - left));
  const items: PageItem[] = [];
  for (const segment of line.segments) {
    if (segment.words.length === 0) continue;
    const item: TextItem = {
      kind: 'text',
      x: x + segment.x - left,
      y: top + strip.content.baseline,
      width: segment.width,
      size: style.fontSize,
      color: style.color,
      letterSpacing: style.letterSpacing,
      words: segment.words,
      offsets: segment.offsets,
      rooms: segment.rooms,
      mark: isTop ? 'header' : 'footer',
      origin: box.origin,
    };
    items.push(item);
  }
  items.push(...boxRules(box, area));
  return items;
}

/** A border of a margin box runs along the whole measure, like the rule under a running head. */
function boxRules(box: MarginBox, area: Rect): readonly PageItem[] {
  const { borderTop, borderBottom, padding } = box.style;
  const rules: PageItem[] = [];
  const mark = box.name.startsWith('top') ? 'header' : 'footer';
  const add = (side: typeof borderTop, y: Pt) => {
    if (side.line !== 'none' && side.width > 0) rules.push(ruleShape(side, [area.x, y, area.x + area.width, y], mark, undefined));
  };
  add(borderTop, area.y + padding.top);
  add(borderBottom, area.y + area.height - padding.bottom);
  return rules;
}

function verticalShift(style: Style, spare: Pt): Pt {
  if (style.verticalAlign === 'top') return 0;
  return style.verticalAlign === 'bottom' ? spare : spare / 2;
}

function horizontalShift(box: MarginBox, spare: Pt): Pt {
  if (box.name.endsWith('left')) return 0;
  return box.name.endsWith('center') ? spare / 2 : spare;
}
