/**
 * Files that one build keeps for the next, in the folder for caches: parsed files, drawn charts, set text, fonts, deflated pages. They are no more than time
 * saved: what cannot be read or written is made again. A file is replaced in one step, so two builds at once do not disturb each other.
 */
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { makeFolder } from './make-folder.ts';

/** A digest of Octavo's sources; filled in by the build, and absent where Octavo runs from its sources. */
declare const madeFrom: string | undefined;

/** Files by keys of 16 hexadecimal digits, for one version of Octavo only. */
export interface KeptFiles {
  /** Returns what was last written under a key; undefined when it is not there, or no longer. */
  read(key: string): Buffer | undefined;
  /** Keeps a file if that is possible. Never throws. */
  write(key: string, content: string | Uint8Array): void;
}

/** Returns what earlier builds of this very version of Octavo have kept of a kind; undefined when nothing may be kept, or the sources may change under it. */
export function keptFiles(kind: 'cuts' | 'drawings' | 'programs' | 'streams' | 'texts' | 'trees'): KeptFiles | undefined {
  const folder = cacheFolder();
  return folder === undefined || typeof madeFrom !== 'string' ? undefined : openKeptFiles(join(folder, kind), madeFrom);
}

/** Opens a folder of kept files. What one version of Octavo has written another does not read. */
export function openKeptFiles(folder: string, version: string): KeptFiles {
  const pathOf = (key: string): string => join(folder, `${key}-${process.version}-${version}.kept`);
  let isOpen = false;
  return {
    read(key) {
      try {
        return readFileSync(pathOf(key));
      } catch {
        return undefined;
      }
    },
    write(key, content) {
      const temporary = `${pathOf(key)}.${process.pid}.tmp`;
      try {
        if (!isOpen) makeFolder(folder, 0o700);
        writeFileSync(temporary, content, { mode: 0o600 });
        renameSync(temporary, pathOf(key));
        if (!isOpen) sweep(folder);
        isOpen = true;
      } catch {
        removeQuietly(temporary);
      }
    },
  };
}

const longestAge = 30 * 24 * 3600 * 1000;
/** Hundreds of booklets: a chart takes some ten kilobytes, the text of ten pages some eighty. */
const mostBytes = 50_000_000;

/** Removes what is old, and the oldest beyond the limit; files that are not ours stay. */
function sweep(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => /^[0-9a-f]{16}-v.*\.kept(\.\d+\.tmp)?$/.test(name))
    .map((name) => ({ path: join(folder, name), ...sizeAndAge(join(folder, name)) }))
    .sort((one, other) => one.age - other.age);
  let bytes = 0;
  for (const { path, size, age } of files) {
    bytes += size;
    if (bytes > mostBytes || age > longestAge) removeQuietly(path);
  }
}

function sizeAndAge(path: string): { readonly size: number; readonly age: number } {
  const { size, mtimeMs } = statSync(path);
  return { size, age: Date.now() - mtimeMs };
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It stays for a later sweep.
  }
}
