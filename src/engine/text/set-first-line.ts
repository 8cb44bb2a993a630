/**
 * Sets a paragraph whose first line is in another style. Where that line ends depends on its style, and no other line does: so the
 * whole is set in the style of the first line to find its end, and what follows is set anew in its own style.
 */
import type { InlineRun, ParagraphStyle, SetLine, SetParagraph, TextPlace } from './paragraph.ts';
import { setParagraph } from './set-paragraph.ts';
import type { TextContext } from './text-context.ts';

/** The same runs twice, with texts of the same length. */
export interface RunsInStyles {
  readonly first: readonly InlineRun[];
  readonly others: readonly InlineRun[];
}

/** Sets it. Its lines count their runs as `joinAt` puts them. */
export function setFirstLine(runs: RunsInStyles, style: ParagraphStyle, context: TextContext): SetParagraph {
  const inFirst = setParagraph(runs.first, style, context);
  const { secondLine } = inFirst;
  if (!secondLine) return inFirst;
  const { insets, hanging } = style;
  const rest = setParagraph(
    joinAt(secondLine, [], runs.others, cutRun),
    { ...style, indent: 0, insets: insets?.slice(1), hanging: hanging && { ...hanging, first: false } },
    context,
  );
  const shift = runsBefore(secondLine);
  const shifted = (line: SetLine): SetLine => ({
    ...line,
    firstRun: line.firstRun + shift,
    lastRun: line.lastRun + shift,
    segments: line.segments.map((segment) => ({ ...segment, run: segment.run + shift })),
  });
  const longLine = inFirst.beginsLong ? inFirst.longLine : rest.longLine && shifted(rest.longLine);
  const lines = [inFirst.lines[0]!, ...rest.lines.map(shifted)];
  return { lines, isSound: inFirst.isSound && rest.isSound, longLine, secondLine };
}

/** Joins what belongs to the runs of the first line and to those of the others; `cut` gives what is left of the one that both lines have. */
export function joinAt<Item>(
  { run, offset }: TextPlace,
  first: readonly Item[],
  others: readonly Item[],
  cut: (item: Item, offset: number) => Item,
): readonly Item[] {
  const begun = first.slice(0, runsBefore({ run, offset }));
  return [...begun, offset === 0 ? others[run]! : cut(others[run]!, offset), ...others.slice(run + 1)];
}

/** Returns what is left of a run. */
export const cutRun = (run: InlineRun, offset: number): InlineRun => (run.kind === 'text' ? { ...run, text: run.text.slice(offset) } : run);

const runsBefore = ({ run, offset }: TextPlace): number => (offset === 0 ? run : run + 1);
