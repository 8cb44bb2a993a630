/** Finds the project around a folder and the booklets in it: folders in content/ that hold a booklet. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { isInside } from './project-path.ts';

/** A booklet's folder. */
export interface BookletFolder {
  /** Name of the folder; the output is named after it. */
  readonly name: string;
  /** Relative to the project, with forward slashes. */
  readonly folder: string;
}

/** Returns the nearest folder, from `start` upward, that has a content/ folder; undefined when none has. */
export function findProject(start: string): string | undefined {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (isFolder(join(folder, 'content'))) return realpathSync.native(folder);
    if (dirname(folder) === folder) return undefined;
  }
}

/** Returns the booklets of a project, sorted by code unit. A folder that only lacks its booklet.yaml counts, so that this is said. */
export function listBooklets(project: string): readonly BookletFolder[] {
  return readdirSync(join(project, 'content'))
    .filter((name) => !name.startsWith('.') && bookletFiles.some((file) => existsSync(join(project, 'content', name, file))))
    .sort()
    .map((name) => ({ name, folder: `content/${name}` }));
}

/**
 * Returns the booklet that a name or a path means, or undefined. A path is tried as seen from `start`, then from the project;
 * it may name the folder or its booklet.yaml, and must lie in the project.
 */
export function findBooklet(project: string, start: string, wanted: string): BookletFolder | undefined {
  const named = listBooklets(project).find((booklet) => booklet.name === wanted);
  if (named) return named;
  for (const base of [start, project]) {
    const path = resolve(base, wanted.replace(/[\\/]booklet\.ya?ml$/, ''));
    if (!bookletFiles.some((file) => existsSync(join(path, file)))) continue;
    const real = realpathSync.native(path);
    if (real !== project && isInside(project, real)) return { name: basename(real), folder: relative(project, real).replaceAll('\\', '/') };
  }
  return undefined;
}

const bookletFiles = ['booklet.yaml', 'booklet.yml', 'sections'];

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
