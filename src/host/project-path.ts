/**
 * Decides whether a path of an author stays inside a folder, and where it really leads.
 *
 * Paths are project-relative with forward slashes. A path is judged twice: by its letters, the same on every
 * system, and by where the file system leads once all symbolic links are followed.
 */
import { realpathSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Where a path leads on this machine, or why it leads nowhere. */
export type FoundPath =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly failure: 'missing' | 'outside' | 'unreadable' };

/**
 * Returns a project-relative path in its shortest form, or undefined when its letters lead out of the project:
 * absolute paths, drive letters, URLs, too many `..`, zero characters. A backslash counts as a slash on every system.
 */
export function normalizeProjectPath(path: string): string | undefined {
  const slashed = path.replaceAll('\\', '/');
  if (slashed.includes('\0') || slashed.startsWith('/') || hasScheme.test(slashed)) return undefined;
  const kept: string[] = [];
  for (const segment of slashed.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') kept.push(segment);
    else if (kept.pop() === undefined) return undefined;
  }
  return kept.join('/');
}

/** Returns the real place of a project-relative path below `realRoot`, whose own symbolic links are already resolved. */
export function findInside(realRoot: string, path: string): FoundPath {
  const normalized = normalizeProjectPath(path);
  if (normalized === undefined) return { ok: false, failure: 'outside' };
  let real: string;
  try {
    real = realpathSync.native(join(realRoot, normalized));
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
  return isInside(realRoot, real) ? { ok: true, path: real } : { ok: false, failure: 'outside' };
}

/** Tells whether a resolved path is a folder or lies in it. */
export function isInside(realRoot: string, real: string): boolean {
  return real === realRoot || real.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep);
}

/** Returns what a failed file operation means to an author. */
export function failureOf(error: unknown): 'missing' | 'unreadable' {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' ? 'missing' : 'unreadable';
}

/** Drive letters such as `c:` and URLs such as `https:`. */
const hasScheme = /^[a-z][a-z0-9+.-]*:/i;
