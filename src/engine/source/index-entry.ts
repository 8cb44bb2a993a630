/** Reads what authors and templates write for the index: a main term, and terms below it after `!`, as in `water!boiling of`. */

/** Terms below terms below terms: readers do not follow deeper. */
const deepestEntry = 3;

/** Returns the terms from the main one down; undefined when one is empty or there are too many. `!!` stands for `!` itself. */
export function levelsOfEntry(text: string): readonly string[] | undefined {
  const levels = text
    .replaceAll('!!', '\u0000')
    .split('!')
    .map((level) => level.replaceAll('\u0000', '!').replace(/\s+/g, ' ').trim());
  return levels.length > deepestEntry || levels.includes('') ? undefined : levels;
}
