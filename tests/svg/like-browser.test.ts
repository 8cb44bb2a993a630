/** Drawings on paper and in the web page look as the browser shows the files themselves. */
import { describe, expect, it } from 'vitest';
import { compareCell, drawFile, drawingFiles, shootFiles, shootPaper, shootTwins } from './drawn-files.ts';

const drawings = drawingFiles.map(([, svg]) => drawFile(svg).drawing!);
const browser = shootFiles(drawings);
const paper = await shootPaper(drawings);
const twins = shootTwins(drawings);
const nothing = await shootPaper(drawings.map((drawing) => ({ ...drawing, items: [] })));

describe.each(drawingFiles.map(([name], index) => [name, index] as const))('%s', (_, index) => {
  it('is drawn without a complaint', () => {
    expect(drawFile(drawingFiles[index]![1]).problems).toEqual([]);
  });

  it.each([
    ['on paper', paper],
    ['in the web page', twins],
  ] as const)('looks as in the browser %s', (_, sheet) => {
    const { mean, clear } = compareCell(sheet, browser, index);
    expect(mean).toBeLessThan(0.006);
    expect(clear).toBeLessThan(0.006);
  });

  it('would be noticed if it were missing', () => {
    expect(compareCell(nothing, browser, index).clear).toBeGreaterThan(0.006);
  });
});
