/** The editions that a booklet can be printed as, as data: adding one means adding a line here. */
import type { Edition } from './booklet.ts';

/** Smaller type is hard to read on a photocopy, even with good eyes. */
const printSizes: Edition['leastSizes'] = { text: 8, notes: 7 };

/** All editions, in the order in which they are offered. */
export const knownEditions: readonly Edition[] = [
  { name: 'student', audience: 'student', showsAnswers: false, showsAnswerLines: true, leastSizes: printSizes },
  { name: 'facilitator', audience: 'facilitator', showsAnswers: true, showsAnswerLines: false, leastSizes: printSizes },
];

/** What is printed when the author names no editions. */
export const defaultEditions: readonly Edition[] = knownEditions.filter((edition) => ['student', 'facilitator'].includes(edition.name));
