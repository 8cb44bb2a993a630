import { describe, expect, it } from 'vitest';
import { type MarkupNode, textOf } from '../../../src/engine/markup/element.ts';
import { markGlossary } from '../../../src/engine/markup/mark-glossary.ts';
import { parseMarkup } from '../../../src/engine/markup/parse-markup.ts';
import type { Diagnostic } from '../../../src/engine/source/diagnostic.ts';
import { createSourceFile } from '../../../src/engine/source/source-file.ts';

const file = createSourceFile(0, 'glossary.yaml', 'x'.repeat(400));

function entry(term: string, ...aliases: readonly string[]) {
  return { id: term.toLowerCase().replaceAll(' ', '-'), term, aliases, origin: { file, start: term.length, end: term.length + 1 } };
}

/** Shows terms in brackets, with `!` on the first use. */
function show(node: MarkupNode): string {
  if (node.kind === 'text') return node.text;
  const inner = node.children.map(show).join('');
  return node.name === 'term' ? `[${inner}]${node.attributes.has('first') ? '!' : ''}` : inner;
}

function mark(html: string, ...terms: readonly ReturnType<typeof entry>[]) {
  const found: Diagnostic[] = [];
  const source = parseMarkup(html, [file], () => {});
  const root = markGlossary(source, terms, (diagnostic) => found.push(diagnostic));
  return { source, root, found, shown: show(root) };
}

