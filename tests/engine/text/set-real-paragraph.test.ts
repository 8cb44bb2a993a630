/** Paragraphs in the bundled fonts: what square text cannot show, such as kerning, ligatures, fallback fonts and joined letters. */
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../../src/engine/text/font.ts';
import { takesLetterSpacing } from '../../../src/engine/text/measure-word.ts';
import type { ParagraphStyle, SetLine, TextRun } from '../../../src/engine/text/paragraph.ts';
import { letterStretch } from '../../../src/engine/text/paragraph-items.ts';
import { setParagraph } from '../../../src/engine/text/set-paragraph.ts';
import { createTextContext } from '../../../src/engine/text/text-context.ts';
import { serifRun as run, serif } from '../../support/serif-style.ts';
import { rightEdge, squareParagraph } from '../../support/square-text.ts';
import { testResources } from '../../support/test-resources.ts';

const context = createTextContext(testResources(), (diagnostic) => {
  throw new Error(diagnostic.message);
});

const setText = (text: TextRun, measure: number, changes: Partial<ParagraphStyle> = {}): readonly SetLine[] =>
  setParagraph([text], squareParagraph(measure, { hyphenates: true, ...changes }), context).lines;
const textOf = (line: SetLine): string => line.segments.flatMap((segment) => segment.words.map((word) => word.text)).join('');

const article =
  'All human beings are born free and equal in dignity and rights. They are endowed with reason and conscience and should act towards ' +
  'one another in a spirit of brotherhood. Everyone is entitled to all the rights and freedoms set forth in this Declaration, without ' +
  'distinction of any kind, such as race, colour, sex, language, religion, political or other opinion, national or social origin, property.';

