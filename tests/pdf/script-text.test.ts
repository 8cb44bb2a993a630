/** Text copied out of a PDF is the author's, in every script: read back by poppler and by pdf.js. */
import { describe, expect, it } from 'vitest';
import { compileProject } from '../support/compile-project.ts';
import { textByPdfjs, textByPoppler } from '../support/read-pdf.ts';
import { type ScriptSample, scriptSamples } from '../support/script-samples.ts';

/** Sections, each a paragraph in one language, with as much room as it needs to stay on a line or two. */
async function print(language: string, texts: readonly Pick<ScriptSample, 'language' | 'sentence'>[], css = ''): Promise<Uint8Array> {
  const sections = texts.map((text, index) => [
    `sections/${String(index).padStart(2, '0')}.md`,
    `# ${index}\n\n[${text.sentence}]{lang=${text.language}}\n`,
  ]);
  const { pdf, diagnostics } = await compileProject(
    {
      'booklet.yaml': `title: x\nlanguage: ${language}\npaper: a4\ntemplate: own\neditions: [student]\n`,
      ...Object.fromEntries(sections),
      'templates/own/layout.hbs': '{{#each booklet.sections}}<section id="{{id}}"><h2>{{title}}</h2>{{body}}</section>{{/each}}',
      'templates/own/theme.css': `p { font-size: 9pt } ${css}`,
    },
    { hasScriptFonts: true, paints: true },
  );
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return pdf!;
}

const withoutMarksOfDirection = (text: string): string => text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
/** Lines of scripts that write no spaces are joined without one. */
const joinLines = (text: string, isSpaced: boolean): string =>
  withoutMarksOfDirection(text)
    .replace(/\s*\n\s*/g, isSpaced ? ' ' : '')
    .replace(/ +/g, ' ')
    .normalize('NFC');
const isSpaced = (language: string): boolean => !/^(?:th|km|my|zh|ja)/.test(language);

/** Pdf.js puts the letters of a right-to-left word in order, but leaves the words of a line as they stand. */
const turnWords = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim().split(/\s+/).reverse().join(' '))
    .join('\n');

const leftToRight = scriptSamples.filter((sample) => !sample.isRightToLeft);
const rightToLeft = scriptSamples.filter((sample) => sample.isRightToLeft);

describe('text from left to right', () => {
  const painted = print('en', leftToRight);

  it.each(leftToRight)('in $name is copied as it was written', async ({ language, sentence }) => {
    const wanted = sentence.normalize('NFC');
    for (const text of [textByPoppler(await painted), await textByPdfjs(await painted)])
      expect(joinLines(text, isSpaced(language))).toContain(wanted);
  });
});

describe('text from right to left', () => {
  const painted = print('ar', rightToLeft);

  it.each(rightToLeft)('in $name is copied as it was written', async ({ sentence }) => {
    expect(joinLines(textByPoppler(await painted), true)).toContain(sentence.normalize('NFC'));
    expect(joinLines(turnWords(await textByPdfjs(await painted)), true)).toContain(sentence.normalize('NFC'));
  });

  it('keeps every vowel of a vocalized sentence for poppler', async () => {
    const sentence = 'الْعِلْمُ نُورٌ وَالْجَهْلُ ظَلَامٌ';
    expect(joinLines(textByPoppler(await print('ar', [{ language: 'ar', sentence }])), true)).toContain(sentence);
  });
});

describe('joiners', () => {
  it.each([
    ['before a letter that would join', 'mr', 'वाऱ्यावर र्\u200dया क्\u200dष'],
    ['after a letter that would join', 'bn', 'র\u200d্যাব উদ্\u200cঘাটন'],
    ['between pictures', 'en', '👩\u200d🔬 and 👨\u200d🌾'],
  ])('are copied %s', async (_, language, sentence) => {
    const painted = await print('en', [{ language, sentence }]);
    for (const text of [textByPoppler(painted), await textByPdfjs(painted)]) expect(joinLines(text, true)).toContain(sentence);
  });
});

describe('a hyphen at the end of a line', () => {
  it('is a soft one, so that the word can be put together again', async () => {
    const sentence = 'Donaudampfschifffahrtsgesellschaft und Straßenverkehrsordnung';
    const painted = await print('de', [{ language: 'de', sentence }], 'section { width: 90pt } p { hyphens: auto }');
    const byPoppler = textByPoppler(painted);
    expect(byPoppler.match(/\u00ad\n/g)?.length).toBeGreaterThan(1);
    expect(joinLines(byPoppler.replace(/\u00ad\n/g, ''), true)).toContain(sentence);
    const byPdfjs = await textByPdfjs(painted);
    expect(byPdfjs).not.toContain('-');
    expect(byPdfjs.replace(/\n/g, '').replace(/ /g, '')).toContain(sentence.replace(/ /g, ''));
  });
});

describe('gaps between characters of Japanese', () => {
  const sentence =
    '人間は、PDFを2026年に作成し、ABCとXYZの間で平等である。人間は、理性3つと良心12とを授けられており、互いに同胞の精神をもって行動しなければならない。';

  it.each([
    ['beside letters and digits', 'text-align: left'],
    ['of justified lines', 'text-align: justify'],
    ['of very loose lines', 'text-align: justify; word-break: keep-all'],
    ['of letters set wide', 'letter-spacing: 0.5pt; text-align: left'],
  ])('%s are copied as no space', async (_, css) => {
    // One font for all: pdf.js begins a piece of text with each.
    const painted = await print(
      'en',
      [{ language: 'ja', sentence }],
      `section { width: 45mm } p { font-family: "Sawarabi Mincho"; ${css} }`,
    );
    for (const text of [textByPoppler(painted), await textByPdfjs(painted)]) expect(joinLines(text, false)).toContain(sentence);
  });

  it('take no glyph of their own each', async () => {
    const long = sentence.repeat(30);
    const css = 'section { width: 97mm } p { font-family: "Sawarabi Mincho"; text-align: ';
    const ragged = await print('en', [{ language: 'ja', sentence: long }], `${css} left; text-autospace: no-autospace }`);
    const justified = await print('en', [{ language: 'ja', sentence: long }], `${css} justify }`);
    expect(justified.length - ragged.length).toBeLessThan(6000);
  });
});
