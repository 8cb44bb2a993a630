/** What is said of pictures, links, headings, tables and languages, with exact places. */
import { describe, expect, it } from 'vitest';
import { bars, findProblems, picture, section, template } from './find-problems.ts';

const codes = (lines: readonly string[]): readonly string[] => lines.map((line) => line.replace(/: .*/, ''));

describe('alternative texts', () => {
  const chartWith = async (alt: string, caption = '') =>
    codes(await findProblems({ ...bars, ...section(`Look:\n\n![${alt}](charts/use.vl.yaml${caption && ` "${caption}"`})`) }));
  const pictureWith = async (alt: string, caption = '') =>
    codes(await findProblems({ ...picture, ...section(`Look:\n\n![${alt}](images/well.png${caption && ` "${caption}"`})`) }));

  it('that say what is shown are fine', async () => {
    expect(await chartWith('Washing takes thirteen times as much as drinking.', 'Water for a day')).toEqual([]);
    expect(await pictureWith('A girl lowers a bucket into a stone well.', 'The well')).toEqual([]);
    expect(await pictureWith('Photography class at the well')).toEqual([]);
  });

  it('are useless as a file name or a word for a picture, in many languages', async () => {
    for (const alt of [
      'well.png',
      'well',
      'images/well.png',
      'IMG_2041.jpeg',
      'Image',
      'Photo.',
      'Una imagen de un pozo',
      'صورة',
      'תמונה',
      'चित्र',
    ])
      expect(await pictureWith(alt), alt).toEqual(['sections/01-start.md:5:1 check/useless-alt']);
    for (const alt of ['use', 'Bar chart', 'gráfico de barras'])
      expect(await chartWith(alt), alt).toEqual(['sections/01-start.md:5:1 check/useless-alt']);
  });

  it('need not say "picture of"', async () => {
    expect(await findProblems({ ...picture, ...section('![A picture of a well](images/well.png)') })).toEqual([
      'sections/01-start.md:3:1 check/useless-alt: the alternative text begins with "A picture of", which screen readers say by themselves (begin with what is shown)',
    ]);
  });

  it('must not repeat the caption, in whatever case and punctuation', async () => {
    expect(await chartWith('water for a day', 'Water for a day')).toEqual(['sections/01-start.md:5:1 check/alt-repeats-caption']);
    expect(await pictureWith('The well, at Oma', '*The well* at Oma.')).toEqual(['sections/01-start.md:5:1 check/alt-repeats-caption']);
    expect(await pictureWith('The well at Oma, with a new pump', 'The well at Oma')).toEqual([]);
  });

  it('of charts have two words at least, and none has more than 250 characters', async () => {
    expect(await chartWith('Growth')).toEqual(['sections/01-start.md:5:1 check/short-alt']);
    expect(await pictureWith('Grandmother')).toEqual([]);
    expect(await pictureWith('A well. '.repeat(31).trim())).toEqual([]);
    expect(await pictureWith('A well. '.repeat(40).trim())).toEqual(['sections/01-start.md:5:1 check/long-alt']);
  });

  it('may be empty in a template for decoration only', async () => {
    const withMarkup = (markup: string) => findProblems({ ...picture, ...bars, ...template(`<h1>Water</h1>\n${markup}\n`) });
    expect(await withMarkup('<p><img src="images/well.png" alt=""/> Text</p>')).toEqual([]);
    expect(codes(await withMarkup('<figure><img src="images/well.png" alt=""/><figcaption>The well</figcaption></figure>'))).toEqual([
      'templates/plain/layout.hbs:2:9 check/empty-alt',
    ]);
    expect(codes(await withMarkup('<figure><chart src="charts/use.vl.yaml" alt=" "/></figure>'))).toEqual([
      'templates/plain/layout.hbs:2:9 check/empty-alt',
    ]);
  });
});

