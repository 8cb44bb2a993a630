/** Words, numbers, dates and counted phrases in the languages that Octavo speaks. */
import { describe, expect, it } from 'vitest';
import { groupings, questionLevels } from '../../../src/engine/content/booklet.ts';
import { directives } from '../../../src/engine/content/directives.ts';
import { knownEditions } from '../../../src/engine/content/editions.ts';
import { fillPattern, formatCount, formatDate, formatNumber } from '../../../src/engine/content/format-labels.ts';
import { hasLabels, labelLanguages, labelsFor } from '../../../src/engine/content/labels.ts';
import { directionOf, isLanguageTag } from '../../../src/engine/content/language.ts';

describe.each([...labelLanguages.keys()])('the words of %s', (language) => {
  const labels = labelsFor(language);

  it('are complete', () => {
    // Blocks that only arrange others are headed by nothing.
    const headed = [...directives.keys()].filter((name) => name !== 'side-by-side' && name !== 'side');
    expect(Object.keys(labels.callouts).sort()).toEqual(headed.sort());
    expect(Object.keys(labels.editions).sort()).toEqual(knownEditions.map((edition) => edition.name).sort());
    expect(Object.keys(labels.levels)).toEqual([...questionLevels]);
    expect(Object.keys(labels.groupings)).toEqual([...groupings]);
    expect(new Set(labels.months).size).toBe(12);
    expect([...labels.digits]).toHaveLength(10);
  });

  it('have the places that are filled in', () => {
    expect(labels.pageOf).toMatch(/\{page\}/);
    expect(labels.pageOf).toMatch(/\{pages\}/);
    expect(labels.onPage).toMatch(/\{page\}/);
    expect(labels.quotedTitle).toMatch(/\{title\}/);
    expect(labels.usedOnPages).toMatch(/\{pages\}/);
    expect(labels.accessed).toMatch(/\{date\}/);
    expect(labels.fullDate).toMatch(/\{day\}.*\{month\}.*\{year\}/);
  });
});

describe('labels', () => {
  it('are found by the primary language, and are English for languages we do not have', () => {
    expect(labelsFor('pt-BR').language).toBe('pt');
    expect(labelsFor('iw').language).toBe('he');
    expect(labelsFor('sw').language).toBe('en');
    expect(hasLabels('AR-eg')).toBe(true);
    expect(hasLabels('sw')).toBe(false);
  });

  it('fill patterns only with what is given', () => {
    expect(fillPattern('{a} and {b} and {constructor}', { a: '$&' })).toBe('$& and {b} and {constructor}');
  });
});

describe('numbers', () => {
  it.each([
    ['en', 1234567.5, '1,234,567.5'],
    ['es', 1234, '1234'],
    ['es', 12345, '12\u00A0345'],
    ['fr', 1234, '1\u00A0234'],
    ['pt', 12345.25, '12.345,25'],
    ['ar', 1234.5, '١٬٢٣٤٫٥'],
    ['hi', 12345678, '1,23,45,678'],
    ['en', -0.5, '\u22120.5'],
    ['en', 0.1 + 0.2, '0.3'],
    ['en', 1e21, '1e+21'],
  ])('%s: %d', (language, value, written) => {
    expect(formatNumber(value, labelsFor(language))).toBe(written);
  });
});

describe('dates', () => {
  it.each([
    ['en', '2026-03-03', '3 March 2026'],
    ['en', '2026-03', 'March 2026'],
    ['en', '2026', '2026'],
    ['es', '2026-03-03', '3 de marzo de 2026'],
    ['fr', '2026-08-01', '1er août 2026'],
    ['pt', '2026-03-01', '1º de março de 2026'],
    ['ar', '2026-03-03', '٣ مارس ٢٠٢٦'],
    ['he', '2026-03-03', '3 במרץ 2026'],
    ['hi', '2026-03-03', '3 मार्च 2026'],
    ['en', 'spring', 'spring'],
  ])('%s: %s', (language, date, written) => {
    // The first space holds the day to its month.
    const isFull = /-.*-/.test(date);
    expect(formatDate(date, labelsFor(language))).toBe(isFull ? written.replace(' ', '\u00a0') : written);
  });
});

describe('counted phrases', () => {
  it.each([
    ['en', 1, '1 minute'],
    ['en', 15, '15 minutes'],
    ['fr', 0, '0 minute'],
    ['ar', 1, 'دقيقة واحدة'],
    ['ar', 2, 'دقيقتان'],
    ['ar', 5, '٥ دقائق'],
    ['ar', 15, '١٥ دقيقة'],
    ['ar', 103, '١٠٣ دقائق'],
    ['he', 2, 'שתי דקות'],
  ])('%s: %d', (language, count, written) => {
    const labels = labelsFor(language);
    expect(formatCount(count, labels.minutes, labels)).toBe(written);
  });
});

describe('language tags', () => {
  it.each(['en', 'pt-BR', 'zh-Hant-TW', 'es-419', 'sl-rozaj', 'de-CH-1996', 'en-x-plain', 'ckb'])('may be %s', (tag) => {
    expect(isLanguageTag(tag)).toBe(true);
  });

  it.each(['english', 'en_US', 'e', 'en-', 'en-toolongpart', ''])('may not be %j', (tag) => {
    expect(isLanguageTag(tag)).toBe(false);
  });

  it('tell which way a language is written', () => {
    expect(directionOf('ar-EG')).toBe('rtl');
    expect(directionOf('az-Arab')).toBe('rtl');
    expect(directionOf('ar-Latn')).toBe('ltr');
    expect(directionOf('es')).toBe('ltr');
  });
});
