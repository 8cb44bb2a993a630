/** The files of a booklet to the booklet: every file is read, checked against its schema and parsed, then references are looked up. */
import { parsePaper } from '../geometry/paper.ts';
import type { Report } from '../source/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { SourceList } from '../source/source-list.ts';
import type { Workspace } from '../source/workspace.ts';
import { type Booklet, chartDataPlaces, type Edition, type KeyFact, type Section } from './booklet.ts';
import { checkReferences, type NamePlace } from './check-references.ts';
import { checkSchema } from './check-schema.ts';
import { defaultEditions, knownEditions } from './editions.ts';
import { hasLabels, labelLanguages } from './labels.ts';
import { directionOf, isLanguageTag } from './language.ts';
import { type BookletFiles, loadBookletFiles } from './load-booklet.ts';
import { parseGlossary } from './parse-glossary.ts';
import { parseQuestions } from './parse-questions.ts';
import { parseSection } from './parse-section.ts';
import { parseSources } from './parse-sources.ts';
import { doubleId, impossiblePaper, missingKey, noLabels } from './problems.ts';
import { readYaml, type YamlMap, type YamlNode } from './read-yaml.ts';
import { bookletSchemas } from './schema/booklet-schemas.ts';
import { dateAt, emptyProse, type FieldContext, mapsOf, proseAt, prosesAt, scalarAt, spanOf, textAt, textsAt } from './yaml-fields.ts';

/** What a booklet is made with when its author does not say. */
const defaults = { language: 'en', template: 'briefing', paper: 'a4' } as const;

/** Values in one file; ten times what the largest booklet has. */
const mostValues = 20_000;

/** Loads and parses the booklet in a folder. Undefined when it has no readable booklet.yaml, which has then been reported. */
export async function loadBooklet(workspace: Workspace, folder: string, sources: SourceList, report: Report): Promise<Booklet | undefined> {
  const files = await loadBookletFiles(workspace, folder, sources, report);
  return files && parseBooklet(files, report);
}

/** Parses a booklet. Always returns one: what is missing or wrong is reported and replaced by something printable. */
export function parseBooklet(files: BookletFiles, report: Report): Booklet {
  const { booklet: file } = files;
  const lost = new Set(files.lost);
  const root = readChecked(file, 'booklet', lost, report);
  const map: YamlMap = root?.kind === 'map' ? root : { kind: 'map', entries: new Map(), start: 0, end: 0 };
  const written = textAt(map, 'language');
  const language = written !== undefined && isLanguageTag(written) ? written : defaults.language;
  if (!hasLabels(language)) report(noLabels(language, [...labelLanguages.keys()], spanOf(scalarAt(map, 'language')!, file)));
  const contextOf = (of: SourceFile): FieldContext => ({ file: of, language, report });
  const context = contextOf(file);
  const name = files.folder.slice(files.folder.lastIndexOf('/') + 1);
  const optional = {
    ...textField(map, 'subtitle'),
    ...textField(map, 'audience'),
    ...textField(map, 'rights'),
  };
  const date = dateAt(map, 'date', context);
  const contentNote = proseAt(map, 'contentNote', 'block', context);
  const roots = {
    glossary: files.glossary && readChecked(files.glossary, 'glossary', lost, report),
    questions: files.questions && readChecked(files.questions, 'questions', lost, report),
    sources: files.sources && readChecked(files.sources, 'sources', lost, report),
  };
  const booklet: Booklet = {
    name,
    title: textAt(map, 'title') ?? name,
    ...optional,
    language,
    direction: directionOf(language),
    ...(date !== undefined && { date }),
    authors: textsAt(map, 'authors').map((author) => author.text.trim()),
    template: textAt(map, 'template') ?? defaults.template,
    paper: readPaper(map, context),
    chartData: chartDataPlaces.find((place) => place === textAt(map, 'chartData')?.trim()) ?? 'none',
    sourceCodes: textAt(map, 'sourceCodes')?.trim() === 'true',
    objectives: prosesAt(map, 'objectives', 'inline', context),
    keyFacts: parseKeyFacts(map, context),
    ...(contentNote && { contentNote }),
    sections: parseSections(files, language, report),
    glossary: parseGlossary(roots.glossary, contextOf(files.glossary ?? file)),
    questions: parseQuestions(roots.questions, contextOf(files.questions ?? file)),
    sources: parseSources(roots.sources, contextOf(files.sources ?? file)),
    editions: parseEditions(map, context),
    isWhole: lost.size === 0,
    origin: { file, start: 0, end: Math.min(file.text.length, Math.max(0, (file.lineStarts[1] ?? file.text.length + 1) - 1)) },
  };
  const sections = namesIn(mapsOf(roots.questions), 'section', files.questions ?? file);
  const sources = namesIn(mapsOf(map.entries.get('keyFacts')?.value), 'source', file);
  checkReferences(booklet, { sections, sources }, lost, report);
  return booklet;
}

