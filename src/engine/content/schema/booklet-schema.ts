/** JSON Schema of booklet.yaml. Descriptions are what an editor shows while typing; title and examples appear in our messages. */
import { chartDataPlaces } from '../booklet.ts';
import { knownEditions } from '../editions.ts';
import { date, languageTag, sourceId, text } from './schema-parts.ts';
import type { Schema } from './schema-type.ts';

/** What may stand in booklet.yaml. */
export const bookletSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'booklet',
  description: 'What a booklet is called, for whom it is, and how it is printed.',
  type: 'object',
  additionalProperties: false,
  required: ['title'],
  properties: {
    title: text('The title, on the cover and in the running heads.'),
    subtitle: text('A line below the title.'),
    language: languageTag('The language of the text. Chooses hyphenation, labels, direction, quotation marks and digits.'),
    date: date('When the booklet was published.'),
    authors: {
      type: 'array',
      description: 'People or organizations, in the order in which they are named.',
      items: text('A person or organization.'),
    },
    audience: text('For whom the booklet is, as in "Ages 15 and over".'),
    rights: text('Who may copy the booklet, as in "CC BY 4.0".'),
    template: {
      type: 'string',
      title: 'template name',
      description: 'A folder in templates/.',
      pattern: '^[A-Za-z0-9_][A-Za-z0-9_.-]*$',
      examples: ['briefing'],
    },
    paper: {
      type: 'string',
      title: 'paper size',
      description: 'a3, a4, a5, a6, b5, letter, legal, half-letter, or a size such as 148mm x 210mm.',
      pattern:
        '^([aA][3456]|[bB]5|[lL]etter|LETTER|[lL]egal|LEGAL|[hH]alf-[lL]etter|[0-9.]+ *(mm|cm|in|pt)? *[x×] *[0-9.]+ *(mm|cm|in|pt))$',
      examples: ['a4', 'letter', 'a5', 'half-letter', '148mm x 210mm'],
    },
    objectives: { type: 'array', description: 'What readers will be able to do.', items: text('One objective, in Markdown.') },
    keyFacts: {
      type: 'array',
      description: 'A few figures worth remembering.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['value', 'label'],
        properties: {
          value: text('The figure itself, as in "4 in 5".'),
          label: text('What it counts, in Markdown.'),
          source: sourceId('Where it is from: the id of a source.'),
        },
      },
    },
    contentNote: text('Shown before the text when the subject is hard, in Markdown.'),
    chartData: {
      type: 'string',
      title: 'place',
      description:
        'Where the numbers of each chart are given as a table: nowhere, beside the chart, in an appendix, or only to those who listen.',
      enum: [...chartDataPlaces],
    },
    sourceCodes: {
      type: 'boolean',
      title: 'yes or no',
      description: 'Whether the list of sources prints a QR code beside each address, for readers with a phone.',
    },
    editions: {
      type: 'array',
      description: 'The copies to print; the first is the default.',
      minItems: 1,
      items: { type: 'string', title: 'edition', enum: knownEditions.map((edition) => edition.name) },
    },
  },
};
