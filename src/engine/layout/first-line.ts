/** `::first-line` (CSS Pseudo-Elements 4, section 2.1): the runs of a block in the style of its first line, and of the others. */
import type { Style } from '../style/style.ts';
import type { InlineRun, TextPlace } from '../text/paragraph.ts';
import { cutRun, joinAt } from '../text/set-first-line.ts';
import type { RunTrace } from './flow.ts';
import { textStyleOf } from './layout-context.ts';
import { transformText } from './transform-text.ts';
import type { TracedRuns } from './volatile-runs.ts';

/** The style of a block, and that of its first line. */
export interface FirstLine {
  readonly block: Style;
  readonly line: Style;
}

/** What the first line may have of its own. */
const properties = ['color', 'fontFamily', 'fontWeight', 'fontStyle', 'fontFeatures', 'letterSpacing', 'textTransform'] as const;

/** Tells whether letters change otherwise in the first line than in its block: then runs have to be collected as they were written. */
export const changesLetters = ({ block, line }: FirstLine): boolean => block.textTransform !== line.textTransform;

/** Returns runs that were collected as they were written in the letters of their own styles. */
export const inOwnLetters = ({ runs, traces }: TracedRuns): TracedRuns => ({
  runs: runs.map((run, index) => (run.kind === 'text' ? { ...run, text: transformInPlace(run.text, traces[index]!.style) } : run)),
  traces,
});

/** Returns the runs as they are in the first line. What is in it inherits from it, unless it has a style of its own. */
export function runsOfFirstLine({ runs, traces }: TracedRuns, firstLine: FirstLine): TracedRuns {
  const styles = traces.map(({ style }) => styleInFirstLine(style, firstLine));
  const isAsWritten = changesLetters(firstLine);
  return {
    runs: runs.map((run, index): InlineRun => {
      const style = styles[index]!;
      if (run.kind !== 'text' || (style === traces[index]!.style && !isAsWritten)) return run;
      return { ...run, style: textStyleOf(style), text: isAsWritten ? transformInPlace(run.text, style) : run.text };
    }),
    traces: traces.map((trace, index) => (styles[index] === trace.style ? trace : { ...trace, style: styles[index]! })),
  };
}

/** Returns the runs of a paragraph that was set with a first line; `secondLine` is where that ends. */
export function joinFirstLine(first: TracedRuns, others: TracedRuns, secondLine: TextPlace | undefined): TracedRuns {
  if (!secondLine) return first;
  return {
    runs: joinAt(secondLine, first.runs, others.runs, cutRun),
    traces: joinAt(secondLine, first.traces, others.traces, goingOn),
  };
}

/** Notes and names belong to the line on which a run begins. */
const goingOn = (trace: RunTrace): RunTrace => ({ ...trace, note: undefined, anchors: undefined });

const known = new WeakMap<Style, WeakMap<Style, Style>>();

function styleInFirstLine(style: Style, { block, line }: FirstLine): Style {
  // A drop cap is no part of the line.
  if (style.initialLetter > 1) return style;
  let ofLine = known.get(line);
  if (!ofLine) known.set(line, (ofLine = new WeakMap()));
  let found = ofLine.get(style);
  if (!found) {
    const inherited = properties.filter((name) => areEqual(style[name], block[name]) && !areEqual(line[name], block[name]));
    found = inherited.length === 0 ? style : { ...style, ...Object.fromEntries(inherited.map((name) => [name, line[name]])) };
    ofLine.set(style, found);
  }
  return found;
}

const areEqual = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);

/** Changes letters only where the text keeps its length; ß then has a capital of its own. */
function transformInPlace(text: string, style: Style): string {
  const whole = transformText(text, style);
  if (whole.length === text.length) return whole;
  const changed = style.textTransform === 'capitalize' ? /(?<![\p{L}\p{M}\p{N}])\p{Ll}/gu : /./gsu;
  return text.replace(changed, (letter) => {
    const other = transformText(letter, style);
    return other.length === letter.length ? other : letter === 'ß' ? 'ẞ' : letter;
  });
}
