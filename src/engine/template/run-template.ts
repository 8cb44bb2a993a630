/**
 * Runs a template by walking its tree, with the meaning that Handlebars gives to it in strict mode. Nothing is
 * compiled: a booklet runs its templates once, and code would take longer to make than to save. What comes out is
 * limited, and a mistake costs only the place where it is.
 */

import { type PlacedPart, partSign, type RenderedHtml } from '../markup/rendered-html.ts';
import type { Report } from '../source/diagnostic.ts';
import { isPlainName } from './check-template.ts';
import { escapeHtml } from './escape-html.ts';
import type { Helper } from './helpers.ts';
import type { ParsedTemplate } from './parse-template.ts';
import { PrintedProse } from './printed-prose.ts';
import * as problems from './problems.ts';
import { spanOfNode } from './span-of-node.ts';
import { type Frame, frameWithin, lookUp, type Turn } from './template-frame.ts';

/** Characters of output, of which a booklet of 500 pages makes about three million. */
const largestOutput = 30_000_000;

/** What each turn of a loop and each partial counts even when it prints nothing, so that loops in loops end. */
const costOfTurn = 50;

/** What a template runs with. */
export interface RunInput {
  readonly templates: ReadonlyMap<string, ParsedTemplate>;
  /** Nodes that a check found wrong: statements print nothing, and values are null. */
  readonly broken: ReadonlySet<hbs.AST.Node>;
  readonly helpers: Readonly<Record<string, Helper>>;
}

/** The state of one run, and what it has printed so far. */
interface Run extends RunInput {
  readonly report: Report;
  readonly parts: PlacedPart[];
  html: string;
  /** Characters, with those that prose would have as HTML. */
  size: number;
  output: number;
  hasStopped: boolean;
}

/** Runs a layout with its partials; when it comes to too much, that is reported and the result is empty. */
export function runTemplate(layout: ParsedTemplate, context: unknown, input: RunInput, report: Report): RenderedHtml {
  const run: Run = { ...input, report, parts: [], html: '', size: 0, output: 0, hasStopped: false };
  runProgram(layout.program, { file: layout.file, context, root: context, outer: undefined, turn: undefined, locals: undefined }, run);
  return run.hasStopped ? { html: '', parts: [] } : run;
}

function runProgram(program: hbs.AST.Program | undefined, frame: Frame, run: Run): void {
  for (const statement of program?.body ?? []) {
    if (run.hasStopped) return;
    if (!run.broken.has(statement)) runStatement(statement, frame, run);
  }
}

function print(html: string, run: Run): void {
  run.html += html;
  run.size += html.length;
}

function printProse(prose: PrintedProse, run: Run): void {
  run.parts.push({ at: run.html.length, part: prose });
  run.html += partSign;
  run.size += prose.size;
}

function runStatement(statement: hbs.AST.Statement, frame: Frame, run: Run): void {
  switch (statement.type) {
    case 'ContentStatement':
      print((statement as hbs.AST.ContentStatement).value, run);
      break;
    case 'MustacheStatement':
      runMustache(statement as hbs.AST.MustacheStatement, frame, run);
      break;
    case 'BlockStatement':
      runBlock(statement as hbs.AST.BlockStatement, frame, run);
      break;
    case 'PartialStatement':
      runPartial(statement as hbs.AST.PartialStatement, frame, run);
  }
}

function runMustache(mustache: hbs.AST.MustacheStatement, frame: Frame, run: Run): void {
  const value = isPlainName(mustache) ? namedValue(mustache.path, frame, run) : callHelper(mustache, frame, run);
  if (value === null || value === undefined) return;
  if (value instanceof PrintedProse) printProse(value, run);
  else if (typeof value !== 'object') print(typeof value === 'string' ? escapeHtml(value) : String(value), run);
  else {
    const kind = Array.isArray(value) ? 'a list' : 'a group of names';
    run.report(problems.notPrintable(nameOf(mustache.path), kind, spanOfNode(frame.file, mustache.loc)));
  }
}

/** A text or number in the place of a name is a name: `{{"x"}}` is `{{x}}`. */
function namedValue(expression: hbs.AST.Expression, frame: Frame, run: Run): unknown {
  if (run.broken.has(expression)) return null;
  const isPath = expression.type === 'PathExpression';
  const name = nameOf(expression);
  const path = isPath ? expression : { ...expression, type: 'PathExpression', data: false, depth: 0, parts: [name], original: name };
  const value = lookUp(path as hbs.AST.PathExpression, frame);
  if (value === undefined) run.report(problems.unknownName(name, 'this place', undefined, spanOfNode(frame.file, expression.loc)));
  return value;
}

