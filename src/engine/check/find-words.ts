/** Where words of a page were written, more exactly than the element around them can say. */
import type { SourceFile, Span } from '../source/source-file.ts';

/**
 * Returns the place of `words`: in the stretch that they came from, or, where a template printed them, in the author's
 * YAML file. `origin` itself when they are in none of these as they stand.
 */
export function findWords(words: string, origin: Span | undefined, written: readonly SourceFile[]): Span | undefined {
  const stretch = origin?.file.text.slice(origin.start, origin.end).indexOf(words);
  if (origin && stretch !== undefined && stretch !== -1) return spanAt(origin.file, origin.start + stretch, words);
  if (origin && !origin.file.path.endsWith('.hbs')) return origin;
  for (const file of written) {
    const start = file.text.indexOf(words);
    if (start !== -1) return spanAt(file, start, words);
  }
  return origin;
}

const spanAt = (file: SourceFile, start: number, words: string): Span => ({ file, start, end: start + words.length });
