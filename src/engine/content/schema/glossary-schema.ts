/** JSON Schema of glossary.yaml. */
import { languageTag, text } from './schema-parts.ts';
import type { Schema } from './schema-type.ts';

/** What may stand in glossary.yaml. */
export const glossarySchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'glossary',
  description: 'The words that readers may not know.',
  type: 'array',
  items: {
    type: 'object',
    title: 'glossary entry',
    additionalProperties: false,
    required: ['term', 'definition'],
    properties: {
      term: text('The word or phrase, as in the text.'),
      aliases: { type: 'array', description: 'Other forms that mean the same.', items: text('One form.') },
      definition: text('What it means, in Markdown.'),
      translations: {
        type: 'object',
        description: 'The term in other languages, by language tag.',
        propertyNames: languageTag('A language.'),
        additionalProperties: text('The term in that language.'),
      },
    },
  },
};
