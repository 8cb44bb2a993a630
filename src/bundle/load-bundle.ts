/**
 * Loads a bundle of dist/ fast: V8 gets the code that it compiled the last time, lazy functions included.
 *
 * Code is kept twice: after the first build, and again after the second, which finds words and charts of the first and
 * takes other ways through the program. It is kept beside the bundle when Octavo is built, and in the user's cache folder when it was
 * installed. It is keyed by everything it depends on; when V8 refuses it, or it cannot be kept, loading only takes longer.
 */
import { closeSync, openSync, readdirSync, readSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { cacheFolder } from '../host/cache-folder.ts';
import { makeFolder } from '../host/make-folder.ts';

/** Content hashes of the bundles by file name; filled in by the build. */
declare const bundleHashes: Readonly<Record<string, string>>;

/** What the bundle has. */
export interface LoadedBundle {
  readonly exports: unknown;
}

interface OpenScript {
  readonly name: string;
  readonly script: Script;
  /** How many builds its compiled code has seen. */
  readonly generation: number;
}

/** After so many builds hardly anything is left to compile. */
const lastGeneration = 2;

const distFolder = dirname(fileURLToPath(import.meta.url));
const open = new Map<string, OpenScript>();
const modules = new Map<string, LoadedBundle>();

/** Loads `dist/<name>` and what it requires. */
export function loadBundle(name: string): unknown {
  const known = modules.get(name);
  if (known) return known.exports;
  const path = join(distFolder, name);
  const opened = openScript(name, path);
  open.set(name, opened);
  const module = { exports: {} };
  modules.set(name, module);
  const systemRequire = createRequire(path);
  const require = (wanted: string): unknown => (wanted.startsWith('./') ? loadBundle(wanted.slice(2)) : systemRequire(wanted));
  opened.script.runInThisContext()(require, module, module.exports, pathToFileURL(path).href);
  return module.exports;
}

/** Keeps the compiled code of the bundles that were loaded since the last call, unless it is complete. Call it after real work, so that what is used is in it. */
export function keepCompiledCode(): void {
  const folder = cacheFolders().at(-1);
  const unfinished = [...open.values()].filter(({ generation }) => generation < lastGeneration);
  open.clear();
  if (folder === undefined || unfinished.length === 0) return;
  try {
    makeFolder(folder, 0o700);
    for (const { name, script, generation } of unfinished) {
      keepCode(join(folder, codeName(name, generation + 1)), script.createCachedData());
      rmSync(join(folder, codeName(name, generation)), { force: true });
    }
    sweepOldCode(folder);
  } catch {
    // Nothing can be kept here, so the next start takes as long as this one.
  }
}

function keepCode(path: string, code: Uint8Array): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, code, { mode: 0o600 });
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Every new version of Octavo or Node keeps code of its own; what is a month old is hardly used any more, or soon made again. */
function sweepOldCode(folder: string): void {
  const old = Date.now() - 30 * 24 * 3600 * 1000;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (/\.cjs-.*\.v8(\.\d+\.tmp)?$/.test(name) && statSync(path).mtimeMs < old) rmSync(path, { force: true });
  }
}

function openScript(name: string, filename: string): OpenScript {
  // Touching fresh memory takes longer than reading into it, so both files are read into the same. Compiled code is larger than its source.
  const room = Buffer.allocUnsafeSlow(2 * statSync(filename).size);
  // Bundles hold ASCII only, which V8 keeps in one byte a character.
  const source = readInto(room, filename).toString('latin1');
  for (let generation = lastGeneration; generation > 0; generation--) {
    for (const folder of cacheFolders()) {
      const cachedData = readCode(room, join(folder, codeName(name, generation)));
      if (!cachedData) continue;
      const script = new Script(source, { filename, cachedData });
      if (script.cachedDataRejected === false) return { name, script, generation };
    }
  }
  return { name, script: new Script(source, { filename }), generation: 0 };
}

function readCode(room: Buffer, path: string): Buffer | undefined {
  try {
    return readInto(room, path);
  } catch {
    return undefined;
  }
}

/** Returns the part of `room` that then holds a file. Of one without room the end is missing, and V8 refuses compiled code that was cut short. */
function readInto(room: Buffer, path: string): Buffer {
  const handle = openSync(path, 'r');
  try {
    let length = 0;
    for (let read = -1; read !== 0; length += read) read = readSync(handle, room, length, room.length - length, null);
    return room.subarray(0, length);
  } finally {
    closeSync(handle);
  }
}

/** V8 refuses code that it compiled under other flags, so each choice of flags has code of its own. */
const codeName = (name: string, generation: number): string =>
  `${name}-${process.version}-${process.arch}-${cachedDataVersionTag().toString(16)}-${bundleHashes[name]}-${generation}.v8`;

/** Where compiled code may be, best first; it is kept in the last. */
function cacheFolders(): readonly string[] {
  const folder = cacheFolder();
  if (folder === undefined) return [];
  return process.env.OCTAVO_CACHE ? [folder] : [join(distFolder, 'compiled'), folder];
}
