/** What is said of the finished pages: contrast and size of text, colors of charts. */
import { describe, expect, it } from 'vitest';
import { compileProject } from '../../support/compile-project.ts';
import { findProblems, picture, section, template } from './find-problems.ts';

const layout = '<h1>Water</h1>\n<p class="meta">Small print</p>\n<aside class="box"><p>In a box</p></aside>\n<p>More</p>\n';

const contrastOf = async (css: string, markup = layout) =>
  (await findProblems(template(markup, css))).filter((line) => line.includes('check/low-contrast'));

describe('contrast', () => {
  it('names the ratio, the colors, the property and a color that would do', async () => {
    expect(await contrastOf('p.meta { color: #999 }')).toEqual([
      'templates/plain/layout.hbs:2:1 check/low-contrast: this text, "Small print", is hard to read: #999999 on #ffffff has a contrast of 2.8 : 1, and 4.5 : 1 is needed (set `color` of `p.meta` to #757575)',
    ]);
  });

  it('is that of a first line, too, also in what is in it', async () => {
    const lines = await contrastOf('p::first-line { color: #999 }', '<h1>Water</h1>\n<p class="lead">Some <em>marked</em></p>');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('the same in 1 other place (set `color` of `p.lead::first-line` to #757575)');
  });

  it('is that of what is really behind the text: its box, the page, marked words', async () => {
    expect(await contrastOf('aside.box { background-color: #777; } aside.box p { color: #999 }')).toEqual([
      'templates/plain/layout.hbs:3:20 check/low-contrast: this text, "In a box", is hard to read: #999999 on #777777 has a contrast of 1.5 : 1, and 4.5 : 1 is needed (set `color` of `p` to #050505, or change `background-color` of `aside.box`)',
    ]);
    expect(await contrastOf('aside.box { background-color: #333; color: white }')).toEqual([]);
    expect(await contrastOf('@page { background-color: #222 } :root { color: #eee }')).toEqual([]);
    expect((await contrastOf('@page { background-color: #222 }'))[0]).toContain('#000000 on #222222');
    expect((await contrastOf('mark { background-color: #000 }', '<h1>Water</h1>\n<p>Some <mark>marked</mark> words</p>'))[0]).toContain(
      'templates/plain/layout.hbs:2:9 check/low-contrast: this text, "marked", is hard to read: #000000 on #000000 has a contrast of 1 : 1',
    );
  });

  it('takes colors that are half transparent as they are seen', async () => {
    expect((await contrastOf('p.meta { color: rgba(0, 0, 0, 0.4) }'))[0]).toContain('#999999 on #ffffff');
    expect((await contrastOf('aside.box { background-color: rgba(0, 0, 0, 0.8) }'))[0]).toContain('#000000 on #333333');
  });

  it('needs to be 3 : 1 only for 18 pt, or 14 pt in bold', async () => {
    const gray = 'color: #8a8a8a';
    expect(await contrastOf(`p.meta { ${gray}; font-size: 18pt }`)).toEqual([]);
    expect(await contrastOf(`p.meta { ${gray}; font-size: 17.9pt }`)).toHaveLength(1);
    expect(await contrastOf(`p.meta { ${gray}; font-size: 14pt; font-weight: 700 }`)).toEqual([]);
    expect(await contrastOf(`p.meta { ${gray}; font-size: 14pt }`)).toHaveLength(1);
    expect((await contrastOf('p.meta { color: #aaa; font-size: 18pt }'))[0]).toContain('2.3 : 1, and 3 : 1 is needed');
  });

  it('is that of the numbers of lines of code, which are drawn', async () => {
    const code = '<h1>Water</h1>\n<pre numbers="" class="lit">a\nb\nc</pre>\n<div class="dark"><pre numbers="" start="10">d</pre></div>';
    expect(await contrastOf('', code)).toEqual([]);
    expect(await contrastOf('pre::marker { color: #999 }', code)).toEqual([
      'templates/plain/layout.hbs:2:1 check/low-contrast: the number of this line, "1", is hard to read: #999999 on #ffffff has a contrast of 2.8 : 1, and 4.5 : 1 is needed; the same in 2 other places (set `color` of `pre.lit::marker` to #757575)',
      'templates/plain/layout.hbs:5:19 check/low-contrast: the number of this line, "10", is hard to read: #999999 on #ffffff has a contrast of 2.8 : 1, and 4.5 : 1 is needed (set `color` of `pre::marker` to #757575)',
    ]);
    expect(await contrastOf('.dark { background-color: #222; color: white } pre::marker { color: #555 }', code)).toEqual([
      'templates/plain/layout.hbs:5:19 check/low-contrast: the number of this line, "10", is hard to read: #555555 on #222222 has a contrast of 2.1 : 1, and 4.5 : 1 is needed (set `color` of `pre::marker` to #8a8a8a, or change `background-color` of `div.dark`)',
    ]);
    const inTurned = `<h1>Water</h1>\n<table class="dark"><tr>${'<td><pre numbers="">let_us_see = 100</pre></td>'.repeat(9)}</tr></table>`;
    const turned =
      'table { font-size: 11pt } .dark td { background-color: #222; color: white; min-width: 40mm } pre::marker { color: #ccc }';
    expect(await contrastOf(turned, inTurned)).toEqual([]);
    const { document } = await compileProject({ 'booklet.yaml': 'title: Water\n', ...template(inTurned, turned) });
    expect(
      document?.pages.flatMap((page) => page.items).filter((item) => item.kind === 'drawing' && item.isTurned && item.shown),
    ).toHaveLength(9);
  });

  it('is complained about once for each style', async () => {
    const many = `<h1>Water</h1>\n${'<p class="meta">Small print</p>\n'.repeat(4)}<p class="other">Other</p>`;
    const lines = await contrastOf('p.meta, p.other { color: #999 }', many);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('4.5 : 1 is needed; the same in 3 other places (set `color` of `p.meta`');
    expect(lines[1]).toContain('`color` of `p.other`');
  });

  it('is checked in heads and feet of pages, where the stylesheet says what they print', async () => {
    const [line] = await contrastOf('@page {\n  @bottom-center { content: "Page " counter(page); color: #aaa }\n}');
    expect(line).toContain('templates/plain/theme.css:2:');
    expect(line).toContain('the page footer, "Page 1", is hard to read: #aaaaaa on #ffffff');
  });

  it('on a picture is not known', async () => {
    const [line] = await findProblems({
      ...picture,
      ...template('<h1>Water</h1><p><img src="images/well.png" alt="A deep well"/> Text</p>'),
    });
    expect(line).toBeUndefined();
  });
});

