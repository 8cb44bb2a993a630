/** Shares of a table's width. */
import { describe, expect, it } from 'vitest';
import { columnWidths } from '../../../src/engine/layout/column-widths.ts';
import { rememberCuts } from '../../../src/engine/layout/earlier-cuts.ts';
import type { LayoutContext } from '../../../src/engine/layout/layout-context.ts';
import { noReferences } from '../../../src/engine/layout/references.ts';
import { readTableGrid } from '../../../src/engine/layout/table-grid.ts';
import type { Style, StyledElement, StyledNode } from '../../../src/engine/style/style.ts';
import { squareContext } from '../../support/square-text.ts';
import { plainStyle } from '../../support/test-style.ts';

/** Every character is 5 pt wide. */
const context: LayoutContext = {
  text: squareContext(),
  pictures: { pictureOf: () => undefined },
  formulas: { formulaOf: () => undefined },
  words: { number: String, label: (name) => name },
  references: noReferences,
  missingFonts: new Set(),
  floatingFigures: new Set(),
  nestedFlows: [],
  cuts: rememberCuts(),
  printedPlaces: new Map(),
  pageHeight: 500,
  lineStep: undefined,
  leastTextSize: 8,
  counters: { nextLeaf: 0, nextNote: 1, nextHead: 1 },
  report: () => undefined,
};

function element(
  name: string,
  display: Style['display'],
  children: readonly StyledNode[],
  attributes: Record<string, string> = {},
  style: Partial<Style> = {},
): StyledElement {
  return { kind: 'element', name, style: { ...plainStyle, display, ...style }, attributes: new Map(Object.entries(attributes)), children };
}

const cell = (text: string, attributes?: Record<string, string>, style?: Partial<Style>): StyledElement =>
  element('td', 'table-cell', [{ kind: 'text', text }], attributes, style);
const row = (...cells: StyledElement[]): StyledElement => element('tr', 'table-row', cells);
const table = (...rows: StyledElement[]): StyledElement => element('table', 'table', rows);

const tableStyle = (isFull: boolean): Style => ({ ...plainStyle, width: isFull ? { kind: 'share', share: 1 } : 'auto' });

const widthsOf = (built: StyledElement, available: number, isFull = false): readonly number[] =>
  columnWidths(readTableGrid(built), available, tableStyle(isFull), context).widths.map((width) => Math.round(width * 10) / 10);

describe('columnWidths', () => {
  it('gives columns their natural widths when there is room', () => {
    expect(widthsOf(table(row(cell('abcd'), cell('ab cd'))), 300)).toEqual([20, 25]);
  });

  it('grows them in proportion when the table fills its place', () => {
    expect(widthsOf(table(row(cell('ab'), cell('abcdef'))), 80, true)).toEqual([20, 60]);
  });

  it('keeps a narrow column whole beside one that is far too wide', () => {
    expect(widthsOf(table(row(cell('Row 1'), cell('word '.repeat(40)))), 200)).toEqual([25, 175]);
  });

  it('never makes a column narrower than its longest word while that is possible', () => {
    const [first, second] = widthsOf(table(row(cell('abcdefghij klm'), cell('abcdefghij '.repeat(9)))), 110);
    expect(first).toBeGreaterThanOrEqual(50);
    expect(second).toBeGreaterThanOrEqual(50);
    expect(first! + second!).toBeCloseTo(110, 1);
  });

  it('says what it needs when words must be divided, and stays inside its place', () => {
    const grid = readTableGrid(table(row(cell('a'.repeat(30)), cell('b'.repeat(30)))));
    const { widths, needed } = columnWidths(grid, 100, tableStyle(true), context);
    expect(needed).toBe(300);
    expect(widths.reduce((total, width) => total + width, 0)).toBeCloseTo(100, 5);
  });

  it('honours fixed widths and shares', () => {
    const fixed = { width: { kind: 'length', length: 70 } } as const;
    const half = { width: { kind: 'share', share: 0.5 } } as const;
    expect(widthsOf(table(row(cell('a', {}, fixed), cell('b', {}, half), cell('c'))), 200, true)).toEqual([70, 100, 30]);
  });

  it('shrinks what is asked for evenly when it is more than there is, and keeps words whole', () => {
    const wide = { width: { kind: 'share', share: 0.8 } } as const;
    expect(widthsOf(table(row(cell('a', {}, wide), cell('b', {}, wide), cell('abcdefgh'))), 200, true)).toEqual([80, 80, 40]);
  });

  it('never needs more than the words, whatever widths are asked for', () => {
    const wide = { width: { kind: 'length', length: 900 } } as const;
    const grid = readTableGrid(table(row(cell('ab', {}, wide), cell('cd', {}, wide))));
    expect(columnWidths(grid, 200, tableStyle(true), context).needed).toBe(20);
  });

  it('shares the width of a spanning cell among the columns without one', () => {
    const own = { width: { kind: 'length', length: 50 } } as const;
    const both = { width: { kind: 'length', length: 150 } } as const;
    const built = table(row(cell('x', { colspan: '2' }, both), cell('c')), row(cell('a', {}, own), cell('b'), cell('c')));
    expect(widthsOf(built, 300).slice(0, 2)).toEqual([50, 100]);
  });

  it('follows the first row alone with `table-layout: fixed`, and shares the rest equally', () => {
    const own = { width: { kind: 'length', length: 60 } } as const;
    const grid = readTableGrid(table(row(cell('a', {}, own), cell('b'), cell('c')), row(cell('a'.repeat(90)), cell('b'), cell('c'))));
    const { widths, needed } = columnWidths(grid, 200, { ...tableStyle(true), tableLayout: 'fixed' }, context);
    expect([widths, needed]).toEqual([[60, 70, 70], 0]);
  });

  it('makes room for what numbers have before and after their decimal mark', () => {
    const number = { alignCharacter: '.' } as const;
    expect(widthsOf(table(row(cell('1.2345', {}, number)), row(cell('1234.5', {}, number)), row(cell('123', {}, number))), 300)).toEqual([
      45,
    ]);
  });

  it('spreads a spanning cell over its columns', () => {
    const widths = widthsOf(table(row(cell('x'.repeat(20), { colspan: '2' })), row(cell('a'), cell('b'))), 300);
    expect(widths[0]! + widths[1]!).toBeGreaterThanOrEqual(100);
  });
});
