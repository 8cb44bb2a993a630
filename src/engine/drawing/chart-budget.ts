/**
 * How much one chart may do: counts evaluations, marks and characters, and judges regular expressions.
 *
 * The limits are far above what can be read on a page; whatever passes them is a slip or an attack. Going over
 * one throws `ChartTooLarge`, which ends the chart and becomes a message.
 */

/** Thrown when a chart asks for more than it may; its message says of what. */
export class ChartTooLarge extends Error {}

/** Counts what one chart does. */
export interface ChartBudget {
  /** Counts evaluations of expressions, or work of that order. */
  spend(steps: number): void;
  /** Counts the placing of one mark or part of an axis. */
  spendMark(): void;
  /** Counts an expression that is prepared: each panel of a grid of charts prepares all of its own. */
  spendProgram(): void;
  /** Refuses a text or list that is too long. */
  checkLength(length: number): void;
  /** Refuses patterns that can take exponential time, and returns the others. */
  checkPattern(source: string, pattern: RegExp): RegExp;
  /** Counts the work of matching a text. */
  spendMatch(pattern: RegExp, text: string): void;
}

/** Most rows of data in one chart; some of Vega's transforms take the square of it. */
export const maxRows = 20_000;
/** What is said of a sequence that is longer than data may be. */
export const tooLongSequence = (): ChartTooLarge => new ChartTooLarge(`a sequence has more than ${maxRows} numbers`);
/** Most rows that transforms may make out of these. */
export const maxMadeRows = 200_000;
/** Most marks: a page has fewer printable dots in a line. */
export const maxMarks = 100_000;
/** Longest text or list that an expression may make. */
export const maxLength = 20_000;
const maxSteps = 10_000_000;
const maxPrograms = 25_000;
const maxPanels = 500;
const longestPattern = 200;

/** Refuses a Vega-Lite chart that repeats its panels too often: each is compiled on its own, which takes longer than drawing. */
export function checkPanels(spec: unknown): void {
  if (countPanels(spec) > maxPanels) throw new ChartTooLarge('the chart has too many panels');
}

function countPanels(spec: unknown): number {
  if (typeof spec !== 'object' || spec === null) return 1;
  const { repeat, spec: inner, ...parts } = spec as Readonly<Record<string, unknown>>;
  const lists = Array.isArray(repeat) ? [repeat] : typeof repeat === 'object' && repeat !== null ? Object.values(repeat) : [];
  const times = lists.reduce<number>((product, list) => product * (Array.isArray(list) ? Math.max(1, list.length) : 1), 1);
  const beside = ['concat', 'hconcat', 'vconcat', 'layer'].flatMap((name) =>
    Array.isArray(parts[name]) ? (parts[name] as unknown[]) : [],
  );
  return times * beside.reduce<number>((total, part) => total + countPanels(part), inner === undefined ? 1 : countPanels(inner));
}

/** Makes the budget of one chart. */
export function createChartBudget(): ChartBudget {
  let steps = 0;
  let marks = 0;
  let programs = 0;
  const spend = (count: number): void => {
    steps += count;
    if (steps > maxSteps) throw new ChartTooLarge('the expressions of the chart take too long');
  };
  return {
    spend,
    spendMark: () => {
      if (++marks > maxMarks) throw new ChartTooLarge(`the chart draws more than ${maxMarks} marks`);
    },
    spendProgram: () => {
      if (++programs > maxPrograms) throw new ChartTooLarge('the chart has too many panels');
    },
    checkLength: (length) => {
      if (!(length <= maxLength)) throw new ChartTooLarge(`an expression of the chart makes a text or list longer than ${maxLength}`);
    },
    checkPattern: (source, pattern) => {
      if (source.length > longestPattern || repeatsRepetition(source)) {
        throw new ChartTooLarge(`the pattern /${source.slice(0, 40)}/ may take too long`);
      }
      return pattern;
    },
    spendMatch: (pattern, text) => {
      // Each open-ended repetition may multiply the work by the length of the text.
      const repetitions = pattern.source.match(/[*+]|\{\d+,\}/g)?.length ?? 0;
      spend(1 + (text.length + 1) ** (1 + Math.min(repetitions, 6)) / 1000);
    },
  };
}

/** Tells whether a group that holds a repetition or a choice is itself repeated, or a pattern refers back to a group. */
function repeatsRepetition(source: string): boolean {
  const plain = source
    .replace(/\\[1-9k]/g, '\u0000')
    .replace(/\\./g, 'x')
    .replace(/\[[^\]]*\]/g, 'x');
  if (plain.includes('\u0000')) return true;
  const groups: boolean[] = [];
  for (let at = 0; at < plain.length; at++) {
    const letter = plain[at]!;
    if (letter === '(') groups.push(false);
    else if (/[*+{|]/.test(letter)) groups.fill(true);
    else if (letter === ')') {
      const isOpenEnded = groups.pop();
      if (isOpenEnded && /[*+{]/.test(plain[at + 1] ?? '')) return true;
    }
  }
  return false;
}
