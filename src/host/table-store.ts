/** Kept files as tables: three lengths, the reals, the integers and the head, as this machine has numbers in its memory. */
import { endianness } from 'node:os';
import type { KeptTable, TableStore } from '../engine/source/workspace.ts';
import type { KeptFiles } from './kept-files.ts';
import { bytesOf } from './text-store.ts';

/** Says that the file is a table of this byte order, then come the numbers of reals and integers, and the length of the head in bytes. */
const headerLength = 4;
const mark = endianness() === 'LE' ? 0x4f54_4c45 : 0x4f54_4245;

/** Returns a store of tables in these files. A file that is not whole is as good as none. */
export const tableStore = (files: KeptFiles): TableStore => ({
  read(key) {
    const bytes = files.read(key);
    return bytes && readTable(bytes);
  },
  write: (key, table) => files.write(key, writeTable(table)),
});

function writeTable({ head, integers, reals }: KeptTable): Uint8Array {
  const text = bytesOf(head);
  const header = Int32Array.of(mark, reals.length, integers.length, text.length);
  return Buffer.concat(
    [header, reals, integers, text].map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
  );
}

function readTable(file: Buffer): KeptTable | undefined {
  // Numbers are read where they lie, which must be at a multiple of their length.
  const bytes = file.byteOffset % Float64Array.BYTES_PER_ELEMENT === 0 ? file : new Uint8Array(file);
  const { buffer, byteOffset, length } = bytes;
  const headerBytes = headerLength * Int32Array.BYTES_PER_ELEMENT;
  if (length < headerBytes) return undefined;
  const [found, realCount, integerCount, textLength] = new Int32Array(buffer, byteOffset, headerLength) as unknown as readonly number[];
  const integersAt = headerBytes + realCount! * Float64Array.BYTES_PER_ELEMENT;
  const textAt = integersAt + integerCount! * Int32Array.BYTES_PER_ELEMENT;
  if (found !== mark || textAt + textLength! !== length) return undefined;
  return {
    head: file.toString('latin1', textAt),
    integers: new Int32Array(buffer, byteOffset + integersAt, integerCount),
    reals: new Float64Array(buffer, byteOffset + headerBytes, realCount),
  };
}
