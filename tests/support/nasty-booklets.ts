/**
 * Booklets made of what PDF writers stumble over. Each must come out without problems, conform to PDF/UA-1 and PDF/A-2a
 * (`npm run conformance`) and stand our own checks (tests/pdf).
 */
import type { ProjectFiles } from './memory-workspace.ts';
import { plainPng, seeThroughPng } from './plain-png.ts';

/** A project with one booklet, in `content/booklet` or, for paths without a folder at the top, there by itself. */
export interface NastyBooklet {
  /** What is nasty about it; also a file name. */
  readonly name: string;
  readonly files: ProjectFiles;
  readonly paper: string;
}

const layout =
  '<h1>{{booklet.title}}</h1><contents depth="3"/>{{#each booklet.sections}}<section id="{{id}}"><h2>{{title}}</h2>{{body}}</section>{{/each}}';

/** A booklet whose own template shows the title, `html`, and the sections. */
function ownBooklet(head: string, sections: readonly string[], more: ProjectFiles = {}, html = ''): ProjectFiles {
  return {
    'booklet.yaml': `${head}\ntemplate: own\neditions: [student]\n`,
    'templates/own/layout.hbs': `${layout}${html}`,
    'templates/own/theme.css': '@page { margin: 15mm }\nimg { max-width: 100% }\n',
    ...Object.fromEntries(sections.map((text, index) => [`sections/${String(index + 1).padStart(2, '0')}.md`, text])),
    ...more,
  };
}

const specialSigns: ProjectFiles = {
  'booklet.yaml': `title: 'Salt & "Water" <clean> ]]> ماء पानी Ωλ'
subtitle: 'Less < more & "so" on'
authors: ['Müller & Søn <office>', 'A "B" C']
rights: '© 2026 A & B'
language: en
date: 2026-03-03
audience: '12 > 11'
objectives: ['Say what **&**, < and > are.']
keyFacts: [{ value: '> 80%', label: 'of A & B' }]
`,
  'sections/01-a-and-b.md':
    '# A & B < C > D\n\nAll of it is \\<clean\\> & "quoted" \\(with brackets) \\\\ and [a (link)](https://example.org/a(b)?x=1&y=2).\n',
  'glossary.yaml': '- term: brackets\n  definition: Signs such as ( and ).\n',
  'sources.yaml': '- id: x\n  title: A & B\n  url: https://example.org/?a=1&b=%20ü\n',
};

const links = ownBooklet(
  'title: Links\nlanguage: en',
  [
    `# Links of all kinds

[![A gray square in a link](images/square.png)](https://example.org/picture) and [*a*](#02)[**b**](https://example.org/b), then
[a link that is long enough to run over the end of its line and, since it goes on and on, over the end of the next line as well](https://example.org/long).

- [one](https://example.org/1)
- [two](mailto:somebody@example.org)
- [](#02)

A note with a link.[^n]

[^n]: See [the page](https://example.org/n) and [](#02).

## A heading with [a link](#02) in it

| [head](#02) | b |
|---|---|
| [cell](https://example.org/cell) | d |
`,
    '# The other end\n\n`code` with [`code in a link`](https://example.org/code).\n',
  ],
  { 'images/square.png': plainPng(40, 40) },
);

