/** The cells of a row as it is written: markdown-it leaves surplus cells out, and does not tell empty ones from blanks. */

/** Returns what is written in each cell of a row; a bar after a backslash is part of its cell. */
export function writtenCells(row: string): readonly string[] {
  const inner = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/);
}

/** Counts the cells of a row. */
export const countCells = (row: string): number => writtenCells(row).length;
