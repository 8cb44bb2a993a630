/**
 * Reads tables of text, CSV and TSV (RFC 4180), into rows for charts. A column whose values are all numbers
 * becomes numbers; everything else stays text, dates too.
 */

/** A table, its rows as objects with one field for each column. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
  /** Lines whose number of values is not that of the columns. */
  readonly ragged: readonly { readonly line: number; readonly values: number }[];
}

/** Reads a table. The first line names the columns; empty lines are skipped; an empty value is null. */
export function readTable(text: string, separator: ',' | '\t' | ';'): Table {
  const lines = splitCells(text.replace(/^\ufeff/, ''), separator);
  const [header, ...body] = lines;
  if (!header) return { columns: [], rows: [], ragged: [] };
  const columns = header.cells.map((name) => name.trim());
  const readers = columns.map((_, column) => readerFor(body.map(({ cells }) => cells[column] ?? '')));
  return {
    columns,
    rows: body.map(({ cells }) => Object.fromEntries(columns.map((name, column) => [name, readers[column]!(cells[column] ?? '')]))),
    ragged: body.filter(({ cells }) => cells.length !== columns.length).map(({ line, cells }) => ({ line, values: cells.length })),
  };
}

/** The first cell of a column that is neither empty nor a number, and how many more there are. */
export interface TextCell {
  readonly column: string;
  readonly value: string;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly others: number;
}

/** Finds what is no number in columns that should hold numbers. */
export function textCells(text: string, separator: ',' | '\t' | ';', columns: ReadonlySet<string>): readonly TextCell[] {
  const skipped = text.startsWith('\ufeff') ? 1 : 0;
  const [header, ...body] = splitCells(text.slice(skipped), separator);
  return (header?.cells ?? []).flatMap((name, index): readonly TextCell[] => {
    const column = name.trim();
    if (!columns.has(column)) return [];
    const wrong = body.filter(({ cells }) => (cells[index] ?? '').trim() !== '' && !numeral.test(cells[index]!.trim()));
    const [first] = wrong;
    if (!first) return [];
    const { start, end } = first.places[index]!;
    return [{ column, value: first.cells[index]!.trim(), start: start + skipped, end: end + skipped, others: wrong.length - 1 }];
  });
}

/** Returns the separator that a CSV uses: spreadsheets of many countries write semicolons, and some write tabs. */
export function separatorOf(text: string): ',' | ';' | '\t' {
  const header = text.slice(0, text.indexOf('\n') + 1 || text.length).replace(/"[^"]*"/g, '');
  if (header.includes(',')) return ',';
  return header.includes(';') ? ';' : header.includes('\t') ? '\t' : ',';
}

interface Line {
  /** From 1; the line on which the row begins. */
  readonly line: number;
  readonly cells: string[];
  readonly places: { readonly start: number; readonly end: number }[];
}

function splitCells(text: string, separator: string): readonly Line[] {
  const lines: Line[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const row: Line = { line, cells: [], places: [] };
    for (;;) {
      const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, separator);
      row.cells.push(cell.value);
      row.places.push({ start: at, end: cell.end });
      for (let next = text.indexOf('\n', at); next !== -1 && next < cell.end; next = text.indexOf('\n', next + 1)) line++;
      at = cell.end;
      if (text[at] !== separator) break;
      at++;
    }
    // Anything between a closing quote and the end of its cell was an accident of typing.
    const end = text.indexOf('\n', at);
    at = end === -1 ? text.length : end + 1;
    line++;
    if (row.cells.length > 1 || row.cells[0]!.trim() !== '') lines.push(row);
  }
  return lines;
}

interface Cell {
  readonly value: string;
  readonly end: number;
}

function plainCell(text: string, start: number, separator: string): Cell {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end++;
  return { value: text.slice(start, end).replace(/\r$/, ''), end };
}

function quotedCell(text: string, start: number): Cell {
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return { value: value + text.slice(from), end: text.length };
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    from = quote + 2;
  }
}

// Numbers with leading zeros are codes: postcodes, telephone numbers.
const numeral = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$|^-?\.\d+$/i;

function readerFor(cells: readonly string[]): (cell: string) => string | number | null {
  const isNumeric = cells.some((cell) => cell.trim() !== '') && cells.every((cell) => cell.trim() === '' || numeral.test(cell.trim()));
  return (cell) => {
    const trimmed = cell.trim();
    return trimmed === '' ? null : isNumeric ? Number(trimmed) : trimmed;
  };
}
