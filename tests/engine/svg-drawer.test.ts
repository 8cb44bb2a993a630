/** SVG files are drawn once and then remembered, and nobody can tell the difference. */
import { describe, expect, it } from 'vitest';
import { readSvg } from '../../src/engine/drawing/svg/svg-file.ts';
import type { SvgLook } from '../../src/engine/drawing/svg/svg-walk.ts';
import { createDrawingKeeper } from '../../src/engine/drawing-keeper.ts';
import type { Diagnostic } from '../../src/engine/source/diagnostic.ts';
import { createSourceFile } from '../../src/engine/source/source-file.ts';
import type { Resources, TextStore } from '../../src/engine/source/workspace.ts';
import { createSvgDrawer } from '../../src/engine/svg-drawer.ts';
import { createFontLibrary } from '../../src/engine/text/font-library.ts';
import { memoryStore } from '../support/memory-store.ts';
import { testResources } from '../support/test-resources.ts';
import { describeItems } from './drawing/chart-test-tools.ts';
import { makePng } from './drawing/make-png.ts';

const resources = testResources();
const look: SvgLook = { color: { red: 0, green: 0, blue: 0, alpha: 1 }, fontFamilies: ['Source Sans 3'], language: 'en' };
const inside = '<rect width="9.3" height="7" fill="currentColor"/><text x="1" y="20" style="filler: 1">Water עברית</text>';
const around = (content: string): string => `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40">${content}</svg>`;

interface Drawing {
  readonly seen: string;
  readonly problems: readonly Diagnostic[];
}

/** Draws as the next build does: nothing but the store is left of the last one. Tells whether words were set. */
function draw(drawings: TextStore | undefined, text = around(inside), wanted = look, changes: Partial<Resources> = {}) {
  const problems: Diagnostic[] = [];
  const own = { ...resources, ...changes, ...(drawings && { drawings }) };
  const library = createFontLibrary(own, (problem) => problems.push(problem));
  const svg = readSvg(createSourceFile(0, 'content/a/picture.svg', text), () => {})!;
  const drawing = createSvgDrawer(createDrawingKeeper(own, library), library)(svg, wanted, (problem) => problems.push(problem));
  const result: Drawing = { seen: `${drawing.width} ${drawing.height} ${describeItems(drawing)}`, problems };
  return { ...result, isAnew: library.shapedTexts > 0 };
}

describe('an SVG file that was drawn by an earlier build', () => {
  it('is the same, and no less criticized', () => {
    const drawings = memoryStore<string>();
    const { isAnew, ...first } = draw(drawings);
    expect(isAnew).toBe(true);
    expect(first.problems.map(({ span }) => span?.file.text.slice(span.start, span.end))).toEqual(['1']);
    expect(draw(drawings)).toEqual({ ...first, isAnew: false });
    expect(drawings.writes()).toBe(1);
    expect(draw(undefined)).toEqual({ ...first, isAnew: true });
  });

  it('asks again for fonts that are not there', () => {
    const drawings = memoryStore<string>();
    const wanted = { ...look, fontFamilies: ['Comic Sans', 'Source Sans 3'] };
    const codes = () => draw(drawings, around(inside), wanted).problems.map(({ code }) => code);
    expect(codes()).toContain('text/unknown-font-family');
    expect(codes()).toContain('text/unknown-font-family');
    expect(drawings.writes()).toBe(1);
  });

  it.each([
    ['content', (drawings: TextStore) => draw(drawings, around(inside.replace('9.3', '9.4')))],
    ['color', (drawings: TextStore) => draw(drawings, around(inside), { ...look, color: { red: 1, green: 0, blue: 0, alpha: 1 } })],
    ['fonts', (drawings: TextStore) => draw(drawings, around(inside), { ...look, fontFamilies: ['Source Serif 4'] })],
  ])('is drawn anew for other %s', (_, drawOther) => {
    const drawings = memoryStore<string>();
    const first = draw(drawings);
    const other = drawOther(drawings);
    expect(other.isAnew).toBe(true);
    expect(other.seen).not.toBe(first.seen);
    expect(draw(drawings)).toEqual({ ...first, isAnew: false });
  });

  it('is drawn anew when its font is another file, or what was kept is damaged', () => {
    const drawings = memoryStore<string>();
    const first = draw(drawings);
    const serif = resources.fontFaces.find((face) => face.family === 'Source Serif 4')!;
    const fontFaces = resources.fontFaces.map((face) => (face.family === 'Source Sans 3' ? { ...face, load: serif.load } : face));
    expect(draw(drawings, around(inside), look, { fontFaces }).seen).not.toBe(first.seen);
    expect(draw(drawings)).toEqual(first);
    for (const [key, content] of drawings.kept) drawings.kept.set(key, content.replace('"width":', '"width":1'));
    expect(draw(drawings)).toEqual(first);
  });

  it('is not kept when there is a bitmap in it, or too much of everything', () => {
    const drawings = memoryStore<string>();
    const png = Buffer.from(makePng({ width: 1, height: 1, bitDepth: 8, colorType: 2, sample: () => 255 })).toString('base64');
    const picture = `<g opacity="0.5"><image width="9" height="9" href="data:image/png;base64,${png}"/></g>`;
    expect(draw(drawings, around(picture)).problems).toEqual([]);
    draw(drawings, around(`${inside}<path d="M0 0${' 1 1'.repeat(30_000)}"/>`));
    expect(drawings.writes()).toBe(0);
  });
});
