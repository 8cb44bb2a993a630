/** questions.yaml to questions; what the author leaves out gets the likeliest value. */
import { groupings, type Question, type QuestionKind, questionKinds, questionLevels } from './booklet.ts';
import { checkAnswer } from './check-answers.ts';
import { missingOptions, uselessOptions } from './question-problems.ts';
import type { YamlMap, YamlNode } from './read-yaml.ts';
import { countAt, emptyProse, type FieldContext, mapsOf, nameAt, proseAt, prosesAt, scalarAt, spanOf, textAt } from './yaml-fields.ts';

/** Lists that a kind of question needs, and how many lines it gets to write on unless the author says. */
const kinds: Readonly<Record<QuestionKind, { readonly lists: readonly ('options' | 'matches')[]; readonly lines: number }>> = {
  open: { lists: [], lines: 4 },
  choice: { lists: ['options'], lines: 0 },
  'true-false': { lists: [], lines: 0 },
  match: { lists: ['options', 'matches'], lines: 0 },
  order: { lists: ['options'], lines: 0 },
  'fill-in': { lists: [], lines: 0 },
  scale: { lists: ['options'], lines: 0 },
};

/** Reads the questions. Entries without a question keep their number, so that ids do not move while a file is being written. */
export function parseQuestions(root: YamlNode | undefined, context: FieldContext): readonly Question[] {
  return mapsOf(root).map((map, index) => {
    const kind = nameAt(map, 'kind', questionKinds) ?? 'open';
    checkLists(map, kind, context);
    const section = textAt(map, 'section');
    const minutes = countAt(map, 'minutes', 1, 600);
    const grouping = nameAt(map, 'grouping', groupings);
    const answer = proseAt(map, 'answer', 'auto', context);
    const read: Question = {
      id: `question-${index + 1}`,
      question: proseAt(map, 'question', 'auto', context) ?? emptyProse(context.file, map),
      level: nameAt(map, 'level', questionLevels) ?? 'understand',
      kind,
      ...(section !== undefined && { section }),
      ...(minutes !== undefined && { minutes }),
      ...(grouping !== undefined && { grouping }),
      answerLines: textAt(map, 'answerLines') === 'fill' ? 'fill' : (countAt(map, 'answerLines', 0, 60) ?? kinds[kind].lines),
      options: prosesAt(map, 'options', 'inline', context),
      matches: prosesAt(map, 'matches', 'inline', context),
      ...(answer && { answer }),
      lookFor: prosesAt(map, 'lookFor', 'inline', context),
      origin: spanOf(map, context.file),
    };
    checkAnswer(read, context);
    return read;
  });
}

function checkLists(map: YamlMap, kind: QuestionKind, context: FieldContext): void {
  // A misspelt kind has been reported; its lists tell nothing.
  if (map.entries.has('kind') && nameAt(map, 'kind', questionKinds) === undefined) return;
  for (const key of ['options', 'matches'] as const) {
    const entry = map.entries.get(key);
    const isNeeded = kinds[kind].lists.includes(key);
    const place = scalarAt(map, 'kind') ?? scalarAt(map, 'question') ?? map;
    const least = kind === 'scale' ? 1 : 2;
    if (isNeeded && (!entry || (entry.value.kind === 'list' && entry.value.items.length < least))) {
      context.report(missingOptions(kind, key, spanOf(entry ? { start: entry.keyStart, end: entry.keyEnd } : place, context.file)));
    } else if (!isNeeded && entry) {
      context.report(uselessOptions(kind, key, { file: context.file, start: entry.keyStart, end: entry.keyEnd }));
    }
  }
}
