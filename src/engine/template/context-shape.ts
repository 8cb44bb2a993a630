/**
 * The names that a template can use, as a table: templates are checked against it before they run,
 * `buildContext` fills it, and the template author's manual is generated from it.
 */

/** What stands behind a name. `prose` is text with markup: it prints as elements, not as text. */
export type Shape =
  | { readonly kind: 'text' | 'prose' | 'number' | 'flag' | 'anything'; readonly description: string }
  | { readonly kind: 'list'; readonly description: string; readonly item: Shape }
  | RecordShape;

/** A group of names. */
export interface RecordShape {
  readonly kind: 'record';
  readonly description: string;
  readonly fields: Readonly<Record<string, Shape>>;
}

const text = (description: string): Shape => ({ kind: 'text', description });
const prose = (description: string): Shape => ({ kind: 'prose', description });
const number = (description: string): Shape => ({ kind: 'number', description });
const flag = (description: string): Shape => ({ kind: 'flag', description });
const list = (description: string, item: Shape): Shape => ({ kind: 'list', description, item });
const record = (description: string, fields: Readonly<Record<string, Shape>>): RecordShape => ({ kind: 'record', description, fields });

const question = record('A question.', {
  id: text('`question-3`, in the order of questions.yaml; for `id`.'),
  number: number('Its number as printed, counted through the booklet.'),
  question: prose('What is asked, as blocks.'),
  level: text('How hard: `remember` to `create`; print it with {{level}}.'),
  kind: text('`open`, `choice`, `true-false`, `match`, `order`, `fill-in` or `scale`.'),
  minutes: number('How long it takes, or nothing.'),
  grouping: text('`alone`, `pairs`, `groups`, `class` or nothing; print it with {{grouping}}.'),
  sectionId: text('The section that it belongs to, or nothing.'),
  answerLines: number('How many lines to write on; 0 when it fills the page.'),
  fillsPage: flag('Whether the rest of the page is for the answer.'),
  options: list('Choices, items to order, left sides of a matching, statements of a scale.', prose('One of them, as text.')),
  matches: list('Right sides of a matching.', prose('One of them, as text.')),
  hasAnswer: flag('Whether there is an answer or something to look for; never in editions for students.'),
  answer: prose('The answer as blocks, or nothing; never there in editions for students.'),
  lookFor: list('What a good answer mentions; empty in editions for students.', prose('One of them, as text.')),
});

const section = record('A section of the booklet.', {
  id: text('File name without its ending: `03-routes`.'),
  number: number('From 1.'),
  title: text('Its heading.'),
  body: prose('Everything below the heading, as blocks.'),
  questions: list('The questions about this section.', question),
});

const glossaryEntry = record('An entry of the glossary.', {
  id: text('Made from the term: `straw-purchase`.'),
  term: text('The word or words.'),
  aliases: list('Other forms of the word.', text('One of them.')),
  definition: prose('What it means, as blocks.'),
  translations: list(
    'The word in other languages.',
    record('A translation.', {
      language: text('The language, as in `es`; for `lang`.'),
      direction: text('`ltr` or `rtl`; for `dir`.'),
      text: text('The word in that language.'),
    }),
  ),
});

const source = record('A source.', {
  id: text('As in `[@smith-2026]`.'),
  number: number('As printed in citations.'),
  title: text('Title.'),
  author: text('Author, or nothing.'),
  publisher: text('Publisher, or nothing.'),
  date: text('When it was published, or nothing; print it with {{date}}.'),
  url: text('Web address, or nothing.'),
  accessed: text('When it was last read, or nothing; print it with {{date}}.'),
  language: text('The language of author, title and publisher, as in `en`, or nothing; for `lang`.'),
  note: prose('What else is to be said, as text, or nothing.'),
});

/** Everything but the labels, which are those of the booklet's language. */
export const contextShape = {
  booklet: record('The booklet.', {
    name: text('Name of its folder.'),
    title: text('Title.'),
    subtitle: text('Subtitle, or nothing.'),
    language: text('Its language, as in `en`.'),
    direction: text('`ltr` or `rtl`.'),
    date: text('Its date, or nothing; print it with {{date}}.'),
    authors: list('Who wrote it.', text('A name.')),
    audience: text('Whom it is for, or nothing.'),
    rights: text('Copyright or licence, or nothing.'),
    objectives: list('What readers will learn.', prose('An objective, as text.')),
    keyFacts: list(
      'Figures to remember.',
      record('A key fact.', {
        value: text('The figure: `4 in 5`.'),
        label: prose('What it says, as text.'),
        sourceId: text('The source that says so, or nothing.'),
        sourceNumber: number('The number of that source, or nothing.'),
      }),
    ),
    contentNote: prose('What readers should know before they read, as blocks, or nothing.'),
    sections: list('The sections in order.', section),
    questions: list('Questions about the whole booklet.', question),
    glossary: list('The glossary in order of the file.', glossaryEntry),
    sources: list('The sources in order of the file.', source),
    sourceCodes: flag('Whether the list of sources has a QR code for each address.'),
  }),
  edition: record('The edition that is made.', {
    name: text('`student`, `facilitator`.'),
    label: text('Its name for readers.'),
    audience: text('`student` or `facilitator`.'),
    showsAnswers: flag('Whether answers are printed.'),
    showsAnswerLines: flag('Whether lines to write on are printed.'),
  }),
} as const satisfies Readonly<Record<string, RecordShape>>;

/** The shape of all that a template sees, with the labels that are really there. */
export function shapeOfContext(labels: object): RecordShape {
  return record('', { ...contextShape, labels: shapeOfValue(labels) });
}

/** Derives the shape of plain values. */
function shapeOfValue(value: unknown): Shape {
  if (typeof value === 'number') return number('');
  if (typeof value !== 'object' || value === null) return text('');
  if (Array.isArray(value)) return list('', shapeOfValue(value[0]));
  return record('', Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOfValue(inner)])));
}
