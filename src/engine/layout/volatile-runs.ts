/**
 * Runs that print page numbers. Their text is poured in when the numbers are known; a list of pages becomes as many
 * runs as it has pages then, each a link to its place, and its part of the tag tree is made anew with them.
 */
import type { StyledElement } from '../style/style.ts';
import { type InlineRun, textRun } from '../text/paragraph.ts';
import type { RunTrace } from './flow.ts';
import { leafIn } from './grow-inline.ts';
import { autospaceOf, type GrowingStructure, type LayoutContext, textStyleOf } from './layout-context.ts';
import { foldPages, type IndexedPlace, pagesOfPlaces, writeSpan } from './page-list.ts';
import type { PageReferences } from './page-references.ts';
import { plainTrace } from './plain-trace.ts';

/** Runs with a trace for each. */
export interface TracedRuns {
  readonly runs: readonly InlineRun[];
  readonly traces: readonly RunTrace[];
}

/** Some runs of a paragraph that depend on page numbers. */
export interface VolatileRuns {
  readonly first: number;
  readonly count: number;
  renew(references: PageReferences): TracedRuns;
}

/** Returns the runs of a paragraph with these page numbers in them. */
export function renewRuns(
  { runs, traces, volatileRuns }: TracedRuns & { readonly volatileRuns: readonly VolatileRuns[] },
  references: PageReferences,
): TracedRuns {
  const renewed: { runs: InlineRun[]; traces: RunTrace[] } = { runs: [], traces: [] };
  const take = (part: TracedRuns, from: number, to: number): void => {
    for (let index = from; index < to; index += 1) {
      renewed.runs.push(part.runs[index]!);
      renewed.traces.push(part.traces[index]!);
    }
  };
  let done = 0;
  for (const { first, count, renew } of volatileRuns) {
    take({ runs, traces }, done, first);
    const part = renew(references);
    take(part, 0, part.runs.length);
    done = first + count;
  }
  take({ runs, traces }, done, runs.length);
  return renewed;
}

/** A run of text is never empty. */
const nothingYet = '\u200b';

/** Returns what makes the pages of an entry of the index; its tags are a reference with a link for each page or range. */
export function pageListOf(
  list: StyledElement,
  parent: GrowingStructure,
  context: LayoutContext,
  baselineShift: number,
): VolatileRuns['renew'] {
  const marks = list.children.filter((child): child is StyledElement => child.kind === 'element');
  const places = marks.map(
    (mark): IndexedPlace => ({
      to: mark.attributes.get('to') ?? '',
      through: mark.attributes.get('through'),
      isPrincipal: mark.attributes.get('class') === 'principal',
    }),
  );
  const reference: GrowingStructure = { role: 'Reference', children: [] };
  parent.children.push(reference);
  return (references) => {
    reference.children.length = 0;
    const made: { runs: InlineRun[]; traces: RunTrace[] } = { runs: [], traces: [] };
    const add = (text: string, structure: GrowingStructure, { style, origin }: StyledElement, link?: RunTrace['link']): void => {
      const autospace = autospaceOf(style, baselineShift);
      made.runs.push(textRun(text, { style: textStyleOf(style), baselineShift, hyphens: 'manual', autospace }));
      made.traces.push({ ...plainTrace(style, leafIn(structure, context), origin), link, baselineShift: baselineShift || undefined });
    };
    for (const [index, span] of foldPages(pagesOfPlaces(places, references)).entries()) {
      if (index > 0) add(context.words.label('listComma'), reference, list);
      const text = writeSpan(span, context.words);
      const link: GrowingStructure = { role: 'Link', children: [] };
      reference.children.push(link);
      const { place } = span.from;
      add(text, link, marks[place]!, { target: `#${places[place]!.to}`, description: `${context.words.label('page')} ${text}` });
    }
    if (made.runs.length === 0) add(nothingYet, reference, list);
    return made;
  };
}
