/** Texts as they are compared: in lower case, without punctuation, with single spaces. */

/** Returns the words of a text and nothing else. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
