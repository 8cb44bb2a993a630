/** Prose to markup text: everything escaped, every element stamped with the place it was written at. */
import { stampOf } from '../source/source-file.ts';
import type { Grouping } from './booklet.ts';
import { fillPattern, formatCount, formatNumber } from './format-labels.ts';
import type { Labels } from './labels.ts';
import { directionOf } from './language.ts';
import type { Prose, ProseCallout, ProseCitation, ProseNode } from './prose.ts';

/** What only the whole booklet knows. */
export interface RenderContext {
  /** Id of a source to its number. */
  readonly sourceNumbers: ReadonlyMap<string, number>;
  readonly labels: Labels;
  /** Which way the text around is written: a passage in a language that is written the other way says so. */
  readonly direction: 'ltr' | 'rtl';
}

/** Renders prose as inline markup or blocks, whichever it is. */
export function renderMarkdown(prose: Prose, context: RenderContext): string {
  const parts: string[] = [];
  renderNodes(prose.nodes, prose, context, parts);
  return parts.join('');
}

/** Escapes a text so that it can stand between tags or in a double-quoted attribute. */
export function escapeMarkup(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (character) => entities[character]!) : text;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const emptyElements: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'chart', 'qr-code', 'ref', 'checkbox', 'formula']);

function renderNodes(nodes: readonly ProseNode[], prose: Prose, context: RenderContext, parts: string[]): void {
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!;
    if (node.kind === 'text') parts.push(escapeMarkup(node.text));
    else if (node.kind === 'citation') renderCitation(node, prose, context, parts);
    else if (node.kind === 'callout') renderCallout(node, prose, context, parts);
    else {
      parts.push('<', node.name);
      if (node.attributes.size > 0) for (const [name, value] of node.attributes) parts.push(' ', name, '="', escapeMarkup(value), '"');
      const inside = insideOf(node.attributes, context);
      if (inside.direction !== context.direction) parts.push(' dir="', inside.direction, '"');
      if (node.start >= 0) parts.push(originOf(node, prose));
      if (emptyElements.has(node.name)) parts.push('/>');
      else {
        parts.push('>');
        renderNodes(node.children, prose, inside, parts);
        parts.push('</', node.name, '>');
      }
    }
  }
}

/** The context of what is inside an element. */
function insideOf(attributes: ReadonlyMap<string, string>, context: RenderContext): RenderContext {
  const language = attributes.get('lang');
  const direction = language === undefined ? context.direction : directionOf(language);
  return direction === context.direction ? context : { ...context, direction };
}

function originOf(place: { readonly start: number; readonly end: number }, prose: Prose): string {
  return ` origin="${stampOf({ file: prose.file, start: place.start, end: place.end })}"`;
}

/** `[2, 5]`, each number a link. Sources that do not exist were reported when the booklet was parsed. */
function renderCitation(citation: ProseCitation, prose: Prose, context: RenderContext, parts: string[]): void {
  const { labels, sourceNumbers } = context;
  const isSingle = citation.keys.length === 1;
  const links = citation.keys.map((key) => {
    const number = sourceNumbers.get(key.id);
    const text = number === undefined ? '?' : formatNumber(number, labels);
    const shown = isSingle ? `[${text}]` : text;
    if (number === undefined) return shown;
    return `<a class="citation" href="#source-${escapeMarkup(key.id)}"${originOf(key, prose)}>${shown}</a>`;
  });
  if (links.length > 0) parts.push(isSingle ? links[0]! : `[${links.join(labels.listComma.replace(' ', '\u00a0'))}]`);
}

/** Blocks that are no callouts: they have a heading only where the author gives one. */
const containers: Readonly<Record<string, { readonly element: string; readonly class: string }>> = {
  timeline: { element: 'div', class: 'timeline-block' },
  margin: { element: 'aside', class: 'margin-note' },
  'side-by-side': { element: 'div', class: 'side-by-side' },
  side: { element: 'div', class: 'side' },
};

function renderCallout(callout: ProseCallout, prose: Prose, context: RenderContext, parts: string[]): void {
  const id = callout.attributes.get('id');
  const title = callout.attributes.get('title');
  const classes = [callout.name, callout.attributes.get('class')].filter((name) => name !== undefined).join(' ');
  const language = callout.attributes.get('lang');
  const inside = insideOf(callout.attributes, context);
  const named = `${id === undefined ? '' : ` id="${escapeMarkup(id)}"`}${language === undefined ? '' : ` lang="${escapeMarkup(language)}"`}`;
  const turned = inside.direction === context.direction ? '' : ` dir="${inside.direction}"`;
  const shared = `${named}${turned}${originOf(callout, prose)}`;
  const container = containers[callout.name];
  if (container) {
    parts.push(`<${container.element} class="${escapeMarkup(container.class + classes.slice(callout.name.length))}"${shared}>`);
    renderCalloutTitle(title, parts);
    renderNodes(callout.children, prose, inside, parts);
    parts.push(`</${container.element}>`);
    return;
  }
  parts.push(`<aside class="callout ${escapeMarkup(classes)}"${shared}>`);
  renderCalloutTitle(calloutTitle(callout.name, title, context.labels), parts);
  const details = calloutDetails(callout, context.labels);
  if (details !== '') parts.push('<p class="callout-details">', escapeMarkup(details), '</p>');
  renderNodes(callout.children, prose, inside, parts);
  parts.push('</aside>');
}

/** Writes the title of a block, unless there is none or `title=""` asks for none. */
function renderCalloutTitle(title: string | undefined, parts: string[]): void {
  if (title) parts.push('<p class="callout-title">', escapeMarkup(title), '</p>');
}

/** An activity's title says what it is and what it is called; other blocks are called by their title alone. */
function calloutTitle(name: string, title: string | undefined, labels: Labels): string {
  const label = labels.callouts[name] ?? name;
  if (title === undefined || title === '') return title ?? label;
  return name === 'activity' ? fillPattern(labels.labelledTitle, { label, title }) : title;
}

function calloutDetails(callout: ProseCallout, labels: Labels): string {
  const minutes = callout.attributes.get('minutes');
  const grouping = callout.attributes.get('grouping');
  const parts: string[] = [];
  if (minutes !== undefined) parts.push(formatCount(Number(minutes), labels.minutes, labels));
  if (grouping !== undefined) parts.push(labels.groupings[grouping as Grouping]);
  return parts.join(labels.listComma);
}
