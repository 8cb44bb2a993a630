/**
 * Writes a booklet's folder as one Typst file that looks much like the briefing: same words, paper, margins, faces,
 * sizes and leading, with contents, running heads, tables, footnotes, questions, glossary and sources.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { escapeTypst, findTerms, idFor, proseToTypst, sectionToTypst } from './typst-markup.mjs';

/** Leading is what is left of a 15 pt line by letters that are counted as 1 em high. */
const preamble = (title) => `#set document(title: [${escapeTypst(title)}])
#set page(paper: "a4", margin: (inside: 25mm, outside: 50mm, top: 26mm, bottom: 30mm), numbering: "1",
  header: context {
    let before = query(selector(heading.where(level: 1)).before(here()))
    set text(8.5pt, font: "Source Sans 3")
    if calc.odd(here().page()) { if before.len() > 0 { align(right, before.last().body) } } else { [${escapeTypst(title)}] }
  },
  footer: context { set text(8.5pt, font: "Source Sans 3"); align(if calc.odd(here().page()) { right } else { left })[#counter(page).display() / #counter(page).final().first()] })
#set text(font: "Source Serif 4", size: 10.5pt, lang: "en", hyphenate: true, top-edge: 0.75em, bottom-edge: -0.25em, number-type: "old-style")
#set par(justify: true, leading: 4.5pt, spacing: 10.9pt)
#set list(indent: 0pt, body-indent: 0.7em, spacing: 7.3pt)
#set enum(indent: 0pt, body-indent: 0.7em, spacing: 7.3pt)
#set heading(numbering: (..numbers) => if numbers.pos().len() == 1 { str(numbers.pos().first()) })
#show heading: set text(font: "Source Sans 3", fill: rgb("#0b4a57"), hyphenate: false, number-type: "lining")
#show heading: set par(justify: false)
#show heading.where(level: 1): it => block(above: 38pt, below: 12.8pt, sticky: true, width: 100%, stroke: (top: 2.5pt + rgb("#0b4a57")), inset: (top: 6.4pt), text(24pt, it))
#show heading.where(level: 2): it => block(above: 19pt, below: 8pt, sticky: true, text(13pt, it.body))
#show heading.where(level: 3): it => block(above: 13pt, below: 5pt, sticky: true, text(10.5pt, it.body))
#show table: set text(9.5pt, font: "Source Sans 3", number-type: "lining", hyphenate: false)
#show table: set par(justify: false, leading: 3.5pt)
#show table.cell.where(y: 0): set text(weight: "bold", fill: rgb("#0b4a57"))
#set table(stroke: (x, y) => (bottom: if y == 0 { 1.25pt } else { 0.5pt }), inset: (x: 2mm, y: 1.2mm), align: start)
#show figure: set block(above: 19pt, below: 19pt, breakable: true)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.caption: it => { set text(9pt, font: "Source Sans 3"); set par(justify: false); align(start, it) }
#let see(target) = [#ref(target) on #ref(target, form: "page")]
#let term(name, body) = [#underline(stroke: (dash: "dotted"), body)#name]
#let cite-source(target, body) = [\\[#link(target, body)\\]]
#let pages-of(name) = context { let pages = query(name).map(it => it.location().page()).dedup(); if pages.len() > 0 [Used on page #pages.map(page => link((page: page, x: 0pt, y: 0pt), str(page))).join(", ")] }
#let callout(title, body) = block(breakable: false, width: 100%, above: 12.8pt, below: 12.8pt, stroke: (left: 4pt + rgb("#0b4a57")), inset: (left: 12.8pt, y: 1mm), { set text(9.5pt, font: "Source Sans 3", hyphenate: false); set par(justify: false, leading: 4pt); strong(title); parbreak(); body })
#let answer-lines(count) = for _ in range(count) { block(above: 0pt, below: 0pt, height: 8.5mm, width: 100%, stroke: (bottom: 0.5pt)) }
`;

