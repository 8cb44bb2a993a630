/** Kept files as texts of JSON. */
import type { TextStore } from '../engine/source/workspace.ts';
import type { KeptFiles } from './kept-files.ts';

/** Returns a store of JSON in these files. */
export const textStore = (files: KeptFiles): TextStore => ({
  read: (key) => files.read(key)?.toString('latin1'),
  write: (key, json) => files.write(key, bytesOf(json)),
});

/**
 * Returns JSON with one byte a character; those beyond Latin 1 are escapes, which JSON has in texts only. V8 reads that in two thirds of
 * the time that UTF-8 takes (measured): what a booklet has beyond Latin 1 is mostly quotation marks.
 */
export const bytesOf = (json: string): Buffer =>
  Buffer.from(
    json.replace(/[^\0-\xff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
    'latin1',
  );
