/**
 * The files of a booklet to the booklet: every file is read, checked against its schema and parsed, then references are looked up.
 * Each file is parsed by itself, so that it can be kept for the next build by itself.
 */
import type { Report } from '../source/diagnostic.ts';
import { noKeeper, type ParseKeeper } from '../source/parse-keeper.ts';
import type { SourceList } from '../source/source-list.ts';
import type { Workspace } from '../source/workspace.ts';
import type { Booklet, Edition, Question, Section } from './booklet.ts';
import { checkReferences, type NamePlace, namesIn } from './check-references.ts';
import { defaultEditions, knownEditions } from './editions.ts';
import { type BookletFiles, loadBookletFiles } from './load-booklet.ts';
import { parseFields } from './parse-fields.ts';
import { parseGlossary } from './parse-glossary.ts';
import { parseQuestions } from './parse-questions.ts';
import { parseSection } from './parse-section.ts';
import { parseSources } from './parse-sources.ts';
import { doubleId } from './problems.ts';
import { readChecked } from './read-checked.ts';
import type { YamlNode } from './read-yaml.ts';
import { type FieldContext, mapsOf } from './yaml-fields.ts';

/** Where a booklet is found. */
export interface BookletPlace {
  readonly workspace: Workspace;
  readonly folder: string;
  readonly sources: SourceList;
  readonly keeper?: ParseKeeper;
}

/** Loads and parses the booklet in a folder. Undefined when it has no readable booklet.yaml, which has then been reported. */
export async function loadBooklet({ workspace, folder, sources, keeper }: BookletPlace, report: Report): Promise<Booklet | undefined> {
  const files = await loadBookletFiles(workspace, folder, sources, report);
  return files && parseBooklet(files, report, keeper);
}

/** Parses a booklet. Always returns one: what is missing or wrong is reported and replaced by something printable. */
export function parseBooklet(files: BookletFiles, report: Report, keeper: ParseKeeper = noKeeper): Booklet {
  const { booklet: file } = files;
  const name = files.folder.slice(files.folder.lastIndexOf('/') + 1);
  const lost = new Set(files.lost);
  const { editions, namedSources, ...fields } = keeper.parse(
    'booklet',
    [file],
    (reportFile) => parseFields(file, lost, reportFile),
    report,
  );
  const { language } = fields;
  const parsing: Parsing = { files, language, lost, keeper, report };
  const asked = parseOptional('questions', parsing, readQuestions);
  const booklet: Booklet = {
    name,
    ...fields,
    title: fields.title ?? name,
    sections: parseSections(parsing),
    glossary: parseOptional('glossary', parsing, parseGlossary) ?? [],
    questions: asked?.questions ?? [],
    sources: parseOptional('sources', parsing, parseSources) ?? [],
    editions: editionsNamed(editions),
    isWhole: lost.size === 0,
  };
  checkReferences(booklet, { sections: asked?.namedSections ?? [], sources: namedSources }, lost, report);
  return booklet;
}

/** What the files beside booklet.yaml are parsed with. */
interface Parsing {
  readonly files: BookletFiles;
  readonly language: string;
  /** Names of files that could not be read; broken ones join them. */
  readonly lost: Set<string>;
  readonly keeper: ParseKeeper;
  readonly report: Report;
}

/** Parses a file that a booklet need not have. */
function parseOptional<Parsed>(
  name: 'glossary' | 'questions' | 'sources',
  { files, language, lost, keeper, report }: Parsing,
  parse: (root: YamlNode | undefined, context: FieldContext) => Parsed,
): Parsed | undefined {
  const file = files[name];
  const parseFile = (report: Report) => parse(readChecked(file!, name, lost, report), { file: file!, language, report });
  return file && keeper.parse(`${name} ${language}`, [file], parseFile, report);
}

interface AskedQuestions {
  readonly questions: readonly Question[];
  /** Where the sections of questions are named. */
  readonly namedSections: readonly NamePlace[];
}

const readQuestions = (root: YamlNode | undefined, context: FieldContext): AskedQuestions => ({
  questions: parseQuestions(root, context),
  namedSections: namesIn(mapsOf(root), 'section', context.file),
});

function parseSections({ files, language, keeper, report }: Parsing): readonly Section[] {
  const sections: Section[] = [];
  const ids = new Set<string>();
  for (const file of files.sections) {
    const section = keeper.parse(
      `section ${language} ${file.path}`,
      [file],
      (reportFile) => parseSection(file, language, reportFile),
      report,
    );
    if (ids.has(section.id)) report(doubleId('a section', section.id, { file, start: 0, end: 0 }));
    else sections.push(section);
    ids.add(section.id);
  }
  return sections;
}

const editionsNamed = (names: readonly string[]): readonly Edition[] =>
  names.length === 0 ? defaultEditions : names.map((name) => knownEditions.find((edition) => edition.name === name)!);
