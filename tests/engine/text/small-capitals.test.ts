/** Small capitals: those that a face has, and those made of its capitals where it has none. */

import { describe, expect, it } from 'vitest';
import type { KeptTable } from '../../../src/engine/source/workspace.ts';
import { type TextStyle, widthOf } from '../../../src/engine/text/font.ts';
import { createFontLibrary } from '../../../src/engine/text/font-library.ts';
import { shapeText } from '../../../src/engine/text/shape-text.ts';
import { createTextContext } from '../../../src/engine/text/text-context.ts';
import { paintSound } from '../../support/compile-project.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { checkByQpdf, runOn, textByPdfjs, textByPoppler } from '../../support/read-pdf.ts';
import { serif } from '../../support/serif-style.ts';
import { testResources } from '../../support/test-resources.ts';

const library = createFontLibrary(testResources(), () => {});
const smallCaps: TextStyle = { ...serif, features: ['smcp'] };
/** Source Code Pro has no small capitals. */
const code: TextStyle = { ...smallCaps, families: ['Source Code Pro'] };
const piecesOf = (text: string, style = code) =>
  shapeText(library, text, style, false).map(({ font, text: piece }) => `${font.key}: ${piece}`);
const large = 'source-code-pro-400';
const small = `${large}-small-capitals`;

describe('small capitals', () => {
  it('are those of the face where it has them, in every alphabet', () => {
    for (const text of ['United', 'Москва', 'Αθήνα']) expect(piecesOf(text, smallCaps)).toEqual([`source-serif-4-400: ${text}`]);
  });

  it('are made of capitals where the face has none; the text stays the author’s', () => {
    expect(piecesOf('United')).toEqual([`${large}: U`, `${small}: nited`]);
    expect(piecesOf('a1b2')).toEqual([`${small}: a`, `${large}: 1`, `${small}: b`, `${large}: 2`]);
    expect(piecesOf('cafe\u0301')).toEqual([`${small}: cafe\u0301`]);
    expect(piecesOf('UNESCO')).toEqual([`${large}: UNESCO`]);
    expect(piecesOf('Unesco', { ...code, features: ['smcp', 'c2sc'] })).toEqual([`${small}: Unesco`]);
  });

  it('are made of the capitals of their language', () => {
    const glyphs = (text: string, changes: Partial<TextStyle>) => shapeText(library, text, { ...code, ...changes }, false)[0]!.glyphs;
    expect(glyphs('ilk', { language: 'tr' })).toEqual(glyphs('İLK', { features: [] }));
    expect(glyphs('ilk', { language: 'en' })).toEqual(glyphs('ILK', { features: [] }));
  });

  it('have the glyphs of capitals, in four fifths of their size', () => {
    const [word] = shapeText(library, 'nited', code, false);
    const [capitals] = shapeText(library, 'NITED', { ...code, features: [] }, false);
    expect(word!.glyphs).toEqual(capitals!.glyphs);
    expect(widthOf(word!, 10) / widthOf(capitals!, 10)).toBeCloseTo(0.8);
  });

  it('count characters as the author wrote them, also where a capital is two', () => {
    const [word] = shapeText(library, 'straße', code, false);
    const clusters = word!.glyphs.filter((_, at) => at % 5 === 1);
    expect([...clusters]).toEqual([0, 1, 2, 3, 4, 4, 5]);
    expect(word!.text).toBe('straße');
  });

  it('come back from an earlier build', () => {
    const kept = memoryStore<KeptTable>();
    const shape = () => {
      const kin = createTextContext({ ...testResources(), texts: kept }, () => {}, 'a');
      const words = shapeText(kin.library, 'United', code, false);
      kin.keep();
      return words.map(({ font, glyphs, text }) => ({ key: font.key, em: font.unitsPerEm, glyphs, text }));
    };
    expect(shape()).toEqual(shape());
    expect(kept.writes()).toBe(1);
  });

  it('are smaller in the PDF, and copied as they were typed', async () => {
    const pdf = await paintSound({
      'booklet.yaml': 'title: Case\nlanguage: en\ntemplate: own\neditions: [student]\n',
      'templates/own/layout.hbs': '{{#each booklet.sections}}<h1>{{title}}</h1>{{body}}{{/each}}',
      'templates/own/theme.css': 'p { font: 30pt/40pt "Source Code Pro"; font-variant-caps: small-caps }',
      'sections/01.md': '# Titel\n\nGroße Straßen\n',
    });
    expect(checkByQpdf(pdf)).toMatch(/No syntax or stream encoding errors found/);
    expect(textByPoppler(pdf)).toContain('Große Straßen');
    expect(await textByPdfjs(pdf)).toContain('Große Straßen');
    const boxes = [...runOn(pdf, 'pdftotext', '-bbox', '{}', '-').matchAll(/xMin="([\d.]+)".*xMax="([\d.]+)".*>Große</g)];
    // One large letter and five of four fifths: every letter of this face is 0.6 em wide.
    expect(Number(boxes[0]![2]) - Number(boxes[0]![1])).toBeCloseTo(30 * 0.6 * (1 + 5 * 0.8), 0);
  });
});
