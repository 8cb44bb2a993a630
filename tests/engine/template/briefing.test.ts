import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Booklet, Edition, Question } from '../../../src/engine/content/booklet.ts';
import { labelLanguages, labelsFor } from '../../../src/engine/content/labels.ts';
import { parseMarkdown } from '../../../src/engine/content/parse-markdown.ts';
import { parseSection } from '../../../src/engine/content/parse-section.ts';
import { checkMarkup } from '../../../src/engine/markup/check-markup.ts';
import { type MarkupElement, textOf } from '../../../src/engine/markup/element.ts';
import { markGlossary } from '../../../src/engine/markup/mark-glossary.ts';
import { parseMarkup } from '../../../src/engine/markup/parse-markup.ts';
import { resolveReferences } from '../../../src/engine/markup/resolve-references.ts';
import type { Diagnostic } from '../../../src/engine/source/diagnostic.ts';
import { createSourceFile, type SourceFile } from '../../../src/engine/source/source-file.ts';
import { type Shape, shapeOfContext } from '../../../src/engine/template/context-shape.ts';
import { helperDocumentation } from '../../../src/engine/template/helper-documentation.ts';
import { createHelpers } from '../../../src/engine/template/helpers.ts';
import { renderTemplates } from '../../../src/engine/template/render-templates.ts';
import { buildContext } from '../../../src/engine/template/template-context.ts';

const folder = 'templates/briefing';
const names = readdirSync(folder).filter((name) => name.endsWith('.hbs'));
const files: SourceFile[] = names.map((name, index) =>
  createSourceFile(index, `${folder}/${name}`, readFileSync(`${folder}/${name}`, 'utf8')),
);
const templates = [...files];

function prose(text: string, mode: 'block' | 'auto' = 'auto') {
  const file = createSourceFile(files.length, `content/${files.length}.md`, text);
  files.push(file);
  return parseMarkdown(file, { start: 0, end: text.length }, { language: 'en', mode }, () => {});
}

function section(name: string, text: string) {
  const file = createSourceFile(files.length, `content/${name}.md`, text);
  files.push(file);
  return parseSection(file, 'en', () => {});
}

const origin = { file: files[0]!, start: 0, end: 0 };
const student: Edition = {
  name: 'student',
  audience: 'student',
  showsAnswers: false,
  showsAnswerLines: true,
  leastSizes: { text: 8, notes: 7 },
};
const facilitator: Edition = {
  name: 'facilitator',
  audience: 'facilitator',
  showsAnswers: true,
  showsAnswerLines: false,
  leastSizes: { text: 8, notes: 7 },
};

const question = (id: number, kind: Question['kind'], rest: Partial<Question>): Question => ({
  id: `question-${id}`,
  question: prose(`Question ${id}?`),
  level: 'apply',
  kind,
  answerLines: 0,
  options: [],
  matches: [],
  lookFor: [],
  origin,
  ...rest,
});

const full: Booklet = {
  name: 'full',
  title: 'Title',
  subtitle: 'Subtitle',
  language: 'en',
  direction: 'ltr',
  date: '2026-03-03',
  authors: ['Ada', 'Ben'],
  audience: 'Ages 15 and over',
  isWhole: true,
  rights: 'CC BY 4.0',
  template: 'briefing',
  paper: 'a4',
  chartData: 'none',
  sourceCodes: false,
  objectives: [prose('Learn *this*'), prose('Learn that')],
  keyFacts: [
    { value: '4 in 5', label: prose('of all'), source: 'smith', origin },
    { value: '9', label: prose('others'), origin },
  ],
  contentNote: prose('This is a hard subject.\n\nTake care.'),
  sections: [
    section('01-routes', '# Routes\n\nA broker.\n\n## Below\n\n![What it shows](a.png "Caption"){#fig-a}\n\nSee [](#fig-a) [@smith].'),
    section('02-laws', '# Laws\n\nText.'),
  ],
  glossary: [
    {
      id: 'broker',
      term: 'broker',
      aliases: [],
      definition: prose('A person.'),
      translations: new Map([
        ['es', 'corredor'],
        ['ar', 'سمسار'],
      ]),
      origin,
    },
  ],
  questions: [
    question(1, 'choice', { section: '02-laws', options: [prose('One'), prose('Two')], answerLines: 2 }),
    question(2, 'open', { answerLines: 'fill', answer: prose('Because.'), lookFor: [prose('a reason')] }),
    question(3, 'true-false', { section: '01-routes', minutes: 5, grouping: 'pairs', answerLines: 3 }),
    question(4, 'match', { options: [prose('left')], matches: [prose('right')] }),
    question(5, 'open', { lookFor: [prose('only this')] }),
  ],
  sources: [
    {
      id: 'smith',
      number: 1,
      title: 'Report',
      author: 'Smith',
      publisher: 'Press',
      date: '2026-03',
      url: 'https://example.org/?a=1&b=2',
      accessed: '2026-03-04',
      note: prose('A note.'),
      origin,
    },
  ],
  editions: [student, facilitator],
  origin,
};

const bare: Booklet = {
  name: 'bare',
  title: 'Bare',
  language: 'en',
  direction: 'ltr',
  authors: [],
  template: 'briefing',
  paper: 'a4',
  chartData: 'none',
  sourceCodes: false,
  objectives: [],
  keyFacts: [],
  isWhole: true,
  sections: [{ id: 'only', title: 'Only', body: prose('Text.', 'block'), origin }],
  glossary: [],
  questions: [],
  sources: [],
  editions: [student],
  origin,
};

