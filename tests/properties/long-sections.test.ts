/** Booklets far larger than anybody writes: they compile, and in time that grows as they do. */
import { describe, expect, it } from 'vitest';
import { compileProject, problemsOfBuilding } from '../support/compile-project.ts';
import { growthOf, mostGrowth } from '../support/growth.ts';

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

async function build(wordCount: number): Promise<void> {
  const files = { 'booklet.yaml': 'title: Long\neditions: [student]\n', 'sections/01-long.md': sectionOf(wordCount) };
  const { document, diagnostics } = await compileProject(files);
  expect(problemsOfBuilding(diagnostics)).toEqual([]);
  expect(document!.pages.length).toBeGreaterThan(wordCount / 700);
}

describe('a section of 200,000 words', () => {
  it('takes hardly longer a word than one of 50,000', async () => {
    await build(5_000);
    expect(await growthOf(50_000, build, 1)).toBeLessThan(mostGrowth);
  });
});
