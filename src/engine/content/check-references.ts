/** Looks up everything in a booklet that names something else: sections of questions, sources of facts, citations. */

import type { Report } from '../source/diagnostic.ts';
import { nearestName } from '../source/nearest-name.ts';
import type { SourceFile, Span } from '../source/source-file.ts';
import type { Booklet } from './booklet.ts';
import { unknownSection, unknownSource, unusedSource } from './problems.ts';
import { type Prose, visitProse } from './prose.ts';
import type { YamlMap } from './read-yaml.ts';
import { scalarAt, spanOf } from './yaml-fields.ts';

/** Where a name was written. */
export interface NamePlace {
  readonly name: string;
  readonly span: Span;
}

/** Names in the YAML files whose places the booklet itself does not keep. */
export interface NamedReferences {
  readonly sections: readonly NamePlace[];
  readonly sources: readonly NamePlace[];
}

/** Reports names of sections and sources that do not exist, and sources that nothing cites; nothing that a lost file may hold. */
export function checkReferences(booklet: Booklet, references: NamedReferences, lost: ReadonlySet<string>, report: Report): void {
  const lostSections = new Set([...lost].map((name) => name.replace(/\.[^.]*$/, '')));
  const sectionIds = new Set(booklet.sections.map((section) => section.id));
  for (const { name, span } of references.sections) {
    if (!sectionIds.has(name) && !lostSections.has(name))
      report(unknownSection(name, nearestName(name, sectionIds), [...sectionIds], span));
  }
  const sourceIds = new Set(booklet.sources.map((source) => source.id));
  const used = new Set<string>();
  const use = (name: string, span: Span): void => {
    used.add(name);
    if (!sourceIds.has(name) && !lost.has('sources.yaml')) report(unknownSource(name, nearestName(name, sourceIds), span));
  };
  for (const { name, span } of references.sources) use(name, span);
  for (const prose of allProse(booklet)) {
    const file: SourceFile = prose.file;
    visitProse(prose.nodes, (node) => {
      if (node.kind === 'citation') for (const key of node.keys) use(key.id, { file, start: key.start, end: key.end });
    });
  }
  if (!booklet.isWhole) return;
  for (const source of booklet.sources) {
    if (!used.has(source.id))
      report(unusedSource(source.id, { ...source.origin, end: Math.min(source.origin.end, source.origin.start + 1) }));
  }
}

function allProse(booklet: Booklet): readonly Prose[] {
  return [
    ...(booklet.contentNote ? [booklet.contentNote] : []),
    ...booklet.objectives,
    ...booklet.keyFacts.map((fact) => fact.label),
    ...booklet.sections.map((section) => section.body),
    ...booklet.glossary.map((entry) => entry.definition),
    ...booklet.questions.flatMap((question) => [
      question.question,
      ...question.options,
      ...question.matches,
      ...(question.answer ? [question.answer] : []),
      ...question.lookFor,
    ]),
    ...booklet.sources.flatMap((source) => (source.note ? [source.note] : [])),
  ];
}

/** Returns where a key of some groups names something. */
export function namesIn(maps: readonly YamlMap[], key: string, file: SourceFile): readonly NamePlace[] {
  return maps.flatMap((map) => {
    const scalar = scalarAt(map, key);
    return scalar ? [{ name: scalar.text.trim(), span: spanOf(scalar, file) }] : [];
  });
}
