/** Holds a tree against the vocabulary: elements, attributes, what stands where, and what readers of the tagged PDF need. */
import type { Diagnostic, Report } from '../source/diagnostic.ts';
import { nearestName } from '../source/nearest-name.ts';
import { expectedValue, isValueFor } from './attribute-value.ts';
import { checkTable } from './check-table.ts';
import type { MarkupElement, MarkupNode, MarkupText } from './element.ts';
import * as problems from './problems.ts';
import { type ElementRule, globalAttributes, headingNames, vocabulary } from './vocabulary.ts';

/** Elements with one of these attributes missing say so in words of their own. */
const alternative = 'alt';

/** What the whole tree has shown so far. */
interface Progress {
  readonly ids: Set<string>;
  previousHeading: string | undefined;
  readonly report: Report;
}

/** Reports everything in a tree that the vocabulary does not allow. */
export function checkMarkup(root: MarkupElement, report: Report): void {
  const progress: Progress = { ids: new Set(), previousHeading: undefined, report };
  checkChildren(root, root, progress);
}

/** `place` is the nearest element that the vocabulary knows: its rule holds for children of unknown elements. */
function checkChildren(element: MarkupElement, place: MarkupElement, progress: Progress): void {
  const rule = vocabulary.get(place.name)!;
  for (let at = 0; at < element.children.length; at++) {
    const child = element.children[at]!;
    if (child.kind === 'text') {
      if (element === place) checkText(child, element, rule, progress.report);
    } else checkElement(child, place, rule, progress);
  }
}

function checkElement(element: MarkupElement, parent: MarkupElement, parentRule: ElementRule, progress: Progress): void {
  const { report } = progress;
  const rule = vocabulary.get(element.name);
  if (!rule) {
    report(problems.unknownElement(element.name, nearestName(element.name, vocabulary.keys()), element.origin));
    checkChildren(element, parent, progress);
    return;
  }
  const complaint =
    element.name === 'body' ? problems.reservedElement('body', element.origin) : misplacement(element, rule, parent, parentRule);
  if (complaint) report(complaint);
  if (element.name === 'a' || element.name === 'footnote') checkNesting(element, element.children, report);
  checkAttributes(element, rule, progress);
  if (headingNames.has(element.name)) checkHeading(element, progress);
  if (element.name === 'table') checkTable(element, report);
  checkChildren(element, element, progress);
}

function misplacement(element: MarkupElement, rule: ElementRule, parent: MarkupElement, parentRule: ElementRule): Diagnostic | undefined {
  const { content } = parentRule;
  if (Array.isArray(content)) {
    if (content.includes(element.name)) return undefined;
    return problems.misplacedElement(element.name, parent.name, `put it in ${listOf(content.map((name) => `<${name}>`))}`, element.origin);
  }
  if (rule.display === 'part') {
    const isCaption = element.name === 'figcaption' && parent.name === 'figure';
    const isGrouped = parent.name === 'div' && (element.name === 'dt' || element.name === 'dd');
    return isCaption || isGrouped
      ? undefined
      : problems.misplacedElement(element.name, parent.name, `put it in ${homesOf(element.name)}`, element.origin);
  }
  if (content === 'nothing')
    return problems.misplacedElement(element.name, parent.name, `write <${parent.name}/>: it holds nothing`, element.origin);
  if (content === 'text' && rule.display === 'block') return problems.blockInInline(element.name, parent.name, element.origin);
  if (content === 'blocks' && rule.display === 'inline') {
    return problems.misplacedElement(element.name, parent.name, 'put it in a paragraph, <p>', element.origin);
  }
  return undefined;
}

/** Elements that may hold a part, for the hint. */
function homesOf(name: string): string {
  if (name === 'figcaption') return '<figure>';
  const homes = [...vocabulary]
    .filter(([, rule]) => Array.isArray(rule.content) && rule.content.includes(name))
    .map(([home]) => `<${home}>`);
  return listOf(homes);
}

function listOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

function checkText(text: MarkupText, parent: MarkupElement, rule: ElementRule, report: Report): void {
  if (rule.content === 'flow' || rule.content === 'text' || text.text.trim() === '') return;
  const words = text.text.trim().replace(/\s+/g, ' ');
  const shown = words.length > 30 ? `${words.slice(0, 29)}…` : words;
  const wrapper = Array.isArray(rule.content) ? (rule.content.includes('tr') ? 'td' : (rule.content.at(-1) as string)) : 'p';
  report(problems.misplacedText(shown, parent.name, wrapper, text.origin ?? parent.origin));
}

/** Links hold no links and notes hold no notes, at any depth. */
function checkNesting(outer: MarkupElement, children: readonly MarkupNode[], report: Report): void {
  for (const child of children) {
    if (child.kind === 'text') continue;
    if (child.name === outer.name) report(problems.misplacedElement(child.name, outer.name, `close <${outer.name}> first`, child.origin));
    else if (child.name !== 'footnote') checkNesting(outer, child.children, report);
  }
}

function checkAttributes(element: MarkupElement, rule: ElementRule, progress: Progress): void {
  if (element.attributes.size > 0) checkWritten(element, rule, progress);
  for (const name in rule.attributes) {
    if (!rule.attributes[name]!.isRequired || element.attributes.has(name)) continue;
    progress.report(
      name === alternative
        ? problems.missingAlternative(element.name, element.origin)
        : problems.missingAttribute(name, element.name, element.origin),
    );
  }
}

/** Checks the attributes that are there. */
function checkWritten(element: MarkupElement, rule: ElementRule, { ids, report }: Progress): void {
  for (const [name, value] of element.attributes) {
    const attribute = ownRule(rule.attributes, name) ?? ownRule(globalAttributes, name);
    if (!attribute) {
      const near = nearestName(name, [...Object.keys(rule.attributes), ...Object.keys(globalAttributes)]);
      report(problems.unknownAttribute(name, element.name, near, element.origin));
    } else if (!isValueFor(attribute.value, value) && !(attribute.value === 'path' && isProse(element))) {
      report(problems.badValue(name, value, expectedValue(attribute.value), element.origin));
    } else if (name === 'id') {
      if (ids.has(value)) report(problems.duplicateId(value, element.origin));
      ids.add(value);
    }
  }
}

function ownRule<Rule>(rules: Readonly<Record<string, Rule>>, name: string): Rule | undefined {
  return Object.hasOwn(rules, name) ? rules[name] : undefined;
}

/** Paths and headings in the author's Markdown are checked where it is parsed, in its own words. */
const isProse = (element: MarkupElement): boolean => element.origin !== undefined && !element.origin.file.path.endsWith('.hbs');

function checkHeading(element: MarkupElement, progress: Progress): void {
  const { previousHeading } = progress;
  if (previousHeading && !isProse(element) && Number(element.name[1]) > Number(previousHeading[1]) + 1) {
    progress.report(problems.skippedHeading(element.name, previousHeading, element.origin));
  }
  progress.previousHeading = element.name;
}
