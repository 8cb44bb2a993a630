/**
 * The booklet as templates see it: plain values under the names of `contextShape`, everything optional there as null
 * or an empty list. Nothing has a prototype, so that no path of a template leads out of the content.
 */

import type { Booklet, Edition, GlossaryEntry, Question, Section, Source } from '../content/booklet.ts';
import type { Labels } from '../content/labels.ts';
import { directionOf } from '../content/language.ts';
import type { Prose, ProseElement, ProseNode } from '../content/prose.ts';
import { noAttributes } from '../markup/element.ts';
import type { ProseContext } from './add-prose.ts';
import { PrintedProse } from './printed-prose.ts';

/** A value that a template can reach. */
export type ContextValue =
  | string
  | number
  | boolean
  | null
  | PrintedProse
  | readonly ContextValue[]
  | { readonly [name: string]: ContextValue };

/** Names and values without a prototype. */
export type ContextRecord = { readonly [name: string]: ContextValue };

/** Builds the context of a booklet in one edition. */
export function buildContext(booklet: Booklet, edition: Edition, labels: Labels): ContextRecord {
  const sourceNumbers = new Map(booklet.sources.map((source) => [source.id, source.number]));
  const printing = printingOf({ sourceNumbers, labels, direction: booklet.direction });
  const groups = groupQuestions(booklet);
  const numbers = numberQuestions(booklet, groups);
  const describeQuestion = (question: Question): ContextRecord => questionContext(question, numbers.get(question)!, printing);

  return record({
    booklet: record({
      name: booklet.name,
      title: booklet.title,
      subtitle: booklet.subtitle ?? null,
      language: booklet.language,
      direction: booklet.direction,
      date: booklet.date ?? null,
      authors: booklet.authors,
      audience: booklet.audience ?? null,
      rights: booklet.rights ?? null,
      objectives: booklet.objectives.map(printing.text),
      keyFacts: booklet.keyFacts.map((fact) =>
        record({
          value: fact.value,
          label: printing.text(fact.label),
          sourceId: fact.source ?? null,
          sourceNumber: (fact.source !== undefined && sourceNumbers.get(fact.source)) || null,
        }),
      ),
      contentNote: printing.blocks(booklet.contentNote),
      sections: booklet.sections.map((section, index) =>
        sectionContext(section, index + 1, groups.bySection.get(section.id)!.map(describeQuestion), printing),
      ),
      questions: groups.general.map(describeQuestion),
      glossary: booklet.glossary.map((entry) => glossaryContext(entry, printing)),
      sources: booklet.sources.map((source) => sourceContext(source, printing)),
      sourceCodes: booklet.sourceCodes,
    }),
    edition: record({
      name: edition.name,
      label: Object.hasOwn(labels.editions, edition.name) ? labels.editions[edition.name]! : edition.name,
      audience: edition.audience,
      showsAnswers: edition.showsAnswers,
      showsAnswerLines: edition.showsAnswerLines,
    }),
    labels: plainCopy(labels),
  });
}

/** Makes a record that inherits nothing. */
function record(fields: Readonly<Record<string, ContextValue>>): ContextRecord {
  return Object.assign(Object.create(null), fields) as ContextRecord;
}

/** Prose in the two places where it can stand. */
interface Printing {
  /** For `<div>{{body}}</div>`. */
  readonly blocks: (prose: Prose | undefined) => ContextValue;
  /** For `<p>{{label}}</p>`: a single paragraph stands in it without its tags. */
  readonly text: (prose: Prose | undefined) => ContextValue;
}

const printingOf = (context: ProseContext): Printing => ({
  blocks(prose) {
    if (prose?.isInline) return new PrintedProse(wrap('p', prose, prose.nodes), context);
    return prose && prose.nodes.length > 0 ? new PrintedProse(prose, context) : null;
  },
  text: (prose) => (prose ? new PrintedProse(wrap('span', prose, withoutParagraph(prose.nodes)), context) : null),
});

