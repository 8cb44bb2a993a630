/** booklet.yaml to the fields of a booklet. */
import { parsePaper } from '../geometry/paper.ts';
import type { Report } from '../source/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import { type Booklet, chartDataPlaces, type KeyFact } from './booklet.ts';
import { type NamePlace, namesIn } from './check-references.ts';
import { knownEditions } from './editions.ts';
import { hasLabels, labelLanguages } from './labels.ts';
import { directionOf, isLanguageTag } from './language.ts';
import { doubleId, impossiblePaper, noLabels } from './problems.ts';
import { readChecked } from './read-checked.ts';
import type { YamlMap } from './read-yaml.ts';
import { bookletSchemas } from './schema/booklet-schemas.ts';
import { dateAt, emptyProse, type FieldContext, mapsOf, proseAt, prosesAt, scalarAt, spanOf, textAt, textsAt } from './yaml-fields.ts';

/** What a booklet is made with when its author does not say. */
const defaults = { language: 'en', template: 'briefing', paper: 'a4' } as const;

/** What booklet.yaml says. */
export interface BookletFields
  extends Omit<Booklet, 'name' | 'title' | 'sections' | 'glossary' | 'questions' | 'sources' | 'editions' | 'isWhole'> {
  /** Undefined where the author has not given one. */
  readonly title?: string;
  /** Names of known editions, each once. */
  readonly editions: readonly string[];
  /** Where the sources of key facts are named. */
  readonly namedSources: readonly NamePlace[];
}

/** Reads booklet.yaml; when it is broken, it joins the files that are `lost`. What is missing or wrong is reported and replaced by something printable. */
export function parseFields(file: SourceFile, lost: Set<string>, report: Report): BookletFields {
  const root = readChecked(file, 'booklet', lost, report);
  const map: YamlMap = root?.kind === 'map' ? root : { kind: 'map', entries: new Map(), start: 0, end: 0 };
  const written = textAt(map, 'language');
  const language = written !== undefined && isLanguageTag(written) ? written : defaults.language;
  if (!hasLabels(language)) report(noLabels(language, [...labelLanguages.keys()], spanOf(scalarAt(map, 'language')!, file)));
  const context: FieldContext = { file, language, report };
  const date = dateAt(map, 'date', context);
  const contentNote = proseAt(map, 'contentNote', 'block', context);
  return {
    ...textField(map, 'title'),
    ...textField(map, 'subtitle'),
    ...textField(map, 'audience'),
    ...textField(map, 'rights'),
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
    editions: parseEditions(map, context),
    namedSources: namesIn(mapsOf(map.entries.get('keyFacts')?.value), 'source', file),
    origin: { file, start: 0, end: Math.min(file.text.length, Math.max(0, (file.lineStarts[1] ?? file.text.length + 1) - 1)) },
  };
}

function textField<Key extends string>(map: YamlMap, key: Key): { readonly [K in Key]?: string } {
  const text = textAt(map, key);
  return (text === undefined ? {} : { [key]: text }) as { readonly [K in Key]?: string };
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

/** The schema knows the form of a size, but not whether anything could be printed on it. */
function readPaper(map: YamlMap, context: FieldContext): string {
  const scalar = scalarAt(map, 'paper');
  const text = scalar?.text.trim();
  if (!scalar || text === undefined || parsePaper(text)) return text ?? defaults.paper;
  const isForm = new RegExp(bookletSchemas.booklet.properties!.paper!.pattern!, 'u').test(scalar.text);
  if (isForm) context.report(impossiblePaper(text, spanOf(scalar, context.file)));
  return defaults.paper;
}

function parseEditions(map: YamlMap, context: FieldContext): readonly string[] {
  const editions: string[] = [];
  for (const scalar of textsAt(map, 'editions')) {
    const name = scalar.text.trim();
    if (!knownEditions.some((known) => known.name === name)) continue;
    if (editions.includes(name)) context.report(doubleId('an edition', name, spanOf(scalar, context.file)));
    else editions.push(name);
  }
  return editions;
}
