/**
 * Reads set lines back from a PDF: words with their edges by poppler's `pdftotext -bbox`, whoever made the file. What each line is
 * (the first of a paragraph, a heading) is found by following the source text, letter by letter, so nothing is guessed from looks.
 */
import { execFileSync } from 'node:child_process';

/**
 * A line as it is printed.
 *
 * @typedef {{ words: { text: string, left: number, right: number }[], page: number, block: number, kind: string, isFirst: boolean, isLast: boolean, isDivided: boolean, number: number }} ReadLine
 */

/** Returns the lines of a PDF that prints `blocks`, in order. */
export function readLines(path, blocks) {
  const letters = blocks.map(({ text }) => lettersOf(text).length);
  let block = 0;
  let seen = 0;
  let number = 0;
  const lines = [];
  for (const line of printedLines(path)) {
    const text = lettersOf(line.words.map((word) => word.text).join(''));
    if (seen === 0) number = 0;
    const isFirst = seen === 0;
    seen += text.length;
    if (seen > letters[block]) throw new Error(`${path}: "${text}" goes on after the end of its paragraph`);
    const isLast = seen === letters[block];
    lines.push({
      ...line,
      block,
      kind: blocks[block].kind,
      isFirst,
      isLast,
      number,
      isDivided: /[-\u00ad\u2010]$/.test(line.words.at(-1).text),
    });
    number += 1;
    if (!isLast) continue;
    block += 1;
    seen = 0;
  }
  if (block !== blocks.length) throw new Error(`${path}: ${blocks.length - block} blocks are missing`);
  return lines;
}

function printedLines(path) {
  const html = execFileSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8', maxBuffer: 256_000_000 });
  const lines = [];
  for (const [page, part] of html.split('<page ').slice(1).entries()) {
    let baseline = Number.NEGATIVE_INFINITY;
    for (const [, left, top, right, , text] of part.matchAll(
      /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g,
    )) {
      if (Math.abs(Number(top) - baseline) > 3) lines.push({ page, words: [] });
      baseline = Number(top);
      lines.at(-1).words.push({ text: plainText(text), left: Number(left), right: Number(right) });
    }
  }
  return lines;
}

const plainText = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Spaces and hyphens come and go with line ends; ligatures are letters. */
const lettersOf = (text) => text.normalize('NFKC').replace(/[\s\u00ad\u2010-]/g, '');