const tables = ownBooklet(
  'title: Tables\nlanguage: en',
  [
    `# Tables\n\n| Way | Minutes |\n|---|---|\n${Array.from({ length: 60 }, (_, row) => `| Way ${row}${row === 3 ? '[^t]' : ''} | ${row} |`).join('\n')}\n\nTable: Sixty ways\n\n[^t]: A note in a table.\n`,
  ],
  {},
  `<table>
<caption>Two heads</caption>
<thead>
<tr><th rowspan="2" scope="col">Village</th><th colspan="2" scope="colgroup">Dry season</th><th colspan="2" scope="colgroup">Rains</th></tr>
<tr><th scope="col">Wells</th><th scope="col">Springs</th><th scope="col">Wells</th><th scope="col">Springs</th></tr>
</thead>
<tbody>
<tr><th scope="row" rowspan="2">Up<footnote><p>A note in a cell that spans rows.</p></footnote></th><td>1</td><td>2</td><td>3</td><td>4</td></tr>
<tr><td colspan="2">few</td><td></td><td><ul><li>a</li><li>b</li></ul></td></tr>
</tbody>
<tfoot><tr><th scope="row">Sum</th><td>5</td><td>6</td><td>7</td><td>8</td></tr></tfoot>
</table>
<table><tr><td>no head</td><td>at all</td></tr></table>`,
);

const lists = ownBooklet(
  'title: Lists\nlanguage: en',
  [
    `# Lists

1. one

   - two
     3. three
        - four

          A paragraph in four.

   After two.
2. > A quotation as an item.
3. \`\`\`
   code as an item
   \`\`\`

- [ ] a box
- [x] another[^l]
- ![Gray](images/square.png)

[^l]: A list in a note:

    - a
    - b
`,
  ],
  {
    'images/square.png': plainPng(30, 30),
    'templates/own/theme.css': '.grid { display: grid; grid-template-columns: 1fr 1fr }\n.bare { list-style-type: none }\n',
  },
  `<ol type="i" start="4"><li>four</li><li></li><li>six</li></ol><ul class="grid"><li>left</li><li>right <ul><li>inner</li></ul></li></ul>
<ul class="bare"><li>bare</li></ul>
<dl><dt>Well</dt><dt>Spring</dt><dd>Water from <em>below</em>.<p>More.</p></dd><dd><ul><li>deep</li></ul></dd></dl>
<dl><div><dt>Grouped</dt><dd>In a div.</dd></div></dl>`,
);

const pictures = ownBooklet(
  'title: Pictures\nlanguage: en',
  [
    `# Pictures

![A gray veil](images/veil.png "A veil with a caption"){#fig-veil width=50%}

A small one ![Gray dot](images/square.png) in a line, and [](#fig-veil).

| ![Gray cell](images/square.png) | b |
|---|---|
| c | d |
`,
  ],
  { 'images/veil.png': seeThroughPng(300, 120), 'images/square.png': plainPng(40, 40) },
  `<figure><figcaption>The caption stands first</figcaption><img src="images/veil.png" alt="A veil again"/></figure>
<img src="images/square.png" alt=""/><p>Beside <img src="images/square.png" alt=""/> decoration.</p>
<figure><img src="images/square.png" alt=""/><figcaption>A caption of mere decoration</figcaption></figure>
<figure><img src="images/square.png" alt="One square"/><img src="images/square.png" alt="Another square"/><figcaption>Two squares</figcaption></figure>
<figure><table><tr><th scope="col">a</th></tr><tr><td>b</td></tr></table><figcaption>A table in a figure</figcaption></figure>
<figure><blockquote><p>Said so.</p></blockquote><figcaption>A quotation in a figure</figcaption></figure>`,
);

const charts = ownBooklet(
  'title: Charts\nlanguage: en',
  ['# Charts\n\n![Rain rises from 2 to 8 from May to June.](charts/rain.vl.yaml "Rain")\n'],
  {
    'charts/rain.vl.yaml': `data: { values: [{ month: May, rain: 2 }, { month: June, rain: 8 }] }
mark:
  type: bar
  opacity: 0.9
  color: { gradient: linear, x1: 0, y1: 1, x2: 0, y2: 0, stops: [{ offset: 0, color: '#cfe8f3' }, { offset: 1, color: '#0a5c7d' }] }
encoding:
  x: { field: month, type: nominal }
  y: { field: rain, type: quantitative }
`,
  },
);

