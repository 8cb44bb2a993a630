/** Reads `grid-template-columns`: shares of the width, or as many equal columns as have room. */
import { type CssValue, keywordOf, splitAtCommas } from './css-value.ts';
import { fixed, type Reader, readPoints } from './read-value.ts';
import { readNumber } from './relative-length.ts';
import type { GridColumns } from './style.ts';

const mostColumns = 12;

const oneColumn: GridColumns = { kind: 'shares', shares: [1] };

/** Reads `2fr 1fr`, `repeat(3, 1fr)`, `repeat(auto-fit, minmax(40mm, 1fr))` and `none`. */
export const readGridColumns: Reader<GridColumns> = (value) => {
  if (keywordOf(value) === 'none') return fixed(oneColumn);
  const [only, second] = value;
  if (only?.kind !== 'function' || second) return fixedShares(readShares(value));
  const [count = [], tracks = [], ...others] = splitAtCommas(only.inner);
  if (only.name !== 'repeat' || others.length > 0) return undefined;
  return keywordOf(count) === 'auto-fit' ? readFitting(tracks) : fixedShares(readRepeated(count, tracks));
};

function fixedShares(shares: readonly number[] | undefined): ReturnType<Reader<GridColumns>> {
  return shares && shares.length <= mostColumns ? fixed<GridColumns>({ kind: 'shares', shares }) : undefined;
}

function readShares(value: CssValue): readonly number[] | undefined {
  const shares: number[] = [];
  for (const track of value) {
    if (track.kind !== 'number' || track.unit !== 'fr' || !(track.value > 0)) return undefined;
    shares.push(track.value);
  }
  return shares.length > 0 ? shares : undefined;
}

function readRepeated(count: CssValue, tracks: CssValue): readonly number[] | undefined {
  const times = count.length === 1 ? readNumber(count[0]) : undefined;
  const shares = readShares(tracks);
  if (!shares || times === undefined || !Number.isInteger(times) || times < 1 || times > mostColumns) return undefined;
  return Array.from({ length: times }, () => shares).flat();
}

function readFitting([only, second]: CssValue): ReturnType<Reader<GridColumns>> {
  if (only?.kind !== 'function' || only.name !== 'minmax' || second) return undefined;
  const [least = [], most = [], ...others] = splitAtCommas(only.inner);
  const length = readPoints(least);
  const shares = readShares(most);
  if (!length || others.length > 0 || shares?.length !== 1 || shares[0] !== 1) return undefined;
  return (context) => ({ kind: 'auto-fit', least: length(context) });
}
