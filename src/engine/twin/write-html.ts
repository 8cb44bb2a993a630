/**
 * Nodes of the markup to elements of the web page. Almost all keep their name; what a browser does not know, or
 * what a page without pages says differently, has a writer of its own.
 */
import { fillPattern } from '../content/format-labels.ts';
import { lineNumbersOf } from '../markup/code-lines.ts';
import type { MarkupElement, MarkupNode } from '../markup/element.ts';
import { isBlock, vocabulary } from '../markup/vocabulary.ts';
import { claimId, escapeHtml, type HtmlPage, type HtmlPlace, localNumber, noteIds } from './html-page.ts';
import { hasClass, plainText } from './read-element.ts';
import { writeFormula } from './write-formula.ts';
import { writeChart, writeImage } from './write-pictures.ts';

/** Writes nodes one after another. White space between blocks is left out. */
export function writeNodes(nodes: readonly MarkupNode[], place: HtmlPlace, page: HtmlPage): void {
  const isApart = (node: MarkupNode | undefined): boolean => node === undefined || (node.kind === 'element' && isBlock(node.name));
  nodes.forEach((node, index) => {
    if (node.kind === 'element') writeElement(node, place, page);
    else if (place.isVerbatim) page.parts.push(escapeHtml(node.text));
    else if (!(node.text.trim() === '' && !place.isInline && (isApart(nodes[index - 1]) || isApart(nodes[index + 1])))) {
      writeText(node.text, page);
    }
  });
}

/** Writes one element with all that is in it. */
export function writeElement(element: MarkupElement, place: HtmlPlace, page: HtmlPage): void {
  if (isBlock(element.name)) page.parts.push('\n');
  const writer = writers[element.name];
  if (writer) writer(element, place, page);
  else if (/^h[1-6]$/.test(element.name)) writeAs(`h${page.levels.get(element) ?? 6}`, element, place, page);
  else if (plainElements.has(element.name)) writeAs(element.name, element, place, page);
  else writeNodes(element.children, place, page);
}

/** Writes the notes that have been called since the last time, as a list with ways back. */
export function writeNotes(page: HtmlPage): void {
  const notes = page.notes.splice(0);
  const [first] = notes;
  if (!first) return;
  const { labels } = page.twin;
  page.parts.push(`\n<div class="twin-notes" role="group" aria-label="${escapeHtml(labels.notes)}">\n<ol start="${first.number}">`);
  for (const { number, element } of notes) {
    const { note, call } = noteIds(number);
    page.parts.push(`\n<li id="${note}">`);
    writeNodes(element.children, startOfNote, page);
    const back = `${labels.backToText}: ${localNumber(number, page.twin)}`;
    page.parts.push(` <a class="twin-back" role="doc-backlink" href="#${call}" aria-label="${escapeHtml(back)}">↩\ufe0e</a></li>`);
  }
  page.parts.push('\n</ol>\n</div>');
}

type ElementWriter = (element: MarkupElement, place: HtmlPlace, page: HtmlPage) => void;

const startOfNote: HtmlPlace = {
  isInline: false,
  isInLink: false,
  isVerbatim: false,
  isInHead: false,
  isInSection: true,
  isInFigure: false,
};

const plainElements: ReadonlySet<string> = new Set(
  'header article div p ul li dl dd caption tbody tfoot tr figcaption blockquote address em strong b i s small sub sup code abbr cite q mark dfn'.split(
    ' ',
  ),
);

/** Writes an element under a name of HTML, with `more` attributes of its own. */
function writeAs(name: string, element: MarkupElement, place: HtmlPlace, page: HtmlPage, more = ''): void {
  page.parts.push(`<${name}${attributesOf(element)}${more}>`);
  writeNodes(element.children, placeIn(element, place), page);
  page.parts.push(`</${name}>`);
}

function placeIn(element: MarkupElement, place: HtmlPlace): HtmlPlace {
  const isInline = place.isInline || vocabulary.get(element.name)?.content === 'text';
  return isInline === place.isInline ? place : { ...place, isInline };
}

/** Values that a browser would take for something else are left out; the author has been told of them. */
const safeAttributes: Readonly<Record<string, RegExp>> = {
  id: /^\S+$/,
  class: /\S/,
  lang: /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/,
  dir: /^(ltr|rtl|auto)$/,
  title: /\S/,
  colspan: /^[1-9]\d{0,3}$/,
  rowspan: /^[1-9]\d{0,3}$/,
  start: /^-?\d{1,9}$/,
  type: /^[1aAiI]$/,
};

function attributesOf(element: MarkupElement): string {
  let written = '';
  for (const [name, value] of element.attributes) {
    if (Object.hasOwn(safeAttributes, name) && safeAttributes[name]!.test(value)) written += ` ${name}="${escapeHtml(value)}"`;
  }
  return written;
}

