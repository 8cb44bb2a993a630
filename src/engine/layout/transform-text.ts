/** What is printed of a text: `text-transform` in other letters, `white-space: pre` with its spaces kept. */
import type { Style } from '../style/style.ts';

/** Returns the text as its style prints it. */
export function transformText(text: string, style: Style): string {
  switch (style.textTransform) {
    case 'uppercase':
      return text.toUpperCase();
    case 'lowercase':
      return text.toLowerCase();
    case 'capitalize':
      return text.replace(/(^|[^\p{L}\p{M}\p{N}])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
    default:
      return text;
  }
}

/** Returns a line of preformatted text, or what follows after `column` characters of it, with spaces that stay; tabs go to the next column of four. */
export function keepSpaces(line: string, column: number): string {
  let kept = '';
  for (const character of line) {
    if (character === '\t') kept += '\u00a0'.repeat(4 - ((column + kept.length) % 4));
    else kept += character === ' ' ? '\u00a0' : character;
  }
  return kept;
}
