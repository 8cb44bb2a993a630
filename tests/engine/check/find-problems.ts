/** A booklet in memory to what `octavo check` says of it, as short lines that a test can spell out. */
import { positionAt } from '../../../src/engine/source/source-file.ts';
import { type CompileOptions, compileProject } from '../../support/compile-project.ts';
import type { ProjectFiles } from '../../support/memory-workspace.ts';
import { plainPng } from '../../support/plain-png.ts';

/** Returns `file:line:column code: message (hint)` for everything that is wrong with a booklet. */
export async function findProblems(files: ProjectFiles, options: CompileOptions = {}): Promise<readonly string[]> {
  const { diagnostics } = await compileProject({ 'booklet.yaml': 'title: Water\n', ...files }, options);
  return diagnostics.map(({ code, message, hint, span }) => {
    const place = span ? positionAt(span.file, span.start) : { line: 0, column: 0 };
    return `${span?.file.path.replace('content/booklet/', '')}:${place.line}:${place.column} ${code}: ${message} (${hint})`;
  });
}

/** A booklet of one section. */
export const section = (markdown: string): ProjectFiles => ({ 'sections/01-start.md': `# Start\n\n${markdown}\n` });

/** A booklet with a template of its own; the section says "Text." */
export const template = (layout: string, css = ''): ProjectFiles => ({
  'booklet.yaml': 'title: Water\ntemplate: plain\n',
  'sections/01-start.md': '# Start\n\nText.\n',
  'templates/plain/layout.hbs': layout,
  'templates/plain/theme.css': css,
});

export const picture = { 'images/well.png': plainPng(8, 8) } as const;

/** A chart with two bars. */
export const bars = {
  'charts/use.vl.yaml': `height: 60
data: { values: [{ use: drinking, litres: 3 }, { use: washing, litres: 40 }] }
mark: bar
encoding:
  x: { field: litres, type: quantitative, title: Litres }
  y: { field: use, type: nominal, title: null }
`,
} as const;
