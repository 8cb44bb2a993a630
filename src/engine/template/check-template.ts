/**
 * Follows a template through all its partials before it runs, with the shape of the booklet instead of a booklet:
 * misspelt names, helpers and partials are found even in loops over nothing. What is wrong is remembered, so that
 * the rest can still be rendered.
 */

import type { Diagnostic, Report } from '../source/diagnostic.ts';
import { nearestName } from '../source/nearest-name.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { RecordShape, Shape } from './context-shape.ts';
import { type HelperDocumentation, helperNamed, helperNames } from './helper-documentation.ts';
import type { ParsedTemplate } from './parse-template.ts';
import * as problems from './problems.ts';
import { type Resolved, resolvePath, type Scope, scopeWithin } from './resolve-path.ts';
import { spanOfNode } from './span-of-node.ts';

/** Partials called with ever new arguments multiply; beyond this many visits the rest is left to strict mode. */
const mostVisits = 2000;

const anything: Shape = { kind: 'anything', description: '' };

/** All that one check shares. */
interface Check {
  readonly templates: ReadonlyMap<string, ParsedTemplate>;
  /** Nodes that must not run. */
  readonly broken: Set<hbs.AST.Node>;
  /** Shapes with which a partial has been checked already. */
  readonly visited: Map<ParsedTemplate, Set<Shape>>;
  visits: number;
  readonly report: Report;
}

/** Where the check stands: what names mean, in which file, included through which partials. */
interface Place {
  readonly scope: Scope;
  readonly file: SourceFile;
  readonly trail: readonly string[];
}

/** Checks the template `layout` and all that it includes; returns the nodes that must not run. */
export function checkTemplate(
  layout: ParsedTemplate,
  templates: ReadonlyMap<string, ParsedTemplate>,
  root: RecordShape,
  report: Report,
): ReadonlySet<hbs.AST.Node> {
  const check: Check = { templates, broken: new Set(), visited: new Map(), visits: 0, report };
  visitTemplate(layout, { shape: root, root, locals: new Map() }, [layout.name], check);
  return check.broken;
}

function visitTemplate(template: ParsedTemplate, scope: Scope, trail: readonly string[], check: Check): void {
  const seen = check.visited.get(template) ?? new Set();
  if (seen.has(scope.shape) || check.visits++ > mostVisits) return;
  check.visited.set(template, seen.add(scope.shape));
  visitProgram(template.program, { scope, file: template.file, trail }, check);
}

function visitProgram(program: hbs.AST.Program | undefined, place: Place, check: Check): void {
  for (const statement of program?.body ?? []) visitStatement(statement, place, check);
}

function visitStatement(statement: hbs.AST.Statement, place: Place, check: Check): void {
  const refuse = (construct: string, hint: string): void => {
    refuseNode(statement, problems.unsupported(construct, hint, spanOfNode(place.file, statement.loc)), check);
  };
  switch (statement.type) {
    case 'MustacheStatement':
      visitMustache(statement as hbs.AST.MustacheStatement, place, check);
      break;
    case 'BlockStatement':
      visitBlock(statement as hbs.AST.BlockStatement, place, check);
      break;
    case 'PartialStatement':
      visitPartial(statement as hbs.AST.PartialStatement, place, check);
      break;
    case 'PartialBlockStatement':
      refuse('{{#> partial}}', 'write {{> partial}} and put the content into the partial');
      break;
    case 'Decorator':
    case 'DecoratorBlock':
      refuse('a decorator', 'put the part into a file of its own and write {{> name}}');
      break;
  }
}

function refuseNode(node: hbs.AST.Node, diagnostic: Diagnostic, check: Check): void {
  check.broken.add(node);
  check.report(diagnostic);
}

function visitMustache(statement: hbs.AST.MustacheStatement, place: Place, check: Check): void {
  const span = spanOfNode(place.file, statement.loc);
  if (!statement.escaped) {
    check.report(problems.unsupported('{{{…}}}', 'write {{…}}: prose already prints as elements, and all else must be escaped', span));
  }
  if (!isPlainName(statement)) {
    visitCall(statement, place, check);
    return;
  }
  const resolved = visitExpression(statement.path, place, check);
  if (resolved === undefined) check.broken.add(statement);
  else if (resolved.kind === 'list') refuseNode(statement, problems.notPrintable(nameOf(statement.path), 'a list', span), check);
  else if (resolved.kind === 'record')
    refuseNode(statement, problems.notPrintable(nameOf(statement.path), 'a group of names', span), check);
}

/** `{{number}}` names a value even where a helper has the same name: every helper takes arguments. */
export function isPlainName(call: hbs.AST.MustacheStatement): boolean {
  return call.params.length === 0 && (call.hash?.pairs.length ?? 0) === 0;
}

function nameOf(path: hbs.AST.Expression): string {
  return String((path as hbs.AST.PathExpression).original);
}

