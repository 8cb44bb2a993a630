/** Where the characters that a reader sees end: grapheme clusters (UAX #29). */

/** The segmenter slows down with the length of its text, so long texts go through it piece by piece. */
const pieceLength = 256;

/** Returns the offset after each grapheme cluster of `text`, ascending. */
export function clusterEnds(text: string): readonly number[] {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  const ends: number[] = [];
  let start = 0;
  let length = pieceLength;
  while (start < text.length) {
    const isLast = start + length >= text.length;
    let end = start;
    for (const { index, segment } of segmenter.segment(text.slice(start, start + length))) {
      // What ends at the cut may go on behind it: it is taken again with the next piece.
      if (!isLast && index + segment.length === length) break;
      end = start + index + segment.length;
      ends.push(end);
    }
    length = end === start ? length * 2 : pieceLength;
    start = end;
  }
  return ends;
}

// Made when first needed, because making it takes several milliseconds.
let segmenter: Intl.Segmenter | undefined;