function build(booklet: Booklet, edition: Edition, language = 'en') {
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => found.push(diagnostic);
  const labels = labelsFor(language);
  const parsed = parseMarkup(renderTemplates({ booklet, edition, templates, labels }, report), files, report);
  checkMarkup(parsed, report);
  const root = resolveReferences(markGlossary(parsed, booklet.glossary, report), { labels, language: booklet.language }, report);
  return { root, found };
}

/** All elements that carry a class, or have a name. */
function select(root: MarkupElement, wanted: string): readonly MarkupElement[] {
  const inner = root.children.flatMap((child) => (child.kind === 'element' ? select(child, wanted) : []));
  const isWanted = wanted.startsWith('.') ? root.attributes.get('class')?.split(' ').includes(wanted.slice(1)) : root.name === wanted;
  return isWanted ? [root, ...inner] : inner;
}

const texts = (root: MarkupElement, wanted: string) => select(root, wanted).map((element) => textOf(element).replace(/\s+/g, ' ').trim());

describe('the briefing templates', () => {
  it.each([...labelLanguages.keys()])('render without a complaint in %s', (language) => {
    expect(build(full, student, language).found).toEqual([]);
    expect(build(full, facilitator, language).found).toEqual([]);
    expect(build(bare, student, language).found).toEqual([]);
  });

  it('print no words of their own', () => {
    const printed = templates.map((file) => file.text.replace(/\{\{!--[\s\S]*?--\}\}|\{\{[^}]*\}\}|<[^>]*>/g, ''));
    expect(printed.join('').match(/\p{L}+/gu)).toBeNull();
  });

  it('document their classes at the top of each file', () => {
    expect(templates.filter((file) => !file.text.startsWith('{{!--\n')).map((file) => file.path)).toEqual([]);
  });

  it('leave out what a booklet does not have', () => {
    const { root } = build(bare, student);
    for (const wanted of ['.objectives', '.key-facts', '.content-note', '.questions', '.glossary', '.sources', '.subtitle'])
      expect(select(root, wanted)).toEqual([]);
    expect(texts(root, 'h2')).toEqual(['Contents', '1 Only']);
  });

  it('count questions through the booklet and keep their ids', () => {
    const { root } = build(full, student);
    expect(
      select(root, 'ol')
        .filter((list) => list.attributes.has('start'))
        .map((list) => list.attributes.get('start')),
    ).toEqual(['1', '2', '3']);
    expect(select(root, '.question').map((item) => item.attributes.get('id'))).toEqual([
      'question-3',
      'question-1',
      'question-2',
      'question-4',
      'question-5',
    ]);
  });

  it('print lines to write on for students and answers for facilitators', () => {
    const copies = [student, facilitator].map((edition) => build(full, edition).root);
    expect(copies.map((root) => select(root, 'answer-lines').length)).toEqual([3, 0]);
    expect(copies.map((root) => select(root, '.name-line').length)).toEqual([3, 0]);
    expect(copies.map((root) => texts(root, '.answer'))).toEqual([[], ['AnswerBecause.Look fora reason', 'AnswerLook foronly this']]);
  });

  it('put headings of the text one level below the title of their section', () => {
    const { root } = build(full, student);
    expect(texts(root, 'h3')).toContain('Below');
    expect(texts(root, 'li').slice(0, 12)).toContain('1 Routes');
  });

  it('say where a term is used', () => {
    const lines = select(build(full, student).root, '.used-on');
    expect(lines.map((line) => line.children.map((child) => (child.kind === 'element' ? child.name : child.text)))).toEqual([['pages-of']]);
  });
});

describe('what templates can use', () => {
  it('is there as the manual says, and nothing else', () => {
    const differences: string[] = [];
    const compare = (shape: Shape, value: unknown, path: string): void => {
      if (shape.kind === 'record') {
        const actual = Object.keys(value as object)
          .sort()
          .join();
        if (actual !== Object.keys(shape.fields).sort().join()) differences.push(`${path}: ${actual}`);
        for (const [name, inner] of Object.entries(shape.fields))
          compare(inner, (value as Record<string, unknown>)[name], `${path}.${name}`);
      } else if (shape.kind === 'list') {
        if (!Array.isArray(value)) differences.push(`${path} is no list`);
        else for (const item of value) compare(shape.item, item, `${path}[]`);
      } else if (value !== null && shape.kind !== 'anything') {
        const kinds = { text: 'string', number: 'number', flag: 'boolean', prose: 'object' };
        if (typeof value !== kinds[shape.kind]) differences.push(`${path} is ${typeof value}`);
      }
    };
    const labels = labelsFor('en');
    compare(shapeOfContext(labels), buildContext(full, facilitator, labels), 'context');
    compare(shapeOfContext(labels), buildContext(bare, student, labels), 'context');
    expect(differences).toEqual([]);
  });

  it('has a helper for every line of the documentation', () => {
    const own = Object.keys(createHelpers(labelsFor('en'), () => {}));
    const documented = helperDocumentation.map((helper) => helper.name);
    expect([...own, 'if', 'unless', 'each', 'with', 'eq'].sort()).toEqual([...documented].sort());
  });
});
