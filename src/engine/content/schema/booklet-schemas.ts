/** All schemas by the file they describe: published for editors, and used to check the files. */
import { bookletSchema } from './booklet-schema.ts';
import { glossarySchema } from './glossary-schema.ts';
import { questionsSchema } from './questions-schema.ts';
import type { Schema } from './schema-type.ts';
import { sourcesSchema } from './sources-schema.ts';

/** The schema of each YAML file of a booklet, by the file's name without its ending. */
export const bookletSchemas = {
  booklet: bookletSchema,
  glossary: glossarySchema,
  questions: questionsSchema,
  sources: sourcesSchema,
} as const satisfies Readonly<Record<string, Schema>>;
