/** Code in a language: told apart without color, copied as it was written, continued with a sign. */
import { describe, expect, it, vi } from 'vitest';
import { colorCode } from '../../src/engine/color-code.ts';
import { describeStructure } from '../../src/engine/document/describe-document.ts';
import type { TextItem } from '../../src/engine/document/paged-document.ts';
import { highlightCode, languageNames } from '../../src/engine/markup/highlight-code.ts';
import { type CompiledProject, compileProject } from '../support/compile-project.ts';
import { composeSoundTwin } from '../support/compose-twin.ts';
import { runOn } from '../support/read-pdf.ts';

const loaded = vi.hoisted(() => ({ count: 0 }));
vi.mock('../../src/engine/markup/highlight-code.ts', async (original) => {
  loaded.count++;
  return await original<typeof import('../../src/engine/markup/highlight-code.ts')>();
});

const booklet = (text: string, language = 'en') => ({
  'booklet.yaml': `title: Case\nlanguage: ${language}\ntemplate: own\neditions: [student]\n`,
  'templates/own/layout.hbs': '{{#each booklet.sections}}<section id="{{id}}"><h2>{{title}}</h2>{{body}}</section>{{/each}}',
  'templates/own/theme.css': '',
  'sections/01.md': `# Case\n\n${text}\n`,
});

const fence = (language: string, code: string): string => `\`\`\`${language}\n${code}\n\`\`\``;

const textsOf = ({ document }: CompiledProject): readonly TextItem[] =>
  document!.pages
    .flatMap(({ items }) => items.filter((item) => item.kind === 'text'))
    .filter(({ words }) => words[0]?.font.key.includes('code'));

interface DrawnNumber {
  readonly left: number;
  readonly right: number;
  readonly foot: number;
  readonly mark: unknown;
}

/** Numbers of lines: drawings of digits side by side. */
const numbersOf = ({ document }: CompiledProject): readonly DrawnNumber[] =>
  document!.pages.flatMap(({ items }) => {
    const numbers = new Map<number, DrawnNumber>();
    for (const item of items) {
      const path = item.kind === 'drawing' ? item.drawing.items[0] : undefined;
      if (item.kind !== 'drawing' || path?.kind !== 'path') continue;
      const { rect, mark } = item;
      const xs = path.path.coordinates.filter((_, index) => index % 2 === 0).map((x) => rect.x + x);
      const ys = path.path.coordinates.filter((_, index) => index % 2 === 1).map((y) => rect.y + y);
      const before = numbers.get(rect.y);
      const left = Math.min(...xs, before?.left ?? Infinity);
      numbers.set(rect.y, { left, right: Math.max(...xs), foot: Math.max(...ys, before?.foot ?? -Infinity), mark });
    }
    return [...numbers.values()];
  });

const wordsOf = (item: TextItem): string => item.words.map((word) => word.text).join('');

describe('highlightCode', () => {
  it('cuts code into pieces that together are the code', () => {
    const code = 'def f(x):\n\t# less < more & "so"\n\treturn f"{x}" + 1\n';
    const pieces = highlightCode(code, 'python')!;
    expect(pieces.map(({ text }) => text).join('')).toBe(code);
    expect(pieces.find(({ text }) => text === 'def')?.kind).toBe('keyword');
    expect(pieces.find(({ text }) => text.startsWith('#'))).toEqual({ text: '# less < more & "so"', kind: 'comment' });
    expect(pieces.find(({ text }) => text === '1')?.kind).toBe('value');
  });

  it.each(languageNames().map((name) => ({ name })))('loses nothing in $name', ({ name }) => {
    const code = 'a <b c="d">&amp;</b> // x\n# y\n/* z */ "s" \'t\' 1.5e3 {%@$\\} <<E\n--q';
    expect(
      highlightCode(code, name)!
        .map(({ text }) => text)
        .join(''),
    ).toBe(code);
  });
});

