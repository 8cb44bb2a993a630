/** The editions that a booklet can be printed as, as data: adding one means adding a line here. */
import type { Edition } from './booklet.ts';

/** All editions, in the order in which they are offered. */
export const knownEditions: readonly Edition[] = [
  { name: 'student', audience: 'student', showsAnswers: false, showsAnswerLines: true },
  { name: 'facilitator', audience: 'facilitator', showsAnswers: true, showsAnswerLines: false },
];

/** What is printed when the author names no editions. */
export const defaultEditions: readonly Edition[] = knownEditions.filter((edition) => ['student', 'facilitator'].includes(edition.name));