function writeSection(element: MarkupElement, place: HtmlPlace, page: HtmlPage): void {
  page.parts.push(`<section${attributesOf(element)}>`);
  writeNodes(element.children, { ...place, isInSection: true }, page);
  if (!place.isInSection) writeNotes(page);
  page.parts.push('\n</section>');
}

/** Only the table of contents is a landmark: several without names of their own cannot be told apart. */
function writeNav(element: MarkupElement, place: HtmlPlace, page: HtmlPage): void {
  if (!hasClass(element, 'contents') || page.contentsId !== undefined) {
    writeAs('div', element, place, page);
    return;
  }
  const ownId = element.attributes.get('id');
  page.contentsId = ownId ?? claimId('contents', page);
  const id = ownId === undefined ? ` id="${page.contentsId}"` : '';
  writeAs('nav', element, place, page, `${id} aria-label="${escapeHtml(page.twin.labels.contents)}"`);
}

/** Numbers of lines stand beside the code, where neither copying nor reading aloud meets them. */
function writeCode(element: MarkupElement, place: HtmlPlace, page: HtmlPage): void {
  const numbers = lineNumbersOf(element);
  const attributes = new Map([...element.attributes].filter(([name]) => name !== 'start'));
  if (numbers) page.parts.push(`<div class="twin-code" dir="ltr"><pre aria-hidden="true">${numbers.join('\n')}</pre>`);
  // A long line is scrolled, as a wide table is: it must stand beside its number.
  writeAs('pre', { ...element, attributes }, { ...place, isVerbatim: true }, page, numbers ? ' tabindex="0"' : '');
  if (numbers) page.parts.push('</div>');
}

function writeTable(element: MarkupElement, place: HtmlPlace, page: HtmlPage): void {
  if (element.attributes.has('spoken')) {
    page.parts.push('<div class="twin-unseen">');
    writeAs('table', element, place, page);
    page.parts.push('</div>');
    return;
  }
  const caption = element.children.find((child) => child.kind === 'element' && child.name === 'caption');
  const name = (caption?.kind === 'element' && plainText(caption)) || page.twin.labels.table;
  // What is wider than a phone is scrolled, and whoever has no mouse needs a place to scroll it from.
  page.parts.push(`<div class="twin-table" role="group" tabindex="0" aria-label="${escapeHtml(name)}">`);
  writeAs('table', element, place, page);
  page.parts.push('</div>');
}

const scopes: ReadonlySet<string> = new Set(['row', 'col', 'rowgroup', 'colgroup']);

function writeHeaderCell(element: MarkupElement, place: HtmlPlace, page: HtmlPage): void {
  const scope = element.attributes.get('scope') ?? '';
  if (plainText(element) === '') writeAs('td', element, place, page);
  else writeAs('th', element, place, page, ` scope="${scopes.has(scope) ? scope : place.isInHead ? 'col' : 'row'}"`);
}

/** In a glossary the term itself, without its translations, is what is defined. */
function writeTerm(element: MarkupElement, place: HtmlPlace, page: HtmlPage): void {
  const isGlossary = element.attributes.get('id')?.startsWith('glossary-') === true;
  const [first, ...others] = element.children;
  if (!isGlossary || first?.kind !== 'text' || first.text.trim() === '') {
    writeAs('dt', element, place, page);
    return;
  }
  page.parts.push(`<dt${attributesOf(element)}><dfn>${escapeHtml(first.text.trim().replace(/\s+/g, ' '))}</dfn>`);
  if (others.length > 0) page.parts.push(' ');
  writeNodes(others, { ...place, isInline: true }, page);
  page.parts.push('</dt>');
}

/** Words that leave the glossary unlinked after the first time in a section: a link a line helps nobody who hears them all. */
function writeTermUse(element: MarkupElement, place: HtmlPlace, page: HtmlPage): void {
  const target = `glossary-${element.attributes.get('key') ?? ''}`;
  if (!element.attributes.has('first') || place.isInLink || !page.ids.has(target)) {
    writeNodes(element.children, place, page);
    return;
  }
  page.parts.push(`<a class="twin-term" href="#${escapeHtml(target)}">`);
  writeNodes(element.children, { ...place, isInLink: true }, page);
  page.parts.push('</a>');
}

