/** Dollar signs in Markdown: mathematics, money, and how the two are told apart. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthOf, mostGrowth } from '../../support/growth.ts';
import { readProse } from './read-prose.ts';

const inline = (text: string): string => readProse(text, 'inline').markup;

describe('a formula in text', () => {
  it('stands between dollar signs, and nothing in it is Markdown', () => {
    expect(inline('so $a^2 + b_1*c*d$ holds')).toBe('so <formula tex="a^2 + b_1*c*d"/> holds');
    expect(inline('*so $a*b$*')).toBe('<em>so <formula tex="a*b"/></em>');
    expect(inline('($x$)-axis and "$y$"')).toBe('(<formula tex="x"/>)-axis and “<formula tex="y"/>”');
    expect(inline('$a < b & "c"$')).toBe('<formula tex="a &lt; b &amp; &quot;c&quot;"/>');
    expect(inline('$a\n  b$')).toBe('<formula tex="a b"/>');
    expect(inline('$\\$5 + x$')).toBe('<formula tex="\\$5 + x"/>');
  });

  it('takes words for a reading voice, and says where it stands', () => {
    const braces = '{alt="a square" .big}';
    const { markup, origins } = readProse(`We have $a^2$${braces}.`);
    expect(markup).toBe('<p>We have <formula tex="a^2" alt="a square" class="big"/>.</p>');
    expect(origins).toContain(`formula: $a^2$${braces}`);
  });

  it.each([
    'costs $5 and $6',
    'US$5 and US$6',
    '$5-$10 or $5,000',
    'a $ b $ c',
    '5$ or 6$',
    'only one $x here',
    'escaped \\$x\\$ signs',
    'closed by $x \\$ nothing',
    '$$ $$',
    '`$x$`',
  ])('is not money or code: %s', (text) => {
    expect(inline(text)).not.toContain('<formula');
  });

  it('is found in headings, cells, notes and links', () => {
    const { markup } = readProse('# $a$ {#top}\n\n| $b$ |\n|---|\n| $\\|c\\|$ |\n\n[see $d$](#top)[^n]\n\n[^n]: $e$\n');
    expect([...markup.matchAll(/tex="([^"]*)"/g)].map(([, tex]) => tex)).toEqual(['a', 'b', '|c|', 'd', 'e']);
  });

  it('loses no sign, whatever surrounds it', () => {
    const piece = fc.constantFrom('$', '$$', 'x', ' ', '5', '\\', '\n', '{', '}', '{.a}', '*', 'a^2');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { markup } = readProse(pieces.join(''), 'inline');
        const formulas = [...markup.matchAll(/<formula tex="([^"]*)"/g)].map(([, tex]) => tex!);
        for (const tex of formulas) expect(tex.trim()).not.toBe('');
        expect(markup.replace(/<[^>]*>/g, '').length + formulas.join('').length).toBeLessThanOrEqual(pieces.join('').length);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['$a ', '$$a ', '$a\\', '$$\na\n'])('is read in linear time when a text is full of %j', async (piece) => {
    expect(await growthOf(1_250, (count) => readProse(piece.repeat(count)), 8)).toBeLessThan(mostGrowth);
  });
});

describe('a displayed formula', () => {
  it('stands on lines of its own, and nothing in it is a list or a heading', () => {
    const { markup, origins, problems } = readProse('It follows:\n$$\na\n= b\n- c\n===\n$$ {#eq-a alt="words"}\n\nNext.');
    expect(markup).toBe('<p>It follows:</p><formula tex="a\n= b\n- c\n===" display="block" id="eq-a" alt="words"/><p>Next.</p>');
    expect(origins[1]).toBe('formula: $$\na\n= b\n- c\n===\n$$ {#eq-a alt="words"}');
    expect(problems).toEqual([]);
  });

  it('may stand on one line, in quotations and in lists', () => {
    expect(readProse('$$x$$').markup).toBe('<formula tex="x" display="block"/>');
    expect(readProse('> $$\n> x\n> y\n> $$').markup).toBe('<blockquote><formula tex="x\ny" display="block"/></blockquote>');
    expect(readProse('- a\n\n  $$\n  x\n  $$\n- b').markup).toContain('<formula tex="x" display="block"/>');
  });

  it.each([
    ['$$\nx\n\nmore', '1:1-3 this formula is never closed'],
    ['text\n$$x', '2:1-3 this formula is never closed'],
    ['$$\n$$', '1:1-2:3 this formula is empty'],
    ['a $$x$$ b', '1:3-8 a displayed formula cannot stand inside a line of text'],
    ['$$x$$ and more', '1:1-6 a displayed formula cannot stand inside a line of text'],
    ['$$x$$ {#eq-a wide=yes}', '1:14-22 unknown attribute `wide`'],
    [`$x$${'{allt="y"}'}`, '1:5-13 unknown attribute `allt`; did you mean `alt`?'],
  ])('is told what is wrong: %j', (text, problem) => {
    expect(readProse(text).problems).toEqual([problem]);
  });
});