const arabic = ownBooklet(
  'title: الماء الآمن Safe water\nlanguage: ar',
  [
    `# الماء

قال لهم: *water is life* ثم ذهب.[^م] رقم 123 و45% وبعدها «كلام».

1. أولاً
2. ثانياً مع [رابط](https://example.org/ar)

| الطريقة | minutes |
|---|---|
| الغلي | 1 |

[^م]: ملاحظة with English words في آخرها.
`,
    '# מים\n\nעברית עם English (and brackets) וגם ניקוד: בְּרֵאשִׁית.\n',
  ],
  {},
  '<p lang="he" dir="rtl">שלום <span lang="fr" dir="ltr">à demain</span></p><blockquote lang="en" dir="ltr"><p>A quotation of another direction.</p></blockquote>',
);

const hindi = ownBooklet('title: पानी और स्वास्थ्य\nlanguage: hi', [
  `# क्षेत्र

सभी मनुष्यों को गौरव और अधिकारों के क्षत्रिय शक्ति। श्रीमद्भगवद्गीता, र्क्यों स्त्री कृष्ण द्ध्र्य[^क] उन्हें बुद्धि।

- उबालना
- शुद्ध **पानी** 123

[^क]: टिप्पणी।
`,
]);

const bare: ProjectFiles = { 'booklet.yaml': 'title: Bare\n', 'sections/01.md': '# Only\n\nOne line.\n' };

const inlines = ownBooklet(
  'title: Words\nlanguage: en-GB',
  [
    `# Words\n\nAn *em*, a **strong**, a ~~struck~~ and \`typed\` word.\\\nA new line ... "quoted 'twice'".\n\n---\n\n## Two\n\n### Three\n\n> Said.\n\n\`\`\`\nif a < b:\n\tc\n\`\`\`\n`,
  ],
  {
    'templates/own/theme.css':
      '.loud { text-transform: uppercase; letter-spacing: 2pt }\n.small { font-variant-caps: small-caps }\n.box { background-color: #123456; color: #fff; border: 2pt solid #fedcba; border-radius: 4pt; padding: 4pt }\n',
  },
  `<p class="loud">Loud affluent words</p><aside class="box"><h3>A box</h3><p>In white.</p>bare text</aside>
<p>The <abbr title="World Health Organization">WHO</abbr> said <q>so</q> in <cite>Water</cite>, H<sub>2</sub>O, x<sup>2</sup>, <mark>marked</mark>
<small>small</small> <dfn>defined</dfn> <b>b</b> <i>i</i> <time>today</time> <span lang="es">¿Qué tal?</span> <cite lang="de">Wasser</cite> <checkbox/> box.</p>
<h3>Third</h3><h4>Fourth</h4><h5>Fifth</h5><h6>Sixth</h6><p>Name <leader/></p><answer-lines count="3"/><address>An address</address>`,
);

const notes = ownBooklet('title: Notes\nlanguage: en', [
  `# Notes

Called once^[In place.] and twice.[^long] **Bold^[In bold.]** [linked](https://example.org)^[After a link.].

> Quoted.[^q]

:::note{title="A box"}
- Item.[^i]
:::

[^long]: ${'A long note that goes on over several lines. '.repeat(60)}

[^q]: With a quotation:

    > inside

[^i]: Last.
`,
]);

