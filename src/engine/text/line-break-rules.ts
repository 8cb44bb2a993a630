/**
 * Where lines may break by UAX #14, Unicode 16.0, without any tailoring: the rules of that document
 * in its order. A table answers for pairs of neighbors, the code below for rules that look further.
 */
import { unitAt } from '../source/unit-at.ts';
import { classBits, classCount, classOf, lineBreakValues, setOf, wide } from './line-break-classes.ts';
import { free, kept, pairs, pairsAcrossSpaces } from './line-break-pairs.ts';

/** Marks of an offset: the line must not, may or must break before the character there. */
export const breakForbidden = 0;
export const breakAllowed = 1;
export const breakMandatory = 2;

/** Returns a mark for each UTF-16 offset, the end of the text included, which is always mandatory. */
export function unicodeLineBreaks(text: string): Uint8Array {
  classes ??= lineBreakValues();
  const { length } = text;
  const marks = new Uint8Array(length + 1);
  marks[length] = breakMandatory;
  // The last character that is no mark and no space; spaces since then; and what only some rules ask about.
  let before = none;
  let previous = none;
  let hasSpaces = false;
  let number = outside;
  let flags = 0;
  let isWideBefore = false;
  // Of a quotation mark before: whether what stands before it is wide, and whether it opens.
  let isWideAround = false;
  let hasOpened = false;
  for (let at = 0; at < length; ) {
    const start = at;
    let codePoint = unitAt(text, at++);
    if ((codePoint & 0xfc00) === 0xd800 && at < length) {
      const low = unitAt(text, at);
      if ((low & 0xfc00) === 0xdc00) {
        codePoint = 0x10000 + ((codePoint & 0x3ff) << 10) + (low & 0x3ff);
        at++;
      }
    }
    const value = classes[codePoint]!;
    let after = value & classBits;
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
    const isWide = (value & wide) !== 0;
    let mark = breakForbidden;
    if (start === 0) mark = breakForbidden;
    else if (previous === BK || previous === LF || previous === NL || (previous === CR && after !== LF)) mark = breakMandatory;
    else if (isLineEnd[after] === 1 || after === SP || after === ZW) mark = breakForbidden;
    else if (before === ZW) mark = breakAllowed;
    else if (previous === ZWJ) mark = breakForbidden;
    else if (hasSpaces) {
      // LB15a to LB15d.
      if (hasOpened || (after === QUF && closes(text, at))) mark = breakForbidden;
      else if (after === IS) mark = startsNumber(text, at) ? breakAllowed : breakForbidden;
      else mark = pairsAcrossSpaces[(before === none ? SP : before) * classCount + after] === 1 ? breakForbidden : breakAllowed;
    } else {
      const pair = pairs[before * classCount + after]!;
      if (pair === kept) mark = breakForbidden;
      else if (pair === free && flags === 0 && number === outside) mark = breakAllowed;
      // LB19a, LB20a, LB21a, LB25, LB28a and LB30a only forbid.
      else if (after === QUI && (!isWideBefore || !isWideAt(text, at))) mark = breakForbidden;
      else if (before === QUF && (!isWide || !isWideAround)) mark = breakForbidden;
      else if (flags === firstHyphen && isLetter[after] === 1) mark = breakForbidden;
      else if (flags === hebrewHyphen && after !== CB && after !== HL) mark = breakForbidden;
      else if (number === inside && (after === NU || after === PR || after === PO)) mark = breakForbidden;
      else if (number === closed && (after === PR || after === PO)) mark = breakForbidden;
      else if ((before === PR || before === PO) && isOpening[after] === 1 && startsNumber(text, at, true)) mark = breakForbidden;
      else if (flags === viramaCluster && (after === AK || after === DC)) mark = breakForbidden;
      else if (isAksara[before] === 1 && isAksara[after] === 1 && classAt(text, at) === VF) mark = breakForbidden;
      else if (flags === oddIndicator && after === RI) mark = breakForbidden;
      else mark = breakAllowed;
    }
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
      isWideBefore = hasOpened = false;
    } else {
      const isFirst = before === none || hasSpaces;
      isWideAround = !isFirst && isWideBefore;
      hasOpened = after === QUI && (isFirst || maySurround[before] === 1);
      isWideBefore = isWide;
      const touches = !hasSpaces && mark === breakForbidden;
      if (after === NU) number = inside;
      else if (number === inside && touches && (after === SY || after === IS)) number = inside;
      else number = number === inside && touches && isClosing[after] === 1 ? closed : outside;
      if (after === RI) flags = before === RI && !hasSpaces && flags === oddIndicator ? 0 : oddIndicator;
      else if (after === HY || after === BA || after === HH) {
        if (touches && before === HL && !(after === BA && isWide)) flags = hebrewHyphen;
        else flags = after !== BA && (isFirst || mayPrecede[before] === 1) ? firstHyphen : 0;
      } else flags = after === VI && touches && isAksara[before] === 1 ? viramaCluster : 0;
      before = after;
      hasSpaces = false;
    }
    previous = raw === ZWJ ? ZWJ : isMark[raw] === 1 ? joinedMark : after;
  }
  return marks;
}

