/** Font files on disk, of which only what is asked for is read. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { FontFile } from '../engine/source/workspace.ts';

/**
 * Opening reads this much at once: in nearly all fonts there stands all that a booklet is set with, if its words were shaped before.
 * What follows, outlines and how letters attract each other, is most of the file.
 */
const beginningLength = 48 * 1024;

/** Opens a font file. None is left open: what comes to be needed later is read from the same file, or not at all. */
export function openFontFile(path: string): FontFile {
  const opened = readPart(path, 0, beginningLength);
  let beginning = opened.bytes;
  return {
    length: opened.length,
    read(start, end) {
      if (end <= beginning.length) return beginning.subarray(start, end);
      const { bytes, length, changed } = readPart(path, start, end);
      if (length !== opened.length || changed !== opened.changed) throw new Error(`${path} was replaced while it was in use; start again`);
      if (start === 0) beginning = bytes;
      return bytes;
    },
  };
}

interface FilePart {
  readonly bytes: Uint8Array;
  /** Of the whole file. */
  readonly length: number;
  /** When it was written last. */
  readonly changed: number;
}

function readPart(path: string, start: number, end: number): FilePart {
  const file = openSync(path, 'r');
  try {
    const { size, mtimeMs } = fstatSync(file);
    // Memory of its own that is not cleared first; and no Buffer, whose slices are no copies.
    const bytes = new Uint8Array(Buffer.allocUnsafeSlow(Math.max(0, Math.min(end, size) - start)).buffer);
    let count = 0;
    while (count < bytes.length) {
      const more = readSync(file, bytes, count, bytes.length - count, start + count);
      if (more === 0) throw new Error(`${path} became shorter while it was read; start again`);
      count += more;
    }
    return { bytes, length: size, changed: mtimeMs };
  } finally {
    closeSync(file);
  }
}
