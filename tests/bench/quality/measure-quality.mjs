/** `npm run bench -- --quality`: sets the same text by Octavo and Typst, reads both PDFs with the same reader, and prints the marks side by side. */
import { formatTable } from '../print-report.mjs';
import { setByOctavo, setByTypst } from './contestants.mjs';
import { judgeLines } from './judge-lines.mjs';
import { languages, readProse } from './prose.mjs';
import { readLines } from './read-lines.mjs';

/** A column of a newspaper, a column of a handout, and a page of a book, in points. */
const measures = [140, 250, 330];
/** Source Serif 4 at 10.5 points: 0.237 em, read from the face. */
const space = 10.5 * 0.237;

/** Marks that are numbers of cases; they are added up over languages. */
const cases = ['ladders', 'runts', 'rivers', 'widows', 'orphans', 'stranded'];

/** Sets every language in every measure by every contestant; returns one row of marks for each. */
export async function measureQuality(bench) {
  const rows = [];
  for (const isJustified of [true, false]) {
    for (const measure of measures) {
      const marks = new Map();
      for (const language of Object.keys(languages)) {
        bench.progress(`quality: ${language}, ${measure} pt, ${isJustified ? 'justified' : 'ragged'}`);
        const name = `${language}-${measure}-${isJustified ? 'justified' : 'ragged'}`;
        const sheet = { name, language, measure, isJustified, space, blocks: readProse(language) };
        const contestants = [
          ['Octavo', await setByOctavo(bench, sheet)],
          ...(bench.hasTypst ? [['Typst', setByTypst(bench, sheet, false)]] : []),
          ...(bench.hasTypst && isJustified ? [['Typst, tracked', setByTypst(bench, sheet, true)]] : []),
        ];
        const printed = [{ kind: 'heading', text: 'Quality' }, ...sheet.blocks];
        for (const [contestant, path] of contestants) {
          const own = judgeLines(readLines(path, printed), sheet);
          marks.set(contestant, [...(marks.get(contestant) ?? []), own]);
          rows.push({ language, measure, isJustified, contestant, ...own });
        }
      }
      for (const [contestant, list] of marks) rows.push({ language: 'all', measure, isJustified, contestant, ...sumUp(list) });
    }
  }
  return rows;
}

/** All languages together: cases are added, shares are averaged by lines, and extremes stay extremes. */
function sumUp(list) {
  const lines = list.reduce((sum, each) => sum + each.lines, 0);
  const average = (key) => list.reduce((sum, each) => sum + each[key] * each.lines, 0) / lines;
  const all = { lines };
  for (const key of Object.keys(list[0])) {
    if (cases.includes(key)) all[key] = list.reduce((sum, each) => sum + each[key], 0);
    else if (key === 'widest') all[key] = Math.max(...list.map((each) => each[key]));
    else if (key === 'tightest') all[key] = Math.min(...list.map((each) => each[key]));
    else if (key === 'root') all[key] = Math.sqrt(list.reduce((sum, each) => sum + each.root ** 2 * each.lines, 0) / lines);
    else if (key !== 'lines') all[key] = average(key);
  }
  return all;
}

/** Prints the marks: all languages together, or each by itself. */
export function formatQuality(rows, hasLanguages) {
  const shown = rows.filter((row) => hasLanguages || row.language === 'all');
  const name = (row) => `${row.measure} pt${hasLanguages ? ` ${row.language}` : ''}, ${row.contestant}`;
  const counts = (row) => [row.hyphens.toFixed(1), ...cases.map((key) => row[key])];
  const justified = shown.filter((row) => row.isJustified);
  const ragged = shown.filter((row) => !row.isJustified);
  return [
    'QUALITY, justified: word spaces as % of their natural width (mean and root mean square of how far off, least, greatest, lines with more than 150 %)',
    formatTable(
      ['', 'lines', 'mean off', 'rms off', 'least', 'greatest', '> 150 %', 'hyphens/100', ...cases],
      justified.map((row) => [
        name(row),
        row.lines,
        ...[row.mean, row.root, row.tightest, row.widest, row.loose].map((value) => value.toFixed(1)),
        ...counts(row),
      ]),
    ),
    '\nQUALITY, ragged: what lines lack as % of the measure (mean, how uneven, greatest)',
    formatTable(
      ['', 'lines', 'mean', 'uneven', 'greatest', 'hyphens/100', ...cases],
      ragged.map((row) => [name(row), row.lines, ...[row.mean, row.root, row.widest].map((value) => value.toFixed(1)), ...counts(row)]),
    ),
  ].join('\n');
}
