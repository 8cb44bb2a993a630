/** Random tables for fast-check: HTML with spans that fit together, and what its cells say. */
import fc from 'fast-check';

/** What a random table is made of; `choices` are used up one after the other. */
export interface TableParts {
  readonly columns: number;
  readonly headRows: number;
  readonly bodyRows: number;
  readonly paper: string;
  readonly hasCaption: boolean;
  readonly choices: readonly number[];
}

/** Random parts. Heads are low enough to be repeated on each of the papers. */
export const tableParts: fc.Arbitrary<TableParts> = fc.record({
  columns: fc.integer({ min: 1, max: 5 }),
  headRows: fc.integer({ min: 0, max: 2 }),
  bodyRows: fc.integer({ min: 1, max: 24 }),
  paper: fc.constantFrom('a6', '120mm x 90mm', 'a5'),
  hasCaption: fc.boolean(),
  choices: fc.array(fc.nat(999), { minLength: 8, maxLength: 60 }),
});

/** A table and its texts in reading order. */
export interface RandomTable {
  readonly html: string;
  readonly texts: readonly string[];
  /** The words of the head cells. */
  readonly headWords: readonly string[];
}

/** Makes the table of some parts: the same ones make the same table. */
export function randomTable({ columns, headRows, bodyRows, hasCaption, choices }: TableParts): RandomTable {
  const texts: string[] = [];
  let taken = 0;
  const choose = (count: number): number => {
    const choice = choices[taken++ % choices.length]! + taken * 7;
    return choice % count;
  };
  /** Rows of one group; spans end with it. */
  const group = (rows: number, cell: (row: number, columnSpan: number) => { html: string; tag: string }): string => {
    const covered: boolean[][] = Array.from({ length: rows }, () => []);
    return covered
      .map((row, index) => {
        let html = '';
        for (let column = 0; column < columns; column += 1) {
          if (row[column]) continue;
          let columnSpan = choose(5) === 0 ? 2 : 1;
          if (column + columnSpan > columns || row[column + 1]) columnSpan = 1;
          const rowSpan = Math.min(rows - index, choose(6) === 0 ? 1 + choose(9) : 1);
          for (let down = index; down < index + rowSpan; down += 1)
            for (let across = column; across < column + columnSpan; across += 1) covered[down]![across] = true;
          const { html: content, tag } = cell(index, columnSpan);
          html += `<${tag} colspan="${columnSpan}" rowspan="${rowSpan}">${content}</${tag}>`;
        }
        return `<tr>${html}</tr>`;
      })
      .join('\n');
  };
  if (hasCaption) texts.push('Table 1 Caption');
  const headWords: string[] = [];
  const head = group(headRows, () => {
    const word = `h${headWords.length}`;
    headWords.push(word);
    texts.push(word);
    return { html: word, tag: 'th' };
  });
  let cells = 0;
  const say = (words: number): string => {
    const text = Array.from({ length: words }, (_, index) => (index === 0 ? `c${cells}` : `w${choose(90)}`)).join(' ');
    cells += 1;
    texts.push(text);
    return text;
  };
  const body = group(bodyRows, () => {
    const length = [1, 2, 3, 8, 30][choose(5)]!;
    if (choose(9) === 0) return { html: `<p>${say(length)}</p><p>${say(length)}</p>`, tag: 'td' };
    if (choose(12) === 0) return { html: say(80), tag: 'td' };
    return { html: say(length), tag: choose(4) === 0 ? 'th' : 'td' };
  });
  const caption = hasCaption ? '<caption>Caption</caption>' : '';
  return { html: `<table>${caption}${headRows > 0 ? `<thead>${head}</thead>` : ''}<tbody>${body}</tbody></table>`, texts, headWords };
}
