/**
 * Words for chemistry, as a teacher reads it out: `\ce{2H2 + O2 -> 2H2O}` is “2 H 2 plus O 2 gives 2 H 2 O”.
 *
 * What is read is a part of mhchem's language: https://mhchem.github.io/MathJax-mhchem/. A formula with anything else in it
 * has no words, since a wrong word is worse than the LaTeX.
 */
import { fillPattern } from './content/format-labels.ts';
import type { Labels } from './content/labels.ts';
import { type LetterPattern, letterPattern } from './source/letter-pattern.ts';

/** Returns formulas of chemistry in words; undefined when there is anything else in it. */
export function speakChemistry(tex: string, labels: Labels): string | undefined {
  if (!tex.includes('\\ce')) return undefined;
  const lines = tex.replace(/\\(?:begin|end)\s*\{(?:aligned|gathered|split|align\*?|gather\*?)\}/g, '').trim();
  let spoken = '';
  let end = 0;
  for (const { start, body, after } of formulasIn(lines)) {
    const gap = lines.slice(end, start);
    const words = between.test(gap) ? speak(body, labels) : undefined;
    if (words === undefined) return undefined;
    spoken += (spoken === '' ? '' : pause.test(gap) ? labels.listComma : ' ') + words;
    end = after;
  }
  return between.test(lines.slice(end).replace(/\.\s*$/, '')) && spoken !== '' ? spoken : undefined;
}

/** What may stand around formulas and be silent: line ends, spaces, where lines are aligned, a comma. */
const between = /^(?:\\\\|\\(?:q?quad\b|[,;:! ])|[&,;~\s])*$/;

const pause = /\\\\|quad|[,;](?<!\\.)/;

interface Chemistry {
  readonly start: number;
  readonly body: string;
  readonly after: number;
}

