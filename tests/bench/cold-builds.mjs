/** One process for each build, from start to finished file: Octavo with and without its compiled code, Typst, PDFKit, and Node doing nothing. */
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countPages } from './count-pages.mjs';
import { generateBooklet } from './generate-booklet.mjs';
import { interleave } from './measure.mjs';
import { plainText } from './plain-text.mjs';
import { writeSimpleCharts } from './simple-charts.mjs';
import { writeTypstDocument } from './typst-document.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** The shipped booklet, which has the charts. */
const briefing = 'guns-across-the-border';

/**
 * Builds the briefing and generated booklets of the given lengths with every contestant.
 *
 * @param {{ root: string, folder: string, rounds: number, lengths: readonly number[], hasTypst: boolean, vocabulary: object, progress: (text: string) => void }} bench
 */
export async function measureColdBuilds(bench) {
  const groups = [{ group: 'briefing, 3 charts', project: bench.root, booklet: briefing }];
  for (const pages of bench.lengths) {
    generateBooklet(bench.folder, bench.vocabulary, { name: `pages-${pages}`, pages });
    groups.push({ group: `generated, about ${pages} pages`, project: bench.folder, booklet: `pages-${pages}` });
  }
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

function contestantsFor(bench, { group, project, booklet }) {
  const folder = join(bench.folder, 'cold', booklet);
  const source = join(project, 'content', booklet);
  writeTypstDocument(source, folder);
  if (booklet === briefing) writeSimpleCharts(folder);
  writeFileSync(join(folder, 'plain.txt'), plainText(source));
  const octavo = (name, cache) => {
    const out = join(folder, name.replaceAll(' ', '-'));
    const program = [join(bench.root, 'dist', 'octavo.js'), 'build', booklet, '--edition', 'student', '--out', out];
    return { group, name, program, folder: project, environment: { OCTAVO_CACHE: cache }, output: join(out, `${booklet}-student.pdf`) };
  };
  const typst = {
    group,
    name: 'Typst',
    program: [here('run-typst.mjs'), folder, join(folder, 'typst.pdf')],
    output: join(folder, 'typst.pdf'),
  };
  return [
    octavo('Octavo', join(bench.folder, 'compiled')),
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