describe('links', () => {
  it('say where they lead', async () => {
    for (const text of ['here', 'Click here', 'read more…', 'this link', 'aquí', 'cliquez ici', 'saiba mais', 'هنا', 'כאן', 'यहाँ']) {
      expect(codes(await findProblems(section(`Look at [${text}](https://example.org).`))), text).toContain(
        'sections/01-start.md:3:9 check/vague-link',
      );
    }
    expect(await findProblems(section('Read [the report of the clinic](https://example.org), or go [to the start](#01-start).'))).toEqual(
      [],
    );
  });

  it('have words, except in the list of sources', async () => {
    expect(await findProblems(section('See <https://example.org/water/report-2026>.'))).toEqual([
      'sections/01-start.md:3:5 check/bare-address: the link "https://example.org/water/report-2026" is read aloud letter by letter (write [words](address), and give readers on paper the address in sources.yaml)',
    ]);
    const sources = { 'sources.yaml': '- id: a\n  title: Report\n  url: https://example.org/water\n' };
    expect(await findProblems({ ...section('As one reads [@a].'), ...sources })).toEqual([]);
    expect(await findProblems(section('Write to <mailto:a@example.org>.'))).toEqual([]);
  });
});

describe('headings', () => {
  it('have words', async () => {
    expect(await findProblems(template('<h1>Water</h1>\n<h2> <span class="number"></span></h2>\n<p>Text</p>'))).toEqual([
      'templates/plain/layout.hbs:2:1 check/empty-heading: <h2> is empty (give it words, or remove it: screen readers announce every heading)',
    ]);
  });
});

describe('tables', () => {
  it('have cells that name rows or columns', async () => {
    expect(codes(await findProblems(section('|   |   |\n|---|---|\n| a | b |\n')))).toEqual([
      'sections/01-start.md:3:1 check/table-without-header',
    ]);
    expect(await findProblems(section('| Way | Time |\n|---|---|\n| a | b |\n'))).toEqual([]);
    const withRows = (rows: string) => findProblems(template(`<h1>Water</h1>\n<table>${rows}</table>`));
    expect(codes(await withRows('<tr><td>a</td><td>b</td></tr>'))).toEqual(['templates/plain/layout.hbs:2:1 check/table-without-header']);
    expect(await withRows('<tr><th>a</th><td>b</td></tr>')).toEqual([]);
  });

  it('have words in each header cell, but for the corner above header cells of rows', async () => {
    expect(await findProblems(section('| Way |  | Time |\n|---|---|---|\n| a | b | c |\n'))).toEqual([
      'sections/01-start.md:3:8 check/empty-header-cell: this header cell is empty, so nothing is read aloud for the cells that it heads (say in a word what they hold; above the first column, what its cells name, as in "Village")',
    ]);
    expect(codes(await findProblems(section('- x\n\n  | |Time| |\n  |-|-|-|\n  |a|b|c|\n')))).toEqual([
      'sections/01-start.md:5:11 check/empty-header-cell',
    ]);
    const withRows = async (rows: string) => codes(await findProblems(template(`<h1>Water</h1>\n<table>\n${rows}\n</table>`)));
    const row = '<tr><th>Up</th><td>1</td></tr>';
    expect(await withRows(`<thead><tr><th></th><th>Wells</th></tr></thead>${row}`)).toEqual([]);
    expect(await withRows(`<tr><th> </th><th>Wells</th></tr>${row}`)).toEqual([]);
    expect(await withRows('<tr><th></th><th></th><th>Wells</th></tr><tr><th>A</th><th>Up</th><td>1</td></tr>')).toEqual([]);
    expect(await withRows('<tr><th></th><th>Wells</th></tr><tr><td>Up</td><td>1</td></tr>')).toEqual([
      'templates/plain/layout.hbs:3:5 check/empty-header-cell',
    ]);
    expect(await withRows(`<tr><th></th><th></th></tr>${row}`)).toEqual(['templates/plain/layout.hbs:3:14 check/empty-header-cell']);
    expect(await withRows(`<tr><th>Village</th><th>Wells</th></tr>${row}<tr><th><b> </b></th><td>2</td></tr>`)).toEqual([
      'templates/plain/layout.hbs:3:74 check/empty-header-cell',
    ]);
    expect(await withRows('<tr><th>Village</th><th><formula tex="x" alt="x"/></th></tr><tr><th>Up</th><td>1</td></tr>')).toEqual([]);
  });

  it('do not arrange parts of the page', async () => {
    const layout = '<h1>Water</h1>\n<table><tr><td><h2>One</h2></td><td><aside>Two</aside></td></tr></table>';
    expect(codes(await findProblems(template(layout)))).toEqual(['templates/plain/layout.hbs:2:1 check/layout-table']);
  });
});

