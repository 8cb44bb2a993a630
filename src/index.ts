/**
 * Octavo as a library: the same engine and the same files as the command line.
 *
 * `const result = await build({ project: 'lessons', editions: ['student'] })` writes PDFs and returns what became of each.
 */
export { type Diagnostic, formatDiagnostic, type Position, positionAt, type SourceFile, type Span } from './engine/index.ts';
export { build, check } from './library/build-booklets.ts';
export type { BuildFormat, BuildOptions, BuildResult, BuiltFile, EditionResult } from './library/build-result.ts';
export { WrongUsage } from './library/wrong-usage.ts';