const long = ownBooklet(
  'title: Two hundred pages\nlanguage: en\ndate: 2026',
  Array.from(
    { length: 50 },
    (_, number) =>
      `# Chapter ${number + 1}\n\n${`${'Water from the well is clear but not always clean, so boil it for one minute. '.repeat(8)}[^n@] See [](#${String(((number * 7) % 50) + 1).padStart(2, '0')}).\n\n- one\n- two\n\n[^n@]: Note.\n\n`
        .repeat(6)
        .split('[^n@]')
        .map((piece, index) => (index === 0 ? piece : `[^n${Math.floor((index - 1) / 2)}]${piece}`))
        .join('')}`,
  ),
);

const rainfall = (
  words: readonly string[],
) => `data: { values: [${words.map((word, at) => `{ month: ${word}, rain: ${1500 + at} }`).join(', ')}] }
mark: bar
encoding: { x: { field: month, type: nominal, title: null, sort: null }, y: { field: rain, type: quantitative, title: mm } }
`;

const heard = ownBooklet(
  'title: Charts for those who listen\nlanguage: en\nchartData: spoken',
  [
    `# Charts\n\n![Rain rises.](charts/rain.vl.yaml "Rain")\n\nBetween two charts.\n\n- An item\n\n  ![Rain rises again.](charts/long.vl.yaml)\n\n| a | b |\n|---|---|\n| c | d |\n\n: A printed table\n`,
  ],
  {
    'charts/rain.vl.yaml': rainfall(['May', 'June', '"July & August"']),
    'charts/long.vl.yaml': rainfall(Array.from({ length: 200 }, (_, at) => `Day${at + 1}`)),
  },
  '<figure><chart src="charts/rain.vl.yaml" alt="One." width="40%"/><chart src="charts/rain.vl.yaml" alt="Two." width="40%"/><figcaption>Pair</figcaption></figure>',
);

const heardInArabic = ownBooklet(
  'title: أرقام لمن يسمع\nlanguage: ar\nchartData: spoken',
  ['# المطر\n\n![يزيد المطر من مايو إلى يوليو.](charts/rain.vl.yaml "المطر في كل شهر")\n\nبعد الرسم.\n'],
  { 'charts/rain.vl.yaml': rainfall(['مايو', 'يونيو', 'يوليو']) },
);

const formulas = ownBooklet('title: Formulas with $a^2$\nlanguage: en\ndate: 2026', [
  String.raw`# Formulas

In text $a^2 + b^2 = c^2$, raised^[In a note $\sqrt{2}$.], *stressed $x$*, linked [to $y$](#eq-roots), and [](#eq-roots).
A long one $a_0 + a_1 + a_2 + a_3 + a_4 + a_5 + a_6 + a_7 + a_8 + a_9 + a_{10} + a_{11} + a_{12} + a_{13} = s$ goes over lines. It costs $5.

$$
x_{1,2} = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}
$$ {#eq-roots}

## With $E = mc^2$ in a heading

- $$\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}$$
- $\ce{2H2 + O2 -> 2H2O}$ {alt="not an attribute"}

| What | $f$ |
|---|---|
| $\pi r^2$ | $$ |

$$\begin{aligned} ${Array.from({ length: 30 }, (_, index) => `a_{${index}} &= b_{${index}} + c_{${index}}`).join(String.raw` \\ `)} \end{aligned}$$ {#eq-long alt="Thirty sums & <signs>"}
`,
]);

/** All of them. */
export const nastyBooklets: readonly NastyBooklet[] = [
  { name: 'special-signs', files: specialSigns, paper: 'a4' },
  { name: 'links', files: links, paper: 'a6' },
  { name: 'tables', files: tables, paper: 'a5' },
  { name: 'lists', files: lists, paper: 'a5' },
  { name: 'pictures', files: pictures, paper: 'letter' },
  { name: 'charts', files: charts, paper: 'a4' },
  { name: 'heard-charts', files: heard, paper: 'a5' },
  { name: 'heard-charts-in-arabic', files: heardInArabic, paper: 'a5' },
  { name: 'arabic-and-hebrew', files: arabic, paper: 'a5' },
  { name: 'hindi', files: hindi, paper: 'a4' },
  { name: 'bare', files: bare, paper: 'a4' },
  { name: 'inlines', files: inlines, paper: 'half-letter' },
  { name: 'notes', files: notes, paper: 'a6' },
  { name: 'formulas', files: formulas, paper: 'a5' },
  { name: 'two-hundred-pages', files: long, paper: 'a6' },
];
