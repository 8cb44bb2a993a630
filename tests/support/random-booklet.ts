/** Random booklets for fast-check: Markdown and what it says, block by block, in four scripts on many papers. */
import fc from 'fast-check';
import type { ProjectFiles } from './memory-workspace.ts';
import { plainPng } from './plain-png.ts';

/** A random booklet and the text that its pages must show. */
export interface RandomBooklet {
  readonly files: ProjectFiles;
  readonly paper: string;
  /** The blocks in reading order. */
  readonly blocks: readonly string[];
  readonly notes: readonly string[];
}

/** The scripts of the bundled fonts, each with a language. */
export const scripts = ['en', 'ar', 'he', 'hi'] as const;
export type Script = (typeof scripts)[number];

/** Words without anything that Markdown or typography would change. */
export const words: Readonly<Record<Script, readonly string[]>> = {
  en: 'water well is of the affluent fjord office germ boiling and a treatment sediment to chlorine household WAVE Type in container bacteria purification'.split(
    ' ',
  ),
  ar: 'الماء ماء في من على التصفية والغلي الشمس بيت لا إلى الجراثيم نظيف وعاء دقيقة حفظه سلام تعليم'.split(' '),
  he: 'מים נקיים של את הבית שמש על רתיחה חיידקים לא כלי שתייה בטוחה עם כל'.split(' '),
  hi: 'पानी स्वच्छ और में क्षेत्र उबालना कीटाणु घर सूर्य है की विद्यार्थी प्रक्रिया बर्तन शिक्षा'.split(' '),
};

/** A block: its Markdown, its text, and the notes that it calls. */
interface Block {
  readonly markdown: string;
  readonly texts: readonly string[];
  readonly notes: readonly string[];
}

const pictures: ProjectFiles = {
  'images/wide.png': plainPng(600, 150),
  'images/tall.png': plainPng(200, 500),
  'images/small.png': plainPng(40, 40),
};

const phrase = (script: Script, maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...words[script]), { minLength: 1, maxLength }).map((list) => list.join(' '));

/** A piece of a paragraph and what it prints. */
const inline = (script: Script): fc.Arbitrary<readonly [markdown: string, text: string]> => {
  const wrap = (open: string, close: string) =>
    phrase(script, 4).map((text): readonly [string, string] => [`${open}${text}${close}`, text]);
  const plain = phrase(script, 14).map((text): readonly [string, string] => [text, text]);
  const foreign = phrase(script === 'en' ? 'ar' : 'en', 3).map((text): readonly [string, string] => [text, text]);
  return fc.oneof(
    { weight: 6, arbitrary: plain },
    { weight: 1, arbitrary: wrap('*', '*') },
    { weight: 1, arbitrary: wrap('**', '**') },
    { weight: 1, arbitrary: wrap('`', '`') },
    { weight: 1, arbitrary: wrap('[', '](https://example.org/page)') },
    { weight: 1, arbitrary: wrap('[', '](#02)') },
    { weight: 1, arbitrary: foreign },
  );
};

const line = (script: Script, maxLength: number): fc.Arbitrary<readonly [markdown: string, text: string]> =>
  fc
    .array(inline(script), { minLength: 1, maxLength })
    .map((pieces) => [pieces.map(([markdown]) => markdown).join(' '), pieces.map(([, text]) => text).join(' ')] as const);

/** Stands in for the number that makes a note's name unique in its file. */
const noteMark = '\u0001';

const block = (script: Script): fc.Arbitrary<Block> => {
  const paragraph = line(script, 9).map(([markdown, text]): Block => ({ markdown: `${markdown}.`, texts: [`${text}.`], notes: [] }));
  const noted = fc.tuple(line(script, 4), line(script, 3), line(script, 3)).map(
    ([[before, beforeText], [after, afterText], [note, noteText]]): Block => ({
      markdown: `${before}[^${noteMark}] ${after}\n\n[^${noteMark}]: ${note}`,
      texts: [`${beforeText} ${afterText}`],
      notes: [noteText],
    }),
  );
  const section = fc.tuple(phrase(script, 6), paragraph).map(
    ([title, first]): Block => ({
      markdown: `## ${title}\n\n${first.markdown}`,
      texts: [title, ...first.texts],
      notes: [],
    }),
  );
  const list = fc.tuple(fc.constantFrom('-', '1.'), fc.array(line(script, 3), { minLength: 1, maxLength: 6 })).map(
    ([marker, items]): Block => ({
      markdown: items.map(([markdown]) => `${marker} ${markdown}`).join('\n'),
      texts: items.map(([, text]) => text),
      notes: [],
    }),
  );
  const quote = line(script, 6).map(([markdown, text]): Block => ({ markdown: `> ${markdown}`, texts: [text], notes: [] }));
  const callout = fc.tuple(phrase(script, 4), line(script, 6), line(script, 6)).map(
    ([title, [first, firstText], [second, secondText]]): Block => ({
      markdown: `:::note{title="${title}"}\n${first}\n\n${second}\n:::`,
      texts: [title, firstText, secondText],
      notes: [],
    }),
  );
  const table = fc.integer({ min: 1, max: 3 }).chain((columns) =>
    fc.array(fc.array(phrase(script, 3), { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 9 }).map((rows): Block => {
      const [head, ...body] = rows.map((row) => `| ${row.join(' | ')} |`);
      return { markdown: [head, `|${'---|'.repeat(columns)}`, ...body].join('\n'), texts: rows.flat(), notes: [] };
    }),
  );
  const figure = fc
    .constantFrom(...Object.keys(pictures))
    .map((path): Block => ({ markdown: `![${words[script].slice(0, 3).join(' ')}](${path})`, texts: [], notes: [] }));
  return fc.oneof(
    { weight: 6, arbitrary: paragraph },
    { weight: 3, arbitrary: noted },
    { weight: 2, arbitrary: section },
    { weight: 2, arbitrary: list },
    { weight: 1, arbitrary: quote },
    { weight: 1, arbitrary: callout },
    { weight: 2, arbitrary: table },
    { weight: 1, arbitrary: figure },
  );
};

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

const theme = (align: string, isChaptered: boolean): string => `
@page { margin: 12mm 10mm }
footnote { padding-inline-start: 14pt }
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
  readonly paper: string;
}

/** Makes the project of a booklet. */
export function bookletOf({ script, sections, table, align, isChaptered, paper }: BookletParts): RandomBooklet {
  const title = words[script][0]!;
  const names = sections.map((_, index) => String(index + 1).padStart(2, '0'));
  return {
    files: {
      ...pictures,
      'booklet.yaml': `title: ${title}\nlanguage: ${script}\ntemplate: own\neditions: [student]\n`,
      ...Object.fromEntries(sections.map(({ markdown }, index) => [`sections/${names[index]}.md`, markdown])),
      'templates/own/layout.hbs': `<h1>{{booklet.title}}</h1>\n${table.markdown}\n{{#each booklet.sections}}<section id="{{id}}"><h2>{{title}}</h2>{{body}}</section>{{/each}}\n<p id="end">${title}</p>\n`,
      'templates/own/theme.css': theme(align, isChaptered),
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
