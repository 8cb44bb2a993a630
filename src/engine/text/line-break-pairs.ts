/** Which pairs of neighbors UAX #14 keeps on one line: its rules in their order, as far as two classes decide. */
import { allClasses, classCount, classesOf } from './line-break-classes.ts';

const all = allClasses;

/** What the table says of a pair: a break, no break, or a break unless one of the rules that look further forbids it. */
export const free = 0;
export const kept = 1;
const open = 2;

/** What holds between neighbors: a row for each class before, a column for each class after. */
export const pairs = pairTable((keep, part) => {
  keep(all, 'WJ'); // LB11
  keep('WJ', all);
  keep('GL', all); // LB12
  part('BA HY', 'GL'); // LB12a
  keep(all, 'GL');
  keep(all, 'CL CP EX SY'); // LB13
  keep('OP', all); // LB14
  keep(all, 'IS'); // LB15d
  keep('CL CP', 'NS'); // LB16
  keep('B2', 'B2'); // LB17
  keep(all, 'QU QUF'); // LB19
  keep('QU QUI', all);
  part(all, 'CB'); // LB20
  part('CB', all);
  keep(all, 'BA HY NS'); // LB21
  keep('BB', all);
  keep('SY', 'HL'); // LB21b
  keep(all, 'IN'); // LB22
  keep('AL HL', 'NU'); // LB23
  keep('NU', 'AL HL');
  keep('PR', 'ID EB EM'); // LB23a
  keep('ID EB EM', 'PO');
  keep('PR PO', 'AL HL'); // LB24
  keep('AL HL', 'PR PO');
  keep('PR PO HY IS NU', 'NU'); // LB25
  keep('NU', 'PR PO');
  keep('JL', 'JL JV H2 H3'); // LB26
  keep('JV H2', 'JV JT');
  keep('JT H3', 'JT');
  keep('JL JV JT H2 H3', 'PO'); // LB27
  keep('PR', 'JL JV JT H2 H3');
  keep('AL HL', 'AL HL'); // LB28
  keep('AP', 'AK DC AS'); // LB28a
  keep('AK DC AS', 'VF VI');
  keep('IS', 'AL HL'); // LB29
  // LB30 leaves out the wide brackets of East Asia.
  part('AL HL NU', 'OPE');
  keep('AL HL NU', 'OP');
  part('CPE', 'AL HL NU');
  keep('CP', 'AL HL NU');
  keep('EB IDX', 'EM'); // LB30b
});
// LB19a, LB25 and LB28a look further.
for (const [befores, afters] of [
  [all, 'QUI'],
  ['QUF', all],
  ['PR PO', 'OP'],
  ['AK DC AS', 'AK DC AS'],
] as const) {
  for (const left of classesOf(befores)) {
    for (const right of classesOf(afters)) if (pairs[left * classCount + right] === free) pairs[left * classCount + right] = open;
  }
}

/** The same with spaces between them. */
export const pairsAcrossSpaces = pairTable((keep) => {
  keep(all, 'WJ CL CP EX SY'); // LB11, LB13
  keep('OP', all); // LB14
  keep('CL CP', 'NS'); // LB16
  keep('B2', 'B2'); // LB17
});

type PairRule = (before: string, after: string) => void;

/** Builds a table in which 1 forbids the break; of the rules for a pair, the first counts. */
function pairTable(state: (keep: PairRule, part: PairRule) => void): Uint8Array {
  const undecided = 255;
  const table = new Uint8Array(classCount * classCount).fill(undecided);
  const rule =
    (value: number): PairRule =>
    (before, after) => {
      const rights = classesOf(after);
      for (const left of classesOf(before)) {
        const row = left * classCount;
        for (let index = 0; index < rights.length; index++) {
          const pair = row + rights[index]!;
          if (table[pair] === undecided) table[pair] = value;
        }
      }
    };
  state(rule(1), rule(0));
  return table.map((value) => (value === undecided ? 0 : value));
}