function* formulasIn(tex: string): Generator<Chemistry> {
  const opening = /\\ce\s*\{/g;
  for (let match = opening.exec(tex); match; match = opening.exec(tex)) {
    const from = opening.lastIndex;
    let depth = 1;
    let at = from;
    for (; at < tex.length && depth > 0; at++) {
      if (tex[at] === '\\') at++;
      else if (tex[at] === '{') depth++;
      else if (tex[at] === '}') depth--;
    }
    if (depth > 0) return;
    yield { start: match.index, body: tex.slice(from, at - 1), after: at };
    opening.lastIndex = at;
  }
}

/** Says what a sign means; `found` is what its pattern and the groups in it have matched. */
type Say = (found: readonly (string | undefined)[], labels: Labels) => string | undefined;

const whole: Say = ([found]) => found;
const wordOf =
  (words: Readonly<Record<string, keyof Labels['chemistry']>>): Say =>
  ([, sign], { chemistry }) =>
    chemistry[words[sign!]!];

/** What stands before a charge, a bond or a number of atoms, and before the mass number of an atom. */
const afterAtom = String.raw`(?<=[\p{L}\d)\]}])`;
const atStart = String.raw`(?<=(?:^|[\s([])\d*)`;
const state = String.raw`\((s|l|g|aq)\)`;
const over = String.raw`\[([^[\]]*)\]`;

const charges = { '+': 'positive', '-': 'negative' } as const;
const bonds = { '-': 'singleBond', '=': 'doubleBond', '#': 'tripleBond' } as const;

/** Signs in the order in which they are tried: a longer one stands before its beginnings. */
const signs: readonly (readonly [pattern: string, say: Say])[] = [
  [String.raw`${afterAtom}\s*[.*]\s*(?=[\dA-Z([])`, (_, { chemistry }) => chemistry.dot],
  [String.raw`\s+|\{\}`, () => ''],
  ['(<=>>|<<=>|<=>|<->|->)', wordOf({ '->': 'gives', '<->': 'resonates', '<=>': 'balances', '<=>>': 'balances', '<<=>': 'balances' })],
  [`(?<=>)${over}`, ([, label], labels) => sayCondition(label!, labels.chemistry.aboveArrow, labels)],
  [`(?<=>${over})${over}`, ([, , label], labels) => sayCondition(label!, labels.chemistry.belowArrow, labels)],
  [state, wordOf({ s: 'solid', l: 'liquid', g: 'gas', aq: 'dissolved' })],
  [String.raw`(?<!\S)(?:\^|\(\^\))(?!\S)|\\uparrow\b`, (_, { chemistry }) => chemistry.rises],
  [String.raw`(?<!\S)(?:v|\(v\))(?!\S)|\\downarrow\b`, (_, { chemistry }) => chemistry.settles],
  [String.raw`${atStart}\^\{?(\d+)\}?(?:_\{?(-?\d+)\}?)?([A-Z][a-z]?|[enp])(?![a-z])`, sayNuclide],
  [String.raw`\^(?:(\d*)([+-])|\{(\d*)([+-])\})`, ([, n, sign, n2, sign2], labels) => sayCharge(n ?? n2, sign ?? sign2, labels)],
  [String.raw`${afterAtom}([+-])(?=[\s)\]]|$|${state})`, wordOf(charges)],
  [String.raw`\+`, (_, { chemistry }) => chemistry.plus],
  [`${afterAtom}([-=#])(?=[A-Z([])`, wordOf(bonds)],
  // Whether a number counts molecules or atoms, its place says; a letter stands for either.
  [String.raw`(?<![\p{L}\d)\]}])\d+(?:[.,/]\d+)?|${afterAtom}\d+|(?<!\S)[nmxy](?=\s|[A-Z([])|(?<=[)\]])[nmxy](?![\p{L}\d])`, whole],
  [String.raw`${afterAtom}_(?:\{(\d+|[a-z])\}|([\da-z]))`, ([, long, short]) => long ?? short],
  [String.raw`(?:\\text\s*)?\{([\p{L}\p{M}\d ]+)\}`, ([, words]) => words!.trim()],
  // “acid”, “Iron”, “pH”: no atom has three letters or begins with a small one.
  [String.raw`(?<!\S)(?:\p{L}(?:(?![A-Z])[\p{L}\p{M}]){2,}|[a-z]{2}|pH)(?![\p{L}\d])`, whole],
  [String.raw`(?<!\p{L})e(?=\^?\{?[+-])|[A-Z][a-z]?(?![a-z])`, whole],
  // “(III)” is no iodine.
  [String.raw`[([](?![IVX]+[)\]])`, (_, { chemistry }) => chemistry.opens],
  [String.raw`[)\]]`, (_, { chemistry }) => chemistry.closes],
];

// Made when first needed: few booklets have chemistry.
let patterns: readonly (readonly [patternFor: LetterPattern, say: Say])[] | undefined;

function speak(body: string, labels: Labels): string | undefined {
  const comma = labels.listComma.trim();
  const spoken: string[] = [];
  for (let at = 0; at < body.length; ) {
    const next = readSign(body, at, labels);
    if (next?.words === undefined) return undefined;
    if (next.words !== '') spoken.push(next.words);
    at = next.end;
  }
  // What is put between commas may stand at the end, or two of them side by side.
  const words = spoken
    .join(' ')
    .replaceAll(` ${comma}`, comma)
    .replaceAll(comma + comma, comma);
  return words === '' ? undefined : words.endsWith(comma) ? words.slice(0, -comma.length) : words;
}

function readSign(body: string, at: number, labels: Labels): { readonly words: string | undefined; readonly end: number } | undefined {
  patterns ??= signs.map(([pattern, say]) => [letterPattern(pattern, 'y'), say]);
  for (const [patternFor, say] of patterns) {
    const pattern = patternFor(body);
    pattern.lastIndex = at;
    const found = pattern.exec(body);
    if (found) return { words: say(found, labels), end: at + found[0].length };
  }
  return undefined;
}

/** A temperature, a pressure, a time or a share, which voices know how to say: `900 °C`, `450–500 °C`, `10 %`. */
const quantity = /^\d[\d.,]*(?:\s*[-–]\s*\d[\d.,]*)?\s*(?:°[CF]?|K|atm|bar|[kM]?Pa|mmHg|%|min|h|s)$/;

/** Says what stands above or below an arrow. */
function sayCondition(tex: string, pattern: string, labels: Labels): string | undefined {
  const bare = tex
    .replaceAll('$', '')
    .replace(/\s*\^?\{?\\(?:circ|degree)\}?\s*/g, ' °')
    .trim();
  if (bare === '') return '';
  const conditions = bare.split(/[,;]\s+/).map((condition) => {
    if (/^\\(?:Delta|triangle)$/.test(condition)) return labels.chemistry.heat;
    if (/^h\s*\\nu$/.test(condition)) return labels.chemistry.light;
    return quantity.test(condition) ? condition : speak(condition, labels);
  });
  if (conditions.includes(undefined)) return undefined;
  return setOff(fillPattern(pattern, { label: conditions.join(labels.listComma) }), labels);
}

/** Says the kind of an atom: `^{14}_{6}C`. */
function sayNuclide([, mass, atomic, atom]: readonly (string | undefined)[], labels: Labels): string {
  const { massNumber, atomicNumber, negative } = labels.chemistry;
  const numbers = [fillPattern(massNumber, { n: mass! })];
  if (atomic !== undefined) numbers.push(fillPattern(atomicNumber, { n: atomic.replace('-', `${negative} `) }));
  return atom! + setOff(numbers.join(labels.listComma), labels);
}

/** Sets words off by commas on both sides. */
const setOff = (words: string, { listComma }: Labels): string => listComma + words + listComma.trim();

const sayCharge = (n: string | undefined, sign: string | undefined, { chemistry }: Labels): string =>
  `${n ?? ''} ${chemistry[charges[sign as '+' | '-']]}`.trim();
