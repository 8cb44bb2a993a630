/** A booklet with everything in it, as a web page and as plain text: nothing is lost, and nothing said twice. */
import { describe, expect, it } from 'vitest';
import { composeSoundTwin, visibleText } from '../../support/compose-twin.ts';
import { fullBooklet, fullBookletWords } from '../../support/full-booklet.ts';

const html = await composeSoundTwin(fullBooklet, 'html');
const text = await composeSoundTwin(fullBooklet, 'text');

const timesIn = (where: string, word: string): number => where.split(word).length - 1;

/** A heading stands in the contents too. */
const timesOf = (word: string): number => (word === 'w65' ? 2 : 1);

/** Words that a web page keeps in attributes. */
const inAttributes: ReadonlySet<string> = new Set(['w24', 'w25', 'w32', 'w42']);
/** Headers that a table read cell by cell says with every cell they stand above or before. */
const repeated: ReadonlySet<string> = new Set(['w16', 'w17', 'w18', 'w20']);

describe('every word of the booklet', () => {
  it('is on the web page, once', () => {
    const visible = visibleText(html);
    expect(fullBookletWords.filter((word) => timesIn(visible, word) !== (inAttributes.has(word) ? 0 : timesOf(word)))).toEqual([]);
    for (const alt of ['"w24 w25"', '"w32"', '"w42"']) expect(html.split(alt)).toHaveLength(2);
  });

  it('is in the plain text, once', () => {
    expect(fullBookletWords.filter((word) => timesIn(text, word) !== timesOf(word) && !repeated.has(word) && word !== 'w66')).toEqual([]);
    for (const word of repeated) expect(timesIn(text, word)).toBeGreaterThan(0);
  });
});

describe('sides', () => {
  it('follow each other in plain text, and share a grid on the web page', () => {
    expect(text).toMatch(/w82\n+w83\n+- w84\n+w85/);
    expect(html).toMatch(/<div class="side-by-side">\s*<div class="side">\s*<p class="callout-title">w82/);
  });
});

describe('page numbers', () => {
  it('are in neither, nor the words around them', () => {
    for (const twin of [visibleText(html), text]) {
      expect(twin).not.toMatch(/on page|Used on/);
      expect(twin).toMatch(/See Figure 1, Table 1 and w48/);
    }
  });
});

describe('the web page', () => {
  it('loads nothing and runs nothing', () => {
    expect(html).not.toMatch(/<script|<link|<iframe|\son\w+=|@import|url\((?!#)/i);
    expect(html.match(/\bsrc="(?!data:image\/png;base64,)/)).toBeNull();
    expect(html).toContain(`default-src 'none'`);
  });

  it('has landmarks, and a way past the head', () => {
    for (const name of ['header', 'nav', 'main', 'footer']) expect(html.split(`<${name}`)).toHaveLength(2);
    expect(html).toMatch(/<a class="twin-skip" href="#text">Skip to the text<\/a>/);
    expect(html).toContain('id="text" tabindex="-1"');
  });

  it('has no gap between its headings', () => {
    const levels = [...html.matchAll(/<h(\d)/g)].map((match) => Number(match[1]));
    expect(levels.join('')).toBe('1223232');
  });

  it('leads every link and every note to something that is there, and back', () => {
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]!);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...html.matchAll(/href="#([^"]*)"/g)].map((match) => match[1]!);
    expect(targets.length).toBeGreaterThan(10);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    for (const number of [1, 2, 3]) {
      expect(targets).toContain(`octavo-note-${number}`);
      expect(targets).toContain(`octavo-call-${number}`);
    }
  });

  it('holds no link in a link', () => {
    for (const link of html.matchAll(/<a\b.*?<\/a>/gs)) expect(link[0].slice(2)).not.toContain('<a ');
  });

  it('names the header of every cell', () => {
    expect(html).toContain('<th rowspan="2" scope="col">w16</th>');
    expect(html).toContain('<th rowspan="2" scope="row">w20</th>');
  });

  it('has charts as drawings with a name, in two widths, and their words to open', () => {
    expect(html.match(/<svg [^>]*role="img" aria-label="w28 w29"/g)).toHaveLength(2);
    expect(html).toContain('<summary>This chart in words</summary><p>w28 w29</p>');
    expect(html).toMatch(/<text [^>]*textLength="[\d.]+"[^>]*>alpha<\/text>/);
  });

  it('links the first use of a term in a section to the glossary', () => {
    expect(html.match(/<a class="twin-term" href="#glossary-kettle">kettle<\/a>/g)).toHaveLength(1);
    expect(html).toContain('<dt id="glossary-kettle"><dfn>kettle</dfn></dt>');
  });
});

describe('the plain text', () => {
  it('keeps its lines within 72 columns', () => {
    expect(text.split('\n').filter((line) => [...line].length > 72)).toEqual([]);
  });

  it('says an address once', () => {
    expect(text).toContain('w51 w52 <https://example.org/one> w53 a@example.org\n');
  });

  it('reads pictures, figures and places to write in words', () => {
    expect(text).toContain('[Figure 1: w24 w25]\n\nw26 [Footnote 2]\n');
    expect(text).toContain('[Figure 2: w28 w29]\n\nw30\n');
    expect(text).toContain('w31 [Figure: w32] w33\nw34 w35 w36 w37 ~w38~\n');
    expect(text).toContain('w39₂ w40³ w41 w43 (w42) w44 “w45” w46 w47\n');
    expect(text).toContain('w02 [Space for your answer]\n');
  });

  it('has lists, terms and notes with their numbers', () => {
    expect(text).toContain('- w06\n- w07\n  iii. w08\n  iv. w09 [ ] w10\n');
    expect(text).toContain('w11\n    w12\n\nw13\n    w14\n');
    expect(text).toContain('w70 [Footnote 1] and kettle w71.\n');
    expect(text).toContain('Footnote 3: w49\n\n    w50\n');
  });

  it('has narrow tables in columns, others cell by cell', () => {
    expect(text).toContain('w75  w76\n---  ---\nw77  w78\n');
    expect(text).toContain('w16: w20\n  w17, w18: w21\n  w17, w19: w22\n\nw16: w20\n  w17, w18: w23\n');
  });

  it('underlines headings', () => {
    expect(text).toContain('\nEverything\n==========\n');
    expect(text).toContain('\n\nFirst\n-----\n');
    expect(text).toContain('\nInner\n~~~~~\n');
  });
});

describe('both', () => {
  it('are the same every time', async () => {
    expect(await composeSoundTwin(fullBooklet, 'html')).toBe(html);
    expect(await composeSoundTwin(fullBooklet, 'text')).toBe(text);
  });
});
