/**
 * The cascade: every element gets its style, and what is generated before and after it becomes children.
 *
 * Styles are shared: elements that are matched by the same selectors inside parents of the same style have the very
 * same `Style` object, so a long booklet holds a few hundred of them and later stages can remember things by style.
 */
import type { Size } from '../geometry/rect.ts';
import type { MarkupElement } from '../markup/element.ts';
import type { Report } from '../source/diagnostic.ts';
import { isLetter, unitsOf } from '../source/letters.ts';
import type { ParseKeeper } from '../source/parse-keeper.ts';
import { baseStylesheet } from './base-style.ts';
import { checkCodeClasses } from './check-classes.ts';
import { type ComputedStyle, computeStyle } from './compute-style.ts';
import { styleFirstLetter } from './first-letter.ts';
import { type GenerationContext, generateElement, generateMarkerText, stepCounters } from './generated-content.ts';
import { createLabelReader } from './label.ts';
import { type MediaQuery, matchesMedia } from './media-query.ts';
import { createPageStyles } from './page-style.ts';
import type { Place } from './place.ts';
import { readWidthAttribute } from './read-declaration.ts';
import type { PseudoElement, Selector } from './selector.ts';
import { findMatches, indexSelectors, type SelectorIndex } from './selector-index.ts';
import type { Style, StyledDocument, StyledElement, StyledMarker, StyledNode } from './style.ts';
import { createStyleKeys, type StyleKeys } from './style-keys.ts';
import type { Declaration, NoteRule, StyleRule, Stylesheet } from './stylesheet.ts';

/** What decides the looks of a booklet, besides its markup. */
export interface StyleInput {
  /** In order: later ones win. The built-in stylesheet goes before them. */
  readonly stylesheets: readonly Stylesheet[];
  readonly paper: Size;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Printed words by name; those that are texts can be printed by `label()`. */
  readonly labels: object;
  readonly keeper?: ParseKeeper;
}

/** Styles a booklet. */
export function applyStyles(root: MarkupElement, input: StyleInput, report: Report): StyledDocument {
  const reportOnce = createReportOnce(report);
  const sheets = [baseStylesheet(input.keeper), ...input.stylesheets];
  checkCodeClasses(root, sheets, report);
  const holds = (media: readonly MediaQuery[]): boolean => media.every((query) => matchesMedia(query, input.paper));
  const rules = sheets.map((sheet) => sheet.rules.filter((rule) => holds(rule.media)));
  const labels = createLabelReader(input.labels, reportOnce);
  const walk: Walk = {
    index: indexRules(rules),
    hasFirstLetters: hasRulesFor('first-letter', rules),
    hasFirstLines: hasRulesFor('first-line', rules),
    generation: { counters: new Map(), labels, report: reportOnce },
    keys: createStyleKeys(),
    roots: new Map(),
    running: undefined,
    report: reportOnce,
  };
  const language = root.attributes.get('lang') || input.language;
  const direction = directionOf(root) ?? input.direction;
  const place: Place = {
    element: root,
    kind: walk.index.kindOf(root, true),
    parent: undefined,
    previous: undefined,
    around: 0,
    position: 1,
    language,
    direction,
    memory: undefined,
  };
  const computedRoot = computeFor(place, '', undefined, walk)!;
  const styledRoot = styleElement(place, computedRoot, walk);
  const pageRules = sheets.flatMap((sheet) => sheet.pageRules.filter((rule) => holds(rule.media)));
  const noteRules = sheets.flatMap((sheet) => sheet.noteRules.filter((rule) => holds(rule.media)));
  const areaOf = (area: NoteRule['area']): Style => {
    const declarations = noteRules.flatMap((rule) => (rule.area === area ? rule.declarations : []));
    return computeStyle(declarations, computedRoot, { language }, reportOnce).style;
  };
  return {
    root: styledRoot,
    pageStyle: createPageStyles(pageRules, { paper: input.paper, direction: input.direction, root: computedRoot, labels }, reportOnce),
    footnoteArea: areaOf('footnote'),
    sidenoteArea: areaOf('sidenote'),
  };
}

/** What stays the same while the tree is walked. */
interface Walk {
  readonly index: SelectorIndex;
  /** Whether any rule is about first letters: most booklets have none. */
  readonly hasFirstLetters: boolean;
  readonly hasFirstLines: boolean;
  readonly generation: GenerationContext;
  readonly keys: StyleKeys;
  /** Styles of roots, as `ComputedStyle.inner` is for other elements. */
  readonly roots: Map<number, ComputedStyle>;
  /** The nearest element around that holds running text: footnotes look as notes of it, wherever they are called. */
  running: ComputedStyle | undefined;
  readonly report: Report;
}

const hasRulesFor = (part: PseudoElement, sheets: readonly (readonly StyleRule[])[]): boolean =>
  sheets.some((sheet) => sheet.some(({ selectors }) => selectors.some(({ pseudoElement }) => pseudoElement === part)));

/** Reports a problem the first time only: one declaration is computed for many elements. */
function createReportOnce(report: Report): Report {
  const seen = new Set<string>();
  return (diagnostic) => {
    const { span } = diagnostic;
    const key = `${diagnostic.code} ${span?.file.path} ${span?.start} ${diagnostic.message}`;
    if (seen.has(key)) return;
    seen.add(key);
    report(diagnostic);
  };
}

