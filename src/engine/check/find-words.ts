/** Where words of a page were written, more exactly than the element around them can say. */
import type { SourceFile, Span } from '../source/source-file.ts';

/** What an author wrote that templates print as it stands. */
export interface Written {
  /** The YAML files, then the sections, of which only the title is printed by a template. */
  readonly files: readonly SourceFile[];
  readonly authors: readonly string[];
}

/**
 * Returns the place of `words`: in the stretch that they came from, or, where a template printed them, in the author's
 * own files. `origin` itself when they are in none of these as they stand.
 */
export function findWords(words: string, origin: Span | undefined, { files }: Written): Span | undefined {
  const stretch = origin?.file.text.slice(origin.start, origin.end).indexOf(words);
  if (origin && stretch !== undefined && stretch !== -1) return spanAt(origin.file, origin.start + stretch, words);
  if (origin && !origin.file.path.endsWith('.hbs')) return origin;
  for (const file of files) {
    const start = file.path.endsWith('.md') ? findInTitle(words, file.text) : file.text.indexOf(words);
    if (start !== -1) return spanAt(file, start, words);
  }
  return origin;
}

function findInTitle(words: string, text: string): number {
  const title = /^#\s.*/m.exec(text);
  const at = title ? title[0].indexOf(words) : -1;
  return at === -1 ? -1 : title!.index + at;
}

const spanAt = (file: SourceFile, start: number, words: string): Span => ({ file, start, end: start + words.length });