describe('setParagraph in real fonts', () => {
  it('joins Arabic letters where the style changes inside of a word', () => {
    const arabic = { ...serif, families: ['Noto Naskh Arabic'], language: 'ar' };
    const glyphsOf = (...texts: readonly string[]): readonly number[] => {
      const runs = texts.map((text) => ({ ...run(text), style: { ...arabic } }));
      const [line] = setParagraph(runs, squareParagraph(200, { direction: 'rtl' }), context).lines;
      return line!.segments.flatMap(({ words }) =>
        words.flatMap(({ glyphs }) => [...glyphs.filter((_, at) => at % 5 < 3 && at % 5 !== 1)]),
      );
    };
    expect(glyphsOf('ال', 'كتاب', 'ة')).toEqual(glyphsOf('الكتابة'));
    expect(glyphsOf('وَ', 'كتاب')).toEqual(glyphsOf('وَكتاب'));
    expect(glyphsOf('بِـ', 'يت')).toEqual(glyphsOf('بِـيت'));
    expect(glyphsOf('ال ', 'كتاب')).not.toEqual(glyphsOf('ال', ' كتاب'.trim()));
  });

  it('fills justified lines exactly', () => {
    for (const measure of [90, 140, 200, 333]) {
      const lines = setText(run(article), measure, { align: 'justify' });
      for (const line of lines.slice(0, -1)) expect(rightEdge(line)).toBeCloseTo(measure, 1);
      for (const line of lines) expect(line.overflow).toBe(0);
    }
  });

  it('lets letters help spaces to fill lines, within their bounds, and never in Arabic', () => {
    const lines = setText(run(article), 140, { align: 'justify', spacesLetters: true });
    for (const line of lines.slice(0, -1)) {
      expect(rightEdge(line)).toBeCloseTo(140, 6);
      expect(line.tracking).toBeLessThanOrEqual(letterStretch + 1e-9);
      expect(line.tracking).toBeGreaterThanOrEqual(-0.01 - 1e-9);
      // Spaces come first: letters move only when they have given or taken something.
      if (line.tracking !== 0) expect(Math.sign(line.ratio)).toBe(Math.sign(line.tracking));
      // Spaces beyond their limit mean that letters have given all they may.
      if (line.ratio > 1) expect(line.tracking).toBeCloseTo(letterStretch, 6);
    }
    expect(lines.some((line) => line.tracking > 0)).toBe(true);
    expect(lines.at(-1)!.tracking).toBe(0);
    const spacesAlone = setText(run(article), 140, { align: 'justify', spacesLetters: false });
    expect(spacesAlone.every((line) => line.tracking === 0)).toBe(true);
    const mixed = setText(run(`${article} \u0633\u0644\u0627\u0645`), 140, { align: 'justify', spacesLetters: true });
    expect(mixed.every((line) => line.tracking === 0)).toBe(true);
  });

  it('obeys limits of hyphenation', () => {
    const hyphenated = (hyphenLimits: ParagraphStyle['hyphenLimits']): readonly string[] =>
      setText(run(article), 90, { align: 'justify', ...(hyphenLimits && { hyphenLimits }) })
        .filter((line) => line.isHyphenated)
        .map((line) => textOf(line).trim().split(' ').at(-1)!);
    const all = hyphenated(undefined);
    expect(all.some((part) => part.length - 1 < 4)).toBe(true);
    const limited = hyphenated({ word: 8, before: 4, after: 4 });
    expect(limited.length).toBeGreaterThan(0);
    for (const part of limited) expect(part.length - 1).toBeGreaterThanOrEqual(4);
    expect(hyphenated({ word: 40, before: 0, after: 0 })).toEqual([]);
  });

  it('shapes a word as a whole when no break is taken', () => {
    const [line] = setText(run('affiliation'), 200);
    expect(line!.segments[0]!.words.map((word) => word.text)).toEqual(['affiliation']);
  });

  it('shapes the two parts of a divided word by themselves', () => {
    const lines = setText(run('affiliation'), 30);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) {
      const [segment] = line.segments;
      const end = segment!.offsets.at(-1)! + widthOf(segment!.words.at(-1)!, 10);
      expect(segment!.width).toBeCloseTo(end);
    }
    expect(lines.map(textOf).join('').replaceAll('\u00ad', '')).toBe('affiliation');
  });

  it('hyphenates by the language of the text', () => {
    const lines = setText(run('Donaudampfschifffahrtsgesellschaft', { language: 'de' }), 80);
    expect(lines.map(textOf)).toEqual(['Donaudampf\u00ad', 'schifffahrtsge\u00ad', 'sellschaft']);
  });

  it('sets Arabic from the right, its words whole and its spaces stretched', () => {
    const arabic = run('يولد جميع الناس أحراراً متساوين في الكرامة والحقوق، وقد وهبوا عقلاً وضميراً وعليهم أن يعامل بعضهم بعضاً بروح الإخاء', {
      language: 'ar',
      families: ['Noto Naskh Arabic'],
      letterSpacing: 1,
    });
    const lines = setText(arabic, 150, { align: 'justify', direction: 'rtl' });
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines.slice(0, -1)) {
      expect(rightEdge(line)).toBeCloseTo(150, 1);
      expect(line.segments[0]!.x).toBeCloseTo(0, 1);
    }
    expect(rightEdge(lines.at(-1)!)).toBeCloseTo(150, 1);
    const words = lines.flatMap((line) => line.segments.flatMap((segment) => segment.words));
    expect(words.filter((word) => word.text.trim() !== '').some(takesLetterSpacing)).toBe(false);
    expect(words.every((word) => word.missing === undefined)).toBe(true);
  });

  it('takes letters that a font lacks from another one, in reading order', () => {
    const [line] = setText(run('see שלום here'), 300);
    const families = line!.segments.flatMap((segment) => segment.words.map((word) => word.font.family));
    expect(new Set(families)).toEqual(new Set(['Source Serif 4', 'Noto Sans Hebrew']));
    expect(textOf(line!)).toBe('see שלום here');
  });

  it('shapes no word twice', () => {
    const text = run(article);
    const wordsOf = (measure: number) =>
      setText(text, measure, { hyphenates: false }).flatMap(({ segments }) => segments.flatMap(({ words }) => words));
    const [narrow, wide] = [wordsOf(140), wordsOf(333)];
    const known = new Set(narrow);
    expect(known.size).toBeGreaterThan(40);
    expect(known.size).toBeLessThan(narrow.length);
    for (const word of wide) expect(known).toContain(word);
  });
});
