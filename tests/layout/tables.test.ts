/**
 * Tables on pages: each case is a small project, and below it what stands where, and what the build says.
 *
 * `UPDATE_CASES=1 npx vitest run tests/layout/tables.test.ts` writes the pages anew; the change is reviewed with `git diff`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { updatesCases } from '../support/check-case.ts';
import { checkLeaves, checkNotes, checkOverlaps, checkPlaces } from '../support/check-document.ts';
import { compileProject } from '../support/compile-project.ts';
import { describeRows } from '../support/describe-rows.ts';

const folder = fileURLToPath(new URL('./tables/', import.meta.url));
const cases = readdirSync(folder).filter((name) => name.endsWith('.case'));

/** Small pages, so that cases stay short. */
const smallPages = '@page { margin: 10mm; @bottom-center { content: none } } body { font: 10pt/12pt "Source Sans 3" }\n';

interface Case {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly pages: string;
}

function parseCase(text: string): Case {
  const [title = '', ...parts] = text.split(/^=== /m);
  const files = Object.fromEntries(parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]));
  const { pages = '', ...others } = files;
  return { title: title.trim(), files: others, pages };
}

/** Rows like `Row 1 | a 1`, for tables that only need to be long: `{{rows 12}}` in the HTML of a case. */
const manyRows = (html: string): string =>
  html.replace(/\{\{rows (\d+)\}\}/g, (_, count: string) =>
    Array.from({ length: Number(count) }, (_unused, index) => `<tr><td>Row ${index + 1}</td><td>${(index + 1) * 7}</td></tr>`).join('\n'),
  );

function projectOf({
  'body.html': html,
  'body.md': markdown,
  'theme.css': css = '',
  language = 'en',
  paper = '100mm x 70mm',
  ...others
}: Case['files']) {
  return {
    'booklet.yaml': `title: Case\nlanguage: ${language.trim()}\ntemplate: own\npaper: ${paper.trim()}\neditions: [student]\n`,
    'templates/own/layout.hbs': manyRows(html ?? '{{#each booklet.sections}}{{body}}{{/each}}'),
    'templates/own/theme.css': smallPages + css,
    'sections/01.md': markdown ? `# Text\n\n${markdown}` : '# Text\n\nText.\n',
    ...others,
  };
}

describe('on its pages, a table', () => {
  it.each(cases)('%s is as expected', async (name) => {
    const text = readFileSync(`${folder}${name}`, 'utf8');
    const { title, files, pages } = parseCase(text);
    expect(title).not.toBe('');
    const { document, diagnostics } = await compileProject(projectOf(files));
    const said = diagnostics.filter(({ code }) => !code.startsWith('check/')).map(({ code, message }) => `${code}: ${message}\n`);
    const found = describeRows(document!) + said.join('');
    for (const check of [checkPlaces, checkOverlaps, checkLeaves, checkNotes]) expect(check(document!)).toEqual([]);
    if (updatesCases) writeFileSync(`${folder}${name}`, `${text.slice(0, text.search(/^=== pages$/m))}=== pages\n${found}`);
    else expect(found).toBe(pages);
  });
});
