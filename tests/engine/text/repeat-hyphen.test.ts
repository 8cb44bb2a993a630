/** Compounds divided at their hyphen, in square text: every character is 5 pt wide. */
import { describe, expect, it } from 'vitest';
import type { InlineRun, ParagraphStyle, SetLine, TextRun } from '../../../src/engine/text/paragraph.ts';
import { contentWidths, setParagraph } from '../../../src/engine/text/set-paragraph.ts';
import { printedText, rightEdge, squareContext, squareParagraph, squareRun, squareStyle } from '../../support/square-text.ts';

const context = squareContext();
const runIn = (language: string, text: string, changes: Partial<TextRun> = {}): TextRun =>
  squareRun(text, { style: { ...squareStyle, language }, ...changes });
const setRuns = (runs: readonly InlineRun[], measure: number, changes: Partial<ParagraphStyle> = {}): readonly SetLine[] =>
  setParagraph(runs, squareParagraph(measure, changes), context).lines;
const printed = (runs: readonly InlineRun[], measure: number, changes: Partial<ParagraphStyle> = {}): readonly string[] =>
  setRuns(runs, measure, changes).map((line) => printedText(line).trimEnd());

describe('a compound divided at its hyphen', () => {
  it('has a hyphen on both lines where the orthography asks for it', () => {
    expect(printed([runIn('pt-BR', 'o vice-almirante')], 50)).toEqual(['o vice-', '-almirante']);
    expect(printed([runIn('pl', 'biało-czerwony')], 45)).toEqual(['biało-', '-czerwony']);
    expect(printed([runIn('cs', 'propan-butan')], 40)).toEqual(['propan-', '-butan']);
    expect(printed([runIn('sk', 'bielo\u2010červený')], 45)).toEqual(['bielo\u2010', '-červený']);
    expect(printed([runIn('hr', 'spomen-ploča')], 40)).toEqual(['spomen-', '-ploča']);
    expect(printed([runIn('sl', 'vzgojno-izobraževalni')], 75)).toEqual(['vzgojno-', '-izobraževalni']);
    expect(printed([runIn('sr-Latn', 'remek-delo')], 35)).toEqual(['remek-', '-delo']);
    expect(printed([runIn('sr', 'ремек-дело')], 35)).toEqual(['ремек-', '-дело']);
  });

  it('has one before a name in Spanish', () => {
    expect(printed([runIn('es-MX', 'un léxico-semántico')], 60)).toEqual(['un léxico-', '-semántico']);
    expect(printed([runIn('es', 'la Madrid-Barcelona')], 60)).toEqual(['la Madrid-', 'Barcelona']);
  });

  it('has one hyphen in other languages', () => {
    for (const language of ['en', 'fr', 'est', 'ru', 'csb', 'und'])
      expect(printed([runIn(language, 'o vice-almirante')], 50)).toEqual(['o vice-', 'almirante']);
  });

  it('is taken as its author wrote it by whoever copies it', () => {
    const [, line] = setRuns([runIn('pt', 'o vice-almirante')], 50);
    expect(line!.segments[0]!.words.map((word) => word.text)).toEqual(['\u00ad', 'almirante']);
    expect(line!.segments[0]!.words[0]!.glyphs[0]).toBe('\u2010'.charCodeAt(0));
  });

  it('repeats no hyphen beside numbers and spaces, no dash, and nothing on the same line', () => {
    expect(printed([runIn('pt', 'de 1020-1030 a')], 40)).toEqual(['de 1020-', '1030 a']);
    expect(printed([runIn('pt', 'micro- e macro')], 35)).toEqual(['micro-', 'e macro']);
    expect(printed([runIn('pt', 'verde\u2013amarelo')], 40)).toEqual(['verde\u2013', 'amarelo']);
    expect(printed([runIn('pt', 'vice-almirante')], 100)).toEqual(['vice-almirante']);
  });

  it('counts the second hyphen in the width of its line', () => {
    expect(printed([runIn('en', 'aaaa-bbbb cc')], 35)).toEqual(['aaaa-', 'bbbb cc']);
    expect(printed([runIn('pt', 'aaaa-bbbb cc')], 35)).toEqual(['aaaa-', '-bbbb', 'cc']);
    const [, justified] = setRuns([runIn('pt', 'aaaaaaa-bb cc dddddddddd')], 50, { align: 'justify' });
    expect(printedText(justified!)).toBe('-bb cc ');
    expect(rightEdge(justified!)).toBe(50);
  });

  it('counts it in headings with lines of equal length, and in the least width of a column', () => {
    const runs = [runIn('pt', 'aaaa-bbbb')];
    expect(printed(runs, 30, { balance: true })).toEqual(['aaaa-', '-bbbb']);
    expect(contentWidths([runIn('pt', 'aa-bbbb')], squareParagraph(1), context)).toEqual({ min: 25, max: 35 });
    expect(contentWidths([runIn('en', 'aa-bbbb')], squareParagraph(1), context)).toEqual({ min: 20, max: 35 });
  });

  it('goes by the language of its hyphen, also where the style changes behind it', () => {
    expect(printed([runIn('pt', 'o vice-'), runIn('pt', 'almirante')], 50)).toEqual(['o vice-', '-almirante']);
    expect(printed([runIn('pt', 'o vice-'), runIn('en', 'almirante')], 50)).toEqual(['o vice-', '-almirante']);
    expect(printed([runIn('en', 'o vice-'), runIn('pt', 'almirante')], 50)).toEqual(['o vice-', 'almirante']);
  });

  it('is seen in code as it was written', () => {
    expect(printed([runIn('pt', 'o vice-almirante', { hyphens: 'none' })], 50)).toEqual(['o vice-', 'almirante']);
  });
});