const nameOf = (path: hbs.AST.Expression): string => String((path as hbs.AST.PathExpression).original);

function callHelper(call: hbs.AST.MustacheStatement | hbs.AST.SubExpression, frame: Frame, run: Run): unknown {
  const name = nameOf(call.path);
  const values = call.params.map((parameter) => evaluate(parameter, frame, run));
  return run.helpers[name]?.({ name, hash: hashOf(call.hash, frame, run), file: frame.file, place: call.loc }, ...values);
}

function hashOf(hash: hbs.AST.Hash | undefined, frame: Frame, run: Run): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = Object.create(null);
  for (const pair of hash?.pairs ?? []) values[pair.key] = evaluate(pair.value, frame, run);
  return values;
}

/** Names that are not there give undefined: outside of loops `{{letter @index}}` prints nothing. */
function evaluate(expression: hbs.AST.Expression, frame: Frame, run: Run): unknown {
  if (run.broken.has(expression)) return null;
  switch (expression.type) {
    case 'PathExpression':
      return lookUp(expression as hbs.AST.PathExpression, frame);
    case 'SubExpression':
      return callHelper(expression as hbs.AST.SubExpression, frame, run);
    case 'UndefinedLiteral':
    case 'NullLiteral':
      return null;
    default:
      return (expression as hbs.AST.StringLiteral | hbs.AST.NumberLiteral | hbs.AST.BooleanLiteral).value;
  }
}

function runBlock(block: hbs.AST.BlockStatement, frame: Frame, run: Run): void {
  const [subject, other] = block.params.map((parameter) => evaluate(parameter, frame, run));
  switch (nameOf(block.path)) {
    case 'if':
      runProgram(isTrue(subject, block, frame, run) ? block.program : block.inverse, frame, run);
      break;
    case 'unless':
      runProgram(isTrue(subject, block, frame, run) ? block.inverse : block.program, frame, run);
      break;
    case 'eq':
      runProgram(subject === other ? block.program : block.inverse, frame, run);
      break;
    case 'with':
      if (isEmpty(subject) || !block.program) runProgram(block.inverse, frame, run);
      else runProgram(block.program, frameWithin(frame, block, [subject]), run);
      break;
    default:
      runLoop(subject, block, frame, run);
  }
}

function isTrue(value: unknown, block: hbs.AST.BlockStatement, frame: Frame, run: Run): boolean {
  return value === 0 ? Boolean(hashOf(block.hash, frame, run).includeZero) : !isEmpty(value);
}

function isEmpty(value: unknown): boolean {
  return (!value && value !== 0) || (Array.isArray(value) && value.length === 0);
}

function runLoop(subject: unknown, block: hbs.AST.BlockStatement, frame: Frame, run: Run): void {
  const isGroup = typeof subject === 'object' && subject !== null && !(subject instanceof PrintedProse);
  const entries: readonly (readonly [string | number, unknown])[] = !isGroup
    ? []
    : Array.isArray(subject)
      ? subject.map((item, index) => [index, item])
      : Object.entries(subject);
  if (entries.length === 0) runProgram(block.inverse, frame, run);
  for (const [index, [key, item]] of entries.entries()) {
    const before = run.size;
    const names = { key, index, first: index === 0, last: index === entries.length - 1 };
    const turn: Turn = { names, outer: frame.turn };
    if (block.program) runProgram(block.program, frameWithin(frame, block, [item, key], turn), run);
    charge(run.size - before, block, frame, run);
    if (run.hasStopped) return;
  }
}

function runPartial(statement: hbs.AST.PartialStatement, frame: Frame, run: Run): void {
  const partial = run.templates.get(nameOf(statement.name as hbs.AST.PathExpression));
  if (!partial) return;
  const [subject] = statement.params;
  const given = subject ? evaluate(subject, frame, run) : frame.context;
  const context = statement.hash ? Object.assign(Object.create(null), given, hashOf(statement.hash, frame, run)) : given;
  print(statement.indent, run);
  const before = run.size;
  runProgram(partial.program, { ...frame, file: partial.file, context, outer: undefined, locals: undefined }, run);
  charge(run.size - before, statement, frame, run);
}

function charge(printed: number, node: hbs.AST.Node, frame: Frame, run: Run): void {
  run.output += printed + costOfTurn;
  if (run.output <= largestOutput || run.hasStopped) return;
  run.hasStopped = true;
  run.report(problems.outputTooLarge(spanOfNode(frame.file, node.loc)));
}
