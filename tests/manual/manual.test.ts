/** The manuals say what is so: their tables come from the code, their examples are built, and they leave nothing out. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { commandNames } from '../../src/cli/arguments.ts';
import { exitCodes } from '../../src/cli/exit-codes.ts';
import { helpFor } from '../../src/cli/help.ts';
import { starterFiles } from '../../src/cli/starter-files.ts';
import { groupings, questionKinds, questionLevels } from '../../src/engine/content/booklet.ts';
import { directives } from '../../src/engine/content/directives.ts';
import { labelLanguages } from '../../src/engine/content/labels.ts';
import { bookletSchemas } from '../../src/engine/content/schema/booklet-schemas.ts';
import { parseColor } from '../../src/engine/drawing/color.ts';
import { formatDiagnostic } from '../../src/engine/index.ts';
import { updatesCases } from '../support/check-case.ts';
import { compileProject } from '../support/compile-project.ts';
import { examplesIn, problemsOf } from './check-examples.ts';
import { allCodes, codesIn, engineSources, makesMessages } from './find-codes.ts';
import { generatedParts, partsIn, renewManual } from './generate-manual.ts';

const pathOf = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const read = (name: string): string => readFileSync(pathOf(name), 'utf8');

const manuals = ['README.md', 'templates/README.md', 'content/README.md'];
const contentManual = 'content/README.md';
const templateManual = 'templates/README.md';

describe('generated parts of the manuals', () => {
  for (const name of manuals) {
    it(`are up to date in ${name}`, () => {
      const text = read(name);
      if (updatesCases) writeFileSync(pathOf(name), renewManual(text));
      else expect(text, 'write them anew with UPDATE_CASES=1 npx vitest run tests/manual').toBe(renewManual(text));
    });
  }

  it('are all in one manual or another', () => {
    expect(manuals.flatMap((name) => partsIn(read(name))).sort()).toEqual([...generatedParts.keys()].sort());
  });

  it('would be noticed if they were stale', () => {
    const stale = '<!-- generated: languages -->\n`xx`.\n<!-- end -->';
    expect(renewManual(stale)).toContain('`en`');
    expect(renewManual(stale)).not.toContain('`xx`');
  });
});

describe('examples in the manuals', () => {
  it('of content/README.md make a flawless booklet together', async () => {
    const examples = examplesIn(read(contentManual));
    expect(Object.keys(examples).length).toBeGreaterThanOrEqual(7);
    const files = { ...examples, 'data/waiting.csv': 'way,minutes\nBoiling,1\nChlorine,30\n' };
    expect(await problemsOf(files)).toEqual([]);
  });

  it('of README.md make a flawless booklet together', async () => {
    const examples = examplesIn(read('README.md'));
    expect(Object.keys(examples).length).toBe(2);
    expect(await problemsOf({ ...examples, 'booklet.yaml': 'title: Water\n' })).toEqual([]);
  });

  it('of templates/README.md make two templates that print a booklet flawlessly', async () => {
    const examples = examplesIn(read(templateManual));
    expect(Object.keys(examples).length).toBeGreaterThanOrEqual(4);
    expect(await problemsOf(examples)).toEqual([]);
    expect(await problemsOf({ ...examples, 'booklet.yaml': 'title: Water experiments\ntemplate: plain\n' })).toEqual([]);
  });

  it('of templates/README.md look as the manual says: red headings, and a dashed red frame around the new box', async () => {
    const { document } = await compileProject(examplesIn(read(templateManual)), { edition: 'student' });
    const accent = parseColor('#a3151a');
    const items = document!.pages.flatMap((page) => page.items);
    const redSizes = items.flatMap((item) => (item.kind === 'text' && isDeepStrictEqual(item.color, accent) ? [item.size] : []));
    // The title and the heading of the section are set large.
    expect(redSizes.filter((size) => size > 15).length).toBeGreaterThanOrEqual(2);
    const dashed = items.filter(
      (item) => item.kind === 'shape' && isDeepStrictEqual(item.stroke?.color, accent) && item.stroke!.dash.length > 0,
    );
    expect(dashed.length).toBeGreaterThan(0);
  });

  it('would be complained about if they were wrong', async () => {
    const wrong = examplesIn('<!-- checked: booklet.yaml -->\n```yaml\ntitel: Water\n```\n');
    expect((await problemsOf(wrong)).join('\n')).toContain('did you mean `title`?');
  });
});

describe('README.md', () => {
  const readme = read('README.md');

  it('has the section that a failure points to', () => {
    expect(readme).toContain('\n## Reporting a bug\n');
    expect(read('src/cli/print-failure.ts')).toContain('"Reporting a bug"');
  });

  it('names every command, every option and every exit code', () => {
    const options = (['build', 'check'] as const).flatMap((command) => helpFor(command).match(/--[a-z]+/g) ?? []);
    expect(options.length).toBeGreaterThan(5);
    const names = [
      ...commandNames.map((name) => `\`octavo ${name}`),
      ...options.map((option) => `\`${option}`),
      ...Object.values(exitCodes).map((code) => `| ${code} |`),
    ];
    expect(names.filter((name) => !readme.includes(name))).toEqual([]);
  });

  it('counts languages and kinds of questions rightly', () => {
    const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
    expect(readme.replace(/\s+/g, ' ')).toContain(`in ${words[labelLanguages.size]} languages`);
    expect(readme.replace(/\s+/g, ' ')).toContain(`Questions of ${words[questionKinds.length]} kinds`);
  });

  it('shows the message that a newcomer gets for the slip it proposes', async () => {
    const files = Object.fromEntries([...starterFiles].map(([path, text]) => [path, text.replace(/^subtitle:/m, 'subtitel:')]));
    const { diagnostics } = await compileProject(files, { folder: 'content/my-first-booklet' });
    expect(diagnostics.length).toBe(1);
    const lines = formatDiagnostic(diagnostics[0]!).split('\n');
    expect(readme).toContain(lines.slice(0, -1).join('\n'));
    expect(lines.at(-1)).toContain(/^hint: (.*), …$/m.exec(readme)![1]!);
  });

  it('shows a picture that is there and is not large', () => {
    const [, alternative = '', path = ''] = /!\[([^\]]*)\]\((\.github\/[^)]*)\)/.exec(readme) ?? [];
    expect(alternative.length).toBeGreaterThan(50);
    expect(statSync(pathOf(path)).size).toBeLessThan(250_000);
  });

  it('links to files that are there, and so do the other manuals', () => {
    const broken: string[] = [];
    for (const name of [...manuals, 'CHANGELOG.md']) {
      for (const [, target = ''] of read(name).matchAll(/\]\((?!https?:|qr:|#|charts\/)([^)#\s]+)[^)]*\)/g)) {
        const isExample = /^(…|images\/)/.test(target);
        if (!isExample && !existsSync(new URL(`../../${name.replace(/[^/]*$/, '')}${target}`, import.meta.url)))
          broken.push(`${name}: ${target}`);
      }
    }
    expect(broken).toEqual([]);
  });
});

describe('content/README.md', () => {
  const withoutMarkdown = (text: string): string => text.replace(/^```markdown\n[\s\S]*?^```$/gm, '');
  const chapterOf = (title: string): string =>
    withoutMarkdown(read(contentManual))
      .split(/^## /m)
      .find((chapter) => chapter.startsWith(`${title}\n`)) ?? '';

  for (const [name, schema] of Object.entries(bookletSchemas)) {
    it(`names every key of ${name}.yaml`, () => {
      const keys = Object.keys(schema.properties ?? schema.items?.properties ?? {});
      expect(keys.length).toBeGreaterThan(3);
      expect(keys.filter((key) => !new RegExp(`\`${key}\`|^[ -]*${key}:`, 'm').test(chapterOf(`${name}.yaml`)))).toEqual([]);
    });
  }

  it('names every block, and every level, kind and grouping of questions', () => {
    const blocks = [...directives.keys()].filter((name) => !chapterOf('Sections').includes(`\`:::${name}\``));
    const names = [...questionKinds, ...questionLevels, ...groupings].filter(
      (name) => !chapterOf('questions.yaml').includes(`\`${name}\``),
    );
    expect([...blocks, ...names]).toEqual([]);
  });

  it('lists the code of every message, as serious as it is, and no other', () => {
    const rows = [...chapterOf('Messages').matchAll(/^\| `([a-z]+\/[a-z-]+)` \| (.*?) \| /gm)];
    const listed = rows.flatMap(([, code = '', severities = '']) =>
      severities.split(' or ').map((severity) => `${code} ${severity.replaceAll('*', '')}`),
    );
    const found = allCodes().map(({ code, severity }) => `${code} ${severity}`);
    const missing = found.filter((code) => !listed.includes(code));
    const gone = listed.filter((code) => !found.includes(code));
    expect({ missing, gone }, 'correct the tables below "Messages" in content/README.md').toEqual({ missing: [], gone: [] });
    expect(new Set(listed).size).toBe(listed.length);
  });
});

describe('the codes of messages', () => {
  it('are found in every function that makes one', () => {
    const blind: string[] = [];
    for (const [path, text] of engineSources) {
      if (!makesMessages(path)) continue;
      const stage = /code: `[a-z]+\/\$\{.*/.exec(text)?.[0] ?? '';
      const pieces = text.split(/^(?=(?:export )?(?:const|function) )/m).slice(1);
      const nameOf = (piece: string): string => /^(?:export )?(?:const|function) (\w+)/.exec(piece)![1]!;
      const makesCode = (piece: string): boolean => codesIn(`${stage}\n${piece}`).length > 0;
      const shared = pieces.filter((piece) => !piece.startsWith('export ') && makesCode(piece)).map(nameOf);
      for (const piece of pieces) {
        const isMessage = piece.startsWith('export ') && piece.includes('Diagnostic');
        if (isMessage && !makesCode(piece) && !shared.some((helper) => piece.includes(`${helper}(`)))
          blind.push(`${path}: ${nameOf(piece)}`);
      }
    }
    expect(blind).toEqual([]);
  });

  it('are written in the problems files and nowhere else', () => {
    const elsewhere = [...engineSources]
      .filter(([path, text]) => !makesMessages(path) && /\bcode: (?:'[a-z]+\/|`[a-z]+\/\$\{(?!string\}))/.test(text))
      .map(([path]) => path);
    expect(elsewhere).toEqual([]);
  });
});
