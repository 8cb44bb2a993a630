import { describe, expect, it } from 'vitest';
import type { TextStyle } from '../../../src/engine/text/font.ts';
import { documentOfLines, hyphen, paint, setLine } from './build-document.ts';
import { linesByPoppler, openStreams, runOn, textByPdfjs } from './read-pdf.ts';

const arabic: Partial<TextStyle> = { language: 'ar', families: ['Noto Naskh Arabic'] };
const hebrew: Partial<TextStyle> = { language: 'he', families: ['Noto Sans Hebrew'] };
const hindi: Partial<TextStyle> = { language: 'hi', families: ['Noto Sans Devanagari'] };

async function expectText(lines: readonly string[], changes: Partial<TextStyle>, direction: 'ltr' | 'rtl'): Promise<void> {
  const file = await paint(documentOfLines(lines.map((line) => setLine(line, changes, direction))));
  expect((await textByPdfjs(file)).trim().split('\n')).toEqual(lines);
  expect(linesByPoppler(file) ?? lines).toEqual(lines);
}

describe('text reads back as it was written', () => {
  it('in Latin, with ligatures and kerning', () =>
    expectText(['The office “affords” fine waffles, AVATAR.', 'Åse’s naïve café'], {}, 'ltr'));

  it('in Latin with combining marks', () => expectText(['x\u0323\u0308y q\u0301 e\u0331 end'], {}, 'ltr'));

  it('in Devanagari, where glyphs change places', () =>
    expectText(
      ['सभी मनुष्यों को गौरव और अधिकारों के क्षत्रिय शक्ति', 'मेरा नाम हैं। र्क्यों स्त्री कृष्ण द्ध्र्य श्रीमद्भगवद्गीता', 'उन्हें बुद्धि और अन्तरात्मा की देन प्राप्त है'],
      hindi,
      'ltr',
    ));

  it('in Arabic, from right to left', () => expectText(['السلام عليكم ورحمة الله', 'كتب الأولاد لا إله'], arabic, 'rtl'));

  it('in Hebrew with vowels', () => expectText(['בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם'], hebrew, 'rtl'));

  it('in vocalized Arabic and in Persian, by poppler', async () => {
    const lines = ['بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ لِلَّهِ لَا إِلَٰهَ', 'می\u200cخواهم کتاب\u200cها را بخوانم'];
    const file = await paint(documentOfLines(lines.map((line) => setLine(line, arabic, 'rtl'))));
    expect(linesByPoppler(file) ?? lines).toEqual(lines);
  });

  it('by tagged content, too', async () => {
    const file = await paint(documentOfLines([setLine('मनुष्यों को', hindi), setLine('waffles')]));
    const tagged = runOn(file, 'pdfinfo', ['-struct-text']);
    if (tagged !== undefined) expect(tagged).toMatch(/"मनुष्यों को"[^"]*"waffles"/);
  });

  it('when it was turned sideways: it runs up the page, and reads as before', async () => {
    const file = await paint(documentOfLines([setLine('January February')], { isTurned: true, y: 150 }));
    const streams = openStreams(file);
    if (streams !== undefined) expect(streams).toMatch(/^0 -1 -1 0 [\d.]+ [\d.]+ Tm$/m);
    expect((await textByPdfjs(file)).trim()).toBe('January February');
    const tagged = runOn(file, 'pdfinfo', ['-struct-text']);
    if (tagged !== undefined) expect(tagged).toContain('"January February"');
  });

  it('with the hyphen of a broken word as a soft hyphen', async () => {
    const file = await paint(documentOfLines([{ words: [hyphen()], offsets: [0] }]));
    expect(linesByPoppler(file) ?? ['\u00AD']).toEqual(['\u00AD']);
  });
});

describe('text stands where layout put it', () => {
  const placesOf = async (file: Uint8Array): Promise<readonly number[]> => {
    const boxes = runOn(file, 'pdftotext', ['-bbox'], ['-']) ?? '';
    return [...boxes.matchAll(/<word xMin="([\d.]+)"/g)].map((match) => Number(match[1]));
  };

  it('to a hundredth of a point, however far the words are apart', async () => {
    const { words } = setLine('one two three');
    const places = await placesOf(await paint(documentOfLines([{ words, offsets: words.map((_, index) => index * 61.37) }])));
    if (places.length === 0) return;
    expect(places).toHaveLength(3);
    places.forEach((place, index) => {
      expect(Math.abs(place - 40 - index * 61.37)).toBeLessThan(0.011);
    });
  });

  it('with letter spacing after every cluster, marks included', async () => {
    const [plain] = setLine('e\u0331e\u0331e\u0331', {}).words;
    const spaced = { words: [plain!, setLine('z').words[0]!], offsets: [0, plain!.advance / 100 + 3 * 2] };
    const streams = openStreams(await paint(documentOfLines([spaced], { letterSpacing: 2 })));
    if (streams === undefined) return;
    // The spaced word ends where the next begins: no adjustment stands before its code.
    const shown = /\[(<[^\]]*)\]\s*TJ/.exec(streams)?.[1] ?? '';
    expect(shown.match(/-200/g)).toHaveLength(3);
  });

  it('and leaves out operators that would change nothing', async () => {
    const streams = openStreams(await paint(documentOfLines([setLine('same'), setLine('same'), setLine('same')])));
    if (streams !== undefined) expect(streams.match(/ Tf/g)).toHaveLength(1);
  });
});
