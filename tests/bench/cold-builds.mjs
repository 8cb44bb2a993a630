/** One process for each build, from start to finished file: Octavo with and without its compiled code, Typst, PDFKit, and Node doing nothing. */
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countPages } from './count-pages.mjs';
import { briefing, writeDrawnBriefing } from './drawn-briefing.mjs';
import { generateBooklet } from './generate-booklet.mjs';
import { interleave } from './measure.mjs';
import { plainText } from './plain-text.mjs';
import { writeTypstDocument } from './typst-document.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * Builds the briefing and generated booklets of the given lengths with every contestant; pictures are the same SVG files for
 * all of them. Then the briefing as it is shipped, to see what its charts add: drawn before, and drawn anew.
 *
 * @param {{ root: string, folder: string, rounds: number, lengths: readonly number[], hasTypst: boolean, vocabulary: object, progress: (text: string) => void }} bench
 */
export async function measureColdBuilds(bench) {
  const groups = [{ group: 'briefing, 3 charts as SVG', project: bench.folder, booklet: writeDrawnBriefing(bench) }];
  for (const pages of bench.lengths) {
    generateBooklet(bench.folder, bench.vocabulary, { name: `pages-${pages}`, pages });
    groups.push({ group: `generated, about ${pages} pages`, project: bench.folder, booklet: `pages-${pages}` });
  }
  groups.push({ group: 'briefing, 3 Vega-Lite charts, drawn before', project: bench.root, booklet: briefing, isAlone: true });
  const results = [];
  for (const group of groups) {
    bench.progress(`cold: ${group.group}`);
    const contestants = contestantsFor(bench, group);
    const rows = interleave(contestants, bench.rounds);
    for (const [index, row] of rows.entries()) {
      const { output } = contestants[index];
      if (output) Object.assign(row, { pages: await countPages(output), kilobytes: statSync(output).size / 1024 });
    }
    results.push({ group: group.group, rows });
  }
  return results;
}

function contestantsFor(bench, { group, project, booklet, isAlone }) {
  const folder = join(bench.folder, 'cold', booklet);
  const source = join(project, 'content', booklet);
  const octavo = (name, cache, content = booklet) => {
    const out = join(folder, name.replaceAll(' ', '-'));
    const program = [join(bench.root, 'dist', 'octavo.cjs'), 'build', content, '--edition', 'student', '--out', out];
    return { group, name, program, folder: project, environment: { OCTAVO_CACHE: cache }, output: join(out, `${content}-student.pdf`) };
  };
  if (isAlone) return [octavo('Octavo', join(bench.folder, 'compiled')), octavo('Octavo, first run', 'off')];
  writeTypstDocument(source, folder);
  writeFileSync(join(folder, 'plain.txt'), plainText(source));
  const typst = {
    group,
    name: 'Typst',
    program: [here('run-typst.mjs'), folder, join(folder, 'typst.pdf')],
    output: join(folder, 'typst.pdf'),
  };
  return [
    octavo('Octavo', join(bench.folder, 'compiled')),
    { ...octavo('Octavo, one edit', join(bench.folder, 'compiled'), `${booklet}-edited`), prepare: editor(source) },
    octavo('Octavo, first run', 'off'),
    ...(bench.hasTypst ? [typst] : []),
    {
      group,
      name: 'PDFKit text()',
      program: [here('run-pdfkit.mjs'), join(folder, 'plain.txt'), join(folder, 'pdfkit.pdf')],
      output: join(folder, 'pdfkit.pdf'),
    },
    { group, name: 'Node alone', program: ['-e', '0'] },
  ];
}

/** Copies a booklet, and returns what gives the first section of the copy another last paragraph each time. */
function editor(source) {
  const copy = `${source}-edited`;
  cpSync(source, copy, { recursive: true });
  const [first] = readdirSync(join(copy, 'sections')).sort();
  const path = join(copy, 'sections', first);
  const text = readFileSync(path, 'utf8').trimEnd();
  let edits = 0;
  return () => writeFileSync(path, `${text}\n\nThis is edit number ${++edits}.\n`);
}