const AL = classOf('AL');
const BK = classOf('BK');
const CR = classOf('CR');
const LF = classOf('LF');
const NL = classOf('NL');
const SP = classOf('SP');
const ZW = classOf('ZW');
const ZWJ = classOf('ZWJ');
const BA = classOf('BA');
const HY = classOf('HY');
const HL = classOf('HL');
const NU = classOf('NU');
const PR = classOf('PR');
const PO = classOf('PO');
const CB = classOf('CB');
const RI = classOf('RI');
const IS = classOf('IS');
const SY = classOf('SY');
const HH = classOf('HH');
const QUI = classOf('QUI');
const QUF = classOf('QUF');
const AK = classOf('AK');
const DC = classOf('DC');
const VF = classOf('VF');
const VI = classOf('VI');

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
/** A hyphen stands before that a word begins with (LB20a). */
const firstHyphen = 3;
/** A syllable and the sign that joins it to the next stand before (LB28a). */
const viramaCluster = 4;

const isMark = setOf('CM ZWJ');
const isLineEnd = setOf('BK CR LF NL');
const isLetter = setOf('AL');
const isAksara = setOf('AK DC AS');
/** What an opening quotation mark, a closing one, and a hyphen that begins a word stand beside. */
const maySurround = setOf('OP QU QUI QUF GL ZW');
const mayFollow = setOf('SP GL WJ CL QU QUI QUF CP EX IS SY BK CR LF NL ZW');
const mayPrecede = setOf('ZW CB GL');
const isOpening = setOf('OP');
const isClosing = setOf('CL CP');
const takesMarks = setOf('BK CR LF NL SP ZW CM ZWJ').map((each) => 1 - each);

let classes: Uint8Array | undefined;

/** The end of the text, among classes of characters. */
const nothing = -1;

/** Returns where the next character begins that is no combining mark; the length of the text if there is none. */
function nextBase(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const codePoint = text.codePointAt(at)!;
    if (isMark[classes![codePoint]! & classBits] !== 1) break;
    at += codePoint > 0xffff ? 2 : 1;
  }
  return at;
}

/** Returns what the table has for the next character that is no combining mark. */
function valueAt(text: string, from: number): number {
  const at = nextBase(text, from);
  return at < text.length ? classes![text.codePointAt(at)!]! : nothing;
}

function classAt(text: string, from: number): number {
  const value = valueAt(text, from);
  return value === nothing ? nothing : value & classBits;
}

function isWideAt(text: string, from: number): boolean {
  const value = valueAt(text, from);
  return value !== nothing && (value & wide) !== 0;
}

/** Tells whether what follows a quotation mark lets it be a closing one (LB15b). */
function closes(text: string, from: number): boolean {
  const following = classAt(text, from);
  return following === nothing || mayFollow[following] === 1;
}

/** Looks past combining marks for a digit, and past a point before it (LB15c, LB25). */
function startsNumber(text: string, from: number, mayHavePoint = false): boolean {
  const next = classAt(text, from);
  return next === NU || (mayHavePoint && next === IS && classAt(text, nextBase(text, from) + 1) === NU);
}
