/**
 * Texts on disk, in the folder for caches: parsed files, drawn charts, shaped words. They are no more than time saved: what cannot
 * be read or written is made again. A file is replaced in one step, so two builds at once do not disturb each other.
 */
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextStore } from '../engine/source/workspace.ts';
import { cacheFolder } from './cache-folder.ts';
import { makeFolder } from './make-folder.ts';

/** A digest of Octavo's sources; filled in by the build, and absent where Octavo runs from its sources. */
declare const madeFrom: string | undefined;

/** Returns what earlier builds of this very version of Octavo have kept of a kind; undefined when nothing may be kept, or the sources may change under it. */
export function textCache(kind: 'drawings' | 'words' | 'trees' = 'drawings'): TextStore | undefined {
  const folder = cacheFolder();
  return folder === undefined || typeof madeFrom !== 'string' ? undefined : openTextCache(join(folder, kind), madeFrom);
}

/** Opens a folder of texts. What one version of Octavo has written another does not read. */
export function openTextCache(folder: string, version: string): TextStore {
  const pathOf = (key: string): string => join(folder, `${key}-${process.version}-${version}.json`);
  let isOpen = false;
  return {
    read(key) {
      try {
        return readFileSync(pathOf(key), 'utf8');
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
        if (!isOpen) sweepTexts(folder);
        isOpen = true;
      } catch {
        removeQuietly(temporary);
      }
    },
  };
}

const longestAge = 30 * 24 * 3600 * 1000;
/** Hundreds of booklets: a chart takes some ten kilobytes. */
const mostBytes = 50_000_000;

/** Removes what is old, and the oldest beyond the limit; files that are not ours stay. */
function sweepTexts(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => /^[0-9a-f]{16}-v.*\.json(\.\d+\.tmp)?$/.test(name))
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
