import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DrawingItem } from '../../../../src/engine/drawing/drawing.ts';
import { drawFile } from '../../../svg/drawn-files.ts';

const draw = (body: string, root = 'viewBox="0 0 100 100"'): readonly DrawingItem[] => {
  const { drawing, problems } = drawFile(`<svg xmlns="http://www.w3.org/2000/svg" ${root}>${body}</svg>`);
  expect(problems).toEqual([]);
  return drawing!.items;
};
const sizeOf = (root: string): readonly number[] => {
  const { drawing } = drawFile(`<svg xmlns="http://www.w3.org/2000/svg" ${root}/>`);
  return drawing ? [drawing.width, drawing.height] : [];
};

describe('drawSvg', () => {
  it('takes the size from width and height, from one of them, or from the viewBox', () => {
    expect(sizeOf('width="96" height="48"')).toEqual([72, 36]);
    expect(sizeOf('width="1in" viewBox="0 0 20 10"')).toEqual([72, 36]);
    expect(sizeOf('width="100%" viewBox="0 0 96 48"')).toEqual([72, 36]);
    expect(sizeOf('width="0" height="5"')).toEqual([]);
  });

  it('lets a single shape shine through by its color, and several only as a group', () => {
    expect(draw('<rect width="1" height="1" opacity=".5"/>')).toMatchObject([{ kind: 'path', fill: { alpha: 0.5 } }]);
    expect(draw('<g opacity=".5"><circle r="1"/><circle r="2"/></g>')).toMatchObject([{ kind: 'group', opacity: 0.5, items: [{}, {}] }]);
    expect(draw('<circle r="1" stroke="red" opacity=".5"/>')).toMatchObject([{ kind: 'group', items: [{ kind: 'path' }] }]);
  });

  it('keeps a line that is wider in one direction than in another', () => {
    const [item] = draw('<path transform="scale(4 1)" d="M0 0L0 10" stroke="black" stroke-width="2" fill="none"/>');
    // Twice as wide as it is written, then twice as wide again across: 8 units across, 2 along.
    expect(item).toMatchObject({ transform: [2, 0, 0, 0.5, 0, 0], stroke: { width: 3 } });
  });

  it('adds up the areas of a clip path, whichever way they turn', () => {
    const [item] = draw(
      '<clipPath id="c"><path d="M0 0H40V40H0Z"/><path d="M20 20V60H60V20Z"/></clipPath><rect width="99" height="99" clip-path="url(#c)"/>',
    );
    expect(item).toMatchObject({ kind: 'clip', path: { steps: 'MLLLZMLLLZ' } });
    const { coordinates } = (item as Extract<DrawingItem, { kind: 'clip' }>).path;
    const turn = (c: readonly number[]): number => (c[2]! - c[0]!) * (c[5]! - c[3]!) - (c[3]! - c[1]!) * (c[4]! - c[2]!);
    expect(Math.sign(turn(coordinates.slice(0, 8)))).toBe(Math.sign(turn(coordinates.slice(8))));
  });

  it('shows nothing of what an empty clip path holds', () => {
    expect(draw('<clipPath id="c"/><rect width="9" height="9" clip-path="url(#c)"/>')).toEqual([]);
  });

  it('lets the style attribute win over rules, rules over attributes, and ids over classes', () => {
    const fills = draw(
      '<style>#a{fill:#00f}.b{fill:#0f0 !important}rect{fill:#f00}</style>' +
        '<rect id="a" class="c" width="1" height="1" fill="white"/><rect class="b" style="fill:#fff" width="1" height="1"/>' +
        '<rect style="fill:#fff" width="1" height="1"/>',
    ).map((item) => (item as Extract<DrawingItem, { kind: 'path' }>).fill);
    expect(fills).toMatchObject([
      { blue: 1, red: 0 },
      { green: 1, red: 0 },
      { red: 1, green: 1 },
    ]);
  });

  it('draws what uses something at its place, once for each use', () => {
    const items = draw('<defs><rect id="r" width="4" height="4"/></defs><use href="#r" x="10"/><use href="#r" x="20" y="8"/>');
    expect(items.map((item) => (item as Extract<DrawingItem, { kind: 'path' }>).path.coordinates.slice(0, 2))).toEqual([
      [7.5, 0],
      [15, 6],
    ]);
  });

  it('reads elements with a prefix, and leaves out those of drawing programs', () => {
    const { drawing, problems } = drawFile(
      '<v:svg xmlns:v="http://www.w3.org/2000/svg" xmlns="urn:x" viewBox="0 0 9 9"><rect width="9" height="9"/><v:rect width="1" height="1"/></v:svg>',
    );
    expect(problems).toEqual([]);
    expect(drawing!.items).toHaveLength(1);
  });

  it('never throws, whatever stands in a file', () => {
    const piece = fc.constantFrom(
      ...[
        '<g>',
        '</g>',
        '<use href="#a"/>',
        '<path id="a" d="M0 0a1 1 0 00',
        '9 9"/>',
        '<text x="1,,">&lt;a',
        '</text>',
        '<clipPath id="a">',
        '</clipPath>',
      ],
      ...[
        '<rect width="1e999" height="-1"/>',
        '<image href="data:,"/>',
        '<linearGradient id="a" href="#a"/>',
        'transform="scale(0)"',
        '<![CDATA[',
        ']]>',
      ],
      ...[
        '<style>a{b',
        '}</style>',
        '<svg viewBox="0 0 0 0">',
        '</svg>',
        '<rect width="5" height="5" fill="url(#a)" mask="url(#a)" clip-path="url(#a)"/>',
        '&',
        '\0',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { drawing } = drawFile(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${pieces.join('')}</svg>`);
        const numbers = JSON.stringify(drawing?.items ?? [], (name, value: unknown) => (name === 'font' ? '' : value));
        expect(numbers).not.toMatch(/null|NaN/);
      }),
      { numRuns: 300 },
    );
  });
});
