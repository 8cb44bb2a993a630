/**
 * Where things stand on pages: each case is a small project, and its pages as text below it.
 *
 * `UPDATE_CASES=1 npx vitest run tests/layout/pages.test.ts` writes the pages anew; the change is then reviewed with `git diff`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { updatesCases } from '../support/check-case.ts';
import { checkHeadings, checkLeaves, checkLinks, checkOverlaps, checkPlaces } from '../support/check-document.ts';
import { compileSound } from '../support/compile-project.ts';
import { describeLines } from '../support/describe-lines.ts';
import { plainPng } from '../support/plain-png.ts';

const folder = fileURLToPath(new URL('./pages/', import.meta.url));
const cases = readdirSync(folder).filter((name) => name.endsWith('.case'));

/** Pages so small that a few sentences fill them. */
const smallPages = '@page { margin: 5mm }\n';

/** Pictures that every case may use: their sizes in pixels are in their names. */
const pictures = {
  'images/wide.png': plainPng(300, 100),
  'images/high.png': plainPng(200, 300),
};

/** Below its title, a case holds files, each after a line `=== path`; its pages come after `=== pages`. */
function parseCase(text: string): { readonly title: string; readonly files: Readonly<Record<string, string>>; readonly pages: string } {
  const [title = '', ...parts] = text.split(/^=== /m);
  const files = Object.fromEntries(parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]));
  const { pages = '', ...others } = files;
  return { title: title.trim(), files: others, pages };
}

/** A case shows its HTML as the whole template, with its CSS after that of the small pages. */
function projectOf(files: Readonly<Record<string, string>>) {
  const { 'body.html': html = '', 'body.css': css = '', ...others } = files;
  return {
    ...pictures,
    'booklet.yaml': 'title: Case\nlanguage: en\ntemplate: own\npaper: 70mm x 60mm\neditions: [student]\n',
    'templates/own/layout.hbs': html,
    'templates/own/theme.css': `${smallPages}${css}`,
    'sections/01.md': '# Text\n\nText.\n',
    ...others,
  };
}

describe('the pages of', () => {
  it.each(cases)('%s are as expected', async (name) => {
    const text = readFileSync(`${folder}${name}`, 'utf8');
    const { title, files, pages } = parseCase(text);
    expect(title).not.toBe('');
    const document = await compileSound(projectOf(files));
    const faults = [checkPlaces, checkOverlaps, checkHeadings, checkLeaves, checkLinks].flatMap((check) => check(document));
    expect(faults).toEqual([]);
    const found = describeLines(document);
    if (updatesCases) writeFileSync(`${folder}${name}`, `${text.slice(0, text.search(/^=== pages$/m))}=== pages\n${found}`);
    else expect(found).toBe(pages);
  });
});
