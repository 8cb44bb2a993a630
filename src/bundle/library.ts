/** The library `octavo`: the names of src/index.ts, taken from the bundle. A test compares the two lists. */
import type * as library from '../index.ts';
import { loadBundle } from './load-bundle.ts';

export const { build, check, formatDiagnostic, positionAt, WrongUsage } = loadBundle('engine.cjs') as typeof library;