describe('passages in another script', () => {
  it('have a language', async () => {
    expect(await findProblems(section('They call it ماء آمن in Arabic.'))).toEqual([
      'sections/01-start.md:3:14 check/unknown-language: "ماء آمن" is in Arabic letters, which the language `en` is not written in (say its language: write [ماء آمن]{lang=ar})',
    ]);
    expect(await findProblems(section('They call it [ماء آمن]{lang=ar} in Arabic.'))).toEqual([]);
    expect(codes(await findProblems(section('- one\n- **вода** and more')))).toEqual(['sections/01-start.md:4:5 check/unknown-language']);
  });

  it('are more than a sign: letters of formulas, symbols and foreign spellings in Latin letters stay', async () => {
    expect(await findProblems(section('The angle α is π/2, µ is small, Δt is 3 °C → 5 °C, ½ of it; São Tomé, Łódź, Đà Nẵng.'))).toEqual([]);
  });

  it('in Latin letters are sentences and not names', async () => {
    const arabic = (text: string) =>
      findProblems({ 'booklet.yaml': 'title: ماء\nlanguage: ar\n', 'sections/01-start.md': `# البداية\n\n${text}\n` });
    expect(await arabic('تقول World Health Organization إن ذلك آمن، راجع https://example.org/a/b/c/d/e.')).toEqual([]);
    expect(codes(await arabic('كتبوا: Boil all water before use. ثم مضوا.'))).toEqual(['sections/01-start.md:3:8 check/unknown-language']);
  });

  it('that a template prints are found in the file where they were written', async () => {
    const sources = 'title: ماء\nlanguage: ar\n';
    const files = {
      'booklet.yaml': sources,
      'sections/01-start.md': '# البداية\n\nانظر [@a].\n',
      'sources.yaml': '- id: a\n  author: Our Clinic\n  title: Making water safe at home\n',
    };
    expect(codes(await findProblems(files))).toEqual(['sources.yaml:3:10 check/unknown-language']);
    expect(await findProblems({ ...files, 'sources.yaml': `${files['sources.yaml']}  language: en\n` })).toEqual([]);
  });

  it('can be marked as the hint says, wherever they stand', async () => {
    const hintsOf = async (files: Parameters<typeof findProblems>[0]) =>
      (await findProblems(files)).map((line) => line.replace(/^(\S+) .*\((.*)\)$/, '$1 $2'));
    const plain = 'this text takes no marks';
    expect(await hintsOf({ ...section('Text.'), 'booklet.yaml': 'title: كتاب\nobjectives: [Say ماء]\n' })).toEqual([
      `booklet.yaml:1:8 ${plain}: say \`language: ar\` if the whole booklet is in it, or let the template print it in an element with lang="ar"`,
      'booklet.yaml:2:18 say its language: write [ماء]{lang=ar}',
    ]);
    expect(await hintsOf({ 'sections/01-start.md': '# On ماء\n\nText.\n' })).toEqual([
      `sections/01-start.md:1:6 ${plain}: write it in the language of the booklet, and the original as [ماء]{lang=ar} in the text below it`,
    ]);
    expect(await hintsOf({ ...section('A well.'), 'glossary.yaml': '- term: بئر\n  aliases: [well]\n  definition: A hole\n' })).toEqual([
      `glossary.yaml:1:9 ${plain}: write it in the language of the booklet, and the original as \`translations: { ar: … }\``,
    ]);
    expect(await hintsOf({ ...section('See [@a].'), 'sources.yaml': '- id: a\n  title: كتاب\n' })).toEqual([
      'sources.yaml:2:10 say the language of the source: `language: ar`',
    ]);
    expect(await hintsOf(template('<h1>Water</h1>\n<p>Say ماء</p>'))).toEqual([
      'templates/plain/layout.hbs:2:1 say its language in the element around it: lang="ar"',
    ]);
    const marked = template('<h1 lang="ar">{{booklet.title}}</h1>\n<p>Text</p>');
    expect(await findProblems({ ...marked, 'booklet.yaml': 'title: كتاب\ntemplate: plain\n' })).toEqual([]);
  });

  it('are no names of people', async () => {
    expect(await findProblems({ ...section('Text.'), 'booklet.yaml': 'title: Water\nauthors: [محمد علي, Ann]\n' })).toEqual([]);
  });

  it('in code are left alone', async () => {
    expect(await findProblems(section('Type `вода`.\n\n```\nвода\n```'))).toEqual([]);
  });
});
