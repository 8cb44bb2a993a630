/** Kept files as texts. */
import type { TextStore } from '../engine/source/workspace.ts';
import type { KeptFiles } from './kept-files.ts';

/** Returns a store of texts in these files. */
export const textStore = (files: KeptFiles): TextStore => ({
  read: (key) => files.read(key)?.toString('utf8'),
  write: (key, content) => files.write(key, content),
});
