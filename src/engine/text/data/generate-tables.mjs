/**
 * Writes ../line-break-classes.ts' and ../script.ts' tables from the Unicode Character Database.
 *
 * Run after a new Unicode version: `apt-get install unicode-data`, then
 * `node src/engine/text/data/generate-tables.mjs [/usr/share/unicode]`. Run by hand; nothing imports it.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const source = process.argv[2] ?? '/usr/share/unicode';
const codePoints = 0x110000;
const here = (name) => new URL(name, import.meta.url);

const read = (name) => readFileSync(`${source}/${name}`, 'utf8');

/** Calls back with first, last and value of each line of a property file. */
function eachRange(name, take) {
  for (const line of read(name).split('\n')) {
    const match = /^([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*([^#]*)/.exec(line);
    if (match) take(parseInt(match[1], 16), parseInt(match[2] ?? match[1], 16), match[3].trim());
  }
}

function generalCategories() {
  const categories = new Map();
  let first = 0;
  for (const line of read('UnicodeData.txt').split('\n')) {
    const [hex, name, category] = line.split(';');
    if (category === undefined) continue;
    const codePoint = parseInt(hex, 16);
    if (name.endsWith('First>')) first = codePoint;
    else if (name.endsWith('Last>')) for (let each = first; each <= codePoint; each++) categories.set(each, category);
    else categories.set(codePoint, category);
  }
  return categories;
}

/** Classes in the order of the rules' table; keep in step with line-break-classes.ts, which names them by position. */
const classNames =
  'AL BK CR LF NL SP ZW ZWJ CM WJ GL BA HY CL CP EX IS SY OP QU NS B2 CB BB HL IN NU PR PO ID EB EM JL JV JT H2 H3 RI OPE CPE IDX SA SAM CJ QUI QUF'.split(' ');

function lineBreakClasses() {
  const categories = generalCategories();
  const classes = new Uint8Array(codePoints);
  const of = (name) => classNames.indexOf(name);
  for (const [first, last] of [[0x3400, 0x4dbf], [0x4e00, 0x9fff], [0xf900, 0xfaff], [0x20000, 0x2fffd], [0x30000, 0x3fffd], [0x1f000, 0x1faff], [0x1fc00, 0x1fffd]])
    classes.fill(of('ID'), first, last + 1);
  classes.fill(of('PR'), 0x20a0, 0x20d0);
  eachRange('LineBreak.txt', (first, last, value) => {
    for (let each = first; each <= last; each++) {
      const category = categories.get(each) ?? 'Cn';
      let name = value;
      if (value === 'AI' || value === 'SG' || value === 'XX') name = 'AL';
      if (value === 'SA' && /^M[nc]$/.test(category)) name = 'SAM';
      if (value === 'QU' && category === 'Pi') name = 'QUI';
      if (value === 'QU' && category === 'Pf') name = 'QUF';
      if (of(name) < 0) throw new Error(`unknown class ${name}`);
      classes[each] = of(name);
    }
  });
  eachRange('EastAsianWidth.txt', (first, last, value) => {
    if (!/^[FWH]$/.test(value)) return;
    for (let each = first; each <= last; each++) {
      if (classes[each] === of('OP')) classes[each] = of('OPE');
      if (classes[each] === of('CP')) classes[each] = of('CPE');
    }
  });
  // Unassigned pictographs (LB30b); only the blocks reserved for pictographs are class ID without being assigned.
  for (let each = 0x1f000; each <= 0x1fffd; each++) if (!categories.has(each) && classes[each] === of('ID')) classes[each] = of('IDX');
  return classes;
}

function scripts() {
  const codes = new Map();
  for (const line of read('PropertyValueAliases.txt').split('\n')) {
    const match = /^sc ; (\w+)\s*; (\w+)/.exec(line);
    if (match) codes.set(match[2], match[1]);
  }
  // Single scripts come first, then sets of scripts for characters that several scripts share.
  const names = ['Zyyy', 'Zinh', 'Zzzz'];
  const indexOf = (name) => (names.includes(name) ? names.indexOf(name) : names.push(name) - 1);
  const table = new Uint16Array(codePoints).fill(2);
  eachRange('Scripts.txt', (first, last, value) => table.fill(indexOf(codes.get(value)), first, last + 1));
  eachRange('ScriptExtensions.txt', (first, last, value) => {
    const set = value.split(' ').join(' ');
    for (let each = first; each <= last; each++) if (table[each] < 2 && set !== 'Zyyy' && set !== 'Zinh') table[each] = indexOf(`${names[table[each]]}: ${set}`);
  });
  return { names, table };
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 digits of five bits, least first; the sixth says that more follow, as in source maps. */
function writeNumber(number) {
  let text = '';
  do {
    const rest = number >>> 5;
    text += digits[(number & 31) | (rest > 0 ? 32 : 0)];
    number = rest;
  } while (number > 0);
  return text;
}

function writeRuns(table) {
  let text = '';
  for (let start = 0, each = 1; each <= codePoints; each++) {
    if (each < codePoints && table[each] === table[start]) continue;
    text += writeNumber(each - start) + writeNumber(table[start]);
    start = each;
  }
  return text;
}

const version = /-(\d+\.\d+\.\d+)\.txt/.exec(read('LineBreak.txt'))[1];
const header = (what) => `/**
 * ${what} of Unicode ${version}, as run lengths (see code-point-table.ts).
 * Generated by data/generate-tables.mjs from the Unicode Character Database; do not edit. The license is in unicode-license.txt.
 */
`;
const lines = (text) => `'${text.match(/.{1,130}/g).join("' +\n  '")}'`;

writeFileSync(
  here('line-break-runs.ts'),
  `${header('Line breaking classes')}
/** Names of the classes; a run's value is a position here. */
export const lineBreakClassNames = '${classNames.join(' ')}';

/** Pairs of length and class. */
export const lineBreakRuns =
  ${lines(writeRuns(lineBreakClasses()))};
`,
);
const { names, table } = scripts();
writeFileSync(
  here('script-runs.ts'),
  `${header('Scripts and script extensions')}
/** ISO 15924 codes; entries with a colon are Common or Inherited characters and the scripts they are used in. A run's value is a position here. */
export const scriptNames =
  ${lines(names.join(','))};

/** Pairs of length and script. */
export const scriptRuns =
  ${lines(writeRuns(table))};
`,
);
