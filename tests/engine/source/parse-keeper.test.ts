/** Parsed files that outlive a build: the same pages, the same complaints, and only what changed is parsed again. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describePages } from '../../../src/engine/document/describe-document.ts';
import { type Diagnostic, formatDiagnostic } from '../../../src/engine/index.ts';
import type { Report } from '../../../src/engine/source/diagnostic.ts';
import { packTree, unpackTree } from '../../../src/engine/source/pack-tree.ts';
import { createParseKeeper } from '../../../src/engine/source/parse-keeper.ts';
import { createSourceFile } from '../../../src/engine/source/source-file.ts';
import { compileProject } from '../../support/compile-project.ts';
import { memoryStore } from '../../support/memory-store.ts';

const template = Object.fromEntries(
  readdirSync('templates/briefing').map((name) => [`templates/briefing/${name}`, readFileSync(`templates/briefing/${name}`, 'utf8')]),
);

const project: Readonly<Record<string, string>> = {
  ...template,
  'booklet.yaml':
    'title: Wells\nlanguage: en\nobjectives: ["Say *why* wells run dry"]\nkeyFacts: [{ value: 3 m, label: "deep [@report]", source: report }]\neditions: [facilitator]\n',
  'glossary.yaml': '- term: aquifer\n  aliases: [aquifers]\n  definition: Rock that holds *water*.\n  translations: { es: acuífero }\n',
  'questions.yaml': '- question: Why does a well run dry?\n  section: 01-wells\n  answer: The aquifer sinks.\n',
  'sources.yaml': '- id: report\n  title: Report on wells\n  publisher: Example office\n  date: 2020\n',
  'sections/01-wells.md': '# Wells\n\nAn aquifer[^1] feeds a [well]{lang=en}, as the report says [@report].\n\n[^1]: A note.\n',
  'sections/02-rain.md': '# Rain\n\n:::activity{title="Rain" minutes=5}\nMeasure it.\n:::\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n',
};

async function build(files: Readonly<Record<string, string>>, trees = memoryStore<string>()) {
  const before = trees.writes();
  const { document, diagnostics } = await compileProject(files, { trees });
  return {
    pages: describePages(document!),
    problems: diagnostics.map((each) => formatDiagnostic(each)),
    written: trees.writes() - before,
  };
}

describe('a parsed file', () => {
  it('is the same when an earlier build has parsed it', async () => {
    const trees = memoryStore<string>();
    const first = await build(project, trees);
    expect(first.problems).toEqual([]);
    expect(first.written).toBeGreaterThan(6);
    expect(await build(project, trees)).toEqual({ ...first, written: 0 });
    expect((await build(project)).pages).toBe(first.pages);
  });

  it('is parsed again when its text changed, and no other file is', async () => {
    const trees = memoryStore<string>();
    await build(project, trees);
    const changed = { ...project, 'sections/01-wells.md': `${project['sections/01-wells.md']}\nMore.\n` };
    const { pages, written } = await build(changed, trees);
    expect(written).toBe(1);
    expect(pages).toBe((await build(changed)).pages);
  });

  it('keeps its place when another file comes before it', async () => {
    const trees = memoryStore<string>();
    await build(project, trees);
    const more = { ...project, 'sections/00-first.md': '# First\n\nText about [nothing](#nowhere).\n' };
    const again = await build(more, trees);
    const anew = await build(more);
    expect(again.pages).toBe(anew.pages);
    expect(again.problems).toEqual(anew.problems);
    expect(again.problems.join()).toContain('00-first.md:3');
  });

  it('is complained of in each build', async () => {
    const trees = memoryStore<string>();
    const wrong = {
      ...project,
      'questions.yaml': '- question: Why?\n  sektion: 01-wells\n',
      'sections/02-rain.md': '# Rain\n\n:::activty\nMeasure.\n:::\n',
      'templates/briefing/theme.css': 'p { colour: red }',
    };
    const first = await build(wrong, trees);
    expect(first.problems.length).toBeGreaterThan(2);
    expect((await build(wrong, trees)).problems).toEqual(first.problems);
  });

  it('is read in the language of its booklet', async () => {
    const trees = memoryStore<string>();
    const quoted: Readonly<Record<string, string>> = { ...project, 'sections/02-rain.md': '# Rain\n\nIt is "wet".\n' };
    await build(quoted, trees);
    const french = { ...quoted, 'booklet.yaml': quoted['booklet.yaml']!.replace('language: en', 'language: fr') };
    expect((await build(french, trees)).pages).toBe((await build(french)).pages);
  });

  it('is parsed again where what was kept is broken', async () => {
    const trees = memoryStore<string>();
    const first = await build(project, trees);
    for (const [key, content] of trees.kept) trees.kept.set(key, content.slice(0, content.length / 2));
    const { pages, written } = await build(project, trees);
    expect(pages).toBe(first.pages);
    expect(written).toBeGreaterThan(6);
    for (const key of trees.kept.keys()) trees.kept.set(key, '{"tree":{"x":1}}');
    expect((await build(project, trees)).pages).toBe(first.pages);
  });
});

describe('a keeper', () => {
  const file = createSourceFile(0, 'a.md', 'text');

  it('keeps warnings with what they are about', () => {
    const trees = memoryStore<string>();
    const keeper = createParseKeeper(trees);
    const warning: Diagnostic = { severity: 'warning', code: 'a/b', message: 'odd', span: { file, start: 1, end: 2 } };
    const said: Diagnostic[] = [];
    const report = (diagnostic: Diagnostic) => said.push(diagnostic);
    const parse = (reportFile: Report) => {
      reportFile(warning);
      return 1;
    };
    expect(keeper.parse('a', [file], parse, report)).toBe(1);
    expect(keeper.parse('a', [file], () => 2, report)).toBe(1);
    expect(said).toEqual([warning, warning]);
    expect(said[1]!.span!.file).toBe(file);
  });

  it('keeps nothing with errors, nor what was said of other files', () => {
    const trees = memoryStore<string>();
    const keeper = createParseKeeper(trees);
    const elsewhere = createSourceFile(1, 'b.md', 'text');
    const problems: readonly Diagnostic[] = [
      { severity: 'error', code: 'a/b', message: 'wrong', span: { file, start: 1, end: 2 } },
      { severity: 'warning', code: 'a/b', message: 'odd', span: { file: elsewhere, start: 1, end: 2 } },
      { severity: 'warning', code: 'a/b', message: 'odd' },
    ];
    for (const problem of problems) {
      keeper.parse(
        'a',
        [file],
        (report) => report(problem),
        () => {},
      );
    }
    expect(trees.writes()).toBe(0);
  });

  it('tells manners and files apart', () => {
    const keeper = createParseKeeper(memoryStore<string>());
    const parse = (manner: string, files: readonly (typeof file)[], result: unknown) =>
      keeper.parse(
        manner,
        files,
        () => result,
        () => {},
      );
    const other = createSourceFile(1, 'a.md', 'other');
    expect(parse('a', [file], 1)).toBe(1);
    expect(parse('b', [file], 2)).toBe(2);
    expect(parse('a', [other], 3)).toBe(3);
    expect(parse('a', [file, other], undefined)).toBe(undefined);
    expect(parse('a', [file], 5)).toBe(1);
    expect(parse('a', [file, other], 5)).toBe(undefined);
  });
});

describe('a packed tree', () => {
  it('comes back as it was', () => {
    const files = [createSourceFile(0, 'a', 'x'), createSourceFile(1, 'b', 'y')];
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constantFrom(...files));
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(fc.stringMatching(/^[a-z]+$/), tie('tree'), { maxKeys: 4, noNullPrototype: true }),
        fc.array(fc.tuple(fc.string(), tie('tree')), { maxLength: 4 }).map((entries) => new Map(entries)),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        expect(unpackTree(packTree(value, files), files)).toEqual(value);
      }),
    );
  });

  it('stands in the files that are there now', () => {
    const [before, now] = [createSourceFile(0, 'a', 'x'), createSourceFile(7, 'a', 'x')];
    const tree = { file: before, parts: new Map([['x', { file: before, start: 1 }]]) };
    const back = unpackTree(packTree(tree, [before]), [now]) as typeof tree;
    expect(back.file).toBe(now);
    expect(back.parts.get('x')!.file).toBe(now);
  });
});
