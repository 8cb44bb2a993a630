/** How many cells a row of a table is written with. markdown-it leaves surplus cells out without a word. */

/** Counts the cells of a row; a bar after a backslash is part of its cell. */
export function countCells(row: string): number {
  const inner = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  let count = 1;
  for (let at = inner.indexOf('|'); at !== -1; at = inner.indexOf('|', at + 1)) if (inner[at - 1] !== '\\') count++;
  return count;
}
