/** Judges set lines by numbers: how even the spaces are, and how often something happens that a careful typesetter avoids. */

/** A last line of one word, or part of one, in a paragraph of several lines is a runt. */
const runtWords = 1;
/** Gaps under each other on this many lines are a river, if each lies mostly under the one before. */
const riverLines = 4;

/**
 * Returns the marks of a sheet.
 *
 * @param {readonly import('./read-lines.mjs').ReadLine[]} lines
 * @param {{ measure: number, isJustified: boolean, space: number }} sheet `space` is the natural width of a space, in points
 */
export function judgeLines(lines, { measure, isJustified, space }) {
  const text = lines.filter((line) => line.kind === 'paragraph');
  const inner = text.filter((line) => !line.isLast);
  const ratios = inner.filter((line) => line.words.length > 1).map((line) => meanGap(line) / space);
  const left = Math.min(...text.map((line) => line.words[0].left));
  const short = inner.map((line) => (left + measure - line.words.at(-1).right) / measure);
  return {
    lines: text.length,
    ...(isJustified ? spacing(ratios) : raggedness(short)),
    hyphens: (100 * text.filter((line) => line.isDivided).length) / text.length,
    ladders: count(text, (line, at) => line.isDivided && text[at - 1]?.isDivided && !line.isFirst),
    runts: count(text, (line) => line.isLast && !line.isFirst && line.words.length <= runtWords),
    rivers: isJustified ? countRivers(text, space) : 0,
    widows: count(lines, (line, at) => line.kind === 'paragraph' && line.isLast && !line.isFirst && line.page !== lines[at - 1]?.page),
    orphans: count(lines, (line, at) => line.kind === 'paragraph' && line.isFirst && !line.isLast && line.page !== lines[at + 1]?.page),
    stranded: count(lines, (line, at) => line.kind === 'heading' && line.isLast && line.page !== lines[at + 1]?.page),
  };
}

/** Spaces as shares of their natural width: how far they are from it on the average and at the worst, and how many are wider than one and a half. */
function spacing(ratios) {
  const deviations = ratios.map((ratio) => Math.abs(ratio - 1));
  return {
    mean: 100 * mean(deviations),
    root: 100 * Math.sqrt(mean(deviations.map((deviation) => deviation ** 2))),
    widest: 100 * Math.max(...ratios),
    tightest: 100 * Math.min(...ratios),
    loose: (100 * ratios.filter((ratio) => ratio > 1.5).length) / ratios.length,
  };
}

/** What ragged lines lack, as shares of the measure. */
function raggedness(short) {
  const middle = mean(short);
  return {
    mean: 100 * middle,
    root: 100 * Math.sqrt(mean(short.map((share) => (share - middle) ** 2))),
    widest: 100 * Math.max(...short),
  };
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const count = (lines, test) => lines.filter(test).length;

function gapsOf({ words }) {
  return words.slice(1).map((word, index) => ({ left: words[index].right, right: word.left }));
}

const meanGap = (line) => mean(gapsOf(line).map(({ left, right }) => right - left));

function countRivers(lines, space) {
  let rivers = 0;
  let chains = [];
  for (const line of lines) {
    const before = line.isFirst ? [] : chains;
    chains = gapsOf(line).map((gap) => {
      const above = before.filter((chain) => Math.min(chain.right, gap.right) - Math.max(chain.left, gap.left) > space / 2);
      return { ...gap, length: 1 + Math.max(0, ...above.map((chain) => chain.length)) };
    });
    rivers += chains.filter((chain) => chain.length === riverLines).length;
  }
  return rivers;
}
