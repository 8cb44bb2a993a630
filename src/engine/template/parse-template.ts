/** Handlebars text to Handlebars' tree. Its parser throws and says where only in prose; here errors become diagnostics with a place. */
import type Handlebars from 'handlebars';
import { parse } from 'handlebars/dist/cjs/handlebars/compiler/base.js';
import type { Report } from '../source/diagnostic.ts';
import { noKeeper, type ParseKeeper } from '../source/parse-keeper.ts';
import { offsetAt, positionAt, type SourceFile, type Span } from '../source/source-file.ts';
import { checkNesting } from './check-nesting.ts';
import * as problems from './problems.ts';
import { stampOrigins } from './stamp-origins.ts';

/** A template as a tree, or an empty one where it could not be read. */
export interface ParsedTemplate {
  /** File name without `.hbs`: what `{{> name}}` calls it. */
  readonly name: string;
  readonly file: SourceFile;
  readonly program: hbs.AST.Program;
}

const start = { line: 1, column: 0 };
const nothing: hbs.AST.Program = { type: 'Program', body: [], blockParams: [], loc: { source: '', start, end: start } };

/** Parses templates, and stamps their elements with their places. */
export function parseTemplates(files: readonly SourceFile[], report: Report, keeper: ParseKeeper = noKeeper): readonly ParsedTemplate[] {
  // Stamps hold the numbers of files.
  const manner = `handlebars ${files.map((file) => file.id).join()}`;
  const programs = keeper.parse(manner, files, (reportParse) => files.map((file) => parseProgram(file, reportParse)), report);
  return files.map((file, index) => ({
    name: file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.hbs$/, ''),
    file,
    program: programs[index]!,
  }));
}

function parseProgram(file: SourceFile, report: Report): hbs.AST.Program {
  if (!checkNesting(file, report)) return nothing;
  try {
    return stampOrigins(parse(file.text), file);
  } catch (failure) {
    const place = placeOfFailure(file, failure as Handlebars.Exception);
    report(problems.invalidSyntax(file.text.slice(place.start, place.end).split('\n', 1)[0]!, place));
    return nothing;
  }
}

/** Errors found after parsing carry numbers; errors of the grammar show the text around them instead, with a caret below. */
function placeOfFailure(file: SourceFile, failure: Handlebars.Exception): Span {
  if (typeof failure.lineNumber === 'number' && typeof failure.column === 'number') {
    const start = offsetAt(file, failure.lineNumber, failure.column + 1);
    const end = offsetAt(
      file,
      (failure.endLineNumber as number) ?? failure.lineNumber,
      ((failure.endColumn as number) ?? failure.column) + 1,
    );
    return { file, start, end };
  }
  return placeOfMessage(file, failure.message);
}

/**
 * Reads `Parse error on line 2:`, then an excerpt whose line ends are gone, then dashes up to a caret,
 * and finds the excerpt again in the file. Of several places the one nearest to the line is meant.
 */
function placeOfMessage(file: SourceFile, message: string): Span {
  const match = /^(?:Parse|Lexical) error on line (\d+)[^\n]*\n([^\n]*)\n(-*)\^/.exec(message);
  if (!match) return { file, start: 0, end: 0 };
  const line = Number(match[1]);
  const cut = /^\.\.\./.exec(match[2]!)?.[0].length ?? 0;
  const excerpt = match[2]!.slice(cut).replace(/\.\.\.$/, '');
  const caret = match[3]!.length - cut;
  const flat = file.text.replaceAll('\n', '');
  let best: number | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (let found = flat.indexOf(excerpt); found !== -1; found = flat.indexOf(excerpt, found + 1)) {
    const offset = unflatten(file, found + caret);
    const distance = Math.abs(positionAt(file, offset).line - line);
    if (distance < bestDistance) {
      best = offset;
      bestDistance = distance;
    }
  }
  if (best === undefined) return { file, start: offsetAt(file, line, 1), end: offsetAt(file, line + 1, 1) };
  const token = /^(?:[\w.@-]+|\}\}\}?|\{\{\S*|\S)/.exec(file.text.slice(best, best + 40))?.[0] ?? '';
  return { file, start: best, end: best + token.length };
}

/** Turns an offset in the text without line feeds into one in the file. */
function unflatten(file: SourceFile, flatOffset: number): number {
  let low = 0;
  let high = file.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (file.lineStarts[middle]! - middle <= flatOffset) low = middle;
    else high = middle - 1;
  }
  return flatOffset + low;
}
