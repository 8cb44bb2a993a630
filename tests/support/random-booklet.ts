/** Random booklets for fast-check: Markdown and what it says, block by block, in four scripts on many papers. */
import fc from 'fast-check';
import type { ProjectFiles } from './memory-workspace.ts';
import { type Block, block, noteMark, phrase, pictures, type Script, words } from './random-blocks.ts';

/** A random booklet and the text that its pages must show. */
export interface RandomBooklet {
  readonly files: ProjectFiles;
  readonly paper: string;
  /** The blocks in reading order. */
  readonly blocks: readonly string[];
  readonly notes: readonly string[];
}

/** A table of HTML in which one cell spans rows and one spans columns. */
const spannedTable = (script: Script): fc.Arbitrary<Block> =>
  fc.tuple(fc.array(phrase(script, 5), { minLength: 7, maxLength: 7 }), fc.integer({ min: 2, max: 3 })).map(([cells, rowSpan]): Block => {
    const [a, b, c, d, e, f, g] = cells as [string, string, string, string, string, string, string];
    const rows = [`<tr><th rowspan="${rowSpan}">${a}</th><td>${b}</td><td>${c}</td></tr>`, `<tr><td colspan="2">${d}</td></tr>`];
    if (rowSpan === 3) rows.push(`<tr><td>${e}</td><td>${f}</td></tr>`);
    rows.push(`<tr><td colspan="3">${g}</td></tr>`);
    return { markdown: `<table>${rows.join('')}</table>`, texts: rowSpan === 3 ? cells : [a, b, c, d, g], notes: [] };
  });

/** Papers on which all words of the lists fit. */
export const papers = ['a4', 'a5', 'a6', 'letter', 'half-letter', '90mm x 120mm', '200mm x 100mm'] as const;

const theme = (align: string, isChaptered: boolean, hasMargin: boolean): string => `
@page { margin: 12mm 10mm }
${hasMargin ? '@page :left { margin-left: 35mm }\n@page :right { margin-right: 35mm }' : ''}
.columns { column-count: 2; column-gap: 12pt }
.initial > p::first-letter { initial-letter: 2 }
p { text-align: ${align}; hyphens: auto }
img { max-width: 100%; max-height: 60mm }
${isChaptered ? 'section { break-before: page }' : ''}
`;

/** A section of blocks: its file, and what it says. */
export interface RandomSection {
  readonly markdown: string;
  readonly blocks: readonly string[];
  readonly notes: readonly string[];
}

/** Random sections; the text of each is known. */
export const section = (script: Script, maxLength: number): fc.Arbitrary<RandomSection> =>
  fc.tuple(phrase(script, 5), fc.array(block(script), { minLength: 1, maxLength })).map(([title, blocks]) => ({
    markdown: `# ${title}\n\n${blocks.map(({ markdown }, index) => markdown.replaceAll(noteMark, `n${index}`)).join('\n\n<!-- apart -->\n\n')}\n`,
    blocks: [title, ...blocks.flatMap((one) => one.texts)],
    notes: blocks.flatMap((one) => one.notes),
  }));

/** How a booklet is put together from its parts. */
export interface BookletParts {
  readonly script: Script;
  readonly sections: readonly RandomSection[];
  readonly table: Block;
  readonly align: 'start' | 'justify';
  readonly isChaptered: boolean;
  /** Whether notes have room in the outer margin. */
  readonly hasMargin: boolean;
  readonly paper: string;
}

/** Makes the project of a booklet. */
export function bookletOf({ script, sections, table, align, isChaptered, hasMargin, paper }: BookletParts): RandomBooklet {
  const title = words[script][0]!;
  const names = sections.map((_, index) => String(index + 1).padStart(2, '0'));
  return {
    files: {
      ...pictures,
      'booklet.yaml': `title: ${title}\nlanguage: ${script}\ntemplate: own\neditions: [student]\n`,
      ...Object.fromEntries(sections.map(({ markdown }, index) => [`sections/${names[index]}.md`, markdown])),
      'templates/own/layout.hbs': `<h1>{{booklet.title}}</h1>\n${table.markdown}\n{{#each booklet.sections}}<section id="{{id}}"><h2>{{title}}</h2>{{body}}</section>{{/each}}\n<p id="end">${title}</p>\n`,
      'templates/own/theme.css': theme(align, isChaptered, hasMargin),
    },
    paper,
    blocks: [title, ...table.texts, ...sections.flatMap(({ blocks }) => blocks), title],
    notes: sections.flatMap(({ notes }) => notes),
  };
}

