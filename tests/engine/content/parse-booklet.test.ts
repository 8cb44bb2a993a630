/** A folder of YAML and Markdown to a booklet. */
import { describe, expect, it } from 'vitest';
import { textOfProse } from '../../../src/engine/content/prose.ts';
import { selectEdition } from '../../../src/engine/content/select-edition.ts';
import { goodSection, readBooklet, readExactly } from './read-booklet.ts';

describe('a booklet', () => {
  it('needs no more than a title and a section', async () => {
    const { booklet, problems } = await readBooklet({});
    expect(problems).toEqual([]);
    expect(booklet).toMatchObject({
      name: 'guns',
      title: 'T',
      language: 'en',
      direction: 'ltr',
      template: 'briefing',
      paper: 'a4',
      authors: [],
      sections: [{ id: '01-start', title: 'Start' }],
      editions: [{ name: 'student' }, { name: 'facilitator' }],
    });
  });

  it('has everything that its files say', async () => {
    const { booklet, problems } = await readBooklet({
      'booklet.yaml': [
        'title: 1984',
        'subtitle: "Why: a question"',
        'language: ar',
        'date: 2026-03-03',
        'authors: [Ana, Ben]',
        'paper: 148mm x 210mm',
        'rights: CC BY 4.0',
        'objectives:',
        '  - Say *why*',
        'keyFacts:',
        '  - { value: 012, label: guns in ten, source: smith }',
        'contentNote: |',
        '  This is hard.',
        '',
        '  Take care.',
        'editions: [facilitator]',
      ].join('\n'),
      'glossary.yaml':
        '- term: Straw purchase\n  aliases: [straw buyer]\n  definition: Buying for *another*.\n  translations: { es: compra por testaferro, no: stråmann }\n',
      'questions.yaml':
        '- question: Why?\n  level: analyze\n  kind: choice\n  section: 01-start\n  minutes: 6\n  grouping: pairs\n  answerLines: fill\n  options: [Yes, 2]\n  answer: true\n  lookFor: [A reason]\n- question: How?\n',
      'sources.yaml': '- id: smith\n  title: Report\n  date: 2026\n  accessed: 2026-03\n  url: https://example.org\n  note: See *p. 3*\n',
    });
    expect(problems).toEqual([]);
    expect(booklet).toMatchObject({
      title: '1984',
      subtitle: 'Why: a question',
      language: 'ar',
      direction: 'rtl',
      date: '2026-03-03',
      authors: ['Ana', 'Ben'],
      paper: '148mm x 210mm',
      rights: 'CC BY 4.0',
      keyFacts: [{ value: '012', source: 'smith' }],
      contentNote: { isInline: false },
      glossary: [{ id: 'straw-purchase', term: 'Straw purchase', aliases: ['straw buyer'] }],
      questions: [
        { id: 'question-1', level: 'analyze', kind: 'choice', section: '01-start', minutes: 6, grouping: 'pairs', answerLines: 'fill' },
        { id: 'question-2', level: 'understand', kind: 'open', answerLines: 4 },
      ],
      sources: [{ id: 'smith', number: 1, title: 'Report', date: '2026', accessed: '2026-03', url: 'https://example.org' }],
      editions: [{ name: 'facilitator' }],
    });
    expect([...booklet!.glossary[0]!.translations]).toEqual([
      ['es', 'compra por testaferro'],
      ['no', 'stråmann'],
    ]);
    expect(booklet!.questions[0]!.options.map((option) => textOfProse(option.nodes))).toEqual(['Yes', '2']);
    expect(textOfProse(booklet!.questions[0]!.answer!.nodes)).toBe('true');
  });

  it('has its sections in the order of their names, each with the first heading as its title', async () => {
    const { booklet, problems } = await readExactly({
      'content/guns/booklet.yaml': 'title: T\n',
      'content/guns/sections/10-end.md': '# The *end*\n\nB\n',
      'content/guns/sections/02-start.md': '\uFEFF# Start\n\nA\n',
    });
    expect(problems).toEqual([]);
    expect(booklet!.sections.map(({ id, title }) => [id, title])).toEqual([
      ['02-start', 'Start'],
      ['10-end', 'The end'],
    ]);
    expect(textOfProse(booklet!.sections[1]!.body.nodes)).toBe('B');
  });
});

describe('an edition', () => {
  const files = {
    'booklet.yaml': 'title: T\ncontentNote: |\n  A\n\n  :::facilitator\n  B\n  :::\n',
    'sections/01-start.md': `${goodSection}\n:::facilitator\nHidden\n:::\n\n:::note\nShown\n\n:::facilitator\nHidden\n:::\n:::\n`,
    'questions.yaml': '- question: Why?\n  answer: Because\n  lookFor: [Reasons]\n',
  };

  it('for students has no answers and no notes for facilitators', async () => {
    const { booklet } = await readBooklet(files);
    const selected = selectEdition(booklet!, undefined, () => {});
    expect(selected.edition.name).toBe('student');
    expect(textOfProse(selected.booklet.sections[0]!.body.nodes)).toBe('Text.Shown');
    expect(textOfProse(selected.booklet.contentNote!.nodes)).toBe('A');
    expect(selected.booklet.questions[0]).not.toHaveProperty('answer');
    expect(selected.booklet.questions[0]!.lookFor).toEqual([]);
  });

  it('for facilitators has everything', async () => {
    const { booklet } = await readBooklet(files);
    const selected = selectEdition(booklet!, 'facilitator', () => {});
    expect(selected.booklet).toBe(booklet);
    expect(textOfProse(selected.booklet.sections[0]!.body.nodes)).toContain('Hidden');
  });

  it('that the booklet does not have is reported', async () => {
    const { booklet } = await readBooklet(files);
    const messages: string[] = [];
    const { edition } = selectEdition(booklet!, 'facilitators', (diagnostic) => messages.push(diagnostic.message));
    expect(edition.name).toBe('student');
    expect(messages).toEqual(['this booklet has no edition `facilitators`; did you mean `facilitator`?']);
  });
});
