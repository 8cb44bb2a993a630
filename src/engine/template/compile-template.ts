/**
 * One isolated Handlebars: no helpers but ours, no prototype of anything within reach, a limit on what comes out,
 * and errors that know the file and line they happened in. Handlebars itself forgets the file of a partial.
 */
import Handlebars from 'handlebars';
import type { Report } from '../source/diagnostic.ts';
import { offsetAt, type SourceFile, type Span } from '../source/source-file.ts';
import { helperDocumentation } from './helper-documentation.ts';
import type { ParsedTemplate } from './parse-template.ts';
import * as problems from './problems.ts';

/** Characters of output, of which a booklet of 500 pages makes about three million. */
const largestOutput = 30_000_000;

/** What each turn of a loop and each partial counts even when it prints nothing, so that loops in loops end. */
const costOfTurn = 50;

type Helper = Handlebars.HelperDelegate;

/** Runs the template with a context; what goes wrong is reported, and then the result is empty. */
export type RunTemplate = (context: object) => string;

/** Compiles a layout with its partials, all stamped and repaired. */
export function compileTemplate(
  layout: ParsedTemplate,
  partials: readonly ParsedTemplate[],
  helpers: Readonly<Record<string, Helper>>,
  report: Report,
): RunTemplate {
  const environment = Handlebars.create();
  let output = 0;
  let failedIn: SourceFile | undefined;
  const charge = (characters: number): void => {
    output += characters + costOfTurn;
    if (output > largestOutput) throw new Error(tooLarge);
  };

  const compile = (template: ParsedTemplate): HandlebarsTemplateDelegate => {
    const run: HandlebarsTemplateDelegate = environment.compile(template.program, {
      strict: true,
      knownHelpersOnly: true,
      knownHelpers: Object.fromEntries(helperDocumentation.map(({ name }) => [name, true])),
      preventIndent: true,
    });
    return (context, options) => {
      try {
        const rendered = run(context, options);
        charge(rendered.length);
        return rendered;
      } catch (failure) {
        failedIn ??= template.file;
        throw failure;
      }
    };
  };

  for (const name of ['log', 'lookup', 'helperMissing', 'blockHelperMissing']) environment.unregisterHelper(name);
  environment.registerHelper({ ...helpers, each: countTurns(environment.helpers.each!, charge) });
  for (const partial of partials) environment.registerPartial(partial.name, compile(partial));
  const run = compile(layout);

  return (context) => {
    output = 0;
    failedIn = undefined;
    try {
      return run(context);
    } catch (failure) {
      report(describeFailure(failure as Handlebars.Exception, failedIn ?? layout.file));
      return '';
    }
  };
}

const tooLarge = 'too much output';

/** Wraps the loop helper so that every turn counts. */
function countTurns(each: Helper, charge: (characters: number) => void): Helper {
  return function (this: unknown, list: unknown, options: Handlebars.HelperOptions) {
    const turn = (item: unknown, runtime?: RuntimeOptions): string => {
      const rendered = options.fn(item, runtime);
      charge(rendered.length);
      return rendered;
    };
    return each.call(this, list, { ...options, fn: turn });
  };
}

function describeFailure(failure: Handlebars.Exception, file: SourceFile) {
  const place = placeOf(failure, file);
  if (failure.message === tooLarge) return problems.outputTooLarge(place);
  const missing = /^"([^"]*)" not defined in /.exec(failure.message);
  if (missing) return problems.unknownName(missing[1]!, 'this place', undefined, place);
  return problems.renderingFailed(
    failure.message.replace(/ - \d+:\d+$/, '').replace(/^./, (first) => first.toLowerCase()),
    place,
  );
}

function placeOf(failure: Handlebars.Exception, file: SourceFile): Span {
  if (typeof failure.lineNumber !== 'number') return { file, start: 0, end: 0 };
  const start = offsetAt(file, failure.lineNumber, failure.column + 1);
  const end = offsetAt(file, failure.endLineNumber ?? failure.lineNumber, (failure.endColumn ?? failure.column) + 1);
  return { file, start, end };
}
