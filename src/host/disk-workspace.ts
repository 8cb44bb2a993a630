/**
 * The author's project on disk, as the engine sees it: nothing outside the project's folder can be read, however
 * a path is written or linked.
 *
 * Reading is synchronous behind the asynchronous interface: local files are small, and waiting for each costs more.
 */
import { closeSync, constants, existsSync, fstatSync, openSync, readdirSync, readSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { hashBytes } from '../engine/source/hash.ts';
import type { ReadFailure, ReadResult, Workspace } from '../engine/source/workspace.ts';
import { decodeText } from './decode-text.ts';
import { failureOf, findInside, normalizeProjectPath } from './project-path.ts';

/** What a workspace reads besides the project. */
export interface WorkspaceOptions {
  /** The package that ships templates: its `templates/<name>/` stands in for a template that the project does not have. */
  readonly fallback?: string;
}

/** Larger texts are no text; reading stops before memory is spent. */
const largestText = 20_000_000;

/** Larger pictures do not belong in a booklet. */
const largestBytes = 60_000_000;

/** Opens a folder as a workspace. The folder must exist. */
export function diskWorkspace(root: string, options: WorkspaceOptions = {}): Workspace {
  const realRoot = realpathSync.native(root);
  const fallback = options.fallback === undefined ? undefined : realpathSync.native(options.fallback);
  const rootFor = (path: string): string => (fallback !== undefined && needsFallback(realRoot, path) ? fallback : realRoot);
  return {
    async readText(path) {
      const read = readInside(rootFor(path), path, largestText);
      if (!read.ok) return read;
      const text = decodeText(read.content);
      return text.ok ? { ...text, digest: hashBytes(read.content) } : text;
    },
    async readBytes(path) {
      return readInside(rootFor(path), path, largestBytes);
    },
    async list(folder) {
      return listInside(rootFor(folder), folder);
    },
    async listFolders(folder) {
      const roots = normalizeProjectPath(folder) === 'templates' && fallback !== undefined ? [realRoot, fallback] : [realRoot];
      return [...new Set(roots.flatMap((root) => foldersInside(root, folder)))].sort();
    },
  };
}

/** Tells whether a path lies in a template that the project does not have. A template is taken whole from one place, never mixed. */
function needsFallback(realRoot: string, path: string): boolean {
  const template = /^templates\/[^/]+/.exec(normalizeProjectPath(path) ?? '')?.[0];
  return template !== undefined && !existsSync(join(realRoot, template));
}

function readInside(realRoot: string, path: string, largest: number): ReadResult<Uint8Array> {
  const found = findInside(realRoot, path);
  if (!found.ok) return found;
  let handle: number;
  try {
    // Without waiting: opening a named pipe would otherwise hang the build.
    handle = openSync(found.path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
  } catch (error) {
    return failed(failureOf(error));
  }
  try {
    const opened = fstatSync(handle);
    if (!opened.isFile()) return failed('unreadable');
    if (opened.size > largest) return failed('too-large');
    // The file may have been exchanged between the look and the opening.
    const again = findInside(realRoot, path);
    if (!again.ok || !isSameFile(statSync(again.path), opened)) return failed('outside');
    return { ok: true, content: readAll(handle, opened.size) };
  } catch {
    return failed('unreadable');
  } finally {
    closeSync(handle);
  }
}

function readAll(handle: number, size: number): Uint8Array {
  const content = new Uint8Array(size);
  let at = 0;
  while (at < size) {
    const count = readSync(handle, content, at, size - at, at);
    if (count === 0) return content.slice(0, at);
    at += count;
  }
  return content;
}

/** Lists files and links to files inside; hidden files are those of editors and operating systems, not of the author. */
function listInside(realRoot: string, folder: string): readonly string[] {
  const found = findInside(realRoot, folder);
  if (!found.ok) return [];
  try {
    return readdirSync(found.path, { withFileTypes: true })
      .filter(
        (entry) =>
          !entry.name.startsWith('.') && (entry.isFile() || (entry.isSymbolicLink() && isFileInside(realRoot, `${folder}/${entry.name}`))),
      )
      .map((entry) => entry.name)
      .sort();
  } catch {
    return [];
  }
}

function foldersInside(realRoot: string, folder: string): readonly string[] {
  const found = findInside(realRoot, folder);
  if (!found.ok) return [];
  try {
    return readdirSync(found.path, { withFileTypes: true })
      .filter((entry) => !entry.name.startsWith('.') && entry.isDirectory())
      .map((entry) => entry.name);
  } catch {
    return [];
  }
}

function isFileInside(realRoot: string, path: string): boolean {
  const found = findInside(realRoot, path);
  return found.ok && statSync(found.path).isFile();
}

const isSameFile = (one: Stats, other: Stats): boolean => one.ino === other.ino && one.dev === other.dev;
const failed = (failure: ReadFailure): { readonly ok: false; readonly failure: ReadFailure } => ({ ok: false, failure });
