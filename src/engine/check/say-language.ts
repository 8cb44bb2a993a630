/** How an author can say which language words are in. That depends on where they were written: some texts are plain and take no marks. */
import type { Span } from '../source/source-file.ts';

/** Words that want a language, from where they came, and where they were found. */
export interface ForeignWords {
  readonly words: string;
  /** The tag to write. */
  readonly language: string;
  readonly origin: Span | undefined;
  readonly place: Span | undefined;
}

/** Returns the advice. */
export function sayLanguage({ words, language, origin, place }: ForeignWords): string {
  const file = place?.file.path ?? '';
  const mark = `lang="${language}"`;
  if (file.endsWith('.hbs')) return `say its language in the element around it: ${mark}`;
  const bracketed = `[${words.length > 20 ? 'words' : words}]{lang=${language}}`;
  const isPlain = origin?.file.path.endsWith('.hbs') === true;
  if (!isPlain) {
    const block = words.length > 20 ? `, or put whole paragraphs into a block such as :::note{lang=${language}}` : '';
    return `say its language: write ${bracketed}${block}`;
  }
  const inPlainText = 'this text takes no marks: write it in the language of the booklet';
  if (file.endsWith('sources.yaml')) return `say the language of the source: \`language: ${language}\``;
  if (file.endsWith('glossary.yaml')) return `${inPlainText}, and the original as \`translations: { ${language}: … }\``;
  if (file.endsWith('.md')) return `${inPlainText}, and the original as ${bracketed} in the text below it`;
  return `this text takes no marks: say \`language: ${language}\` if the whole booklet is in it, or let the template print it in an element with ${mark}`;
}
