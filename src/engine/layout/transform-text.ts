/** What is printed of a text: `text-transform` in other letters, `white-space: pre` with its spaces kept. */
import type { Style } from '../style/style.ts';
import { upperCase } from '../text/upper-case.ts';

/** Returns the text as its style prints it. */
export function transformText(text: string, style: Style): string {
  switch (style.textTransform) {
    case 'uppercase':
      return upperCase(text, style.language);
    case 'lowercase':
      return text.toLowerCase();
    case 'capitalize':
      // A letter behind an apostrophe is inside of a word; the Dutch ij is one letter.
      return text.replace(/(?<![\p{L}\p{M}\p{N}]['’]?)(?:ij|\p{Ll})/gu, (letters) =>
        letters === 'ij' && !/^nl\b/i.test(style.language) ? 'Ij' : upperCase(letters, style.language),
      );
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