/** Random booklets in one script. A second section is always there, since paragraphs link to it. */
export const bookletParts = (script: Script): fc.Arbitrary<BookletParts> =>
  fc.record({
    script: fc.constant(script),
    sections: fc.tuple(section(script, 12), section(script, 5)).map((pair) => pair as readonly RandomSection[]),
    table: spannedTable(script),
    align: fc.constantFrom('start' as const, 'justify' as const),
    isChaptered: fc.boolean(),
    hasMargin: fc.boolean(),
    paper: fc.constantFrom(...papers),
  });

/** A question in YAML. */
const question = (script: Script): fc.Arbitrary<string> =>
  fc
    .record({
      text: phrase(script, 12),
      level: fc.constantFrom('remember', 'understand', 'apply', 'analyze', 'evaluate', 'create'),
      kind: fc.constantFrom('open', 'choice', 'true-false', 'match', 'order', 'fill-in', 'scale'),
      options: fc.array(phrase(script, 4), { minLength: 2, maxLength: 5 }),
      section: fc.constantFrom('01', '02', undefined),
      minutes: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
      answerLines: fc.constantFrom('0', '3', '25', 'fill'),
      answer: fc.option(phrase(script, 20), { nil: undefined }),
    })
    .map(({ text, level, kind, options, section: place, minutes, answerLines, answer }) => {
      const list = (key: string): string => `  ${key}:\n${options.map((option) => `    - ${option}\n`).join('')}`;
      return [
        `- question: ${text}\n  level: ${level}\n  kind: ${kind}\n  answerLines: ${answerLines}\n`,
        place === undefined ? '' : `  section: "${place}"\n`,
        minutes === undefined ? '' : `  minutes: ${minutes}\n`,
        answer === undefined ? '' : `  answer: ${answer}\n`,
        ['choice', 'match', 'order', 'scale'].includes(kind) ? list('options') : '',
        kind === 'match' ? list('matches') : '',
      ].join('');
    });

/** A random booklet in a shipped template, with questions, glossary, sources and everything else that it prints. */
export interface ShippedParts {
  readonly parts: BookletParts;
  readonly template: string;
  readonly questions: readonly string[];
  readonly objectives: readonly string[];
  readonly value: string;
  readonly paper: string;
  readonly edition: string;
}

/** Random booklets in the templates that come with Octavo. */
export const shippedParts = (script: Script): fc.Arbitrary<ShippedParts> =>
  fc.record({
    parts: bookletParts(script),
    template: fc.constantFrom('briefing', 'handout'),
    questions: fc.array(question(script), { minLength: 1, maxLength: 6 }),
    objectives: fc.array(phrase(script, 9), { minLength: 1, maxLength: 5 }),
    value: phrase(script, 2),
    paper: fc.constantFrom('a4', 'letter', 'a5', 'half-letter'),
    edition: fc.constantFrom('student', 'facilitator'),
  });

/** Makes the project of such a booklet. */
export function shippedFiles({ parts, template, questions, objectives, value }: ShippedParts): ProjectFiles {
  const { script } = parts;
  const [term] = words[script];
  const list = objectives.map((item) => `  - ${item}\n`).join('');
  return {
    ...Object.fromEntries(Object.entries(bookletOf(parts).files).filter(([path]) => !path.startsWith('templates/'))),
    'booklet.yaml': `title: ${term}\nsubtitle: ${value}\nlanguage: ${script}\ntemplate: ${template}\ncontentNote: ${objectives[0]}\nobjectives:\n${list}keyFacts:\n  - value: ${value}\n    label: ${objectives[0]}\n    source: report\n`,
    'questions.yaml': questions.join(''),
    'glossary.yaml': `- term: ${term}\n  definition: ${objectives[0]}\n`,
    'sources.yaml': `- id: report\n  title: ${value}\n  date: 2026-03\n  url: https://example.org/a-report\n`,
  };
}
