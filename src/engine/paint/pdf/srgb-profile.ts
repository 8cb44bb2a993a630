/**
 * The color profile that says what our red, green and blue mean: sRGB, as the smallest ICC profile of
 * version 4.2. PDFKit's own copy is a file beside its code, which a bundle cannot find.
 */

/** Returns the ICC profile of sRGB (IEC 61966-2-1) for a screen. */
export function srgbProfile(): Uint8Array {
  const tags: readonly (readonly [tag: string, content: Uint8Array])[] = [
    ['desc', unicodeText('sRGB IEC61966-2-1')],
    ['cprt', unicodeText('No copyright, use freely')],
    ['wtpt', triple(whitePoint)],
    // Primaries of IEC 61966-2-1 adapted to the D50 white of the profile connection space (Bradford).
    ['rXYZ', triple([0.43607, 0.22249, 0.01392])],
    ['gXYZ', triple([0.38515, 0.71687, 0.09708])],
    ['bXYZ', triple([0.14307, 0.06061, 0.7141])],
    ['chad', fixedNumbers('sf32', [1.04791, 0.02293, -0.0502, 0.0296, 0.99046, -0.01707, -0.00925, 0.01506, 0.75179])],
    ['rTRC', toneCurve()],
    ['gTRC', toneCurve()],
    ['bTRC', toneCurve()],
  ];
  const tableSize = 128 + 4 + 12 * tags.length;
  const size = tags.reduce((sum, [, content]) => sum + padded(content.length), tableSize);
  const profile = new Uint8Array(size);
  const view = new DataView(profile.buffer);
  writeHeader(profile, size);
  view.setUint32(128, tags.length);
  let offset = tableSize;
  tags.forEach(([tag, content], index) => {
    const entry = 132 + 12 * index;
    writeAscii(profile, entry, tag);
    view.setUint32(entry + 4, offset);
    view.setUint32(entry + 8, content.length);
    profile.set(content, offset);
    offset += padded(content.length);
  });
  return profile;
}

/** D50, the white of every ICC profile connection space. */
const whitePoint = [0.9642, 1, 0.8249] as const;

function writeHeader(profile: Uint8Array, size: number): void {
  const view = new DataView(profile.buffer);
  view.setUint32(0, size);
  view.setUint32(8, 0x04200000);
  writeAscii(profile, 12, 'mntrRGB XYZ ');
  // A date is demanded; that of the standard's first edition stays the same in every build.
  for (const [index, part] of [1999, 10, 1, 0, 0, 0].entries()) view.setUint16(24 + 2 * index, part);
  writeAscii(profile, 36, 'acsp');
  for (const [index, value] of whitePoint.entries()) view.setInt32(68 + 4 * index, fixed(value));
}

// ICC.1:2004-10, 10.13: one record of language, country, length and offset, then UTF-16.
function unicodeText(text: string): Uint8Array {
  const content = tagContent('mluc', 28 + 2 * text.length);
  const view = new DataView(content.buffer);
  view.setUint32(8, 1);
  view.setUint32(12, 12);
  writeAscii(content, 16, 'enUS');
  view.setUint32(20, 2 * text.length);
  view.setUint32(24, 28);
  for (let at = 0; at < text.length; at++) view.setUint16(28 + 2 * at, text.charCodeAt(at));
  return content;
}

// ICC.1:2004-10, 10.15: function type 3, Y = (aX+b)^g from d on, cX below.
function toneCurve(): Uint8Array {
  const content = fixedNumbers('para', [0, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]);
  new DataView(content.buffer).setUint16(8, 3);
  return content;
}

const triple = (values: readonly number[]): Uint8Array => fixedNumbers('XYZ ', values);

function fixedNumbers(kind: string, values: readonly number[]): Uint8Array {
  const content = tagContent(kind, 8 + 4 * values.length);
  const view = new DataView(content.buffer);
  for (const [index, value] of values.entries()) view.setInt32(8 + 4 * index, fixed(value));
  return content;
}

function tagContent(kind: string, size: number): Uint8Array {
  const content = new Uint8Array(size);
  writeAscii(content, 0, kind);
  return content;
}

function writeAscii(bytes: Uint8Array, offset: number, text: string): void {
  for (let at = 0; at < text.length; at++) bytes[offset + at] = text.charCodeAt(at);
}

const fixed = (value: number): number => Math.round(value * 65536);
const padded = (length: number): number => (length + 3) & ~3;
