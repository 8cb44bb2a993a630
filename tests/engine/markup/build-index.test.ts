import { describe, expect, it } from 'vitest';
import { english } from '../../../src/engine/content/labels/en.ts';
import { type MarkupElement, type MarkupNode, textOf } from '../../../src/engine/markup/element.ts';
import { parseMarkup } from '../../../src/engine/markup/parse-markup.ts';
import { resolveReferences } from '../../../src/engine/markup/resolve-references.ts';
import type { Diagnostic } from '../../../src/engine/source/diagnostic.ts';
import { createSourceFile } from '../../../src/engine/source/source-file.ts';

const file = createSourceFile(0, 'layout.hbs', 'x'.repeat(400));

/** The index of a text, an entry a line; places as their ids. */
function indexOf(html: string, language = 'en') {
  const found: Diagnostic[] = [];
  const root = resolveReferences(
    parseMarkup(html, [file], () => {}),
    { labels: english(), language },
    (diagnostic) => found.push(diagnostic),
  );
  const index = find(root, 'index');
  const lines = index ? index.children.flatMap((letter) => (letter.kind === 'element' ? linesOf(letter, '') : [])) : undefined;
  return { root, lines, problems: found.map(({ code, message, hint }) => `${code}: ${message} (${hint})`) };
}

function find(element: MarkupElement, name: string): MarkupElement | undefined {
  if (element.name === name) return element;
  for (const child of element.children) {
    const found = child.kind === 'element' ? find(child, name) : undefined;
    if (found) return found;
  }
  return undefined;
}

function linesOf(element: MarkupElement, indent: string): readonly string[] {
  return element.children.flatMap((child): readonly string[] => {
    if (child.kind === 'text') return [];
    if (child.name === 'p') return [`${textOf(child)}:`];
    if (child.name === 'ul') return linesOf(child, `${indent}  `);
    if (child.name !== 'li') return [];
    const isList = (node: MarkupNode): boolean => node.kind === 'element' && node.name === 'ul';
    const own = child.children
      .filter((node) => !isList(node))
      .map(say)
      .join('');
    return [
      indent + own,
      ...child.children.flatMap((node) => (node.kind === 'element' && isList(node) ? linesOf(node, `${indent}  `) : [])),
    ];
  });
}

function say(node: MarkupNode): string {
  if (node.kind === 'text') return node.text;
  const { attributes } = node;
  if (node.name === 'page-of') {
    const through = attributes.has('through') ? `..${attributes.get('through')}` : '';
    return `<${attributes.get('to')}${through}${attributes.get('class') === 'principal' ? '!' : ''}>`.replaceAll('index-mark-', '');
  }
  return node.name === 'a' ? `[${textOf(node)}](${attributes.get('href')})` : node.children.map(say).join('');
}

const page = (text: string): string => `<section><h2>One</h2><p>${text}</p></section><section><h2>Index</h2><index/></section>`;

describe('an index', () => {
  it('has an entry for words, for other names, and for terms below terms', () => {
    const { lines, problems } = indexOf(
      page(
        '<index-term>Boiling</index-term> <index-term>boiling</index-term> <index-term entry="water!clear"/> <index-term entry="water!at home!hot"/> <index-term entry="12 rules"/>',
      ),
    );
    expect(problems).toEqual([]);
    expect(lines).toEqual([
      '0–9:',
      '  12 rules, <5>',
      'B:',
      '  boiling, <1><2>',
      'W:',
      '  water',
      '    at home',
      '      hot, <4>',
      '    clear, <3>',
    ]);
  });

  it('prints what the author wrote for it, rather than the words of a sentence', () => {
    expect(indexOf(page('<index-term>water</index-term> <index-term entry="Water"/> <index-term>water</index-term>')).lines).toEqual([
      'W:',
      '  Water, <1><2><3>',
    ]);
    expect(indexOf(page('<index-term>Yahoo!<footnote>Note.</footnote></index-term> <index-term entry="a!!b"/>')).lines).toEqual([
      'A:',
      '  a!b, <2>',
      'Y:',
      '  Yahoo!, <1>',
    ]);
  });

  it('knows principal places, ranges, and what an entry is filed as', () => {
    const { lines, problems } = indexOf(
      page(
        '<index-term entry="a" range="start"/> <index-term entry="a" principal=""/> <index-term entry="a" range="end"/> <index-term entry="John Snow" sort="Snow"/>',
      ),
    );
    expect(problems).toEqual([]);
    expect(lines).toEqual(['A:', '  a, <1..3><2!>', 'S:', '  John Snow, <4>']);
  });

  it('leads to other entries, and names a page only for words', () => {
    const { lines, problems } = indexOf(
      page(
        '<index-term entry="wood" see="fuel!dry"/> <index-term entry="fuel!dry"/> <index-term see-also="wood">fire</index-term> <index-term entry="fire" see-also="wood"/>',
      ),
    );
    expect(problems).toEqual([]);
    expect(lines).toEqual([
      'F:',
      '  fire, <2>, see also [wood](#index-entry-2)',
      '  fuel',
      '    dry, <1>',
      'W:',
      '  wood, see [fuel, dry](#index-entry-1)',
    ]);
  });

  it('goes with its section when nothing is marked, and stays out of the contents then', () => {
    const { root, problems } = indexOf(
      '<nav><contents/></nav><section id="a"><h2>One</h2></section><section id="i"><h2>Index</h2><div><index/></div></section>',
    );
    expect(textOf(root)).toBe('One' + 'One');
    expect(problems).toEqual([]);
  });

  it('reports what is wrong, and prints the rest', () => {
    expect(indexOf('<p><index-term>a</index-term></p>').problems).toEqual([
      'markup/unprinted-index: words are marked for an index, but the template prints none (add <index/> to the template, or take the marks out)',
    ]);
    const { lines, problems } = indexOf(
      page(
        '<index-term entry="a" range="start"/> <index-term entry="b" range="end"/> <index-term entry="wood" see="fule"/> <index-term>fuel</index-term> <index-term entry="x!!!y!"/> <index-term/> <index-term entry="self" see="self"/>',
      ),
    );
    expect(problems).toEqual([
      'markup/open-index-range: the range of “b” in the index ends here but never began (mark its first place with range=start, before this one)',
      'markup/bad-index-entry: “x!!!y!” is no entry of an index (write a term, and up to two terms below it after `!`)',
      'markup/bad-index-entry: “” is no entry of an index (write a term, and up to two terms below it after `!`)',
      'markup/open-index-range: the range of “a” in the index never ends (mark its last place with range=end)',
      'markup/unknown-index-entry: the index has no entry “fule” to look under (did you mean `fuel`?)',
      'markup/unknown-index-entry: the index has no entry “self” to look under (mark a place for it, or correct its name)',
    ]);
    expect(lines).toEqual([
      'A:',
      '  a, <1>',
      'B:',
      '  b, <2>',
      'F:',
      '  fuel, <3>',
      'S:',
      '  self, see [self](#index-entry-1)',
      'W:',
      '  wood, see fule',
    ]);
  });
});
