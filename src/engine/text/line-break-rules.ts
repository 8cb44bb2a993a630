/**
 * Where lines may break by UAX #14, Unicode 15.0, without any tailoring: the rules of that document
 * in its order. A table answers for pairs of neighbors, the code below for rules that look further.
 */
import { unpackCodePointTable } from './code-point-table.ts';
import { lineBreakClassNames, lineBreakRuns } from './data/line-break-runs.ts';

/** Marks of an offset: the line must not, may or must break before the character there. */
export const breakForbidden = 0;
export const breakAllowed = 1;
export const breakMandatory = 2;

/** Returns a mark for each UTF-16 offset, the end of the text included, which is always mandatory. */
export function unicodeLineBreaks(text: string): Uint8Array {
  classes ??= unpackCodePointTable(lineBreakRuns);
  const marks = new Uint8Array(text.length + 1);
  marks[text.length] = breakMandatory;
  // The last character that is no mark and no space; spaces since then; and what only some rules ask about.
  let before = none;
  let previous = none;
  let hasSpaces = false;
  let number = outside;
  let flags = 0;
  for (let at = 0; at < text.length; ) {
    const start = at;
    let codePoint = text.charCodeAt(at++);
    if ((codePoint & 0xfc00) === 0xd800 && at < text.length) {
      const low = text.charCodeAt(at);
      if ((low & 0xfc00) === 0xdc00) {
        codePoint = 0x10000 + ((codePoint & 0x3ff) << 10) + (low & 0x3ff);
        at++;
      }
    }
    let after = classes[codePoint]!;
    if (isMark[after] === 1) {
      if (previous >= 0 && takesMarks[previous] === 1) {
        // LB9: marks belong to their base and change nothing, but a joiner keeps what follows (LB8a).
        previous = after === ZWJ ? ZWJ : joinedMark;
        continue;
      }
      if (previous === ZWJ || previous === joinedMark) {
        previous = after === ZWJ ? ZWJ : joinedMark;
        continue;
      }
    }
    const raw = after;
    if (isMark[after] === 1) after = AL;
    let mark = breakForbidden;
    if (start === 0) mark = breakForbidden;
    else if (previous === BK || previous === LF || previous === NL || (previous === CR && after !== LF)) mark = breakMandatory;
    else if (isLineEnd[after] === 1 || after === SP || after === ZW) mark = breakForbidden;
    else if (before === ZW) mark = breakAllowed;
    else if (previous === ZWJ) mark = breakForbidden;
    else if (hasSpaces)
      mark = pairsAcrossSpaces[(before === none ? SP : before) * classCount + after] === 1 ? breakForbidden : breakAllowed;
    else if (flags === hebrewHyphen && after !== CB) mark = breakForbidden;
    else if (before === RI && after === RI) mark = flags === oddIndicator ? breakForbidden : breakAllowed;
    else if (number === inside && (after === NU || after === PR || after === PO)) mark = breakForbidden;
    else if (number === closed && (after === PR || after === PO)) mark = breakForbidden;
    else if ((before === PR || before === PO) && isOpening[after] === 1 && digitFollows(text, at)) mark = breakForbidden;
    else mark = pairs[before * classCount + after] === 1 ? breakForbidden : breakAllowed;
    marks[start] = mark;

    if (after === SP) {
      hasSpaces = true;
      number = outside;
      flags = 0;
    } else if (isLineEnd[after] === 1) {
      before = none;
      hasSpaces = false;
      number = outside;
      flags = 0;
    } else {
      const touches = !hasSpaces && mark === breakForbidden;
      if (after === NU) number = inside;
      else if (number === inside && touches && (after === SY || after === IS)) number = inside;
      else number = number === inside && touches && isClosing[after] === 1 ? closed : outside;
      if (after === RI) flags = before === RI && !hasSpaces && flags === oddIndicator ? 0 : oddIndicator;
      else flags = touches && before === HL && (after === HY || after === BA) ? hebrewHyphen : 0;
      before = after;
      hasSpaces = false;
    }
    previous = raw === ZWJ ? ZWJ : isMark[raw] === 1 ? joinedMark : after;
  }
  return marks;
}

/** Returns the line breaking class of a character: one of `lineBreakClassNames`. */
export function lineBreakClass(character: string): string {
  classes ??= unpackCodePointTable(lineBreakRuns);
  return classNames[classes[character.codePointAt(0)!]!]!;
}

