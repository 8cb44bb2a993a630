/**
 * A face made smaller, for what it has not drawn. It is the same one on a larger em, so that nobody who measures or paints its words
 * need know of it.
 */
import type { Font } from './font.ts';
import type { Sfnt } from './sfnt.ts';

/** What a smaller face is for. */
export type SmallFontUse = 'small-capitals' | 'indices';

/** Capitals a little higher than small letters, and no paler than browsers make them; indices as large as most that are drawn. */
const sizes: Readonly<Record<SmallFontUse, number>> = { 'small-capitals': 0.8, indices: 0.62 };

const smallFonts: Readonly<Record<SmallFontUse, WeakMap<Font, Font>>> = { 'small-capitals': new WeakMap(), indices: new WeakMap() };

/** Returns a face on a larger em. The same face gives the same object again. */
export function smallFontOf(font: Font, use: SmallFontUse): Font {
  let small = smallFonts[use].get(font);
  if (small === undefined) smallFonts[use].set(font, (small = onLargerEm(font, use)));
  return small;
}

const smallKey = /^(.*)-(small-capitals|indices)$/;

/** Returns what a smaller face is made of, and for what; undefined for the key of any other face. */
export function readSmallKey(key: string): { readonly large: string; readonly use: SmallFontUse } | undefined {
  const match = smallKey.exec(key);
  return match ? { large: match[1]!, use: match[2] as SmallFontUse } : undefined;
}

function onLargerEm(font: Font, use: SmallFontUse): Font {
  const unitsPerEm = Math.min(16384, Math.round(font.unitsPerEm / sizes[use]));
  const head = font.sfnt.table('head')!.slice();
  new DataView(head.buffer).setUint16(18, unitsPerEm);
  const sfnt: Sfnt = { ...font.sfnt, unitsPerEm, table: (tag) => (tag === 'head' ? head : font.sfnt.table(tag)) };
  return { ...font, key: `${font.key}-${use}`, unitsPerEm, sfnt };
}
