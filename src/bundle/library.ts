/** The library `octavo`: the names of src/index.ts, taken from the bundle. A test compares the two lists. */
import type * as library from '../index.ts';
import { keepCompiledCode, loadBundle } from './load-bundle.ts';

const bundle = loadBundle('engine.cjs') as typeof library;

export const { check, formatDiagnostic, positionAt, WrongUsage } = bundle;

/** Builds booklets, and spares the next process the compiling. */
export const build: typeof library.build = async (options) => {
  const result = await bundle.build(options);
  keepCompiledCode();
  return result;
};