const readYaml = (folder, name) => {
  try {
    return parse(readFileSync(join(folder, name), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
};

/** Reads the parts of a booklet that both contestants print. */
export function readBooklet(folder) {
  const sections = readdirSync(join(folder, 'sections'))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({ id: name.slice(0, -3), text: readFileSync(join(folder, 'sections', name), 'utf8') }));
  return {
    booklet: readYaml(folder, 'booklet.yaml'),
    sections,
    glossary: readYaml(folder, 'glossary.yaml') ?? [],
    questions: readYaml(folder, 'questions.yaml') ?? [],
    sources: readYaml(folder, 'sources.yaml') ?? [],
  };
}

/** Writes `main.typ`, the text of the booklet in the given folder, with its pictures beside it, and returns its path. */
export function writeTypstDocument(folder, target) {
  const content = readBooklet(folder);
  const context = {
    sourceNumbers: new Map(content.sources.map((source, index) => [source.id, index + 1])),
    terms: findTerms(content.glossary),
  };
  const parts = [
    preamble(content.booklet.title),
    coverOf(content.booklet, context),
    '#outline(depth: 2)\n',
    ...content.sections.map(
      (section) => `${sectionToTypst(section.text, section.id, context)}\n${questionsOf(content, section.id, context)}`,
    ),
    content.questions.some((question) => !question.section) ? `= Discussion questions\n${questionsOf(content, undefined, context)}` : '',
    glossaryOf(content.glossary, context),
    sourcesOf(content.sources),
  ];
  mkdirSync(target, { recursive: true });
  const charts = join(folder, 'charts');
  if (existsSync(charts)) cpSync(charts, join(target, 'charts'), { recursive: true });
  const path = join(target, 'main.typ');
  writeFileSync(path, parts.join('\n'));
  return path;
}

function coverOf(booklet, context) {
  const lines = [booklet.subtitle, booklet.audience, booklet.authors?.join(', '), booklet.date, booklet.rights].filter(Boolean);
  const objectives = (booklet.objectives ?? []).map((objective) => `- ${proseToTypst(objective, { ...context, terms: undefined })}`);
  const facts = (booklet.keyFacts ?? []).map(
    (fact) => `[#text(27pt, weight: "bold")[${escapeTypst(String(fact.value))}] \\ ${escapeTypst(fact.label)}]`,
  );
  return [
    `#v(42mm)\n#text(38pt, font: "Source Sans 3", weight: "bold", hyphenate: false)[${escapeTypst(booklet.title)}]\n`,
    ...lines.map((line) => `${escapeTypst(String(line))}\n`),
    '#pagebreak()',
    booklet.contentNote ? `#callout[Content note][${proseToTypst(booklet.contentNote, { ...context, terms: undefined })}]` : '',
    objectives.join('\n'),
    facts.length > 0 ? `#grid(columns: (1fr,) * 3, gutter: 4.5mm, ${facts.join(', ')})` : '',
    '#pagebreak()\n',
  ].join('\n');
}

function questionsOf(content, section, context) {
  const questions = content.questions.filter((question) => question.section === section);
  if (questions.length === 0) return '';
  const items = questions.map((question) => {
    const choices = [...(question.options ?? []), ...(question.matches ?? [])].map(
      (option) => `    - ${proseToTypst(String(option), context)}`,
    );
    const meta = [question.level, question.minutes && `${question.minutes} minutes`, question.grouping].filter(Boolean).join(' · ');
    const lines = typeof question.answerLines === 'number' ? `\n  #answer-lines(${question.answerLines})` : '';
    return `+ #text(8.5pt)[${escapeTypst(meta)}] \\ ${proseToTypst(question.question, context).replaceAll('\n', ' ')}\n${choices.join('\n')}${lines}\n`;
  });
  return `${section ? '== Questions\n' : ''}\n${items.join('\n')}`;
}

function glossaryOf(glossary, context) {
  if (glossary.length === 0) return '';
  const entries = glossary.map((entry) => {
    const translations = Object.values(entry.translations ?? {}).map((word) => `${escapeTypst(word)} \\ `);
    return `/ ${escapeTypst(entry.term)}: ${translations.join('')}${proseToTypst(entry.definition, { ...context, terms: undefined })} \\ #text(8.5pt, pages-of(<term-${idFor(entry.term)}>))`;
  });
  return `= Glossary\n${entries.join('\n')}\n`;
}

function sourcesOf(sources) {
  if (sources.length === 0) return '';
  const items = sources.map((source) => {
    const words = [source.author, source.title, source.publisher, source.date, source.url, source.note]
      .filter(Boolean)
      .map((word) => escapeTypst(String(word).trim()));
    return `+ ${words.join('. ')} #[] <source-${source.id}>`;
  });
  return `= Sources\n${items.join('\n')}\n`;
}
