/** Alternative texts that help nobody: empty, a file name, "picture", the caption once more, or a whole page. */

import { type MarkupElement, textOf } from '../markup/element.ts';
import { codeScheme } from '../markup/expand-codes.ts';
import type { Report } from '../source/diagnostic.ts';
import { pictureOpenings, pictureWords } from './picture-words.ts';
import { plainWords } from './plain-words.ts';
import * as problems from './problems.ts';

/** Screen readers read an alternative text in one breath and cannot be stopped in it. */
const longest = 250;

/** Fewer words name a subject, and cannot say what a chart shows. */
const fewestWords = 2;

/** Checks a picture or chart. `figure` is the figure that it stands in. */
export function checkAlternative(picture: MarkupElement, figure: MarkupElement | undefined, report: Report): void {
  const alt = picture.attributes.get('alt');
  // The words of a QR code are made from its address.
  if (alt === undefined || picture.attributes.get('src')?.startsWith(codeScheme)) return;
  const caption = figure?.children.find((child) => child.kind === 'element' && child.name === 'figcaption');
  const what = picture.name === 'chart' ? 'chart' : 'picture';
  const { origin } = picture;
  if (alt.trim() === '') {
    // In Markdown an empty text is an error of its own; in a template alt="" says that a picture is mere decoration.
    const isDecoration = what === 'picture' && alt === '' && !caption;
    if (origin?.file.path.endsWith('.hbs') && !isDecoration) report(problems.emptyAlternative(what, caption !== undefined, origin));
    return;
  }
  const words = plainWords(alt);
  const opening = pictureOpenings().find((phrase) => words.startsWith(`${phrase} `));
  const isRepeated = caption !== undefined && ` ${plainWords(textOf(caption))} `.includes(` ${words} `);
  const length = [...alt].length;
  if (isFileName(alt, picture.attributes.get('src') ?? '') || pictureWords().has(words))
    report(problems.uselessAlternative(alt, what, origin));
  else if (isRepeated) report(problems.alternativeRepeatsCaption(what, origin));
  else if (opening !== undefined) report(problems.alternativeSaysPicture(alt.trim().slice(0, opening.length), origin));
  else if (what === 'chart' && countWords(words) < fewestWords) report(problems.shortAlternative(alt, origin));
  if (length > longest) report(problems.longAlternative(length, longest, origin));
}

function isFileName(alt: string, src: string): boolean {
  const fileName = src.slice(src.lastIndexOf('/') + 1);
  const names = [fileName, fileName.replace(/\.(?:v[lg]\.)?[a-z]+$/i, ''), src].map((name) => name.toLowerCase());
  const said = alt.trim().toLowerCase();
  return names.includes(said) || /^\S+\.(?:png|jpe?g|gif|svg|webp|ya?ml|json)$/.test(said);
}

/** Scripts without spaces have no words to count. */
const countWords = (words: string): number => (/[\u3040-\u9fff\u0e00-\u0eff]/.test(words) ? fewestWords : words.split(' ').length);
