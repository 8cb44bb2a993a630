/** The public face of the engine, and its only file that re-exports. */
export { type BuildRequest, composeEdition, composeTwin, type OpenBooklet, openBooklet } from './compile.ts';
export type { Booklet, Edition } from './content/booklet.ts';
export { bookletSchemas } from './content/schema/booklet-schemas.ts';
export { describeBookmarks, describePages, describeStructure, leafTexts } from './document/describe-document.ts';
export type { PagedDocument } from './document/paged-document.ts';
export { paperSizes, parsePaper } from './geometry/paper.ts';
export { paintPdf } from './paint/pdf/paint-pdf.ts';
export type { Diagnostic, Report } from './source/diagnostic.ts';
export { type DiagnosticPart, type DiagnosticStyle, formatDiagnostic } from './source/format-diagnostic.ts';
export { nearestName } from './source/nearest-name.ts';
export { type Position, positionAt, type SourceFile, type Span } from './source/source-file.ts';
export type { FontFaceSource, FontFile, ReadFailure, ReadResult, Resources, Workspace } from './source/workspace.ts';
export { type TwinFormat, twinFormats } from './twin/twin.ts';
