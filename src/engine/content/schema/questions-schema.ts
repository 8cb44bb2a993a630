/** JSON Schema of questions.yaml. */
import { groupings, questionKinds, questionLevels } from '../booklet.ts';
import { text } from './schema-parts.ts';
import type { Schema } from './schema-type.ts';

/** What may stand in questions.yaml. */
export const questionsSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'questions',
  description: 'Questions for discussion and for writing.',
  type: 'array',
  items: {
    type: 'object',
    title: 'question',
    additionalProperties: false,
    required: ['question'],
    properties: {
      question: text('The question, in Markdown.'),
      level: { type: 'string', title: 'level', description: 'How demanding the question is.', enum: questionLevels },
      kind: { type: 'string', title: 'kind of question', description: 'How it is answered.', enum: questionKinds },
      section: text('The section it belongs to: the name of its file without .md.'),
      minutes: { type: 'integer', title: 'number of minutes', description: 'How long it takes.', minimum: 1, maximum: 600, examples: [6] },
      grouping: { type: 'string', title: 'grouping', description: 'Who works together.', enum: groupings },
      answerLines: {
        title: 'number of lines',
        description: 'Lines to write on, or fill for the rest of the page.',
        anyOf: [{ type: 'integer', minimum: 0, maximum: 60 }, { enum: ['fill'] }],
        examples: [5, 'fill'],
      },
      options: {
        type: 'array',
        description: 'Choices, left sides of a matching, items to order, or statements of a scale.',
        items: text('One option, in Markdown.'),
      },
      matches: { type: 'array', description: 'Right sides of a matching.', items: text('One right side, in Markdown.') },
      answer: text('Printed in the facilitator edition only. Markdown.'),
      lookFor: { type: 'array', description: 'Signs of a good answer, for facilitators.', items: text('One sign, in Markdown.') },
    },
  },
};
