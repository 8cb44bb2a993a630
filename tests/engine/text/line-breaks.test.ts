/** Line break opportunities: UAX #14 in full, then what Octavo changes. `|` marks a break that may be taken, `‖` one that must. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unicodeLineBreaks } from '../../../src/engine/text/line-break-rules.ts';
import { isAddress, lineBreaks } from '../../../src/engine/text/line-breaks.ts';
import { growthOf, mostGrowth } from '../../support/growth.ts';

const show = (text: string, language = 'en'): string => {
  const marks = lineBreaks(text, language);
  return Array.from(text, (_, at) => ['', '|', '‖', '|'][marks[at]!] + text[at]!).join('');
};

describe('the rules of UAX #14', () => {
  it('pass every case of LineBreakTest of Unicode 16.0', () => {
    const lines = gunzipSync(readFileSync(new URL('data/line-break-test.txt.gz', import.meta.url)))
      .toString()
      .trim()
      .split('\n');
    expect(lines).toHaveLength(16_672);
    const failures = lines.filter((line) => {
      let text = '';
      const expected: number[] = [];
      for (const token of line.trim().split(/\s+/)) {
        if (token === '÷') expected.push(text.length);
        else if (token !== '×') text += String.fromCodePoint(Number.parseInt(token, 16));
      }
      const marks = unicodeLineBreaks(text);
      return [...marks.keys()].filter((at) => marks[at] !== 0).join() !== expected.join();
    });
    expect(failures).toEqual([]);
  });

  it('mark the end of the text, one past its last offset', () => {
    expect([...lineBreaks('ab', 'en')]).toEqual([0, 0, 2]);
    expect([...lineBreaks('', 'en')]).toEqual([2]);
  });

  it('demand a break after a line feed', () => {
    expect(show('a\nb\r\nc\u2028d')).toBe('a\n‖b\r\n‖c\u2028‖d');
  });
});

describe('ordinary text', () => {
  it('breaks after spaces and hyphens, and not inside numbers', () => {
    expect(show('A well-known price: $1,234.50 (or 20%).')).toBe('A |well-|known |price: |$1,234.50 |(or |20%).');
    expect(show('a\u00a0b c\u202fd e\u2060f')).toBe('a\u00a0b |c\u202fd |e\u2060f');
  });

  it('may break at soft hyphens and zero-width spaces', () => {
    expect(show('co\u00adop a\u200bb')).toBe('co\u00ad|op |a\u200b|b');
  });

  it('keeps a hyphen with the word that it begins', () => {
    expect(show('the ending -ed')).toBe('the |ending |-ed');
  });

  it('breaks before a number that begins with its point', () => {
    expect(show('about .5 or ... so')).toBe('about |.5 |or ... |so');
  });

  it('keeps units whole and lets word pairs break', () => {
    expect(show('90 km/h and/or more')).toBe('90 |km/h |and/|or |more');
    expect(show('C++ and pp. 4–9, 12–15 but 1914–1918')).toBe('C++ |and |pp. |4–9, |12–15 |but |1914–|1918');
  });

  it('leave no letter alone before its hyphen', () => {
    expect(show('an e-mail, (T-shirts) of J.-P. Sartre, twenty-one')).toBe('an |e-mail, |(T-shirts) |of |J.-P. |Sartre, |twenty-|one');
    expect(show('y a-t-il', 'fr')).toBe('y |a-t-il');
  });
});

describe('quotation marks and dashes', () => {
  it('stay with French words even across plain spaces', () => {
    expect(show('Il dit : « Bonjour ! » et part', 'fr')).toBe('Il |dit : |« Bonjour ! » |et |part');
  });

  it('stay with German and English words', () => {
    expect(show('ein „gutes“ »Wort« so', 'de')).toBe('ein |„gutes“ |»Wort« |so');
    expect(show('a “good” ‘word’ so')).toBe('a |“good” |‘word’ |so');
  });

  it('never begin a line with a dash, and keep the Spanish raya with its phrase', () => {
    expect(show('one — two—three – four')).toBe('one — |two—|three – |four');
    expect(show('dijo —no sé— y fue', 'es')).toBe('dijo |—no |sé— |y |fue');
  });
});

describe('East Asian text', () => {
  it('breaks between ideographs but not before small kana and closing marks', () => {
    expect(show('日本語の「テスト」です。', 'ja')).toBe('日|本|語|の|「テ|ス|ト」|で|す。');
    expect(show('きょうチェック', 'ja')).toBe('きょ|う|チェッ|ク');
  });

  it('breaks outside curly quotation marks in Chinese', () => {
    expect(show('他说“你好”了', 'zh')).toBe('他|说|“你|好”|了');
    expect(show('他说“Hello”了', 'zh')).toBe('他|说|“Hello”|了');
  });

  it('breaks outside curly quotation marks in every language, if nothing but ideographs is beside them', () => {
    expect(show('他说“你好”了 and “he” said', 'en')).toBe('他|说|“你|好”|了 |and |“he” |said');
    expect(show('他说“Hello”了', 'en')).toBe('他|说“Hello”了');
  });
});

describe('scripts without spaces', () => {
  it('break between syllables of Javanese and Balinese, not inside them', () => {
    expect(show('\ua9b2\ua98f\ua9c0\ua9b1\ua9ab', 'jv')).toBe('\ua9b2|\ua98f\ua9c0\ua9b1|\ua9ab');
    expect(show('\u1b05\u1b13\u1b44\u1b31\u1b2d', 'ban')).toBe('\u1b05|\u1b13\u1b44\u1b31|\u1b2d');
  });

  it('break between Thai words', () => {
    expect(show('ภาษาไทยเป็นภาษา', 'th')).toBe('ภาษา|ไทย|เป็น|ภาษา');
  });

  it('never break before a vowel sign, wherever a run begins', () => {
    const text = 'ไทย ภาษาไทยเป็นภาษาที่สวยงาม ភាសាខ្មែរគឺជាភាសា မြန်မာဘာသာ';
    const marks = lineBreaks(text, 'th');
    for (let at = 1; at < text.length; at++) if (/\p{M}/u.test(text[at]!)) expect(marks[at]).toBe(0);
    expect([...marks].filter((mark) => mark === 1).length).toBeGreaterThan(6);
  });
});

describe('addresses', () => {
  it('break after slashes, colons and equals signs and before other punctuation, with two letters on both sides', () => {
    expect(show('See https://www.example.org/a/path?x=12&y=zz&name=long now')).toBe(
      'See |https://www|.example|.org/a/|path?x=12&y=zz|&name=|long |now',
    );
    expect(show('http://localhost:8080/so-long_a/~ann/water%20use/index.html#top.')).toBe(
      'http://localhost:|8080/|so|-long_a/|~ann/|water|%20use/|index|.html|#top.',
    );
    expect(show('mail ann.lee@example.org now')).toBe('mail |ann|.lee|@example|.org |now');
  });

  it('are paths of files, too', () => {
    expect(show('in /usr/local/share or ./content/map.svg')).toBe('in |/usr/|local/|share |or |./content/|map|.svg');
    expect(show('in sections/01-water.md, not C:\\Users\\Ann Lee')).toBe('in |sections/|01|-water|.md, |not |C:\\Users\\|Ann |Lee');
  });

  it('end where Chinese or Japanese goes on', () => {
    expect(show('访问https://www.example.org/zh。（见下）', 'zh')).toBe('访|问|https://www|.example|.org/|zh。|（见|下）');
  });

  it('never break after two slashes', () => {
    for (const address of ['https://example.org', 'file:///etc/hosts', 'https://a.example//b.example'])
      expect(show(address)).not.toContain('//|');
  });

  it('are told from other words', () => {
    for (const word of ['https://a.org', 'www.example.org', 'example.org/path', '(example.org/path)', 'a.b@example.org'])
      expect(isAddress(word)).toBe(true);
    for (const word of ['and/or', '1/2', 'e.g.', 'Smith@', 'km/h', 'end.Next', '@name']) expect(isAddress(word)).toBe(false);
  });
});

describe('long input', () => {
  it.each<[string, (count: number) => string]>([
    ['letters', (count) => 'a'.repeat(count)],
    ['letters after a slash', (count) => `/${'a'.repeat(count)}`],
    ['quotation marks', (count) => '“'.repeat(count)],
    ['spaces', (count) => ' '.repeat(count)],
    ['letters with points', (count) => 'a.'.repeat(count / 2)],
    ['signs of an address', (count) => `${'a@'.repeat(count / 2)}/`],
    ['dashes', (count) => '— '.repeat(count / 2)],
    ['open formulas', (count) => '$('.repeat(count / 2)],
    ['marks', (count) => `$(${'\u0301'.repeat(count)}`],
    ['marks after quotation marks', (count) => `”\u0301 ‘\u0301`.repeat(count / 5)],
    ['points before digits', (count) => ' .'.repeat(count / 2)],
  ])('of %s is read in linear time', async (_, textOf) => {
    expect(await growthOf(50_000, (count) => lineBreaks(textOf(count), 'en'))).toBeLessThan(mostGrowth);
  });
});