/** Notes called in the words of a link stand after it, since links hold no links. */
function writeLink(element: MarkupElement, place: HtmlPlace, page: HtmlPage): void {
  const href = element.attributes.get('href') ?? '';
  const isSafe = /^(#\S|https?:\/\/|mailto:|tel:)/i.test(href) && !place.isInLink;
  const called = page.notes.length;
  page.parts.push(isSafe ? `<a${attributesOf(element)} href="${escapeHtml(href)}">` : `<span${attributesOf(element)}>`);
  writeNodes(element.children, { ...placeIn(element, place), isInLink: true }, page);
  page.parts.push(isSafe ? '</a>' : '</span>');
  if (!place.isInLink) for (const { number } of page.notes.slice(called)) writeCall(number, page);
}

function writeFootnote(element: MarkupElement, place: HtmlPlace, page: HtmlPage): void {
  const number = ++page.noteCount;
  page.notes.push({ number, element });
  if (!place.isInLink) writeCall(number, page);
}

function writeCall(number: number, page: HtmlPage): void {
  const { note, call } = noteIds(number);
  const shown = localNumber(number, page.twin);
  const label = fillPattern(page.twin.labels.footnoteNumber, { number: shown });
  const comma = page.parts.at(-1)?.endsWith(callEnd) ? page.twin.labels.listComma.trim() : '';
  page.parts.push(`<sup>${comma}<a id="${call}" href="#${note}" role="doc-noteref" aria-label="${escapeHtml(label)}">${shown}${callEnd}`);
}

const callEnd = '</a></sup>';

/** On the screen a small box says that there is something to write; printed, it has the lines. */
function writeAnswerLines(element: MarkupElement, _place: HtmlPlace, page: HtmlPage): void {
  const count = Number(element.attributes.get('count') ?? (element.attributes.has('fill') ? 12 : 1));
  const lines = Math.min(60, Math.max(1, Math.trunc(count) || 1));
  page.parts.push(`<p class="twin-answer" style="--lines: ${lines}">${escapeHtml(page.twin.labels.answerSpace)}</p>`);
}

/** A caption ends its figure, so the words of charts, which are there to be opened, stand behind it. */
function writeFigure(element: MarkupElement, place: HtmlPlace, page: HtmlPage): void {
  writeAs('figure', element, { ...place, isInFigure: true }, page);
  if (!place.isInFigure) page.parts.push(...page.chartWords.splice(0));
}

/** Marks for the index keep the name that the index leads to. */
function writeIndexTerm(element: MarkupElement, place: HtmlPlace, page: HtmlPage): void {
  const id = element.attributes.get('id');
  if (id === undefined) writeNodes(element.children, place, page);
  else writeAs('span', element, place, page);
}

/** Templates stamp origins on spans that say nothing; those are left out. */
function writeSpan(element: MarkupElement, place: HtmlPlace, page: HtmlPage): void {
  if (attributesOf(element) === '') writeNodes(element.children, placeIn(element, place), page);
  else writeAs('span', element, place, page);
}

/** Few voices have a word for ☐. */
function writeCheckbox({ attributes }: MarkupElement, _place: HtmlPlace, page: HtmlPage): void {
  const { emptyBox, tickedBox } = page.twin.labels;
  const [label, sign] = attributes.has('checked') ? [tickedBox, '☑'] : [emptyBox, '☐'];
  page.parts.push(`<span role="img" aria-label="${escapeHtml(label)}">${sign}</span>`);
}

/** A gap to fill in is seen as a line and heard as what it is. */
function writeText(text: string, page: HtmlPage): void {
  const gap = `<span class="twin-gap"><span class="twin-unseen">${escapeHtml(page.twin.labels.gap)}</span></span>`;
  page.parts.push(escapeHtml(text.replace(/[ \t\n\r\f]+/g, ' ')).replace(/_{3,}/g, gap));
}

const writers: Readonly<Record<string, ElementWriter>> = {
  section: writeSection,
  nav: writeNav,
  table: writeTable,
  thead: (element, place, page) => writeAs('thead', element, { ...place, isInHead: true }, page),
  th: writeHeaderCell,
  figure: writeFigure,
  td: (element, place, page) => writeAs('td', element, { ...place, isInHead: false }, page),
  dt: writeTerm,
  term: writeTermUse,
  a: writeLink,
  footnote: writeFootnote,
  index: (element, place, page) => writeAs('div', element, place, page),
  'index-term': writeIndexTerm,
  'answer-lines': writeAnswerLines,
  img: writeImage,
  formula: writeFormula,
  chart: writeChart,
  // There is one main part, and it holds the glossary and the sources too.
  main: (element, place, page) => writeAs('div', element, place, page),
  // A page full of unnamed landmarks is no map.
  aside: (element, place, page) => writeAs('aside', element, place, page, ' role="note"'),
  ol: (element, place, page) => writeAs('ol', element, place, page),
  pre: writeCode,
  // A browser wants a date for machines in <time>, which markup does not have.
  time: writeSpan,
  span: writeSpan,
  hr: (_element, _place, page) => void page.parts.push('<hr>'),
  br: (_element, _place, page) => void page.parts.push('<br>'),
  checkbox: writeCheckbox,
  leader: (_element, _place, page) =>
    void page.parts.push(`<span class="twin-blank"><span class="twin-unseen">${escapeHtml(page.twin.labels.answerSpace)}</span></span>`),
};
