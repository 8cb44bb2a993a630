/** Finds Octavo's own folder and those of the packages that it was installed with, as Node would, however they are hoisted. */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const thisFolder = dirname(realpathSync(fileURLToPath(import.meta.url)));

/** The folder that holds Octavo's package.json. Works from the sources and from the bundle alike. */
export const octavoFolder: string = findOctavo(thisFolder);

/** Whether this code runs from the bundle, beside which everything stands ready. */
export const isBundled: boolean = thisFolder === join(octavoFolder, 'dist');

/** Octavo's version, as its package.json has it. */
export const octavoVersion: string = nameAndVersion(octavoFolder).version ?? '0.0.0';

/** Returns the folder of an installed package as seen from a folder, or undefined when it is not installed. */
export function findPackage(name: string, from: string = octavoFolder): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (dirname(folder) === folder) return undefined;
  }
}

function findOctavo(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (nameAndVersion(folder).name === 'octavo') return folder;
    if (dirname(folder) === folder) throw new Error('the package.json of octavo is missing; install it again');
  }
}

function nameAndVersion(folder: string): { readonly name?: string; readonly version?: string } {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  } catch {
    return {};
  }
}
