/** Set paragraphs that outlive a build: the same lines come back without being set, and whatever changed is set anew. */
import { describe, expect, it } from 'vitest';
import type { KeptTable, Resources } from '../../../src/engine/source/workspace.ts';
import type { InlineRun, ParagraphStyle, SetParagraph } from '../../../src/engine/text/paragraph.ts';
import { contentWidths, setParagraph } from '../../../src/engine/text/set-paragraph.ts';
import { createTextContext } from '../../../src/engine/text/text-context.ts';
import { type MemoryStore, memoryStore } from '../../support/memory-store.ts';
import { scriptSamples } from '../../support/script-samples.ts';
import { serifRun as run, serif } from '../../support/serif-style.ts';
import { squareParagraph } from '../../support/square-text.ts';
import { resourcesWithScriptFonts } from '../../support/test-resources.ts';

const resources = resourcesWithScriptFonts();

const justified = squareParagraph(140, { align: 'justify', hyphenates: true, spacesLetters: true });
const article =
  'All human beings are born free and equal in dignity and rights. They are endowed with reason and conscience and should act towards ' +
  'one another in a spirit of brotherhood.';

/** Runs and their style: of every script, and of all that lines are made of. */
const paragraphs: readonly (readonly [runs: readonly InlineRun[], style: ParagraphStyle])[] = [
  ...scriptSamples.map(
    ({ sentence, language, isRightToLeft }) =>
      [[run(sentence, { language })], { ...justified, direction: isRightToLeft ? 'rtl' : 'ltr' }] as const,
  ),
  [[run(article)], justified],
  [[run(article, { letterSpacing: 1 })], { ...justified, align: 'center' }],
  [[run('الكتاب', { language: 'ar' }), run('ة ', { language: 'ar', weight: 700 })], { ...justified, direction: 'rtl' }],
  [[run('用Octavo印刷', { language: 'zh' })].map((each) => ({ ...each, autospace: 'both' as const })), justified],
  [[run('Chapter'), { kind: 'leader', style: serif, pattern: '.' }, run('12')], justified],
  [[run('one'), { kind: 'break' }, { kind: 'box', width: 9, ascent: 8, descent: 1 }, run(' two')], justified],
  [[run(article)], { ...justified, insets: [30, 30], hanging: { first: true, end: 'allow', last: true } }],
  [[run('')], justified],
];

/** What a paragraph is, but for which objects its words are. */
const plain = ({ lines, secondLine }: SetParagraph) => ({
  secondLine,
  lines: lines.map(({ segments, ...line }) => ({
    ...line,
    segments: segments.map(({ words, ...segment }) => ({
      ...segment,
      words: words.map(({ font, number: _, ...word }) => ({ ...word, font: font.key })),
    })),
  })),
});

function open(kept: MemoryStore<KeptTable>, changes: Partial<Resources> = {}) {
  return createTextContext({ ...resources, texts: kept, ...changes }, () => {}, 'a');
}

function setAll(kept: MemoryStore<KeptTable>, changes: Partial<Resources> = {}) {
  const context = open(kept, changes);
  const set = paragraphs.map(([runs, style]) => plain(setParagraph(runs, style, context)));
  const widths = paragraphs.map(([runs, style]) => contentWidths(runs, style, context));
  context.keep();
  return { set, widths };
}

/** Resources of a build that needs neither the shaper nor patterns. */
const idle: Partial<Resources> = {
  harfbuzz: () => expect.fail('HarfBuzz was started'),
  hyphenationPatterns: () => expect.fail('patterns were read'),
};