/** A helper that can be called, and what its arguments stand for. */
interface Call {
  readonly helper: HelperDocumentation;
  readonly shapes: readonly Resolved[];
}

/** Checks the name and arguments of a helper; undefined when it cannot be called. */
function visitCall(
  call: hbs.AST.MustacheStatement | hbs.AST.SubExpression | hbs.AST.BlockStatement,
  place: Place,
  check: Check,
): Call | undefined {
  const shapes = call.params.map((parameter) => visitExpression(parameter, place, check));
  for (const pair of call.hash?.pairs ?? []) visitExpression(pair.value, place, check);
  const name = nameOf(call.path);
  const isBlock = call.type === 'BlockStatement';
  const helper = helperNamed(name);
  const span = spanOfNode(place.file, call.path.loc);
  if (!helper) refuseNode(call, problems.unknownHelper(name, nearestName(name, helperNames(isBlock)), span), check);
  else if (helper.isBlock !== isBlock) refuseNode(call, problems.wrongKindOfHelper(helper.usage, name, span), check);
  else if (call.params.length < helper.fewest || call.params.length > helper.most) {
    refuseNode(call, problems.wrongArguments(name, helper.usage, span), check);
  } else return { helper, shapes };
  return undefined;
}

/** Returns what an expression stands for; a name that is not there is reported and undefined. */
function visitExpression(expression: hbs.AST.Expression, place: Place, check: Check): Resolved {
  if (expression.type === 'SubExpression') {
    visitCall(expression as hbs.AST.SubExpression, place, check);
    return anything;
  }
  if (expression.type !== 'PathExpression') return anything;
  const resolved = resolvePath(expression as hbs.AST.PathExpression, place.scope);
  if (!('missing' in resolved)) return resolved;
  const { missing, owner, known, fromRoot } = resolved;
  const near = fromRoot ?? nearestName(missing, known);
  refuseNode(expression, problems.unknownName(missing, owner, near, spanOfNode(place.file, expression.loc)), check);
  return undefined;
}

function visitBlock(block: hbs.AST.BlockStatement, place: Place, check: Check): void {
  const call = visitCall(block, place, check);
  visitProgram(block.program, { ...place, scope: scopeOfBlock(block, call, place, check) }, check);
  visitProgram(block.inverse, place, check);
}

/** What names mean in the main part of a block. */
function scopeOfBlock(block: hbs.AST.BlockStatement, call: Call | undefined, place: Place, check: Check): Scope {
  const { scope } = place;
  const [first, second] = block.program?.blockParams ?? [];
  const subject = call?.shapes[0];
  const changesThis = !call || call.helper.name === 'each' || call.helper.name === 'with';
  if (!changesThis) return scope;
  if (call?.helper.name === 'with') return scopeWithin(scope, subject ?? anything, [[first, subject ?? anything]]);
  if (subject && subject.kind !== 'list' && subject.kind !== 'record' && subject.kind !== 'anything') {
    const list = block.params[0]!;
    refuseNode(
      list,
      problems.badArgument('each', `\`${nameOf(list)}\` is not a list`, 'use {{#if}} to test it', spanOfNode(place.file, list.loc)),
      check,
    );
  }
  const item = subject?.kind === 'list' ? subject.item : anything;
  return scopeWithin(scope, item, [
    [first, item],
    [second, anything],
  ]);
}

function visitPartial(statement: hbs.AST.PartialStatement, place: Place, check: Check): void {
  const { scope, trail } = place;
  const span = spanOfNode(place.file, statement.loc);
  if (statement.name.type === 'SubExpression') {
    refuseNode(statement, problems.unsupported('a computed partial name', 'write the name out, with {{#if}} around it', span), check);
    return;
  }
  const name = nameOf(statement.name);
  const partial = check.templates.get(name);
  const subject = statement.params[0] ? visitExpression(statement.params[0], place, check) : scope.shape;
  const pairs = statement.hash?.pairs.map((pair) => [pair.key, visitExpression(pair.value, place, check) ?? anything] as const) ?? [];
  if (!partial) refuseNode(statement, problems.unknownPartial(name, nearestName(name, check.templates.keys()), span), check);
  else if (trail.includes(name)) refuseNode(statement, problems.partialCycle([...trail.slice(trail.indexOf(name)), name], span), check);
  else {
    const shape = pairs.length === 0 ? (subject ?? anything) : extendShape(subject ?? anything, pairs);
    // Handlebars hands `../` on to a partial only sometimes, so a partial has nothing above it.
    visitTemplate(partial, { shape, root: scope.root, locals: new Map() }, [...trail, name], check);
  }
}

function extendShape(shape: Shape, pairs: readonly (readonly [string, Shape])[]): Shape {
  return shape.kind === 'record' ? { ...shape, fields: { ...shape.fields, ...Object.fromEntries(pairs) } } : anything;
}
