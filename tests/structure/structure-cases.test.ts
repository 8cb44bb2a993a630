/**
 * What becomes of an author's markup in the tag tree: each case is a small project, and the tree as text below it.
 *
 * `UPDATE_CASES=1 npx vitest run tests/structure` writes the trees anew; the change is then reviewed with `git diff`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { describeStructure } from '../../src/engine/index.ts';
import { updatesCases } from '../support/check-case.ts';
import { compileSound } from '../support/compile-project.ts';

const folder = fileURLToPath(new URL('./', import.meta.url));
const cases = readdirSync(folder).filter((name) => name.endsWith('.case'));

/** Below its title, a case holds files, each after a line `=== path`; the tree comes after `=== tags`. */
function parseCase(text: string): { readonly title: string; readonly files: Readonly<Record<string, string>>; readonly tags: string } {
  const [title = '', ...parts] = text.split(/^=== /m);
  const files = Object.fromEntries(parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]));
  const { tags = '', ...others } = files;
  return { title: title.trim(), files: others, tags };
}

/** A case that brings no template shows its Markdown, or its HTML as the whole template. */
function projectOf(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const {
    'body.html': html = '{{#each booklet.sections}}<h2>{{title}}</h2>{{body}}{{/each}}',
    'body.md': markdown = '# Text\n\nText.\n',
    ...others
  } = files;
  return {
    'booklet.yaml': 'title: Case\nlanguage: en\ntemplate: own\neditions: [student]\n',
    'templates/own/layout.hbs': html,
    'sections/01.md': markdown,
    ...others,
  };
}

describe('the tags of', () => {
  it.each(cases)('%s are as expected', async (name) => {
    const text = readFileSync(`${folder}${name}`, 'utf8');
    const { title, files, tags } = parseCase(text);
    expect(title).not.toBe('');
    const found = describeStructure(await compileSound(projectOf(files)));
    if (updatesCases) writeFileSync(`${folder}${name}`, `${text.slice(0, text.search(/^=== tags$/m))}=== tags\n${found}`);
    else expect(found).toBe(tags);
  });
});