function wrap(name: string, prose: Prose, children: readonly ProseNode[]): Prose {
  const { start, end } = prose.origin;
  const element: ProseElement = { kind: 'element', name, attributes: noAttributes, children, start, end };
  return { file: prose.file, isInline: prose.isInline, nodes: [element], origin: prose.origin };
}

function withoutParagraph(nodes: readonly ProseNode[]): readonly ProseNode[] {
  const [only] = nodes;
  return nodes.length === 1 && only && isParagraph(only) && !holdsParagraph(only) ? only.children : nodes;
}

const isParagraph = (node: ProseNode): node is ProseElement => node.kind === 'element' && node.name === 'p';

const holdsParagraph = ({ children }: ProseElement): boolean =>
  children.some((child) => child.kind === 'callout' || (child.kind === 'element' && (isParagraph(child) || holdsParagraph(child))));

/** The questions of each section, and those about the whole booklet, in file order. */
interface QuestionGroups {
  readonly bySection: ReadonlyMap<string, readonly Question[]>;
  readonly general: readonly Question[];
}

/** A question whose section does not exist is printed with those about the whole booklet. */
function groupQuestions(booklet: Booklet): QuestionGroups {
  const bySection = new Map<string, Question[]>(booklet.sections.map((section) => [section.id, []]));
  const general: Question[] = [];
  for (const question of booklet.questions) (bySection.get(question.section ?? '') ?? general).push(question);
  return { bySection, general };
}

/** Questions are counted as they are printed: section by section, then those about the whole booklet. */
function numberQuestions(booklet: Booklet, groups: QuestionGroups): ReadonlyMap<Question, number> {
  const printed = [...booklet.sections.flatMap((section) => groups.bySection.get(section.id)!), ...groups.general];
  return new Map(printed.map((question, index) => [question, index + 1]));
}

function sectionContext(section: Section, number: number, questions: readonly ContextRecord[], printing: Printing): ContextRecord {
  return record({ id: section.id, number, title: section.title, body: printing.blocks(section.body), questions });
}

function questionContext(question: Question, number: number, printing: Printing): ContextRecord {
  return record({
    id: question.id,
    number,
    question: printing.blocks(question.question),
    level: question.level,
    kind: question.kind,
    minutes: question.minutes ?? null,
    grouping: question.grouping ?? null,
    sectionId: question.section ?? null,
    answerLines: question.answerLines === 'fill' ? 0 : question.answerLines,
    fillsPage: question.answerLines === 'fill',
    options: question.options.map(printing.text),
    matches: question.matches.map(printing.text),
    hasAnswer: question.answer !== undefined || question.lookFor.length > 0,
    answer: printing.blocks(question.answer),
    lookFor: question.lookFor.map(printing.text),
  });
}

function glossaryContext(entry: GlossaryEntry, printing: Printing): ContextRecord {
  return record({
    id: entry.id,
    term: entry.term,
    aliases: entry.aliases,
    definition: printing.blocks(entry.definition),
    translations: [...entry.translations].map(([language, text]) => record({ language, direction: directionOf(language), text })),
  });
}

function sourceContext(source: Source, printing: Printing): ContextRecord {
  return record({
    id: source.id,
    number: source.number,
    title: source.title,
    author: source.author ?? null,
    publisher: source.publisher ?? null,
    date: source.date ?? null,
    url: source.url ?? null,
    accessed: source.accessed ?? null,
    language: source.language ?? null,
    note: printing.text(source.note),
  });
}

/** Copies plain values; whatever else labels may hold is not for templates. */
function plainCopy(value: unknown): ContextValue {
  if (Array.isArray(value)) return value.map(plainCopy);
  if (typeof value !== 'object' || value === null) return typeof value === 'string' || typeof value === 'number' ? value : null;
  return record(Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plainCopy(inner)])));
}
