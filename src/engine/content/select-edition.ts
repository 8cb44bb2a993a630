/** A booklet to what one edition of it says: answers and facilitators' notes are gone before anything is rendered. */

import type { Report } from '../source/diagnostic.ts';
import { nearestName } from '../source/nearest-name.ts';
import type { Booklet, Edition, Question } from './booklet.ts';
import { directives } from './directives.ts';
import { defaultEditions } from './editions.ts';
import { unknownEditionAsked } from './problems.ts';
import type { Prose, ProseNode } from './prose.ts';

/** Selects an edition by name, or the booklet's first one. A name that the booklet has not is reported, and the first one taken. */
export function selectEdition(
  booklet: Booklet,
  name: string | undefined,
  report: Report,
): { readonly booklet: Booklet; readonly edition: Edition } {
  const editions = booklet.editions.length > 0 ? booklet.editions : defaultEditions;
  const names = editions.map((edition) => edition.name);
  const wanted = name === undefined ? editions[0] : editions.find((edition) => edition.name === name);
  if (!wanted) report(unknownEditionAsked(name ?? '', nearestName(name ?? '', names), names, booklet.origin));
  const edition = wanted ?? editions[0]!;
  return { booklet: edition.showsAnswers ? booklet : withoutAnswers(booklet), edition };
}

function withoutAnswers(booklet: Booklet): Booklet {
  const { contentNote, ...others } = booklet;
  return {
    ...others,
    ...(contentNote && { contentNote: forStudents(contentNote) }),
    objectives: booklet.objectives.map(forStudents),
    keyFacts: booklet.keyFacts.map((fact) => ({ ...fact, label: forStudents(fact.label) })),
    sections: booklet.sections.map((section) => ({ ...section, body: forStudents(section.body) })),
    glossary: booklet.glossary.map((entry) => ({ ...entry, definition: forStudents(entry.definition) })),
    questions: booklet.questions.map(questionForStudents),
  };
}

function questionForStudents(question: Question): Question {
  const { answer: _answer, ...others } = question;
  return {
    ...others,
    question: forStudents(question.question),
    options: question.options.map(forStudents),
    matches: question.matches.map(forStudents),
    lookFor: [],
  };
}

function forStudents(prose: Prose): Prose {
  const nodes = withoutNotes(prose.nodes);
  return nodes === prose.nodes ? prose : { ...prose, nodes };
}

/** Returns the same array when nothing had to go, so that most of a booklet is not copied. */
function withoutNotes(nodes: readonly ProseNode[]): readonly ProseNode[] {
  let hasChanged = false;
  const kept: ProseNode[] = [];
  for (const node of nodes) {
    if (node.kind === 'callout' && directives.get(node.name)?.isForFacilitators) hasChanged = true;
    else if (node.kind === 'text' || node.kind === 'citation') kept.push(node);
    else {
      const children = withoutNotes(node.children);
      if (children !== node.children) hasChanged = true;
      kept.push(children === node.children ? node : { ...node, children });
    }
  }
  return hasChanged ? kept : nodes;
}
