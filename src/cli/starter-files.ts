/** The project that `octavo init` makes: one small booklet that shows each kind of file once. */

const booklet = `# What the booklet is. The manual explains every key.
title: My first booklet
subtitle: Change the texts, then build it again
language: en
authors: [Your name]
audience: Everyone
template: briefing
paper: a4

objectives:
  - Find out where each text of a booklet is kept.
  - Change a text and see it printed.
`;

const section = `# How a booklet is made

A booklet is a folder of plain text. Each file in \`sections\` begins with a heading and is printed in the order of the
file names. Leave an empty line between paragraphs.

## Words, lists and tables

Put stars around *important words*. Begin the lines of a list with a hyphen:

- the words that you explain are in \`glossary.yaml\`;
- the questions are in \`questions.yaml\`.

| File | What is in it |
|---|---|
| \`booklet.yaml\` | title, language, paper |
| \`sections\` | the text |

Table: The two files that every booklet has {#tbl-files}

:::activity{minutes=5 grouping=pairs}
Change the title in \`booklet.yaml\`, build the booklet again, and compare the two covers.
:::
`;

const glossary = `# Words to explain. They are found in the text by themselves.
- term: booklet
  aliases: [booklets]
  definition: A few printed pages, folded or stapled together.
`;

const questions = `# Questions to discuss. Answers are printed in the facilitator edition only.
- question: Why is it useful to keep the text of a booklet apart from its looks?
  level: understand
  kind: open
  grouping: pairs
  minutes: 5
  answerLines: 3
  answer: The same text can be printed in several editions, sizes and languages without writing it again.
`;

const ignored = `node_modules/
output/
`;

/** Paths relative to the new project, and the texts. */
export const starterFiles: ReadonlyMap<string, string> = new Map([
  ['content/my-first-booklet/booklet.yaml', booklet],
  ['content/my-first-booklet/sections/01-how-it-is-made.md', section],
  ['content/my-first-booklet/glossary.yaml', glossary],
  ['content/my-first-booklet/questions.yaml', questions],
  ['.gitignore', ignored],
]);
