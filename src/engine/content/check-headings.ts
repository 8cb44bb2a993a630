/** Finds headings without the space that makes them headings: they are printed as text, with their hashes. */
import type { Report } from '../source/diagnostic.ts';
import { letterPattern } from '../source/letter-pattern.ts';
import type { SourceFile } from '../source/source-file.ts';
import { headingOrTag, headingWithoutSpace } from './problems.ts';
import type { ProseElement, ProseNode } from './prose.ts';

/** Reports them, and returns whether the title of the section is one. */
export function checkGluedHeadings(nodes: readonly ProseNode[], file: SourceFile, report: Report): boolean {
  const first = nodes.find((node) => node.kind !== 'text' || node.text.trim() !== '');
  let isTitleGlued = false;
  const visit = (isQuoted: boolean) => (node: ProseNode) => {
    if (node.kind !== 'element' && node.kind !== 'callout') return;
    if (node.kind === 'callout' || node.name !== 'p') return node.children.forEach(visit(isQuoted || node.kind === 'element'));
    const title = node === first ? beginning(file.text.slice(node.start, node.end)) : undefined;
    if (title !== undefined) {
      isTitleGlued = true;
      report(headingWithoutSpace('#', { file, start: node.start, end: node.start + title.length }));
    } else checkParagraph(node, isQuoted, file, report);
  };
  nodes.forEach(visit(false));
  return isTitleGlued;
}

const beginning = (text: string): string | undefined => /^#(?=[^\s#]).*/.exec(text)?.[0];

/** Two hashes or more begin nothing else. What stands between backticks may go on over lines, and is no heading. */
const glued = /^[ \t>]*(#{2,6})(?=[^\s#]).*/gm;

/** One hash begins a tag as well, as in #MeToo. A heading is not in camel case, ends like no sentence and has its line for itself. */
const oneHash = letterPattern(String.raw`^#(?!\p{L}+[A-Z])(?![a-z])[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?: [^#\n]*)?(?<![.!?…,;:।؟。])$`);

function checkParagraph(node: ProseElement, isQuoted: boolean, file: SourceFile, report: Report): void {
  const text = file.text.slice(node.start, node.end).trimEnd();
  if (!text.includes('#') || text.includes('`')) return;
  for (const { 0: line, 1: hashes, index } of text.matchAll(glued)) {
    const start = node.start + index + line.indexOf('#');
    report(headingWithoutSpace(hashes!, { file, start, end: node.start + index + line.length }));
  }
  if (!isQuoted && oneHash(text).test(text)) report(headingOrTag({ file, start: node.start, end: node.start + text.length }));
}
