/** Booklets far larger than anybody writes: they compile, and in time that grows as they do. */
import { describe, expect, it } from 'vitest';
import { compileProject, problemsOfBuilding } from '../support/compile-project.ts';

/** Deterministic words without a pattern that a cache could profit from more than real text does. */
function sectionOf(wordCount: number): string {
  const syllables = ['wa', 'ter', 'clo', 'rin', 'bo', 'il', 'fil', 'men', 'sa', 'fe', 'ger', 'mi'];
  const parts: string[] = ['# A long section'];
  let state = 1;
  const next = (below: number): number => (state = (state * 48271) % 2147483647) % below;
  let words: string[] = [];
  for (let count = 0; count < wordCount; count += 1) {
    let word = '';
    for (let length = 1 + next(4); length > 0; length -= 1) word += syllables[next(syllables.length)];
    words.push(word);
    if (words.length === 100) {
      parts.push(`${words.join(' ')}.`);
      words = [];
    }
  }
  return `${parts.join('\n\n')}\n`;
}

async function millisecondsFor(wordCount: number): Promise<number> {
  const files = { 'booklet.yaml': 'title: Long\neditions: [student]\n', 'sections/01-long.md': sectionOf(wordCount) };
  const began = performance.now();
  const { document, diagnostics } = await compileProject(files);
  const elapsed = performance.now() - began;
  expect(problemsOfBuilding(diagnostics)).toEqual([]);
  expect(document!.pages.length).toBeGreaterThan(wordCount / 700);
  return elapsed;
}

describe('a section of 200,000 words', () => {
  it('takes at most twice as long a word as one of 50,000', { timeout: 60_000 }, async () => {
    await millisecondsFor(5_000);
    const short = await millisecondsFor(50_000);
    expect(await millisecondsFor(200_000)).toBeLessThan(8 * short);
  });
});
