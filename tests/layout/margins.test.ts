/**
 * Indexes, heads of dictionaries and notes in the margin on small pages: each case is a project, and its pages as text below it.
 *
 * `UPDATE_CASES=1 npx vitest run tests/layout/margins.test.ts` writes the pages anew; review them with `git diff`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { updatesCases } from '../support/check-case.ts';
import { compileProject, problemsOfBuilding } from '../support/compile-project.ts';
import { describeLines } from '../support/describe-lines.ts';

const folder = fileURLToPath(new URL('./margins/', import.meta.url));
const cases = readdirSync(folder).filter((name) => name.endsWith('.case'));

/** Below its title, a case holds files, each after a line `=== path`; problems and pages come after `=== pages`. */
function parseCase(text: string): { readonly title: string; readonly files: Readonly<Record<string, string>>; readonly pages: string } {
  const [title = '', ...parts] = text.split(/^=== /m);
  const files = Object.fromEntries(parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]));
  const { pages = '', ...others } = files;
  return { title: title.trim(), files: others, pages };
}

describe('the pages of', () => {
  it.each(cases)('%s are as expected', async (name) => {
    const text = readFileSync(`${folder}${name}`, 'utf8');
    const { title, files, pages } = parseCase(text);
    expect(title).not.toBe('');
    const booklet = 'title: Case\nlanguage: en\ntemplate: own\neditions: [student]\n';
    const { document, diagnostics } = await compileProject({ 'booklet.yaml': booklet, ...files }, { paper: '100mm x 70mm' });
    const found = problemsOfBuilding(diagnostics).join('\n') + describeLines(document!);
    if (updatesCases) writeFileSync(`${folder}${name}`, `${text.slice(0, text.search(/^=== pages$/m))}=== pages\n${found}`);
    else expect(found).toBe(pages);
  });
});
