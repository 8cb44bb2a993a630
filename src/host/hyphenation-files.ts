/**
 * Hyphenation patterns by the name of their set: packed files beside the bundle, or, when Octavo runs from its
 * sources, the patterns of the npm package `hyphen`, packed on the spot.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type PatternModule, packPatterns } from '../engine/text/data/pack-patterns.ts';
import { findPackage, isBundled, octavoFolder } from './package-folder.ts';

const read = new Map<string, Uint8Array | undefined>();

/** Returns the packed patterns of a set such as `en-us`, or undefined when there are none. */
export function readHyphenationPatterns(name: string): Uint8Array | undefined {
  if (!/^[a-z0-9-]+$/.test(name)) return undefined;
  if (!read.has(name)) read.set(name, isBundled ? readPacked(name) : packNow(name));
  return read.get(name);
}

function readPacked(name: string): Uint8Array | undefined {
  const path = join(octavoFolder, 'dist', 'hyphenation', `${name}.hyb`);
  return existsSync(path) ? new Uint8Array(readFileSync(path)) : undefined;
}

function packNow(name: string): Uint8Array | undefined {
  const folder = findPackage('hyphen');
  const path = folder === undefined ? undefined : join(folder, 'patterns', `${name}.js`);
  if (path === undefined || !existsSync(path)) return undefined;
  return packPatterns(name, createRequire(import.meta.url)(path) as PatternModule);
}
