/** The files of one compilation, numbered in the order in which they are read; origin stamps refer to these numbers. */
import { createSourceFile, type SourceFile } from './source-file.ts';

/** A growing list of source files. `files[n].id` is `n`, as `readStamp` expects. */
export interface SourceList {
  readonly files: readonly SourceFile[];
  /** Makes a source file of a text, remembers it and returns it. `digest` is what the text may be known by. */
  add(path: string, text: string, digest?: string): SourceFile;
}

/** Starts an empty list of source files. */
export function createSourceList(): SourceList {
  const files: SourceFile[] = [];
  return {
    files,
    add(path, text, digest) {
      const file = createSourceFile(files.length, path, text, digest);
      files.push(file);
      return file;
    },
  };
}
