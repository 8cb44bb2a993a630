/** Tables of the numbers in charts, as they reach the page. */
import { describe, expect, it } from 'vitest';
import { describePages, textOfItem } from '../../src/engine/document/describe-document.ts';
import type { PagedDocument, TextItem } from '../../src/engine/document/paged-document.ts';
import { describeStructure } from '../../src/engine/index.ts';
import { compileProject, compileSound, paintSound } from '../support/compile-project.ts';
import { composeSoundTwin } from '../support/compose-twin.ts';
import { readText } from '../support/read-document.ts';
import { runOn, textByPoppler } from '../support/read-pdf.ts';

const chart = `height: 60
data: { values: [{ way: Boiling, minutes: 1.5, year: 2024 }, { way: Chlorine, minutes: 3000, year: 2025 }] }
mark: bar
encoding:
  y: { field: way, type: nominal, title: Way }
  x: { field: minutes, type: quantitative, title: Minutes }
  opacity: { field: year, type: ordinal, title: Year }
`;

const booklet = (more: string, attributes: string, markdown = '') => ({
  'booklet.yaml': `title: Water\n${more}`,
  'charts/wait.vl.yaml': chart,
  'sections/01-start.md': `# Start\n\nBefore.\n\n![Chlorine takes far longer than boiling.](charts/wait.vl.yaml "How long to wait")${attributes}\n\nAfter.\n${markdown}`,
});

const blocksOf = async (files: ReturnType<typeof booklet>) => readText(await compileSound(files)).blocks.map(({ text }) => text.trim());
const numbers = ['Table 1 The numbers in this chart', 'Way', 'Minutes', 'Year', 'Boiling', '1.5', '2024', 'Chlorine', '3,000', '2025'];

/** What stands between two texts, both included. */
function between(blocks: readonly string[], first: string, last: string): readonly string[] {
  return blocks.slice(blocks.indexOf(first), blocks.indexOf(last) + 1);
}