function indexRules(sheets: readonly (readonly StyleRule[])[]): SelectorIndex {
  const sorted: { readonly selector: Selector; readonly declarations: readonly Declaration[]; readonly isBase: boolean }[] = [];
  for (const rules of sheets) {
    for (const { selectors, declarations } of rules)
      for (const selector of selectors) sorted.push({ selector, declarations, isBase: rules === sheets[0] });
  }
  // Sorting is stable, so rules of equal weight stay in the order of their files.
  sorted.sort((a, b) => Number(b.isBase) - Number(a.isBase) || a.selector.specificity - b.selector.specificity);
  return indexSelectors(sorted.map(({ selector, declarations }, order) => ({ selector, declarations, order })));
}

function styleElement(place: Place, computed: ComputedStyle, walk: Walk): StyledElement {
  const { element } = place;
  const { running } = walk;
  if (holdsRunningText.has(element.name)) walk.running = computed;
  stepCounters(walk.generation.counters, computed);
  // Lines of code have numbers as items of a list do.
  const isMarked = computed.values.display === 'list-item' || element.attributes.has('numbers');
  const marker = isMarked ? markerOf(place, computed, walk) : undefined;
  const children: StyledNode[] = [];
  const into: ChildWalk = { walk, children };
  addGenerated('before', place, computed, into);
  styleChildren(place, computed, into);
  addGenerated('after', place, computed, into);
  walk.running = running;
  const { name, attributes, origin } = element;
  const isBlock = computed.values.display !== 'inline';
  const letter = walk.hasFirstLetters && isBlock ? computeFor(place, 'first-letter', computed, walk) : undefined;
  const firstLine = walk.hasFirstLines && isBlock ? computeFor(place, 'first-line', computed, walk) : undefined;
  return {
    kind: 'element',
    name,
    style: computed.style,
    attributes,
    marker,
    firstLine: firstLine?.style,
    children: letter ? styleFirstLetter(children, letter.style) : children,
    origin,
  };
}

const holdsRunningText: ReadonlySet<string> = new Set(['body', 'main', 'section', 'article']);

/** The walk, and the list that children are added to. */
interface ChildWalk {
  readonly walk: Walk;
  readonly children: StyledNode[];
}

function addGenerated(pseudoElement: 'before' | 'after', place: Place, outer: ComputedStyle, { walk, children }: ChildWalk): void {
  const style = computeFor(place, pseudoElement, outer, walk);
  const generated = style && generateElement(place.element, style, walk.generation);
  if (generated) children.push(generated);
}

function styleChildren(parent: Place, computed: ComputedStyle, { walk, children }: ChildWalk): void {
  const nodes = parent.element.children;
  let previous: Place | undefined;
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!;
    if (node.kind === 'text') {
      children.push(node);
      continue;
    }
    const place: Place = {
      element: node,
      kind: walk.index.kindOf(node, false),
      parent,
      previous,
      around: parent.around | parent.kind.marks,
      position: previous ? previous.position + 1 : 1,
      language: node.attributes.get('lang') || parent.language,
      direction: directionOf(node) ?? parent.direction,
      memory: undefined,
    };
    previous = place;
    const style = computeFor(place, '', node.name === 'footnote' ? (walk.running ?? computed) : computed, walk)!;
    if (style.values.display !== 'none') children.push(styleElement(place, style, walk));
  }
}

function markerOf(place: Place, computed: ComputedStyle, walk: Walk): StyledMarker | undefined {
  const style = computeFor(place, 'marker', computed, walk);
  return style && { style: style.style, text: generateMarkerText(place.element, style, walk.generation) };
}

/** Computes or remembers the style of an element; undefined for a pseudo-element that no rule mentions. */
function computeFor(place: Place, pseudoElement: PseudoElement, outer: ComputedStyle | undefined, walk: Walk): ComputedStyle | undefined {
  const matches = findMatches(pseudoElement, place);
  if (pseudoElement && matches.length === 0) return undefined;
  const { attributes } = place.element;
  const width = pseudoElement ? undefined : attributes.get('width');
  const direction = pseudoElement ? undefined : outer && place.element.name !== 'footnote' ? directionOf(place.element) : place.direction;
  const { language } = place;
  const key = walk.keys.numberOf({ pseudoElement, language, direction, width }, matches);
  const known = outer ? outer.inner : walk.roots;
  let computed = known.get(key);
  if (!computed) {
    const declarations = matches.flatMap((match) => match.declarations);
    const hints = width === undefined ? [] : readWidthAttribute(width);
    computed = computeStyle(declarations, outer, { language, direction, hints }, walk.report);
    known.set(key, computed);
  }
  return computed;
}

/** Hebrew is the first script that is written from right to left. */
const isRightToLeft = (letter: number): boolean =>
  letter >= 0x590 &&
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u.test(
    String.fromCodePoint(letter),
  );

/** The direction that the attribute `dir` gives; `auto` goes by the first letter. */
function directionOf(element: MarkupElement): 'ltr' | 'rtl' | undefined {
  const dir = element.attributes.get('dir');
  if (dir === undefined) return undefined;
  if (dir === 'ltr' || dir === 'rtl') return dir;
  const letter = dir === 'auto' ? firstLetter(element) : undefined;
  if (letter === undefined) return undefined;
  return isRightToLeft(letter) ? 'rtl' : 'ltr';
}

function firstLetter(element: MarkupElement): number | undefined {
  for (const child of element.children) {
    const letter = child.kind === 'text' ? firstLetterOf(child.text) : firstLetter(child);
    if (letter !== undefined) return letter;
  }
  return undefined;
}

function firstLetterOf(text: string): number | undefined {
  for (let at = 0; at < text.length; ) {
    const character = text.codePointAt(at)!;
    if (isLetter(character)) return character;
    at += unitsOf(character);
  }
  return undefined;
}
