/** JSON Schema of sources.yaml. */
import { date, languageTag, sourceId, text } from './schema-parts.ts';
import type { Schema } from './schema-type.ts';

/** What may stand in sources.yaml. */
export const sourcesSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'sources',
  description: 'What the booklet cites, in the order in which it is numbered.',
  type: 'array',
  items: {
    type: 'object',
    title: 'source',
    additionalProperties: false,
    required: ['id', 'title'],
    properties: {
      id: sourceId('What the text cites it by, as in [@smith-2026].'),
      author: text('Who wrote it.'),
      title: text('What it is called.'),
      publisher: text('Who published it.'),
      date: date('When it was published.'),
      url: {
        type: 'string',
        title: 'web address',
        description: 'Where it can be read.',
        pattern: '^https?://[^\\s<>"]+$',
        examples: ['https://example.org/report'],
      },
      accessed: date('When it was last read there.'),
      language: languageTag('The language of the title, where it is not that of the booklet.'),
      note: text('Anything else worth saying, in Markdown.'),
    },
  },
};