describe('markGlossary', () => {
  it('marks terms in any case, and the first in each section apart', () => {
    const { shown } = mark(
      '<section id="a"><p>A Broker is a broker.</p><p>The BROKER.</p></section><section id="b"><p>broker</p></section>',
      entry('broker'),
    );
    expect(shown).toBe('A [Broker]! is a [broker].The [BROKER].[broker]!');
  });

  it('gives the key of the entry', () => {
    const { root } = mark('<p>a straw buyer</p>', entry('straw purchase', 'straw buyer'));
    const p = root.children[0];
    expect(p?.kind === 'element' && p.children[1]).toMatchObject({
      name: 'term',
      attributes: new Map([
        ['key', 'straw-purchase'],
        ['first', ''],
      ]),
    });
  });

  it('matches whole words only, but knows regular plurals', () => {
    expect(mark('<p>gun guns gunner begun gun-runner party parties</p>', entry('gun'), entry('party')).shown).toBe(
      '[gun]! [guns] gunner begun [gun]-runner [party]! [parties]',
    );
  });

  it('takes the longest term', () => {
    expect(mark('<p>arms dealer licence, arms dealer, arms</p>', entry('arms'), entry('arms dealer licence')).shown).toBe(
      '[arms dealer licence]!, [arms]! dealer, [arms]',
    );
  });

  it('lets the words of a term be apart by any white space, but not by other signs or blocks', () => {
    expect(mark('<p>straw\n   purchase straw\u00a0purchases straw, purchase</p>', entry('straw purchase')).shown).toBe(
      '[straw\n   purchase]! [straw\u00a0purchases] straw, purchase',
    );
    expect(mark('<p>straw</p><p>purchase</p>', entry('straw purchase')).shown).toBe('strawpurchase');
  });

  it('finds terms with hyphens and apostrophes as they are written', () => {
    expect(mark('<p>check-point, check point, driver’s licence</p>', entry('check-point'), entry("driver's licence")).shown).toBe(
      '[check-point]!, check point, [driver’s licence]!',
    );
  });

  it('reads capitals such as WHO only as capitals', () => {
    expect(mark('<p>Who says so? The WHO.</p>', entry('WHO')).shown).toBe('Who says so? The [WHO]!.');
  });

  it('leaves headings, links, code, titles of works, and the lists themselves alone', () => {
    const { shown } = mark(
      `<h2>gun</h2><p><a href="#x">gun</a> <code>gun</code> <cite>gun</cite> <term key="gun">gun</term></p>
       <nav><ol><li>gun</li></ol></nav><section class="glossary"><dl><dt>gun</dt><dd>gun</dd></dl></section><section class="sources wide"><p>gun</p></section>
       <figure><figcaption><span class="label">gun</span> a gun</figcaption></figure>`,
      entry('gun'),
    );
    expect(shown).toBe('gungun gun gun [gun]gungungungungun a [gun]!');
  });

  it('marks in emphasis, quotations, lists, cells and notes', () => {
    const { shown } = mark(
      '<ul><li><em>gun</em></li></ul><table><tr><td>gun</td></tr></table><p>x<footnote>gun</footnote></p>',
      entry('gun'),
    );
    expect(shown).toBe('[gun]![gun]x[gun]');
  });

  it('keeps all text and changes nothing where no term stands', () => {
    const { source, root } = mark('<p>One gun.</p><p>No term here.</p>', entry('gun'));
    expect(textOf(root)).toBe(textOf(source));
    expect(root.children[1]).toBe(source.children[1]);
    expect(mark('<p>x</p>').root.children).toHaveLength(1);
  });

  it('reports entries that no text uses, at the entry', () => {
    const { found } = mark('<p>gun</p>', entry('gun'), entry('broker'));
    expect(found).toEqual([
      {
        severity: 'warning',
        code: 'glossary/unused-term',
        message: '"broker" is explained in the glossary but never used',
        hint: expect.any(String),
        span: { file, start: 6, end: 7 },
      },
    ]);
  });

  it('reports a word that two entries claim', () => {
    const { found, shown } = mark('<p>gun, firearm</p>', entry('gun', 'firearm'), entry('firearm'));
    expect(found.map((each) => each.code)).toEqual(['glossary/shared-term', 'glossary/unused-term']);
    expect(shown).toBe('[gun]!, [firearm]');
  });

  it('prefers the word of an entry to the plural of another', () => {
    const { root } = mark('<p>customs</p>', entry('custom'), entry('customs'));
    const p = root.children[0];
    expect(p?.kind === 'element' && p.children[0]).toMatchObject({
      attributes: new Map([
        ['key', 'customs'],
        ['first', ''],
      ]),
    });
  });

  it('finds Arabic words with vowel signs, tatweel, the article and clitics', () => {
    expect(mark('<p>السلاح وسلاح بالسلاح سِلاح سـلاح للسلاح تسلح</p>', entry('سلاح')).shown).toBe(
      '[السلاح]! [وسلاح] [بالسلاح] [سِلاح] [سـلاح] [للسلاح] تسلح',
    );
  });

  it('finds Arabic terms of two words, definite or not', () => {
    const shown = '[الأسلحة النارية]! [وأسلحة نارية] أسلحة';
    expect(mark('<p>الأسلحة النارية وأسلحة نارية أسلحة</p>', entry('أسلحة نارية')).shown).toBe(shown);
    expect(mark('<p>الأسلحة النارية وأسلحة نارية أسلحة</p>', entry('الأسلحة النارية')).shown).toBe(shown);
  });

  it('finds Hebrew words with points and Hindi words with vowel signs', () => {
    expect(mark('<p>שָׁלוֹם שלומות</p>', entry('שלום')).shown).toBe('[שָׁלוֹם]! שלומות');
    expect(mark('<p>पानी साफ़ पानीदार</p>', entry('पानी')).shown).toBe('[पानी]! साफ़ पानीदार');
  });

  it('finds terms inside text without spaces', () => {
    expect(mark('<p>我喝水了。น้ำดื่ม</p>', entry('水'), entry('น้ำ')).shown).toBe('我喝[水]!了。[น้ำ]!ดื่ม');
  });

  it('reads composed and decomposed letters as the same', () => {
    expect(mark('<p>cafe\u0301 Caf\u00e9s</p>', entry('café')).shown).toBe('[cafe\u0301]! [Caf\u00e9s]');
  });

  it('survives terms that are no words, and names of object properties', () => {
    expect(mark('<p>constructor __proto__ 12</p>', entry('…'), entry(''), entry('constructor')).shown).toBe('[constructor]! __proto__ 12');
  });

  it('takes time in proportion to the text, whatever the number of terms', () => {
    const terms = Array.from({ length: 5_000 }, (_, index) => entry(`word${index} of many words`));
    const { shown } = mark(`<p>${'word7 of many things and word9 of many words. '.repeat(20_000)}</p>`, ...terms);
    expect(shown.match(/\[/g)).toHaveLength(20_000);
  });
});