function textField<Key extends string>(map: YamlMap, key: Key): { readonly [K in Key]?: string } {
  const text = textAt(map, key);
  return (text === undefined ? {} : { [key]: text }) as { readonly [K in Key]?: string };
}

/** Reads a file; one that is broken joins those that are lost. */
function readChecked(file: SourceFile, name: keyof typeof bookletSchemas, lost: Set<string>, report: Report): YamlNode | undefined {
  const reportBroken: Report = (diagnostic) => {
    lost.add(`${name}.yaml`);
    report(diagnostic);
  };
  const root = readYaml(file, reportBroken, mostValues);
  const isEmpty = root === undefined || (root.kind === 'scalar' && root.value === null);
  if (!isEmpty) checkSchema(root, bookletSchemas[name], file, report);
  else if (name === 'booklet' && !lost.has('booklet.yaml')) report(missingKey('title', name, { file, start: 0, end: 0 }));
  return isEmpty ? undefined : root;
}

function parseKeyFacts(map: YamlMap, context: FieldContext): readonly KeyFact[] {
  return mapsOf(map.entries.get('keyFacts')?.value).map((fact) => {
    const source = textAt(fact, 'source');
    return {
      value: textAt(fact, 'value') ?? '',
      label: proseAt(fact, 'label', 'inline', context) ?? emptyProse(context.file, fact),
      ...(source !== undefined && { source }),
      origin: spanOf(fact, context.file),
    };
  });
}

function parseSections(files: BookletFiles, language: string, report: Report): readonly Section[] {
  const sections: Section[] = [];
  const ids = new Set<string>();
  for (const file of files.sections) {
    const section = parseSection(file, language, report);
    if (ids.has(section.id)) report(doubleId('a section', section.id, { file, start: 0, end: 0 }));
    else sections.push(section);
    ids.add(section.id);
  }
  return sections;
}

/** The schema knows the form of a size, but not whether anything could be printed on it. */
function readPaper(map: YamlMap, context: FieldContext): string {
  const scalar = scalarAt(map, 'paper');
  const text = scalar?.text.trim();
  if (!scalar || text === undefined || parsePaper(text)) return text ?? defaults.paper;
  const isForm = new RegExp(bookletSchemas.booklet.properties!.paper!.pattern!, 'u').test(scalar.text);
  if (isForm) context.report(impossiblePaper(text, spanOf(scalar, context.file)));
  return defaults.paper;
}

function parseEditions(map: YamlMap, context: FieldContext): readonly Edition[] {
  const editions: Edition[] = [];
  for (const scalar of textsAt(map, 'editions')) {
    const edition = knownEditions.find((known) => known.name === scalar.text.trim());
    if (!edition) continue;
    if (editions.includes(edition)) context.report(doubleId('an edition', edition.name, spanOf(scalar, context.file)));
    else editions.push(edition);
  }
  return editions.length > 0 ? editions : defaultEditions;
}

function namesIn(maps: readonly YamlMap[], key: string, file: SourceFile): readonly NamePlace[] {
  return maps.flatMap((map) => {
    const scalar = scalarAt(map, key);
    return scalar ? [{ name: scalar.text.trim(), span: spanOf(scalar, file) }] : [];
  });
}
