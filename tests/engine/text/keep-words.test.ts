/** Shaped words that outlive a build: the same glyphs come back, the shaper rests, and changed fonts or files are no harm. */
import { describe, expect, it } from 'vitest';
import type { KeptTable, Resources } from '../../../src/engine/source/workspace.ts';
import { shapeHyphen, shapeText } from '../../../src/engine/text/shape-text.ts';
import { createTextContext } from '../../../src/engine/text/text-context.ts';
import { type MemoryStore, memoryStore } from '../../support/memory-store.ts';
import { serif } from '../../support/serif-style.ts';
import { testResources } from '../../support/test-resources.ts';

const silent = (): void => {};

/** Words of every kind: plain, with a ligature, from right to left with marks, reordered, of two fonts at once, not in any font. */
const words: readonly (readonly [text: string, rtl: boolean])[] = [
  ['plain', false],
  ['office', false],
  ['مُحَمَّد', true],
  ['क्षत्रिय', false],
  ['abcشجر', false],
  ['\u{13000}', false],
];

/** Builds with the words that `kept` holds; tells how often HarfBuzz was loaded. */
function shapeAll(kept: MemoryStore<KeptTable>, changes: Partial<Resources> = {}, name = 'a') {
  let starts = 0;
  const bundled = testResources();
  const harfbuzz = () => {
    starts++;
    return bundled.harfbuzz();
  };
  const { library, keep } = createTextContext({ ...bundled, harfbuzz, texts: kept, ...changes }, silent, name);
  const shaped = words.map(([text, rtl]) => shapeText(library, text, serif, rtl));
  const hyphen = shapeHyphen(library, serif, false);
  keep();
  const plain = [...shaped, [hyphen]].map((pieces) => pieces.map(({ font, number: _, ...word }) => ({ ...word, font: font.key })));
  return { plain, starts };
}

describe('shaped words', () => {
  it('come back from an earlier build as they were shaped', () => {
    const kept = memoryStore<KeptTable>();
    const first = shapeAll(kept);
    expect(first.starts).toBe(1);
    expect(first.plain.map((pieces) => pieces.length)).toEqual([1, 1, 1, 1, 2, 1, 1]);
    expect(shapeAll(kept).plain).toEqual(first.plain);
  });

  it('come back without the shaper, but for words that no font has', () => {
    const kept = memoryStore<KeptTable>();
    const known = words.length;
    shapeAll(kept);
    const { library, keep } = createTextContext(
      { ...testResources(), harfbuzz: () => expect.fail('HarfBuzz was started'), texts: kept },
      silent,
      'a',
    );
    for (const [text, rtl] of words.slice(0, known - 1)) expect(shapeText(library, text, serif, rtl).length).toBeGreaterThan(0);
    expect(shapeHyphen(library, serif, false).text).toBe('\u00ad');
    keep();
    expect(kept.writes()).toBe(1);
    expect(() => shapeText(library, words.at(-1)![0], serif, false)).toThrow('HarfBuzz was started');
  });

  it('are shaped anew in another style, or under another name', () => {
    const kept = memoryStore<KeptTable>();
    shapeAll(kept);
    expect(shapeAll(kept, {}, 'b').starts).toBe(1);
    const { library } = createTextContext({ ...testResources(), texts: kept }, silent, 'a');
    const [bold] = shapeText(library, 'plain', { ...serif, weight: 700 }, false);
    expect(bold!.font.key).toBe('source-serif-4-700');
  });

  it('are shaped anew when their font is another file', () => {
    const kept = memoryStore<KeptTable>();
    const first = shapeAll(kept);
    const { fontFaces } = testResources();
    const sans = fontFaces.find((face) => face.family === 'Source Sans 3' && face.weight === 400 && face.style === 'normal')!;
    const changed = fontFaces.map((face) => (face.family === 'Source Serif 4' ? { ...face, load: sans.load } : face));
    const second = shapeAll(kept, { fontFaces: changed });
    expect(second.starts).toBe(1);
    expect(second.plain[0]).not.toEqual(first.plain[0]);
  });

  it.each(['', '{"words":{"fonts":', 'no JSON', '{}'])('are shaped anew when the head of the file is %j', (head) => {
    const kept = memoryStore<KeptTable>();
    const first = shapeAll(memoryStore<KeptTable>());
    kept.write('a', { head, integers: new Int32Array(), reals: new Float64Array() });
    expect(shapeAll(kept)).toEqual(first);
  });
});
