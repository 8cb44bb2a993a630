/** Takes the words of a booklet without any structure, one paragraph to a line, for a contestant that knows nothing else. */
import { readBooklet } from './typst-document.mjs';

/** Returns the text of the sections, questions and glossary. */
export function plainText(folder) {
  const { sections, questions, glossary } = readBooklet(folder);
  const parts = [
    ...sections.map((section) => section.text),
    ...questions.map((question) => question.question),
    ...glossary.map((entry) => `${entry.term}: ${entry.definition}`),
  ];
  return parts
    .join('\n\n')
    .replace(/^:::.*$|^\|(?:---\|)+$|^#+ |\{#[\w-]+\}|\[\^[^\]]+\]:?|[*|]|!?\[([^\]]*)\](?:\([^)]*\))?/gm, (_, words) => words ?? ' ')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}