const classNames = lineBreakClassNames.split(' ');
const classCount = classNames.length;
const classOf = (name: string): number => classNames.indexOf(name);
const classesOf = (names: string): readonly number[] => names.split(' ').flatMap((name) => variants[name]?.map(classOf) ?? [classOf(name)]);

/** The table tells more classes apart than UAX #14: rules name the class, which stands for these. */
const variants: Readonly<Record<string, readonly string[]>> = {
  OP: ['OP', 'OPE'],
  CP: ['CP', 'CPE'],
  AL: ['AL', 'SA'],
  NS: ['NS', 'CJ'],
  QU: ['QU', 'QUI', 'QUF'],
  ID: ['ID', 'IDX'],
  CM: ['CM', 'SAM'],
};

const [AL, BK, CR, LF, NL, SP, ZW, ZWJ] = 'AL BK CR LF NL SP ZW ZWJ'.split(' ').map(classOf) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];
const [BA, HY, HL, NU, PR, PO, CB, RI] = 'BA HY HL NU PR PO CB RI'.split(' ').map(classOf) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];
const [IS, SY] = [classOf('IS'), classOf('SY')];

/** No character: the start of a line or of the text. */
const none = -1;
/** Stands for a combining mark that has joined its base. */
const joinedMark = -2;

/** How far a number has come (LB25): not in one, in its digits, after its closing bracket. */
const outside = 0;
const inside = 1;
const closed = 2;

/** An unpaired regional indicator stands before (LB30a). */
const oddIndicator = 1;
/** A Hebrew letter and a hyphen stand before (LB21a). */
const hebrewHyphen = 2;

const setOf = (names: string): Uint8Array => {
  const set = new Uint8Array(classCount);
  for (const each of classesOf(names)) set[each] = 1;
  return set;
};
const isMark = setOf('CM ZWJ');
const isLineEnd = setOf('BK CR LF NL');
const isOpening = setOf('OP');
const isClosing = setOf('CL CP');
const takesMarks = setOf('BK CR LF NL SP ZW CM ZWJ').map((each) => 1 - each);

let classes: Uint8Array | undefined;

const all = classNames.join(' ');
const pairs = pairTable((keep, part) => {
  keep(all, 'WJ'); // LB11
  keep('WJ', all);
  keep('GL', all); // LB12
  part('BA HY', 'GL'); // LB12a
  keep(all, 'GL');
  keep(all, 'CL CP EX IS SY'); // LB13
  keep('OP', all); // LB14
  keep('CL CP', 'NS'); // LB16
  keep('B2', 'B2'); // LB17
  keep(all, 'QU'); // LB19
  keep('QU', all);
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
  keep('PR PO HY NU', 'NU'); // LB25
  keep('NU', 'PR PO');
  keep('JL', 'JL JV H2 H3'); // LB26
  keep('JV H2', 'JV JT');
  keep('JT H3', 'JT');
  keep('JL JV JT H2 H3', 'PO'); // LB27
  keep('PR', 'JL JV JT H2 H3');
  keep('AL HL', 'AL HL'); // LB28
  keep('IS', 'AL HL'); // LB29
  // LB30 leaves out the wide brackets of East Asia.
  part('AL HL NU', 'OPE');
  keep('AL HL NU', 'OP');
  part('CPE', 'AL HL NU');
  keep('CP', 'AL HL NU');
  keep('EB IDX', 'EM'); // LB30b
});

const pairsAcrossSpaces = pairTable((keep) => {
  keep(all, 'WJ CL CP EX IS SY'); // LB11, LB13
  keep('OP', all); // LB14
  keep('QU', 'OP'); // LB15
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
        for (const right of rights) if (table[left * classCount + right] === undecided) table[left * classCount + right] = value;
      }
    };
  state(rule(1), rule(0));
  return table.map((value) => (value === undecided ? 0 : value));
}

/** Looks past combining marks for a digit: a currency sign stays with a bracket only before a number (LB25). */
function digitFollows(text: string, from: number): boolean {
  for (let at = from; at < text.length; at++) {
    const codePoint = text.codePointAt(at)!;
    const each = classes![codePoint]!;
    if (isMark[each] !== 1) return each === NU;
    if (codePoint > 0xffff) at++;
  }
  return false;
}
