/** The tables of a font file, each read when it is asked for: a booklet that is built again needs a tenth of the file. */
import type { FontFile } from '../source/workspace.ts';

/** The tables of one file. */
export interface SfntTables {
  /** Returns how many bytes a table has; undefined when there is none of this tag, such as `glyf` or `OS/2`. */
  lengthOf(tag: string): number | undefined;
  /** Returns the first `most` bytes of a table, all without it; undefined when there is no such table. */
  read(tag: string, most?: number): Uint8Array | undefined;
}

/** What parsing throws for a file that is no usable TrueType font; the font library reports it. */
export class DamagedFont extends Error {
  override readonly name = 'DamagedFont';
}

/** Returns bytes in memory as a file. */
export const fileOf = (bytes: Uint8Array): FontFile => ({ length: bytes.length, read: (start, end) => bytes.subarray(start, end) });

const headerLength = 12;
const entryLength = 16;

/** Reads where the tables are, and sees to it that all are in the file. */
export function readTables(file: FontFile): SfntTables {
  if (file.length < headerLength) throw new DamagedFont('the file is too short');
  const header = dataView(file.read(0, headerLength));
  const version = header.getUint32(0);
  if (version === 0x4f54544f) throw new DamagedFont('its outlines are not TrueType (CFF)');
  if (version === 0x774f4646 || version === 0x774f4632) throw new DamagedFont('it is a web font (WOFF), not a TrueType file');
  if (version !== 0x00010000 && version !== 0x74727565) throw new DamagedFont('it is not a TrueType file');
  const directory = dataView(file.read(headerLength, Math.min(file.length, headerLength + entryLength * header.getUint16(4))));
  const places = new Map<string, { readonly start: number; readonly end: number }>();
  for (let index = 0, at = 0; index < header.getUint16(4); index++, at += entryLength) {
    const tag = String.fromCharCode(
      directory.getUint8(at),
      directory.getUint8(at + 1),
      directory.getUint8(at + 2),
      directory.getUint8(at + 3),
    );
    const start = directory.getUint32(at + 8);
    const end = start + directory.getUint32(at + 12);
    if (end > file.length) throw new DamagedFont(`its table ${tag} lies outside the file`);
    places.set(tag, { start, end });
  }
  return {
    lengthOf(tag) {
      const place = places.get(tag);
      return place && place.end - place.start;
    },
    read(tag, most = Infinity) {
      const place = places.get(tag);
      return place && file.read(place.start, Math.min(place.end, place.start + most));
    },
  };
}

/** Returns the first `most` bytes of a table to be read number by number. */
export function viewOf(tables: SfntTables, tag: string, leastSize: number, most?: number): DataView {
  const table = tables.read(tag, most);
  if (!table) throw new DamagedFont(`its table ${tag} is missing`);
  if (table.length < leastSize) throw new DamagedFont(`its table ${tag} is too short`);
  return dataView(table);
}

const dataView = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView => new DataView(buffer, byteOffset, byteLength);
