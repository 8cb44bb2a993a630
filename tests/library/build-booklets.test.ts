/** The library: what a program gets that builds booklets. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OutputFailure } from '../../src/host/write-output.ts';
import { build, check, WrongUsage } from '../../src/index.ts';

let project: string;

const booklet = (name: string, yaml = 'title: Good\nlanguage: en\neditions: [student, facilitator]\n'): void => {
  const folder = join(project, 'content', name);
  mkdirSync(join(folder, 'sections'), { recursive: true });
  writeFileSync(join(folder, 'booklet.yaml'), yaml);
  writeFileSync(join(folder, 'sections', '01-one.md'), '# One\n\nA paragraph.\n');
};

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'octavo-'));
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

describe('build', () => {
  it('writes PDFs into the project and says where', async () => {
    booklet('one');
    const result = await build({ project });
    expect(result.isComplete).toBe(true);
    expect(result.booklets.map(({ name, folder, edition }) => ({ name, folder, edition }))).toEqual([
      { name: 'one', folder: 'content/one', edition: 'student' },
      { name: 'one', folder: 'content/one', edition: 'facilitator' },
    ]);
    for (const { output, bytes, pages, diagnostics } of result.booklets) {
      expect(readFileSync(output!).length).toBe(bytes);
      expect(pages).toBeGreaterThan(0);
      expect(diagnostics).toEqual([]);
    }
  });

  it('returns PDFs instead of writing them when it is told so', async () => {
    booklet('one');
    const { booklets } = await build({ project, write: false, editions: ['student'] });
    expect(booklets).toHaveLength(1);
    expect(new TextDecoder().decode(booklets[0]!.pdf!.slice(0, 8))).toBe('%PDF-1.7');
    expect(booklets[0]!.output).toBeUndefined();
    expect(existsSync(join(project, 'output'))).toBe(false);
  });

  it('makes twins of a booklet that say what its pages say', async () => {
    booklet('one', 'title: Good\nlanguage: en\neditions: [student]\n');
    const { booklets } = await build({ project, write: false, formats: ['text', 'html', 'pdf'] });
    const { files, pdf, pages } = booklets[0]!;
    expect(files.map((file) => file.format)).toEqual(['pdf', 'html', 'text']);
    expect(files[0]!.content).toBe(pdf);
    expect(pages).toBeGreaterThan(0);
    for (const { content, bytes } of files.slice(1)) {
      expect(content).toHaveLength(bytes);
      expect(new TextDecoder().decode(content)).toContain('A paragraph.');
    }
    await expect(build({ project, formats: [] })).rejects.toThrow('no format is asked for');
  });

  it('writes no twin of a booklet with mistakes', async () => {
    booklet('bad', 'titel: Bad\nlanguage: en\n');
    const { booklets } = await build({ project, formats: ['html', 'text'] });
    expect(booklets.flatMap(({ files }) => files)).toEqual([]);
    expect(existsSync(join(project, 'output'))).toBe(false);
  });

  it('tells of mistakes without throwing, and builds what is good', async () => {
    booklet('bad', 'titel: Bad\nlanguage: en\n');
    booklet('good');
    const seen: string[] = [];
    const { isComplete, booklets } = await build({ project, onFinish: ({ name, output }) => seen.push(`${name} ${output !== undefined}`) });
    expect(isComplete).toBe(false);
    expect(
      booklets[0]!.diagnostics.some(({ severity, span }) => severity === 'error' && span?.file.path === 'content/bad/booklet.yaml'),
    ).toBe(true);
    expect(seen.filter((line) => line.endsWith('true'))).toEqual(['good true', 'good true']);
    expect(readdirSync(join(project, 'output'))).toEqual(['good-facilitator.pdf', 'good-student.pdf']);
  });

  it('writes no edition and no format of a booklet that has a mistake in one edition', async () => {
    booklet('one');
    const section = join(project, 'content', 'one', 'sections', '01-one.md');
    const output = join(project, 'output');
    mkdirSync(output);
    const old = ['one-facilitator.html', 'one-facilitator.pdf', 'one-student.html', 'one-student.pdf'];
    for (const name of old) writeFileSync(join(output, name), 'good');
    for (const mistake of [
      '![A well in a village.](images/missing.png)',
      ':::facilitator\n![A well in a village.](images/missing.png)\n:::',
    ]) {
      writeFileSync(section, `# One\n\n${mistake}\n`);
      const { isComplete, booklets } = await build({ project, formats: ['pdf', 'html'] });
      expect(isComplete).toBe(false);
      expect(booklets.map(({ edition, files, bytes }) => [edition, files, bytes])).toEqual([
        ['student', [], 0],
        ['facilitator', [], 0],
      ]);
      expect(booklets.filter(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 'error'))).toHaveLength(1);
      expect(booklets.some((edition) => edition.output !== undefined)).toBe(false);
      expect(readdirSync(output)).toEqual(old);
      for (const name of old) expect(readFileSync(join(output, name), 'utf8')).toBe('good');
      expect((await build({ project, write: false })).booklets.some(({ pdf }) => pdf !== undefined)).toBe(false);
    }
  });

  it('keeps a failing disk to the editions that it hits', async () => {
    booklet('one');
    mkdirSync(join(project, 'output', 'one-student.pdf', 'in-the-way'), { recursive: true });
    const { isComplete, booklets } = await build({ project });
    expect(isComplete).toBe(false);
    expect(booklets[0]!.fault).toBeInstanceOf(OutputFailure);
    expect(booklets[0]!.output).toBeUndefined();
    expect(booklets[1]!.fault).toBeUndefined();
    expect(existsSync(booklets[1]!.output!)).toBe(true);
  });

  it('rejects what does not exist before anything is written', async () => {
    booklet('one');
    await expect(build({ project, booklets: ['two'] })).rejects.toThrow(WrongUsage);
    await expect(build({ project, paper: 'a99' })).rejects.toThrow('unknown paper `a99`');
    await expect(build({ project, editions: ['teacher'] })).rejects.toThrow('no booklet here has an edition `teacher`');
    await expect(build({ project: join(project, 'nowhere') })).rejects.toThrow('there is no folder');
    expect(existsSync(join(project, 'output'))).toBe(false);
  });

  it('refuses two booklets that would share a file', async () => {
    booklet('one');
    booklet('more/one');
    await expect(build({ project, booklets: ['one', 'content/more/one'] })).rejects.toThrow('would be written to the same file');
  });

  it('builds a booklet once however often it is named', async () => {
    booklet('one');
    const { booklets } = await check({ project, booklets: ['one', 'content/one', 'content/one/booklet.yaml'] });
    expect(booklets).toHaveLength(2);
  });

  it('does not leave the project by a link in content', async () => {
    booklet('one');
    await expect(build({ project: join(project, 'content', 'one'), booklets: ['../../..'] })).rejects.toThrow(WrongUsage);
  });
});

describe('check', () => {
  it('lays everything out and writes nothing', async () => {
    booklet('one');
    const { booklets, isComplete } = await check({ project });
    expect(isComplete).toBe(true);
    expect(booklets.every(({ pages, pdf, output }) => pages > 0 && pdf === undefined && output === undefined)).toBe(true);
    expect(readdirSync(project)).toEqual(['content']);
  });
});
