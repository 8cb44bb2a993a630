/** Formulas of a booklet: set once, found again, placed in lines and on lines of their own. */
import { describe, expect, it, vi } from 'vitest';
import { describePages, describeStructure } from '../../src/engine/document/describe-document.ts';
import type { DrawingItem } from '../../src/engine/document/paged-document.ts';
import { compileProject } from '../support/compile-project.ts';
import { composeSoundTwin, visibleText } from '../support/compose-twin.ts';
import { memoryStore } from '../support/memory-store.ts';
import { textByPdfjs, textByPoppler } from '../support/read-pdf.ts';

const loaded = vi.hoisted(() => ({ count: 0 }));
vi.mock('../../src/engine/drawing/set-formula.ts', async (original) => {
  loaded.count++;
  return await original<typeof import('../../src/engine/drawing/set-formula.ts')>();
});

const booklet = (text: string, head = 'language: en') => ({
  'booklet.yaml': `title: Case\n${head}\ntemplate: own\neditions: [student]\n`,
  'templates/own/layout.hbs': '{{#each booklet.sections}}<section id="{{id}}"><h2>{{title}}</h2>{{body}}</section>{{/each}}',
  'templates/own/theme.css': 'p { text-align: justify; color: #333 }',
  'sections/01.md': `# Case\n\n${text}\n`,
});

const drawingsOf = (project: Awaited<ReturnType<typeof compileProject>>): readonly DrawingItem[] =>
  project.document!.pages.flatMap((page) => page.items.filter((item) => item.kind === 'drawing'));

