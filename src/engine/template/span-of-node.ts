/** Where a node of a template's tree stands in its file. */
import { offsetAt, type SourceFile, type Span } from '../source/source-file.ts';

/** Returns the stretch of a file that a node of its tree covers; Handlebars counts columns from 0. */
export function spanOfNode(file: SourceFile, location: hbs.AST.SourceLocation): Span {
  return {
    file,
    start: offsetAt(file, location.start.line, location.start.column + 1),
    end: offsetAt(file, location.end.line, location.end.column + 1),
  };
}
