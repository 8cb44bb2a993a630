/** The words of a PDF, read back by two programs that are not ours, are the words of the author. */
import { describe, expect, it } from 'vitest';
import { paintSound } from '../support/compile-project.ts';
import { checkByQpdf, tagsByPoppler, textByPdfjs, textByPoppler } from '../support/read-pdf.ts';
import { sampleBooklet, sampleLanguages } from '../support/sample-booklets.ts';

/** Line ends become spaces, and the marks of direction that readers add are dropped. */
const plainly = (text: string): string =>
  text
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .normalize('NFC');

/** Poppler lists tagged text as it stands on the line, so right-to-left text comes letter by letter from its end. */
const turnLetters = (text: string): string => [...text].reverse().join('');

/** Readers cannot tell on which side of a full stop the number of a note belongs. */
const withoutCalls = (text: string): string => text.replace(/[•\d\u0660-\u0669]/g, '');

/** Pdf.js puts the letters of a word in order, but leaves the words of a line as they stand. */
const turnWords = (text: string): string =>
  withoutCalls(text)
    .split('\n')
    .map((line) => line.trim().split(' ').reverse().join(' '))
    .join('\n');

describe.each(sampleLanguages)('a PDF in %s', (language) => {
  const { files, sentences } = sampleBooklet(language);
  const painted = paintSound(files);
  const isRightToLeft = language === 'ar' || language === 'he';
  const missingIn = (text: string): readonly string[] => {
    const found = plainly(text);
    return sentences.filter((sentence) => !found.includes(plainly(sentence)));
  };

  it('is a sound file', async () => {
    expect(checkByQpdf(await painted)).toMatch(/No syntax or stream encoding errors found/);
  });

  it('gives its sentences back to poppler', async () => {
    const text = textByPoppler(await painted);
    expect(missingIn(isRightToLeft ? withoutCalls(text) : text)).toEqual([]);
  });

  it('gives its sentences back in the order of its tags', async () => {
    const texts = [...tagsByPoppler(await painted).matchAll(/"(.*)"/g)].map((match) => match[1]!);
    const read = plainly(texts.map((text) => (isRightToLeft ? turnLetters(text) : text)).join(' '));
    let from = 0;
    for (const sentence of sentencesInOrder(sentences)) {
      const at = read.indexOf(plainly(sentence), from);
      expect(at, `${sentence} is not in ${read.slice(from)}`).toBeGreaterThanOrEqual(0);
      from = at + 1;
    }
  });

  it('gives its sentences back to pdf.js', async () => {
    const text = await textByPdfjs(await painted);
    // It also takes raised and lowered marks out of their words.
    const bare = (words: string): string => (language === 'ar' ? words.replace(/\p{M}/gu, '') : words);
    const read = plainly(bare(isRightToLeft ? turnWords(text) : text));
    expect(sentences.filter((sentence) => !read.includes(plainly(bare(sentence))))).toEqual([]);
  });
});

/** Title, heading, first paragraph, its note, items, cells, second paragraph. */
function sentencesInOrder(sentences: readonly string[]): readonly string[] {
  const [title, heading, first, second, ...others] = sentences as [string, string, string, string, ...string[]];
  const note = others.pop()!;
  return [title, heading, first, note, ...others, second];
}

describe('a compound with a hyphen on both lines', () => {
  const painted = paintSound({
    'booklet.yaml': 'title: Caso\nlanguage: pt\ntemplate: own\neditions: [student]\n',
    'templates/own/layout.hbs': '<h1>Caso</h1><p>Um vice-almirante.</p>',
    'templates/own/theme.css': 'p { width: 22mm }',
    'sections/01.md': '# Texto\n\nTexto.\n',
  });

  it('has one for those who read its tags, and in pdf.js', async () => {
    expect(tagsByPoppler(await painted)).toContain('"Um vice-almirante."');
    expect(plainly(await textByPdfjs(await painted))).toContain('vice- almirante.');
  });

  it('has a soft one for poppler, which takes any hyphen at the end of a line for one that divides', async () => {
    expect(textByPoppler(await painted)).toContain('Um vice\u00adalmirante.');
  });
});

describe('a drop cap', () => {
  const painted = paintSound({
    'booklet.yaml': 'title: Case\nlanguage: en\ntemplate: own\neditions: [student]\n',
    'templates/own/layout.hbs':
      '<h1>Case</h1><p>Once upon a time, in the middle of winter, a queen sat at a window and sewed.</p><p>“Gone,” said she.</p>',
    'templates/own/theme.css': 'p { width: 50mm } p::first-letter { initial-letter: 3 }',
    'sections/01.md': '# Text\n\nText.\n',
  });

  it.each([
    ['poppler', textByPoppler],
    ['pdf.js', textByPdfjs],
    ['the tags', tagsByPoppler],
  ])('is one word with the rest of it for %s', async (_, read) => {
    const text = plainly(await read(await painted));
    expect(text).toContain('Once upon');
    expect(text).toContain('“Gone,” said');
  });
});
