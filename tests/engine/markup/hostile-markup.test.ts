import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMarkup } from '../../../src/engine/markup/check-markup.ts';
import { type MarkupElement, textOf } from '../../../src/engine/markup/element.ts';
import { markGlossary } from '../../../src/engine/markup/mark-glossary.ts';
import { parseMarkup } from '../../../src/engine/markup/parse-markup.ts';
import { resolveReferences } from '../../../src/engine/markup/resolve-references.ts';
import { vocabulary } from '../../../src/engine/markup/vocabulary.ts';
import { createSourceFile } from '../../../src/engine/source/source-file.ts';

const file = createSourceFile(0, 'layout.hbs', '');
const labels = {
  equation: 'Equation',
  figure: 'F',
  table: 'T',
  onPage: ' p {page}',
  quotedTitle: '{title}',
  usedOnPage: '{pages}',
  usedOnPages: '{pages}',
  digits: '0123456789',
  listComma: ', ',
  see: 'see {entry}',
  seeAlso: 'see also {entry}',
};
const glossary = [{ id: 'gun', term: 'gun', aliases: ['قلم', 'a b'], origin: { file, start: 0, end: 0 } }];

const names = [...vocabulary.keys(), 'nosuch', 'script', 'title'];
const piece = fc.oneof(
  fc.constantFrom(...names).map((name) => `<${name}>`),
  fc.constantFrom(...names).map((name) => `</${name}>`),
  fc.constantFrom(
    '<p id="a" class="glossary x">',
    '<a href="#a">',
    '<ref to="a"/>',
    '<section id="a">',
    '<td rowspan=3 colspan=999>',
    '<ol start=x>',
    '<contents depth=9/>',
    '<pages-of term=gun phrase/>',
  ),
  fc.constantFrom(
    ' gun ',
    'a b',
    '&amp;',
    '&#0;',
    '&#xFFFFFF;',
    '&bogus;',
    '<',
    '>',
    '"',
    '<!--',
    '-->',
    '<![CDATA[',
    ' origin="0:0-0"',
    '\ud800',
    '\u0000',
    'والقلم',
  ),
);

describe('hostile markup', () => {
  it('never stops the stages, and ends in a tree that holds all names that it had', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const parsed = parseMarkup(pieces.join(''), [file], () => {});
        checkMarkup(parsed, () => {});
        const marked = markGlossary(parsed, glossary, () => {});
        expect(textOf(marked)).toBe(textOf(parsed));
        const resolved: MarkupElement = resolveReferences(marked, { labels, language: 'en' }, () => {});
        expect(resolved.name).toBe('body');
      }),
      { numRuns: 400 },
    );
  });
});
