/** Pieces that several schemas share. */
import { languageTagPattern } from '../language.ts';
import type { Schema } from './schema-type.ts';

/** Text that must not be empty. */
export const text = (description: string): Schema => ({ type: 'string', description, pattern: '\\S' });

/** An ISO 8601 date, as exact as is known. */
export const date = (description: string): Schema => ({
  type: 'string',
  title: 'date',
  description,
  pattern: '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$',
  examples: ['2026-03-03', '2026-03', '2026'],
});

/** A BCP 47 tag. */
export const languageTag = (description: string): Schema => ({
  type: 'string',
  title: 'language code',
  description,
  pattern: languageTagPattern,
  examples: ['en', 'es', 'pt-BR', 'ar'],
});

/** The id of a source. */
export const sourceId = (description: string): Schema => ({
  type: 'string',
  title: 'source id',
  description,
  pattern: '^[\\p{L}\\p{N}_][\\p{L}\\p{N}_.:-]*$',
  examples: ['smith-2026'],
});
