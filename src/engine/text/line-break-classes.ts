/** The line breaking classes of UAX #14: what the table holds for each character, and sets of classes. */
import { unpackCodePointTable } from './code-point-table.ts';
import { lineBreakClassNames, lineBreakRuns } from './data/line-break-runs.ts';

/** Values of the table: a class, and a bit for characters of East Asia that are wide. */
export const classBits = 0x7f;
export const wide = 0x80;

let values: Uint8Array | undefined;

/** Returns the table: a value for each code point. */
export const lineBreakValues = (): Uint8Array => (values ??= unpackCodePointTable(lineBreakRuns));

/** Returns the line breaking class of a character: one of `lineBreakClassNames`. */
export const lineBreakClass = (character: string): string => classNames[lineBreakValues()[character.codePointAt(0)!]! & classBits]!;

const classNames: readonly string[] = lineBreakClassNames.split(' ');
/** All classes, for rules. */
export const allClasses = lineBreakClassNames;

/** How many classes the table tells apart. */
export const classCount = classNames.length;

const numbers: ReadonlyMap<string, number> = new Map(classNames.map((name, number) => [name, number]));

/** Returns the number of a class. */
export const classOf = (name: string): number => numbers.get(name)!;

const knownSets = new Map<string, readonly number[]>();

/** Returns the numbers of the classes that rules name, written with spaces between. Rules name the same ones again and again. */
export function classesOf(names: string): readonly number[] {
  let classes = knownSets.get(names);
  if (!classes) {
    classes = names.split(' ').flatMap((name) => variants[name]?.map(classOf) ?? classOf(name));
    knownSets.set(names, classes);
  }
  return classes;
}

/** The table tells more classes apart than UAX #14: rules name the class, which stands for these. */
const variants: Readonly<Record<string, readonly string[]>> = {
  OP: ['OP', 'OPE'],
  CP: ['CP', 'CPE'],
  AL: ['AL', 'SA', 'DC'],
  BA: ['BA', 'HH'],
  NS: ['NS', 'CJ'],
  ID: ['ID', 'IDX'],
  CM: ['CM', 'SAM'],
};

/** Returns a table in which 1 marks the classes that are named. */
export const setOf = (names: string): Uint8Array => {
  const set = new Uint8Array(classCount);
  for (const each of classesOf(names)) set[each] = 1;
  return set;
};