describe('the numbers of a chart', () => {
  it('are not printed unless somebody wants them', async () => {
    expect((await blocksOf(booklet('', ''))).join(' ')).not.toContain('Chlorine');
    expect((await blocksOf(booklet('chartData: beside\n', '{data=none}'))).join(' ')).not.toContain('Chlorine');
  });

  it('stand right after the chart, as a table with a number', async () => {
    for (const files of [booklet('chartData: beside\n', ''), booklet('', '{#fig-wait data=beside}')]) {
      const blocks = await blocksOf(files);
      expect(between(blocks, numbers[0]!, 'After.')).toEqual([...numbers, 'After.']);
    }
  });

  it('are tagged with header cells for columns and rows', async () => {
    const tags = describeStructure(await compileSound(booklet('chartData: beside\n', '')));
    expect(tags.match(/\bTH\b/g)).toHaveLength(5);
    expect(tags.match(/\bTD\b/g)).toHaveLength(4);
  });

  it('stand in an appendix that the contents list, each table with the name of its chart', async () => {
    const blocks = await blocksOf(booklet('chartData: appendix\n', '{#fig-wait}'));
    expect(blocks.filter((block) => /^The numbers in the charts/.test(block)).length).toBe(2);
    expect(blocks.find((block) => block.startsWith('Table 1'))).toMatch(/^Table 1 The numbers in this chart: Figure 1 on page \d+$/);
    const unnamed = await blocksOf(booklet('chartData: appendix\n', ''));
    expect(unnamed.find((block) => block.startsWith('Table 1'))).toBe('Table 1 The numbers in this chart: How long to wait');
  });

  it('are written as the language of the booklet writes them', async () => {
    const blocks = await blocksOf(booklet('language: es\nchartData: beside\n', ''));
    expect(blocks).toContain('1,5');
    expect(blocks).toContain('Tabla 1 Los números de esta gráfica');
  });

  it('are in the language of their chart, under words in that of the booklet', async () => {
    const note = (attributes: string) => `\n:::note{lang=es title="Agua"}\n![El cloro tarda más.](charts/wait.vl.yaml)${attributes}\n:::\n`;
    const files = booklet('', '', note('{data=beside}') + note('{data=appendix}'));
    const tags = describeStructure(await compileSound(files));
    expect(tags).toMatch(/ Table\n +Caption language="en"\n +"Table 1 The numbers in this chart"\n/);
    expect(tags).toMatch(
      / Table language="es"\n +Caption language="en"\n +"Table 2 The numbers in this chart: "\n +Span language="es"\n +"El cloro tarda más."\n/,
    );
    expect(tags.match(/"1,5"/g)).toHaveLength(2);
    const html = await composeSoundTwin(files, 'html');
    expect(html).toContain('<caption lang="en"><span class="label">Table 1</span> The numbers in this chart</caption>');
    expect(html).toMatch(
      /<table class="chart-data" lang="es">\s*<caption lang="en">.*: <span lang="es">El cloro tarda más.<\/span><\/caption>/,
    );
    expect(await composeSoundTwin(files, 'text')).toMatch(
      /Table 2: The numbers in this chart: El cloro tarda más\.\n\nWay +Minutes +Year\n[- ]+\nBoiling +1,5 +2024\nChlorine +3000 +2025/,
    );
  });

  it('have a row without a name where the data has none', async () => {
    const files = booklet('chartData: beside\n', '');
    const nameless = { ...files, 'charts/wait.vl.yaml': chart.replace('way: Chlorine', 'way: null') };
    const { diagnostics, document } = await compileProject(nameless);
    expect(diagnostics).toEqual([]);
    expect(describeStructure(document!).match(/\bTH scope="Row"/g)).toHaveLength(1);
  });

  it('stand in a list item, after the chart there', async () => {
    const inItem = booklet('', '', '\n- An item\n\n  ![Chlorine takes far longer than boiling.](charts/wait.vl.yaml){data=beside}\n');
    expect(await blocksOf(inItem)).toContain('Table 1 The numbers in this chart');
  });

  describe('for those who listen', () => {
    const spoken = booklet('chartData: spoken\n', '');

    it('are read after the figure, without a number', async () => {
      const blocks = await blocksOf(spoken);
      const words = ['The numbers in this chart', ...numbers.slice(1)];
      expect(between(blocks, words[0]!, 'After.')).toEqual([...words, 'After.']);
    });

    it('change nothing of what is seen', async () => {
      const [without, heard] = await Promise.all([booklet('', ''), spoken].map((files) => compileSound(files)));
      const seen = (document: PagedDocument) =>
        describePages(document)
          .split('\n')
          .filter((line) => !/ invisible #\d+$/.test(line))
          .map((line) => line.replace(/#\d+$/, 'read'));
      expect(describePages(heard!)).toContain(' invisible #');
      expect(seen(heard!)).toEqual(seen(without!));
    });

    it('lie over the chart, each row below the one before', async () => {
      const { pages } = await compileSound(spoken);
      const { items } = pages.find((page) => page.items.some((item) => item.kind === 'drawing'))!;
      const { rect } = items.find((item) => item.kind === 'drawing')!;
      const cells = items.filter((item) => item.kind === 'text' && item.isInvisible === true) as readonly TextItem[];
      expect(cells.map(textOfItem)).toEqual(['The numbers in this chart', ...numbers.slice(1)]);
      for (const { x, y, width } of cells) {
        expect(x).toBeGreaterThanOrEqual(rect.x - 0.01);
        expect(x + width).toBeLessThanOrEqual(rect.x + rect.width + 0.01);
        expect(y).toBeGreaterThan(rect.y);
        expect(y).toBeLessThan(rect.y + rect.height);
      }
      expect([...new Set(cells.map(({ y }) => y))]).toHaveLength(4);
      expect(cells.map(({ y }) => y)).toEqual(cells.map(({ y }) => y).sort((one, other) => one - other));
    });

    it('are found by poppler row by row, and painted by nobody', async () => {
      const [without, heard] = await Promise.all([booklet('', ''), spoken].map((files) => paintSound(files)));
      expect(textByPoppler(heard!)).toMatch(/^Chlorine 3,000 2025$/m);
      expect(textByPoppler(without!)).not.toMatch(/3,000\s+2025/);
      const looks = (pdf: Uint8Array) => runOn(pdf, 'pdftoppm', '-r', '50', '{}');
      expect(looks(heard!) === looks(without!)).toBe(true);
    });

    it('are hidden from the eye on the web page and printed in the plain text', async () => {
      const html = await composeSoundTwin(spoken, 'html');
      expect(html).toMatch(/<div class="twin-unseen">\s*<table class="chart-data">\s*<caption>The numbers in this chart<\/caption>/);
      expect(html).not.toMatch(/twin-unseen[^>]*tabindex/);
      expect(await composeSoundTwin(spoken, 'text')).toMatch(
        /The numbers in this chart\n\nWay +Minutes +Year\n[- ]+\nBoiling +1\.5 +2024\nChlorine +3,000 +2025/,
      );
    });

    it('cannot be asked for in a template by any table', async () => {
      const { diagnostics } = await compileProject({
        ...booklet('template: own\n', ''),
        'templates/own/layout.hbs': '<h1>x</h1><table spoken=""><tr><th>a</th></tr></table>',
      });
      expect(diagnostics.map(({ code }) => code)).toContain('markup/unknown-attribute');
    });
  });

  it('are too many for a table when they are many', async () => {
    const rows = Array.from({ length: 201 }, (_, index) => `{ way: "${index}", minutes: ${index}, year: 2024 }`).join(', ');
    const files = booklet('', '{data=beside}');
    const long = { ...files, 'charts/wait.vl.yaml': chart.replace(/\[.*\]/, `[${rows}]`).replace('height: 60', 'height: 500') };
    const { diagnostics } = await compileProject(long);
    const found = diagnostics.find(({ code }) => code === 'picture/long-chart-data');
    expect(found?.message).toBe('the data of this chart has 201 rows, and a table has at most 200');
    expect(found?.span?.file.path).toBe('content/booklet/sections/01-start.md');
  });

  it('have a place that exists', async () => {
    const { diagnostics } = await compileProject(booklet('chartData: besides\n', '{data=under}'));
    expect(diagnostics.map(({ code }) => code)).toEqual(['content/unknown-name', 'content/invalid-attribute']);
  });
});