describe('code in a booklet', () => {
  it('is told apart by weight, slant and lightness', async () => {
    const project = await compileProject(booklet(fence('python', 'if x: # why\n    y = "z"')));
    expect(project.diagnostics).toEqual([]);
    const fonts = new Map(textsOf(project).map((item) => [wordsOf(item).trim(), item]));
    expect(fonts.get('if')!.words[0]!.font.key).toBe('source-code-pro-700');
    expect(fonts.get('# why')!.words[0]!.font.key).toBe('source-code-pro-400-italic');
    const lightness = (words: string): number => {
      const { red, green, blue } = fonts.get(words)!.color;
      return red + green + blue;
    };
    expect(lightness('"z"')).toBeGreaterThan(lightness('if'));
    expect(lightness('# why')).toBeGreaterThan(lightness('"z"'));
  });

  it('is copied with its spaces and line ends', async () => {
    const code = 'for a in b:\n    if a:\n\tc()';
    const { pdf } = await compileProject(booklet(fence('python', code)), { paints: true });
    const lines = runOn(pdf!, 'pdftotext', '-layout', '-enc', 'UTF-8', '{}', '-');
    expect(lines).toMatch(/( *)for a in b:\n\1 {4}if a:\n\1 {4}c\(\)\n/);
    expect(lines).not.toContain('\u00a0');
  });

  it('counts tabs from the start of the line, and ends without an empty line', async () => {
    const plain = await compileProject({
      ...booklet(''),
      'sections/01.md': '# Case\n\nx\n',
      'templates/own/layout.hbs': '<pre code="c">int\tx;\t/* y */\tz\n</pre>',
    });
    expect(textsOf(plain).map(wordsOf).join('').trimEnd()).toBe('int x;  /* y */ z');
  });

  it('goes on in the next line with a drawn sign, without a warning', async () => {
    const long = `print("${'word '.repeat(40)}")`;
    const project = await compileProject(booklet(fence('python', `x = 1\n${long}`)), { paper: 'a5' });
    expect(project.diagnostics).toEqual([]);
    const signs = project.document!.pages[0]!.items.filter((item) => item.kind === 'shape' && item.path.steps === 'MLLMLL');
    const lines = new Set(textsOf(project).map(({ y }) => y));
    expect(lines.size).toBeGreaterThan(3);
    expect(signs).toHaveLength(lines.size - 2);
    expect(signs.every(({ mark }) => mark === 'layout')).toBe(true);
  });

  it('goes on with a mirrored sign at the right where code runs from right to left', async () => {
    const long = 'word '.repeat(30);
    const layout = ['ltr', 'rtl'].map((direction) => `<pre dir="${direction}">${long}</pre>`).join('');
    const project = await compileProject({ ...booklet(''), 'templates/own/layout.hbs': layout }, { paper: 'a5' });
    const signs = project.document!.pages[0]!.items.flatMap((item) =>
      item.kind === 'shape' && item.path.steps === 'MLLMLL' ? [item.path.coordinates.filter((_, index) => index % 2 === 0)] : [],
    );
    const [fromLeft, fromRight] = [signs[0]!, signs.at(-1)!];
    const sums = fromLeft.map((x, index) => Math.round(x + fromRight[index]!));
    expect(new Set(sums).size).toBe(1);
    const texts = textsOf(project);
    expect(Math.min(...fromRight)).toBeGreaterThan(Math.max(...texts.slice(texts.length / 2).map(({ x, width }) => x + width)));
  });

  it('keeps the indent of a line that goes on', async () => {
    const project = await compileProject(booklet(fence('text', `x = 1\n    print("${'word '.repeat(40)}")`)), { paper: 'a5' });
    expect(textsOf(project).map(wordsOf)[1]).toMatch(/^ {4}print/);
  });

  it('has a line even if its indent is wider than the page', async () => {
    const { diagnostics } = await compileProject(booklet(fence('text', `${' '.repeat(300)}x`)), { paper: 'a5' });
    expect(diagnostics).toEqual([]);
  });

  it('has numbers that stand right-aligned in a column, and a line that goes on has one', async () => {
    const code = `if x:\n\n    print("${'word '.repeat(40)}")\nend`;
    const project = await compileProject(booklet(fence('python {numbers start=8}', code)), { paper: 'a5' });
    expect(project.diagnostics).toEqual([]);
    const numbers = numbersOf(project);
    const lines = [...new Set(textsOf(project).map(({ y }) => y))];
    expect(numbers).toHaveLength(4);
    // 8 and 9 are narrower than 10 and 11.
    expect(numbers.map(({ left }) => Math.round(left - numbers[2]!.left))).toEqual([5, 5, 0, 0]);
    expect(numbers.every(({ right, mark }) => Math.abs(right - numbers[0]!.right) < 1.5 && mark === 'layout')).toBe(true);
    expect(numbers.map(({ foot }) => lines.some((y) => Math.abs(y - foot) < 0.5))).toEqual([true, false, true, true]);
    const text = Math.min(...textsOf(project).map(({ x }) => x));
    expect(text - numbers[0]!.right).toBeGreaterThan(8.5);
  });

  it('is copied and read without its numbers', async () => {
    const { pdf, document } = await compileProject(booklet(fence('text {numbers}', 'alpha\nbeta')), { paints: true });
    expect(runOn(pdf!, 'pdftotext', '-layout', '-enc', 'UTF-8', '{}', '-')).toMatch(/\n *alpha\n *beta\n/);
    expect(describeStructure(document!)).toMatch(/Code\n +"alpha beta"\n/);
  });

  it('goes on counting on the next page, and its numbers can be styled', async () => {
    const files = booklet(fence('text {numbers}', Array.from({ length: 60 }, (_, index) => `line ${index}`).join('\n')));
    const project = await compileProject(
      { ...files, 'templates/own/theme.css': `${files['templates/own/theme.css'] ?? ''} pre::marker { color: #700000; font-size: 6pt }` },
      { paper: 'a5' },
    );
    const pages = project.document!.pages.filter(({ items }) =>
      items.some((item) => item.kind === 'drawing' && JSON.stringify(item.drawing.items).includes(`"red":${0x70 / 255},`)),
    );
    expect(pages.length).toBeGreaterThan(1);
    expect(numbersOf(project)).toHaveLength(60);
  });

  it('takes few bytes for its numbers', async () => {
    const sizeOf = async (info: string): Promise<number> => {
      const code = Array.from({ length: 300 }, (_, index) => `line ${index}`).join('\n');
      return (await compileProject(booklet(fence(info, code)), { paints: true })).pdf!.length;
    };
    expect((await sizeOf('text {numbers start=1000}')) - (await sizeOf('text'))).toBeLessThan(300 * 100);
  });

  it('stands with its numbers at the left in a booklet that does not', async () => {
    const project = await compileProject(booklet(fence('{numbers}', 'x = 1'), 'ar'));
    const [number] = numbersOf(project);
    expect(number!.left).toBeLessThan(project.document!.pages[0]!.contentArea.x + 30);
    expect(number!.right).toBeLessThan(textsOf(project)[0]!.x);
  });

  it('has room for its numbers in a cell', async () => {
    const files = booklet('');
    const project = await compileProject({
      ...files,
      'templates/own/layout.hbs':
        '<table><tr><th>a</th><th>b</th></tr><tr><td><pre numbers="" start="1000">aaaa aaaa</pre></td><td>b</td></tr></table>',
    });
    expect(project.diagnostics).toEqual([]);
    expect(new Set(textsOf(project).map(({ y }) => y)).size).toBe(1);
  });

  it.each([
    ['python {numbers=yes}', '`yes` is not a value for `numbers`'],
    ['python {start=ten}', '`ten` is not a value for `start`'],
    ['python {start=12345}', '`12345` is not a value for `start`'],
    ['python {start}', '`start` has no value'],
    ['python {numbers numbers}', '`numbers` is given twice'],
    ['python {number}', '`number` is not an attribute; did you mean `numbers`?'],
    ['python {nubmers}', '`nubmers`'],
    ['python numbers', 'this is not read'],
    ['python [numbers]', 'this is not read'],
    ['{numbers} python', 'this is not read'],
    ['python {numbers} and more  ', 'this is not read'],
    ['python {number=3}', '`number`'],
    ['python {numbers', 'the attributes are never closed'],
  ])('has a mistake behind its fence: %s', async (info, message) => {
    const { diagnostics } = await compileProject(booklet(fence(info, 'x')));
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]!.message).toContain(message);
    const { span } = diagnostics[0]!;
    expect(info.slice(1)).toContain(span!.file.text.slice(span!.start, span!.end));
  });

  it('may have its braces close behind the language', async () => {
    const project = await compileProject(booklet(fence('python{numbers}', 'x = 1')));
    expect(project.diagnostics).toEqual([]);
    expect(numbersOf(project)).toHaveLength(1);
  });

  it('runs from left to right in a booklet that does not', async () => {
    const project = await compileProject(booklet(fence('python', 'x = 1'), 'ar'));
    expect(textsOf(project)[0]!.x).toBeLessThan(project.document!.pages[0]!.contentArea.x + 30);
  });

  it('is printed plain, with a warning, in a language that nobody knows', async () => {
    const { diagnostics } = await compileProject(booklet(`${fence('pyton', 'x = 1')}\n\n${fence('xyzzy', 'x')}\n\n${fence('text', 'y')}`));
    expect(diagnostics.map(({ message, hint, span }) => `${span!.file.text.slice(span!.start, span!.end)} | ${message} | ${hint}`)).toEqual(
      [
        'pyton | there is no language `pyton` for code, so it is printed plain | did you mean `python`?',
        'xyzzy | there is no language `xyzzy` for code, so it is printed plain | see the manual for the languages, or write `text`',
      ],
    );
  });

  it('is nothing to a booklet without it', async () => {
    vi.resetModules();
    const before = loaded.count;
    await compileProject(booklet(`${fence('', 'x = 1')}\n\n${fence('text', 'y')} and \`z\``));
    const root = { kind: 'element', name: 'body', attributes: new Map(), children: [] } as const;
    expect(await colorCode(root, () => {})).toBe(root);
    expect(loaded.count).toBe(before);
  });

  it('has numbers beside it in the web page, and before its lines in plain text', async () => {
    const files = booklet(fence('python {start=9}', 'if x:\n    y'));
    const html = await composeSoundTwin(files, 'html');
    expect(html).toContain('<div class="twin-code" dir="ltr"><pre aria-hidden="true">9\n10</pre><pre dir="ltr" tabindex="0">');
    expect(await composeSoundTwin(files, 'text')).toContain('\n     9  if x:\n    10      y\n');
  });

  it('has the same marks in the web page', async () => {
    const html = await composeSoundTwin(booklet(fence('python', 'if x: pass # why')), 'html');
    expect(html).toContain('<span class="code-keyword">if</span> x: ');
    expect(html).toContain('<span class="code-comment"># why</span>');
  });
});