describe('set paragraphs', () => {
  it('come back from an earlier build as they were set, with nothing to do and nothing to write', () => {
    const kept = memoryStore<KeptTable>();
    const first = setAll(kept);
    expect(first.set.flatMap(({ lines }) => lines).length).toBeGreaterThan(60);
    expect(setAll(kept, idle)).toEqual(first);
    expect(kept.writes()).toBe(1);
  });

  it('are the same object again for the same runs in the same style', () => {
    const context = open(memoryStore<KeptTable>());
    const once = setParagraph([run(article)], justified, context);
    expect(setParagraph([run(article)], { ...justified }, context)).toBe(once);
  });

  it('are told apart by every letter, run, style and measure', () => {
    const context = open(memoryStore<KeptTable>());
    const variants: readonly (readonly [runs: readonly InlineRun[], style: ParagraphStyle])[] = [
      [[run('a b')], justified],
      [[run('a '), run('b')], justified],
      [[run('a b', { weight: 700 })], justified],
      [[{ ...run('a b'), hyphens: 'manual' }], justified],
      [[{ ...run('a b'), baselineShift: 2 }], justified],
      [[{ ...run('a b'), keepsSpaces: true }], justified],
      [[{ ...run('a b'), isolate: 'rtl' }], justified],
      [[{ ...run('a b'), autospace: 'letters' }], justified],
      [[{ ...run('a b'), breakRules: { wordBreak: 'break-all', lineBreak: 'auto' } }], justified],
      [[{ ...run('a b'), breakRules: { wordBreak: 'normal', lineBreak: 'auto', staysOnLine: true } }], justified],
      [[run('a b')], { ...justified, measure: 141 }],
      [[run('a b')], { ...justified, align: 'end' }],
      [[run('a b')], { ...justified, insets: [3] }],
      [[run('a b'), { kind: 'break' }], justified],
      [[run('a b'), { kind: 'leader', style: serif, pattern: '' }], justified],
      [[run('a b'), { kind: 'box', width: 1, ascent: 1, descent: 0 }], justified],
      [[run('a b'), { kind: 'box', width: 1, ascent: 1, descent: 0, isLetter: true }], justified],
      [[run('0:1:a b')], justified],
    ];
    const found = variants.map(([runs, style]) => setParagraph(runs, style, context));
    expect(new Set(found).size).toBe(variants.length);
  });

  it('are set anew when a font of their words is another file', () => {
    const kept = memoryStore<KeptTable>();
    setAll(kept);
    const { fontFaces } = resources;
    const sans = fontFaces.find((face) => face.family === 'Source Sans 3' && face.weight === 400 && face.style === 'normal')!;
    const changes = { fontFaces: fontFaces.map((face) => (face.family === 'Source Serif 4' ? { ...face, load: sans.load } : face)) };
    expect(setAll(kept, changes)).toEqual(setAll(memoryStore<KeptTable>(), changes));
    expect(kept.writes()).toBe(2);
  });

  it('of a long booklet are kept when there are some new ones, and of a short one each', () => {
    const kept = memoryStore<KeptTable>();
    const build = (count: number): void => {
      const context = open(kept);
      for (let number = 0; number < count; number++) setParagraph([run(`${number}`)], justified, context);
      context.keep();
    };
    build(900);
    build(901);
    expect(kept.writes()).toBe(2);
    build(2000);
    build(2005);
    expect(kept.writes()).toBe(3);
    build(2100);
    build(2100);
    expect(kept.writes()).toBe(4);
  });

  it('are forgotten when nobody asks for them any more', () => {
    const kept = memoryStore<KeptTable>();
    setAll(kept);
    const context = open(kept);
    setParagraph([run('Something new.')], justified, context);
    context.keep();
    const { head } = kept.kept.get('a')!;
    expect(JSON.parse(head).paragraphs.paragraphs).toBe(1);
    expect(head).toContain('Something');
    expect(head).not.toContain('endowed');
  });

  it('are not kept when the author hears of them: characters without a font, words that are too long', () => {
    const kept = memoryStore<KeptTable>();
    for (let round = 0; round < 2; round++) {
      const context = open(kept);
      expect(setParagraph([run('\u{13000}')], justified, context).lines[0]!.segments[0]!.words[0]!.missing).toBe('\u{13000}');
      expect(setParagraph([run('Donaudampfschifffahrtsgesellschaft')], { ...justified, measure: 40 }, context).longLine).toBeDefined();
      context.keep();
    }
    expect(JSON.parse(kept.kept.get('a')!.head).paragraphs.paragraphs).toBe(0);
  });
});
