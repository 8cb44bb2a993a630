/** One Markdown file to a section: its first heading is the title, everything else the body. */

import type { Report } from '../source/diagnostic.ts';
import { letterPattern } from '../source/letter-pattern.ts';
import type { SourceFile, Span } from '../source/source-file.ts';
import type { Section } from './booklet.ts';
import { checkGluedHeadings } from './check-headings.ts';
import { parseMarkdown } from './parse-markdown.ts';
import {
  formulaInTitle,
  idOfSection,
  secondTitle,
  sectionFileName,
  sectionWithoutHeading,
  skippedLevel,
  textBeforeHeading,
  titleLevel,
} from './problems.ts';
import { type ProseElement, type ProseNode, textOfProse } from './prose.ts';

/** Parses a section. One without a heading gets the name of its file for a title. */
export function parseSection(file: SourceFile, language: string, report: Report): Section {
  const start = file.text.startsWith('\uFEFF') ? 1 : 0;
  const prose = parseMarkdown(file, { start, end: file.text.length }, { language, mode: 'block' }, report);
  const id = sectionId(file, report);
  const spanOf = (node: ProseElement): Span => ({ file, start: node.start, end: node.end });
  const isTitleGlued = checkGluedHeadings(prose.nodes, file, report);
  const titleAt = prose.nodes.findIndex(isHeading);
  const heading = prose.nodes[titleAt];
  const title = heading && isHeading(heading) ? textOfProse(heading.children).replace(/\s+/g, ' ').trim() : '';
  if ((!heading || !isHeading(heading) || title === '') && !isTitleGlued) {
    report(sectionWithoutHeading(heading && isHeading(heading) ? spanOf(heading) : { file, start, end: firstLineEnd(file, start) }));
  }
  const origin: Span = { file, start, end: file.text.length };
  if (!heading || !isHeading(heading)) return { id, title: id, body: { ...prose, nodes: lowerHeadings(prose.nodes) }, origin };
  const [above] = prose.nodes.slice(0, titleAt);
  if (above && above.kind !== 'text' && !isTitleGlued) report(textBeforeHeading({ file, start: above.start, end: above.end }));
  if (heading.name !== 'h1' && !isTitleGlued) report(titleLevel(spanOf(heading)));
  const formula = formulaIn(heading);
  if (formula) report(formulaInTitle(spanOf(formula)));
  if (heading.attributes.size > 0) report(idOfSection(id, spanOf(heading)));
  const nodes = prose.nodes.filter((_, index) => index !== titleAt);
  checkLevels(nodes, heading, file, report);
  return { id, title: title === '' ? id : title, body: { ...prose, nodes: lowerHeadings(nodes) }, origin };
}

function checkLevels(nodes: readonly ProseNode[], title: ProseElement, file: SourceFile, report: Report): void {
  let previous = levelOf(title);
  const visit = (node: ProseNode): void => {
    if (node.kind === 'callout') node.children.forEach(visit);
    if (!isHeading(node)) return;
    const level = levelOf(node);
    const span = { file, start: node.start, end: node.end };
    if (level === 1 && title.name === 'h1') report(secondTitle(span));
    else if (level > previous + 1) report(skippedLevel(previous + 1, span));
    previous = level;
  };
  nodes.forEach(visit);
}

/** A section's title is its `#` and prints as `<h2>`, so its `##` is one level below that. */
function lowerHeadings(nodes: readonly ProseNode[]): readonly ProseNode[] {
  return nodes.map((node) => {
    if (node.kind !== 'element' && node.kind !== 'callout') return node;
    const name = isHeading(node) ? `h${Math.min(levelOf(node) + 1, 6)}` : node.name;
    return { ...node, name, children: lowerHeadings(node.children) };
  });
}

/** Finds the first formula within an element. */
function formulaIn(element: ProseElement): ProseElement | undefined {
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    const found = child.name === 'formula' ? child : formulaIn(child);
    if (found) return found;
  }
  return undefined;
}

function levelOf(heading: ProseElement): number {
  return Number(heading.name.slice(1));
}

function isHeading(node: ProseNode): node is ProseElement {
  return node.kind === 'element' && /^h[1-6]$/.test(node.name);
}

const notInId = letterPattern(String.raw`[^\p{L}\p{N}\p{M}_.-]+`, 'g');

function sectionId(file: SourceFile, report: Report): string {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
  const composed = name.normalize('NFC');
  const id = composed.replace(notInId(composed), '-');
  if (id !== name) report(sectionFileName(id, { file, start: 0, end: 0 }));
  return id;
}

function firstLineEnd(file: SourceFile, start: number): number {
  return Math.max(start, (file.lineStarts[1] ?? file.text.length + 1) - 1);
}
