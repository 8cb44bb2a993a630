/** Letters of Arabic and its kin join also where the style changes inside of a word: at a link, at strong letters. */
import type { Beside } from './harfbuzz.ts';

/** Returns what the text between two offsets may join on both sides; undefined when there is nothing. */
export function lettersBeside(text: string, at: number, stop: number): Beside | undefined {
  const joinsBefore = mayJoin(text.charCodeAt(at - 1)) && mayJoin(text.charCodeAt(at));
  const joinsAfter = mayJoin(text.charCodeAt(stop - 1)) && mayJoin(text.charCodeAt(stop));
  if (!joinsBefore && !joinsAfter) return undefined;
  return {
    before: joinsBefore ? text.slice(Math.max(0, at - mostBeside), at) : '',
    after: joinsAfter ? text.slice(stop, stop + mostBeside) : '',
  };
}

/** HarfBuzz looks no farther. */
const mostBeside = 5;

const mayJoin = (code: number): boolean => (code >= 0x600 && code < 0x900) || code === 0x200d;