const chart = (spec: string) => ({ 'charts/use.vl.yaml': spec, ...section('![Washing takes most of the water.](charts/use.vl.yaml)') });

describe('charts', () => {
  const labelled = (color: string, labelColor: string) =>
    chart(`height: 60
data: { values: [{ use: drinking, litres: 30 }, { use: washing, litres: 40 }] }
encoding:
  x: { field: litres, type: quantitative, title: Litres }
  y: { field: use, type: nominal, title: null }
layer:
  - mark: { type: bar, color: '${color}' }
  - mark: { type: text, align: right, dx: -8, color: '${labelColor}' }
    encoding: { text: { field: use } }
`);

  it('have labels that can be read on their bars, found in the file of the chart', async () => {
    expect(await findProblems(labelled('#0b4a57', 'white'))).toEqual([]);
    expect(await findProblems(labelled('#0b4a57', '#474747'))).toEqual([
      'charts/use.vl.yaml:8:54 check/low-contrast: a label of this chart, "drinking", is hard to read: #474747 on #0b4a57 has a contrast of 1 : 1, and 4.5 : 1 is needed; the same in 1 other place (set `color` of these labels in the chart to #b1b1b1, or change `--chart-1` in the stylesheet)',
    ]);
    expect((await findProblems(labelled('#222222', '#1a1a1a')))[0]).toContain('set `--chart-text` in the stylesheet to ');
  });

  it('have labels that are large enough', async () => {
    const [line] = await findProblems(labelled('#0b4a57', 'white'), { paper: 'a4' });
    expect(line).toBeUndefined();
    const small = labelled('#0b4a57', 'white');
    const lines = await findProblems({
      ...small,
      'charts/use.vl.yaml': small['charts/use.vl.yaml'].replace('type: text,', 'type: text, fontSize: 6,'),
    });
    expect(lines).toEqual([
      'charts/use.vl.yaml:8:35 check/small-text: a label of this chart, "drinking", is 6 pt large, and 8 pt is the least; the same in 1 other place (set `fontSize` of its labels, or `--chart-size` in the stylesheet, to 8pt or more)',
    ]);
  });

  const placeOf = async (files: Parameters<typeof findProblems>[0]) =>
    (await findProblems(files)).map((line) => line.replace(/(check\/[a-z-]+): .* chart, ("[^"]*").*/, '$1 $2'));

  it('are shown where a label gets its color, or else where it is printed, never at its datum', async () => {
    const drawn = (mark: string, x = 'title: Litres', text = '') =>
      chart(`data: { values: [{ use: drinking, litres: 30 }, { use: washing, litres: 40 }] }
encoding:
  x: { field: litres, type: quantitative, ${x} }
  y: { field: use, type: nominal, title: null }
layer:
  - mark: { type: bar, color: ${mark} }${text}
`);
    expect(await placeOf(drawn('black', 'axis: { titleColor: "#aaa" }'))).toEqual(['charts/use.vl.yaml:3:63 check/low-contrast "litres"']);
    expect(await placeOf(drawn('black', 'axis: { labelColor: "#aaa" }'))).toEqual(['charts/use.vl.yaml:3:63 check/low-contrast "0"']);
    const label = '\n  - { mark: { type: text, align: right, dx: -4 }, encoding: { text: { field: use } } }';
    const pale = {
      'booklet.yaml': 'title: Water\ntemplate: plain\n',
      'templates/plain/layout.hbs': '<h1>W</h1>\n{{#each booklet.sections}}{{body}}{{/each}}',
    };
    const withText = (css: string) => ({ ...pale, 'templates/plain/theme.css': css });
    expect(await placeOf({ ...drawn('"#444"', 'axis: null', label), ...withText(':root { --chart-text: #444 }') })).toEqual([
      'charts/use.vl.yaml:7:7 check/low-contrast "drinking"',
    ]);
    expect(await placeOf({ ...drawn('black'), ...withText(':root { --chart-text: #aaa }') })).toEqual([
      'charts/use.vl.yaml:6:5 check/low-contrast "0"',
    ]);
    expect(await placeOf(drawn('black', 'title: Litres of it, axis: { titleOpacity: 0.3 }'))).toEqual([
      'charts/use.vl.yaml:3:50 check/low-contrast "Litres of it"',
    ]);
    expect(
      await placeOf({
        'charts/use.vg.yaml': `height: 40
width: 200
data: [{ name: t, values: [{ use: drinking }] }]
marks:
  - { type: rect, encode: { enter: { width: { value: 200 }, height: { value: 40 }, fill: { value: black } } } }
  - type: text
    from: { data: t }
    encode: { enter: { x: { value: 9 }, y: { value: 20 }, text: { field: use }, fill: { value: '#333' } } }
`,
        ...section('![Drinking takes most.](charts/use.vg.yaml)'),
      }),
    ).toEqual(['charts/use.vg.yaml:8:96 check/low-contrast "drinking"']);
  });

  const grouped = (encoding: string, mark = 'bar', more = '') =>
    chart(`height: 60
data:
  values:
    - { year: 2024, use: drinking, litres: 3, code: d }
    - { year: 2024, use: washing, litres: 40, code: w }
    - { year: 2025, use: drinking, litres: 4, code: d }
    - { year: 2025, use: washing, litres: 44, code: w }
${more ? 'layer:\n  - ' : ''}mark: ${mark}
${more ? '    ' : ''}encoding: { x: { field: litres, type: quantitative }, y: { field: year, type: nominal }, ${encoding} }
${more}`);
  const colorAlone = async (files: Parameters<typeof findProblems>[0]) =>
    (await findProblems(files)).filter((line) => line.includes('check/color-alone'));

  it('do not tell groups apart by color alone', async () => {
    expect(await colorAlone(grouped('color: { field: use, type: nominal }'))).toEqual([
      'charts/use.vl.yaml:9:106 check/color-alone: only color tells the groups of "use" apart (write the names at the marks with a layer `mark: text`, or show "use" a second time: as `x`, `y`, `shape`, `row` or `column`)',
    ]);
    expect((await colorAlone(grouped('color: { field: use }', 'line')))[0]).toContain('or add `strokeDash: { field: use }`');
    expect(await colorAlone(grouped('fill: { field: use, type: nominal }'))).toHaveLength(1);
    expect(await colorAlone(grouped('color: { field: use, type: ordinal }'))).toHaveLength(1);
  });

  it('do not point out by color alone, with a condition', async () => {
    const test = (condition: string, more = '') => `color: { condition: ${condition}, value: silver }${more}`;
    const washing = `{ test: "datum.use === 'washing'", value: black }`;
    expect(await colorAlone(grouped(test(washing)))).toEqual([
      'charts/use.vl.yaml:9:118 check/color-alone: only color tells the groups of "use" apart (write the names at the marks with a layer `mark: text`, or show "use" a second time: as `x`, `y`, `shape`, `row` or `column`)',
    ]);
    expect(await colorAlone(grouped(test(`[{ test: "datum['use'] == 'washing'", value: black }]`)))).toHaveLength(1);
    expect(await colorAlone(grouped(test('{ test: { not: { field: use, equal: washing } }, value: black }')))).toHaveLength(1);
    expect(await colorAlone(grouped(test('{ test: "datum.litres > 9", field: use, type: nominal }')))).toHaveLength(1);
    // What is picked out stands on an axis, is said by a second channel, is no column, or is no color.
    expect(await colorAlone(grouped(test('{ test: "datum.litres > 9", value: black }')))).toEqual([]);
    expect(await colorAlone(grouped(test('{ test: { field: year, equal: 2025 }, value: black }')))).toEqual([]);
    expect(await colorAlone(grouped(test(washing, ', yOffset: { field: use }')))).toEqual([]);
    expect(await colorAlone(grouped(test(washing, ', yOffset: { field: code }')))).toEqual([]);
    expect(
      await colorAlone(
        grouped(test(washing, `, strokeDash: { condition: { test: "datum.use === 'washing'", value: [2, 2] }, value: [] }`)),
      ),
    ).toEqual([]);
    expect(await colorAlone(grouped(test('{ test: "datum.some > 9", value: black }')))).toEqual([]);
    expect(await colorAlone(grouped(`opacity: { condition: ${washing.replace('black', '1')}, value: 0.5 }`))).toEqual([]);
  });

  const vega = (marks: string) =>
    colorAlone({
      'charts/use.vg.yaml': `width: 200
height: 80
data:
  - name: use
    values: [{ year: 1, use: a, litres: 3, code: x }, { year: 1, use: b, litres: 4, code: y }, { year: 2, use: a, litres: 5, code: x }, { year: 2, use: b, litres: 6, code: y }]
  - { name: later, source: use, transform: [{ type: filter, expr: datum.year > 1 }] }
scales:
  - { name: x, type: linear, domain: { data: use, field: litres }, range: width }
  - { name: y, type: point, domain: { data: use, field: year }, range: height }
  - { name: use, type: ordinal, domain: { data: use, field: use }, range: category }
  - { name: deep, type: linear, domain: { data: use, field: litres }, range: ['#ccc', '#000'] }
marks:
${marks}
`,
      ...section('![Washing takes most of the water.](charts/use.vg.yaml)'),
    });
  const placed = 'x: { scale: x, field: litres }, y: { scale: y, field: year }';
  const points = (more: string, data = 'use', type = 'symbol') =>
    `  - { type: ${type}, from: { data: ${data} }, encode: { enter: { ${placed}, ${more} } } }`;
  const fill = 'fill: { scale: use, field: use }';

  it('in Vega do not tell groups apart by color alone', async () => {
    expect(await vega(points(fill))).toEqual([
      'charts/use.vg.yaml:13:123 check/color-alone: only color tells the groups of "use" apart (write the names at the marks with a mark of the type `text`, or show "use" a second time: as `x`, `y` or `shape`)',
    ]);
    expect(await vega(points(fill, 'later'))).toHaveLength(1);
    expect(await vega(points(`fill: [{ test: "datum.use === 'a'", value: black }, { value: gray }]`))).toHaveLength(1);
    const series = (color: string) =>
      `  - type: group\n    from: { facet: { name: one, data: use, groupby: use } }\n    marks:\n    ${points(color, 'one', 'line')}`;
    expect((await vega(series('stroke: { scale: use, field: use }')))[0]).toContain('add `strokeDash` through a scale of its own');
    expect(await vega(series('stroke: { scale: use, field: use }, strokeDash: { scale: use, field: use }'))).toEqual([]);
  });

  it('in Vega may color what something else says too', async () => {
    expect(await vega(points(`${fill}, shape: { scale: use, field: use }`))).toEqual([]);
    expect(await vega(points(`${fill}, size: { field: code }`))).toEqual([]);
    expect(await vega(points('fill: { scale: deep, field: litres }'))).toEqual([]);
    expect(await vega(points('fill: { scale: use, field: year }'))).toEqual([]);
    expect(await vega(points('fill: [{ test: datum.litres > 4, value: black }, { value: gray }]'))).toEqual([]);
    const words = points('text: { field: use }, fill: { value: black }', 'use', 'text');
    expect(await vega(`${points(fill)}\n${words}`)).toEqual([]);
    const grouped = `  - type: group
    from: { facet: { name: one, data: use, groupby: use } }
    encode: { enter: { y: { scale: use, field: use } } }
    marks:
    ${points(fill, 'one')}`;
    expect(await vega(grouped)).toEqual([]);
  });

  it('may color what something else says too', async () => {
    const color = 'color: { field: use, type: nominal }';
    for (const second of [
      'yOffset: { field: use }',
      'row: { field: use }',
      'shape: { field: use }',
      'strokeDash: { field: use }',
      'yOffset: { field: code }',
    ])
      expect(
        await colorAlone(
          grouped(`${color}, ${second}`, second.startsWith('shape') ? 'point' : second.startsWith('strokeDash') ? 'line' : 'bar'),
        ),
        second,
      ).toEqual([]);
    expect(await colorAlone(grouped('color: { field: litres, type: quantitative }'))).toEqual([]);
    expect(await colorAlone(grouped('color: { value: red }'))).toEqual([]);
  });

  it('may name groups beside their marks', async () => {
    const label = (field: string) =>
      `  - mark: text\n    encoding: { x: { field: litres, type: quantitative }, y: { field: year, type: nominal }, text: { field: ${field} } }\n`;
    expect(await colorAlone(grouped('color: { field: use, type: nominal }', 'bar', label('use')))).toEqual([]);
    expect(await colorAlone(grouped('color: { field: use, type: nominal }', 'bar', label('litres')))).toHaveLength(1);
  });
});

describe('sizes of text', () => {
  const sizesOf = async (css: string, markup = layout) =>
    (await findProblems(template(markup, css))).filter((line) => line.includes('check/small-text'));

  it('are 8 pt at least', async () => {
    expect(await sizesOf('p.meta { font-size: 8pt }')).toEqual([]);
    expect(await sizesOf('p.meta { font-size: 7.5pt }')).toEqual([
      'templates/plain/layout.hbs:2:1 check/small-text: this text, "Small print", is 7.5 pt large, and 8 pt is the least (set `font-size` of `p.meta` to 8pt or more)',
    ]);
    expect((await sizesOf('aside.box { font-size: 6pt }'))[0]).toContain('set `font-size` of `aside.box`');
  });

  it('are 7 pt at least in footnotes and in heads and feet of pages', async () => {
    const noted = '<h1>Water</h1>\n<p>Text<footnote>A note</footnote></p>';
    expect(await sizesOf('footnote { font-size: 7pt } @page { @top-left { content: "Water"; font-size: 7pt } }', noted)).toEqual([]);
    const lines = await sizesOf('footnote { font-size: 6pt } @page { @top-left { content: "Water"; font-size: 6pt } }', noted);
    expect(lines).toHaveLength(2);
    expect(lines.join('\n')).toContain('the page header, "Water", is 6 pt large, and 7 pt is the least');
    expect(lines.join('\n')).toMatch(/layout\.hbs:2:8 check\/small-text: this text, ".*", is 6 pt large, and 7 pt is the least/);
  });

  it('are 7 pt at least in the numbers of lines of code', async () => {
    const code = '<h1>Water</h1>\n<pre numbers="">a\nb</pre>';
    expect(await sizesOf('pre { font-size: 9pt } pre::marker { font-size: 7pt }', code)).toEqual([]);
    expect(await sizesOf('pre { font-size: 9pt } pre::marker { font-size: 6pt }', code)).toEqual([
      'templates/plain/layout.hbs:2:1 check/small-text: the number of this line, "1", is 6 pt large, and 7 pt is the least; the same in 1 other place (set `font-size` of `pre::marker` to 7pt or more)',
    ]);
  });

  it('do not count for raised and lowered letters', async () => {
    expect(await sizesOf('sup, sub { font-size: 6pt }', '<h1>Water</h1>\n<p>H<sub>2</sub>O, m<sup>2</sup></p>')).toEqual([]);
  });
});
