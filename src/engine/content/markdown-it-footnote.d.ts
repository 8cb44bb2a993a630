/** The plugin ships no types; this is the part of it that we use. */
declare module 'markdown-it-footnote' {
  import type { MarkdownIt } from 'markdown-it';

  const footnotes: (markdown: MarkdownIt) => void;
  export = footnotes;
}
