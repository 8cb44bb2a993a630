/**
 * Golden cases: small projects in files of one text each, with what comes out below them.
 *
 * Below its title, a case holds files, each after a line `=== path`; what is expected comes last, after `=== tags` or `=== pages`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProjectFiles } from './memory-workspace.ts';
import { plainPng } from './plain-png.ts';

/** A case as it stands in its file. */
export interface GoldenCase {
  readonly title: string;
  /** Paths, and names such as `body.html` that the kind of the case gives a meaning. */
  readonly files: Readonly<Record<string, string>>;
  readonly expected: string;
}

/** The kinds of cases by their folders in `tests`. */
export type CaseKind = 'structure' | 'layout/pages' | 'layout/tables' | 'layout/margins';

/** On this paper the cases of margins are set. */
export const marginPaper = '100mm x 70mm';

/** Returns the names of the cases in a folder. */
export const casesIn = (folder: string): readonly string[] => readdirSync(folder).filter((name) => name.endsWith('.case'));

/** Reads a case. */
export function readCase(folder: string, name: string): GoldenCase {
  const [title = '', ...parts] = readFileSync(join(folder, name), 'utf8').split(/^=== /m);
  const files = Object.fromEntries(parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]));
  const { tags, pages, ...others } = files;
  return { title: title.trim(), files: others, expected: tags ?? pages ?? '' };
}

/** Writes what has come out in place of what was expected. */
export function updateCase(folder: string, name: string, found: string): void {
  const text = readFileSync(join(folder, name), 'utf8');
  writeFileSync(
    join(folder, name),
    text.replace(/^(=== (?:tags|pages)\n)[\s\S]*/m, (_, mark: string) => mark + found),
  );
}

/** Returns the whole project of a case. */
export const projectOf = (kind: CaseKind, { files }: GoldenCase): ProjectFiles => projects[kind](files);

const projects: Readonly<Record<CaseKind, (files: GoldenCase['files']) => ProjectFiles>> = {
  /** A case that brings no template shows its Markdown, or its HTML as the whole template. */
  structure: ({
    'body.html': html = '{{#each booklet.sections}}<h2>{{title}}</h2>{{body}}{{/each}}',
    'body.md': markdown = '# Text\n\nText.\n',
    ...others
  }) => ({
    'booklet.yaml': 'title: Case\nlanguage: en\ntemplate: own\neditions: [student]\n',
    'templates/own/layout.hbs': html,
    'sections/01.md': markdown,
    ...others,
  }),
  /** A case shows its HTML as the whole template, on pages so small that a few sentences fill them, and may use two pictures. */
  'layout/pages': ({ 'body.html': html = '', 'body.css': css = '', ...others }) => ({
    'images/wide.png': plainPng(300, 100),
    'images/high.png': plainPng(200, 300),
    'booklet.yaml': 'title: Case\nlanguage: en\ntemplate: own\npaper: 70mm x 60mm\neditions: [student]\n',
    'templates/own/layout.hbs': html,
    'templates/own/theme.css': `@page { margin: 5mm }\n${css}`,
    'sections/01.md': '# Text\n\nText.\n',
    ...others,
  }),
  'layout/tables': ({
    'body.html': html,
    'body.md': markdown,
    'theme.css': css = '',
    language = 'en',
    paper = '100mm x 70mm',
    ...others
  }) => ({
    'booklet.yaml': `title: Case\nlanguage: ${language.trim()}\ntemplate: own\npaper: ${paper.trim()}\neditions: [student]\n`,
    'templates/own/layout.hbs': manyRows(html ?? '{{#each booklet.sections}}{{body}}{{/each}}'),
    'templates/own/theme.css': `@page { margin: 10mm; @bottom-center { content: none } } body { font: 10pt/12pt "Source Sans 3" }\n${css}`,
    'sections/01.md': markdown ? `# Text\n\n${markdown}` : '# Text\n\nText.\n',
    ...others,
  }),
  'layout/margins': (files) => ({ 'booklet.yaml': 'title: Case\nlanguage: en\ntemplate: own\neditions: [student]\n', ...files }),
};

/** Rows like `Row 1 | a 1`, for tables that only need to be long: `{{rows 12}}` in the HTML of a case. */
const manyRows = (html: string): string =>
  html.replace(/\{\{rows (\d+)\}\}/g, (_, count: string) =>
    Array.from({ length: Number(count) }, (_unused, index) => `<tr><td>Row ${index + 1}</td><td>${(index + 1) * 7}</td></tr>`).join('\n'),
  );
