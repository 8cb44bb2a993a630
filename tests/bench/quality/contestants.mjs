/** Sets the same blocks in the same font files, sizes and measure by Octavo and by Typst, on pages of the same height. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bookFaces } from '../book-faces.mjs';

const size = 10.5;
const leading = 14;
const margin = 30;
const pageHeight = 480;

/**
 * What is set, and how.
 *
 * @typedef {{ name: string, language: string, measure: number, isJustified: boolean, blocks: readonly { kind: string, text: string }[] }} Sheet
 */

/** Sets a sheet by Octavo; returns the path of its PDF. */
export async function setByOctavo({ root, folder }, sheet) {
  const { build } = await import(pathToFileURL(join(root, 'dist', 'index.js')).href);
  const project = join(folder, 'quality');
  const content = join(project, 'content', sheet.name);
  const template = join(project, 'templates', sheet.name);
  mkdirSync(join(content, 'sections'), { recursive: true });
  mkdirSync(template, { recursive: true });
  const text = sheet.blocks.map(({ kind, text }) => (kind === 'heading' ? `## ${escapeMarkdown(text)}` : escapeMarkdown(text)));
  writeFileSync(
    join(content, 'booklet.yaml'),
    `title: Quality\nlanguage: ${sheet.language}\ntemplate: ${sheet.name}\neditions: [student]\n`,
  );
  writeFileSync(join(content, 'sections', '01.md'), `# Quality\n\n${text.join('\n\n')}\n`);
  writeFileSync(
    join(template, 'layout.hbs'),
    '{{#each booklet.sections}}<section id="{{id}}"><h1>{{title}}</h1>{{body}}</section>{{/each}}\n',
  );
  writeFileSync(join(template, 'theme.css'), styleOf(sheet));
  const inMillimetres = (points) => `${((points * 25.4) / 72).toFixed(5)}mm`;
  const paper = `${inMillimetres(sheet.measure + 2 * margin)} x ${inMillimetres(pageHeight)}`;
  const result = await build({ project, booklets: [sheet.name], editions: ['student'], paper, write: false });
  const [booklet] = result.booklets;
  if (!booklet?.pdf) throw new Error(booklet?.diagnostics.map(({ code, message }) => `${message} [${code}]`).join('\n'));
  const path = join(project, `${sheet.name}.pdf`);
  writeFileSync(path, booklet.pdf);
  return path;
}

const styleOf = ({ isJustified }) => `
@page { margin: ${margin}pt; @bottom-center { content: none } }
body { font: ${size}pt/${leading}pt "Source Serif 4"; hyphens: auto; text-align: ${isJustified ? 'justify' : 'start'}; orphans: 2; widows: 2 }
h1, h2 { font: bold ${size}pt/${leading}pt "Source Serif 4"; margin: ${leading}pt 0 0; text-align: start; hyphens: none; text-wrap: wrap }
p { margin: 0; text-indent: ${size}pt }
`;

const escapeMarkdown = (text) => text.replace(/[\\`*_{}[\]<>()#+\-.!|"':~^]/g, '\\$&');

/** Sets a sheet by Typst; `hasTracking` lets it stretch letters within the bounds that Octavo has. */
export function setByTypst({ folder }, sheet, hasTracking) {
  const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler');
  const target = join(folder, 'quality', hasTracking ? 'typst-tracked' : 'typst', sheet.name);
  mkdirSync(target, { recursive: true });
  const compiler = NodeCompiler.create({ workspace: target, fontArgs: [{ fontBlobs: bookFaces().map((path) => readFileSync(path)) }] });
  writeFileSync(join(target, 'main.typ'), typstOf(sheet, hasTracking));
  const compiled = compiler.compile({ mainFilePath: join(target, 'main.typ') });
  if (!compiled.result) {
    compiled.printErrors();
    throw new Error('Typst found mistakes');
  }
  const path = join(target, 'typst.pdf');
  writeFileSync(path, compiler.pdf(compiled.result, {}));
  return path;
}

/** Edges 0.75 and -0.25 em make a line 1 em high, so that leading is what is left. Ragged text is optimized by both. */
const typstOf = ({ language, measure, isJustified, blocks }, hasTracking) => `
#set page(width: ${measure + 2 * margin}pt, height: ${pageHeight}pt, margin: ${margin}pt)
#set text(font: "Source Serif 4", size: ${size}pt, lang: "${language}", hyphenate: true, top-edge: 0.75em, bottom-edge: -0.25em)
#set smartquote(enabled: false)
#set par(justify: ${isJustified}, linebreaks: "optimized", leading: ${leading - size}pt, spacing: ${leading - size}pt, first-line-indent: (amount: ${size}pt, all: true))
${hasTracking ? '#set par(justification-limits: (tracking: (min: -0.01em, max: 0.015em)))' : ''}
#show heading: set text(size: ${size}pt, hyphenate: false)
#show heading: set par(justify: false)
#show heading: set block(above: ${2 * leading - size}pt, below: ${leading - size}pt, sticky: true)
= Quality
${blocks.map(({ kind, text }) => `${kind === 'heading' ? '== ' : ''}${escapeTypst(text)}\n`).join('\n')}`;

const escapeTypst = (text) => text.replace(/[\\`*_{}[\]<>()#+\-.!|"':~^$@=/]/g, '\\$&');