describe('formulas of a booklet', () => {
  it('are kept, and then MathJax is not even loaded', async () => {
    const drawings = memoryStore<string>();
    const files = booklet('Here $a^2$, there $a^2$, and\n\n$$b$$');
    const first = await compileProject(files, { drawings });
    expect(drawings.writes()).toBe(2);
    expect(loaded.count).toBe(1);
    vi.resetModules();
    const again = await compileProject(files, { drawings });
    expect(loaded.count).toBe(1);
    expect(drawings.writes()).toBe(2);
    expect(describePages(again.document!)).toBe(describePages(first.document!));
    expect(drawingsOf(again).map(({ drawing }) => drawing)).toEqual(drawingsOf(first).map(({ drawing }) => drawing));
  });

  it('are not looked for in a booklet without any', async () => {
    const drawings = memoryStore<string>();
    const before = loaded.count;
    await compileProject(booklet('It costs $5 and $6.'), { drawings });
    expect([loaded.count, drawings.writes()]).toEqual([before, 0]);
  });

  it('stand on the baseline of their line, in its size and color', async () => {
    const project = await compileProject(booklet('The leg $y$ is short.'));
    expect(project.diagnostics).toEqual([]);
    const [item] = drawingsOf(project);
    const words = project.document!.pages[0]!.items.findLast(
      (other) => other.kind === 'text' && other.words.some((word) => word.text === 'leg'),
    );
    if (words?.kind !== 'text') throw new Error('the words are missing');
    expect(item!.copied).toMatchObject({ text: 'y', y: words.y, size: words.size });
    // The letter descends by 0.205 em, and the drawing goes a quarter of an em further.
    expect(item!.rect.y + item!.rect.height - words.y).toBeCloseTo((0.205 + 0.25) * words.size, 1);
    const [shape] = item!.drawing.items;
    expect(shape).toMatchObject({ kind: 'path', fill: words.color });
  });

  it('are divided where lines end, and then begin the next line without a space', async () => {
    const sum = Array.from({ length: 40 }, (_, index) => `a_{${index}}`).join(' + ');
    const project = await compileProject(booklet(`We add $${sum}$ and stop.`), { paper: 'a6' });
    expect(project.diagnostics).toEqual([]);
    const items = drawingsOf(project);
    const lines = new Map<number, DrawingItem[]>();
    for (const item of items) lines.set(Math.round(item.rect.y), [...(lines.get(Math.round(item.rect.y)) ?? []), item]);
    expect(lines.size).toBeGreaterThan(3);
    const { contentArea } = project.document!.pages[0]!;
    for (const [index, line] of [...lines.values()].entries()) {
      const last = line.at(-1)!;
      const margin = 0.25 * 10.5;
      if (index > 0) expect(line[0]!.rect.x + margin).toBeCloseTo(contentArea.x, 1);
      // Justified: the operator at the end of the line stands at its very edge.
      if (index < lines.size - 1) expect(last.rect.x + last.rect.width - margin).toBeLessThan(contentArea.x + contentArea.width + 0.5);
    }
    expect(items.filter((item) => item.copied?.text !== '')).toHaveLength(1);
  });

  it('are too wide for their line with a warning, and displayed ones that no line can divide are made smaller first', async () => {
    const rootOf = (terms: number): string => `\\sqrt{${'x+'.repeat(terms)}1}`;
    const text = `In text $${rootOf(40)}$.\n\n$$${rootOf(40)}$$\n\n$$${rootOf(9)}$$ {#eq-a}`;
    const problems = await compileProject(booklet(text), { paper: 'a6' });
    expect(problems.diagnostics.map(({ code, span }) => `${code} ${span?.file.text.slice(span.start, span.start + 2)}`)).toEqual([
      'layout/wide-formula $\\',
      'layout/wide-formula $$',
    ]);
    const { contentArea } = problems.document!.pages[0]!;
    const numbered = drawingsOf(problems).at(-1)!;
    expect(numbered.copied!.size).toBeLessThan(10.5);
    expect(numbered.copied!.size).toBeGreaterThan(0.7 * 10.5);
    expect(numbered.rect.width).toBeLessThan(contentArea.width);
  });

  it('are broken before they are made smaller, in their color, with the number behind the last line', async () => {
    const sum = `s = ${Array.from({ length: 30 }, (_, index) => `a_{${index}}`).join(' + ')}`;
    const css = { 'templates/own/theme.css': 'formula { color: #a00 }' };
    const { document, diagnostics } = await compileProject({ ...booklet(`$$${sum}$$ {#eq-a}`), ...css }, { paper: 'a6' });
    expect(diagnostics).toEqual([]);
    const page = document!.pages[0]!;
    const items = page.items.filter((item) => item.kind === 'drawing');
    expect(items.length).toBeGreaterThan(20);
    expect(new Set(items.map(({ copied }) => copied!.size))).toEqual(new Set([10.5]));
    expect(items.map(({ copied }) => copied!.text).filter((text) => text !== '')).toEqual([sum]);
    for (const shape of items.flatMap(({ drawing }) => drawing.items))
      expect(shape).toMatchObject({ fill: { red: 0xaa / 255, green: 0, blue: 0 } });
    const baselines = [...new Set(items.map(({ copied }) => copied!.y))];
    expect(baselines.length).toBeGreaterThan(2);
    // Whoever marks the text marks the whole first line.
    const endOfLine = items.findLast(({ copied }) => copied!.y === baselines[0])!.copied!;
    expect(items[0]!.copied!.x + items[0]!.copied!.width).toBeCloseTo(endOfLine.x + endOfLine.width, 6);
    const number = page.items.find((item) => item.kind === 'text' && item.words.some(({ text }) => text.includes('1')) && item.y < 300);
    expect(number).toMatchObject({ y: baselines.at(-1) });
  });

  it('are broken from left to right in a booklet that runs from right to left', async () => {
    const sum = `s = ${'x + '.repeat(40)}1`;
    const { document, diagnostics } = await compileProject(booklet(`$$${sum}$$`, 'language: ar'), { paper: 'a6' });
    expect(diagnostics).toEqual([]);
    const items = document!.pages[0]!.items.filter((item) => item.kind === 'drawing');
    const baselines = [...new Set(items.map(({ copied }) => copied!.y))];
    const [first, ...others] = baselines.map((y) => items.flatMap(({ copied }) => (copied!.y === y ? [copied!.x] : [])));
    for (const line of [first!, ...others]) expect(line).toEqual([...line].sort((one, other) => one - other));
    // The operator stands to the right of the relation: the second piece of the first line.
    for (const line of others) expect(line[0]).toBeGreaterThan(first![1]!);
  });

  it('are found broken in what was kept', async () => {
    const drawings = memoryStore<string>();
    const files = booklet(`$$s = ${'x + '.repeat(40)}1$$`);
    const first = await compileProject(files, { drawings, paper: 'a6' });
    const again = await compileProject(files, { drawings, paper: 'a6' });
    expect(drawings.writes()).toBe(1);
    expect(describePages(again.document!)).toBe(describePages(first.document!));
    expect(new Set(drawingsOf(again).map(({ copied }) => copied!.y)).size).toBeGreaterThan(2);
  });

  it('point at their mistakes in the file', async () => {
    const { diagnostics } = await compileProject(booklet('> A formula:\n>\n> $$\n> a\n> $$\n\nSo $x + \\alpah$.\n\n$$\n\\frac{1}{2\n$$'));
    expect(diagnostics.map(({ message, span }) => `${message} | ${span!.file.text.slice(span!.start, span!.end)}`)).toEqual([
      'unknown command `\\alpah`; did you mean `\\alpha`? | \\alpah',
      'this brace is never closed | {',
    ]);
  });

  it('are numbered in the digits of the language, with the number where lines end', async () => {
    const files = booklet('انظر [](#eq-b).\n\n$$a$$ {#eq-a}\n\n$$b$$ {#eq-b}', 'language: ar');
    const { document, diagnostics } = await compileProject(files);
    expect(diagnostics).toEqual([]);
    const texts = document!.pages[0]!.items.flatMap((item) =>
      item.kind === 'text' ? [{ x: item.x, text: item.words.map((word) => word.text).join('') }] : [],
    );
    expect(texts.find(({ text }) => text.includes('(') && text.includes('١'))!.x).toBeCloseTo(document!.pages[0]!.contentArea.x, 0);
    expect(await composeSoundTwin(files, 'text')).toContain('(٢)');
  });

  it('are copied as their LaTeX, however long', async () => {
    const tex = String.raw`x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}`;
    const sum = Array.from({ length: 30 }, (_, index) => `a_{${index}}`).join(' + ');
    const { pdf } = await compileProject(booklet(`We have $${tex}$ here.\n\n$$${sum}$$`), { paints: true });
    for (const text of [textByPoppler(pdf!), await textByPdfjs(pdf!)]) {
      const joined = text.replace(/\s+/g, ' ');
      expect(joined).toContain(`We have ${tex} here.`);
      expect(joined.replaceAll(' ', '')).toContain(sum.replaceAll(' ', ''));
    }
  });

  it('speak chemistry in the language around them, from the cache as well', async () => {
    const drawings = memoryStore<string>();
    const files = booklet('Fire is $\\ce{C + O2 -> CO2}$.\n\n::: note {lang=fr}\nLe feu : $\\ce{C + O2 -> CO2}$.\n:::\n\n$\\ce{Fe^{III}}$');
    for (let build = 0; build < 2; build++) {
      const { document } = await compileProject(files, { drawings });
      const tags = describeStructure(document!);
      expect(tags).toContain('Formula alt="C plus O 2 gives C O 2"');
      expect(tags).toContain('Formula alt="C plus O 2 donne C O 2"');
      expect(tags).toContain('Formula alt="\\\\ce{Fe^{III}}"');
    }
    expect(await composeSoundTwin(files, 'html')).toContain('<math alttext="C plus O 2 gives C O 2">');
  });

  it('are MathML in the web page and LaTeX in the plain text', async () => {
    const files = booklet('We have $a^2$, and by [](#eq-b)\n\n$$\nb =\n c\n$$ {#eq-b alt="b is c"}');
    const html = await composeSoundTwin(files, 'html');
    expect(html).toContain('<math alttext="a squared"><msup><mi>a</mi><mn>2</mn></msup></math>');
    expect(html).toContain('<div class="twin-formula" id="eq-b"><math alttext="b is c" display="block">');
    expect(visibleText(html)).toContain('Equation 1');
    const text = await composeSoundTwin(files, 'text');
    expect(text).toContain('We have a^2, and by Equation 1');
    expect(text).toContain('\n    b = c  (1)\n');
  });
});
