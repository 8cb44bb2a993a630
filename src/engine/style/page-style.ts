/** `@page`: which rules hold for a page, and what they make of its margins and its six margin boxes. */
import type { Size } from '../geometry/rect.ts';
import type { Report } from '../source/diagnostic.ts';
import { type ComputedStyle, computeStyle } from './compute-style.ts';
import type { GeneratedPart } from './computed-values.ts';
import type { LabelReader } from './label.ts';
import { marginBoxNames } from './parse-stylesheet.ts';
import { misplacedContent } from './problems.ts';
import type { ContentPart, MarginBox, MarginBoxName, PageQuery, PageStyle } from './style.ts';
import type { Declaration, PageCondition, PageRule, PageSelector } from './stylesheet.ts';

/** What all pages of a booklet have in common. */
export interface PageSetting {
  readonly paper: Size;
  /** Direction of the booklet: decides which side is recto. */
  readonly direction: 'ltr' | 'rtl';
  readonly root: ComputedStyle;
  readonly labels: LabelReader;
}

/** Makes the function that answers what a page looks like. Pages asked about in the same words share one answer. */
export function createPageStyles(rules: readonly PageRule[], setting: PageSetting, report: Report): (query: PageQuery) => PageStyle {
  const known = new Map<string, PageStyle>();
  return (query) => {
    const key = `${query.side} ${query.isFirst} ${query.isBlank} ${query.name}`;
    let style = known.get(key);
    if (!style) {
      style = makePageStyle(rulesFor(query, rules, setting), setting, report);
      known.set(key, style);
    }
    return style;
  };
}

// CSS Paged Media 3, section 4.4: names count most, then :first and :blank, then :left and :right.
function rulesFor(query: PageQuery, rules: readonly PageRule[], setting: PageSetting): readonly PageRule[] {
  const found: { readonly rule: PageRule; readonly specificity: number }[] = [];
  for (const rule of rules) {
    const matching = rule.selectors.filter((selector) => matchesPage(selector, query, setting));
    if (matching.length > 0) found.push({ rule, specificity: Math.max(...matching.map(specificityOf)) });
  }
  return found.sort((a, b) => a.specificity - b.specificity).map(({ rule }) => rule);
}

function matchesPage(selector: PageSelector, query: PageQuery, { direction }: PageSetting): boolean {
  if (selector.name !== '' && selector.name !== query.name) return false;
  const recto = direction === 'ltr' ? 'right' : 'left';
  const holds: Readonly<Record<PageCondition, boolean>> = {
    left: query.side === 'left',
    right: query.side === 'right',
    recto: query.side === recto,
    verso: query.side !== recto,
    first: query.isFirst,
    blank: query.isBlank,
  };
  return selector.conditions.every((condition) => holds[condition]);
}

function specificityOf(selector: PageSelector): number {
  let sum = selector.name === '' ? 0 : 10_000;
  for (const condition of selector.conditions) sum += condition === 'first' || condition === 'blank' ? 100 : 1;
  return sum;
}

function makePageStyle(rules: readonly PageRule[], setting: PageSetting, report: Report): PageStyle {
  const language = setting.root.style.language;
  const page = computeStyle(
    rules.flatMap((rule) => rule.declarations),
    setting.root,
    { language },
    report,
  );
  const marginBoxes: MarginBox[] = [];
  for (const name of marginBoxNames) {
    const declarations = rules.flatMap((rule) => rule.marginBoxes.filter((box) => box.name === name).flatMap((box) => box.declarations));
    const box = makeMarginBox(name, declarations, { page, labels: setting.labels }, report);
    if (box) marginBoxes.push(box);
  }
  return { size: setting.paper, margin: page.style.margin, backgroundColor: page.style.backgroundColor, marginBoxes };
}

function makeMarginBox(
  name: MarginBoxName,
  declarations: readonly Declaration[],
  { page, labels }: { readonly page: ComputedStyle; readonly labels: LabelReader },
  report: Report,
): MarginBox | undefined {
  const computed = computeStyle(declarations, page, { language: page.style.language }, report);
  if (computed.values.content === 'none' || computed.values.display === 'none') return undefined;
  const span = computed.contentSpan;
  const content = computed.values.content.flatMap((part): readonly ContentPart[] => {
    if (part.kind === 'label') {
      const label = labels.find(part.name, span);
      return label ? [{ kind: 'label', name: label }] : [];
    }
    if (isPagePart(part)) return [part];
    report(misplacedContent(nameOfPart(part), 'margin boxes print texts, labels, string(), counter(page) and counter(pages)', span));
    return [];
  });
  return content.length > 0 ? { name, content, style: computed.style, origin: span } : undefined;
}

function isPagePart(part: GeneratedPart): part is ContentPart {
  return part.kind === 'text' || part.kind === 'string' || (part.kind === 'counter' && (part.name === 'page' || part.name === 'pages'));
}

function nameOfPart(part: GeneratedPart): string {
  if (part.kind === 'counter') return `counter(${part.name})`;
  if (part.kind === 'attribute') return `attr(${part.name})`;
  return {
    'element-text': 'content()',
    'target-page': 'target-counter()',
    leader: 'leader()',
    label: 'label()',
    string: 'string()',
    text: 'text',
  }[part.kind];
}
