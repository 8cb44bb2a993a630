/**
 * Runs the expressions of charts over their syntax trees, instead of letting Vega make functions out of text.
 *
 * A tree is turned into closures once. Only functions of a table can be called, members that are functions
 * cannot be reached, time is UTC, and every evaluation is counted, so that no chart runs away.
 */
import { DisallowedObjectProperties } from 'vega';
import type { ChartBudget } from './chart-budget.ts';
import { chartFunctions, type FunctionContext, lazyFunctions } from './chart-functions.ts';

/** A node of an expression as Vega's parser makes it; which fields there are depends on the type. */
export interface ExpressionNode {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly raw?: string;
  readonly regex?: { readonly pattern: string };
  readonly operator?: string;
  readonly computed?: boolean;
  readonly object?: ExpressionNode;
  readonly property?: ExpressionNode;
  readonly left?: ExpressionNode;
  readonly right?: ExpressionNode;
  readonly argument?: ExpressionNode;
  readonly test?: ExpressionNode;
  readonly consequent?: ExpressionNode;
  readonly alternate?: ExpressionNode;
  readonly callee?: ExpressionNode;
  readonly arguments?: readonly ExpressionNode[];
  readonly elements?: readonly ExpressionNode[];
  readonly properties?: readonly { readonly key: ExpressionNode; readonly value: ExpressionNode }[];
}

interface Expression {
  readonly ast: ExpressionNode;
}

/** What Vega's runtime asks of whatever evaluates expressions (the `expr` option of a view). */
export interface ExpressionRuntime {
  operator(context: RuntimeContext, expression: Expression): (parameters: Parameters) => unknown;
  parameter(context: RuntimeContext, expression: Expression): (datum: unknown, parameters: Parameters) => unknown;
  event(context: RuntimeContext, expression: Expression): (event: unknown) => unknown;
  handler(context: RuntimeContext, expression: Expression): (parameters: Parameters, event: unknown) => unknown;
  encode(context: RuntimeContext, encoding: Encoding): (item: MarkItem, parameters: Parameters) => 0 | 1;
}

interface RuntimeContext {
  readonly functions: FunctionContext;
}

type Parameters = Readonly<Record<string, unknown>>;
type MarkItem = Record<string, unknown>;

interface Encoding {
  readonly marktype: string;
  readonly channels: Readonly<Record<string, Expression>>;
}

interface Scope {
  readonly datum?: unknown;
  readonly item?: unknown;
  readonly event?: unknown;
  readonly parameters: Parameters;
}

type Evaluate = (scope: Scope) => unknown;

const noParameters: Parameters = {};

/** Makes the evaluator of one chart. Going over the budget throws, as a mistake in an expression does. */
export function interpretExpressions(budget: ChartBudget): ExpressionRuntime {
  const compile = (context: RuntimeContext, ast: ExpressionNode): Evaluate => {
    budget.spendProgram();
    const run = compileNode(ast, context.functions, budget);
    return (scope) => {
      budget.spend(1);
      return run(scope);
    };
  };
  return {
    operator: (context, expression) => {
      const run = compile(context, expression.ast);
      return (parameters) => run({ parameters });
    },
    parameter: (context, expression) => {
      const run = compile(context, expression.ast);
      return (datum, parameters) => run({ datum, parameters: parameters ?? noParameters });
    },
    // Nothing ever happens on paper, but selections of Vega-Lite bring their handlers along.
    event: (context, expression) => {
      const run = compile(context, expression.ast);
      return (event) => run({ event, parameters: noParameters });
    },
    handler: (context, expression) => {
      const run = compile(context, expression.ast);
      return (parameters, event) => run({ event, parameters });
    },
    encode: (context, { channels, marktype }) => {
      const programs = Object.entries(channels).map(([name, expression]) => [name, compile(context, expression.ast)] as const);
      return (item, parameters) => {
        budget.spendMark();
        const scope: Scope = { item, datum: item.datum, parameters };
        let isModified: 0 | 1 = 0;
        for (const [name, run] of programs) {
          const value = run(scope);
          if (item[name] === value) continue;
          item[name] = value;
          isModified = 1;
        }
        if (marktype !== 'rule') placeItem(item, channels, marktype);
        return isModified;
      };
    },
  };
}

const sizedMarks: readonly string[] = ['group', 'image', 'rect'];

// Marks that are given two ends or a middle get a corner and a size.
function placeItem(item: MarkItem, channels: Encoding['channels'], marktype: string): void {
  placeAlong(item, channels, ['x', 'x2', 'xc', 'width'], sizedMarks.includes(marktype));
  placeAlong(item, channels, ['y', 'y2', 'yc', 'height'], sizedMarks.includes(marktype));
}

type AxisNames = readonly [start: string, end: string, middle: string, extent: string];

function placeAlong(item: MarkItem, channels: Encoding['channels'], [start, end, middle, extent]: AxisNames, isSized: boolean): void {
  const number = (name: string): number => item[name] as number;
  if (channels[end]) {
    if (channels[start]) {
      if (isSized && number(start) > number(end)) [item[start], item[end]] = [item[end], item[start]];
      item[extent] = number(end) - number(start);
    } else {
      item[start] = number(end) - (number(extent) || 0);
    }
  }
  if (channels[middle]) item[start] = number(middle) - (number(extent) || 0) / 2;
}

const constants: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  E: Math.E,
  LN2: Math.LN2,
  LN10: Math.LN10,
  LOG2E: Math.LOG2E,
  LOG10E: Math.LOG10E,
  PI: Math.PI,
  SQRT1_2: Math.SQRT1_2,
  SQRT2: Math.SQRT2,
  MIN_VALUE: Number.MIN_VALUE,
  MAX_VALUE: Number.MAX_VALUE,
};

function compileNode(node: ExpressionNode, functions: FunctionContext, budget: ChartBudget): Evaluate {
  const compile = (child: ExpressionNode): Evaluate => compileNode(child, functions, budget);
  switch (node.type) {
    case 'Literal': {
      const value = node.regex ? budget.checkPattern(node.regex.pattern, node.value as RegExp) : node.value;
      return () => value;
    }
    case 'Identifier':
      return compileIdentifier(node.name!);
    case 'MemberExpression':
      return compileMember(node, compile);
    case 'CallExpression':
      return compileCall(node, functions, budget, compile);
    case 'ArrayExpression': {
      const elements = node.elements!.map(compile);
      return (scope) => elements.map((element) => element(scope));
    }
    case 'BinaryExpression':
      return compileBinary(node.operator!, compile(node.left!), compile(node.right!), budget);
    case 'LogicalExpression': {
      const [left, right] = [compile(node.left!), compile(node.right!)];
      return node.operator === '&&' ? (scope) => left(scope) && right(scope) : (scope) => left(scope) || right(scope);
    }
    case 'UnaryExpression':
      return compileUnary(node.operator!, compile(node.argument!));
    case 'ConditionalExpression': {
      const [test, consequent, alternate] = [compile(node.test!), compile(node.consequent!), compile(node.alternate!)];
      return (scope) => (test(scope) ? consequent(scope) : alternate(scope));
    }
    case 'ObjectExpression':
      return compileObject(node, compile);
    default:
      throw new Error(`an expression cannot contain ${node.type}`);
  }
}

function compileIdentifier(name: string): Evaluate {
  if (name === 'datum') return (scope) => scope.datum;
  if (name === 'item') return (scope) => scope.item;
  if (name === 'event') return (scope) => scope.event;
  if (Object.hasOwn(constants, name)) return () => constants[name];
  const parameter = `$${name}`;
  return (scope) => scope.parameters[parameter];
}

function compileMember(node: ExpressionNode, compile: (child: ExpressionNode) => Evaluate): Evaluate {
  const object = compile(node.object!);
  const fixedName = node.computed ? undefined : node.property!.name!;
  const property: Evaluate = fixedName === undefined ? compile(node.property!) : () => fixedName;
  return (scope) => {
    const holder = object(scope) as Record<string, unknown>;
    const name = property(scope) as string;
    // Vega lets this end in "Cannot read properties of null", which tells an author nothing.
    if (holder === null || holder === undefined) throw new Error(`there is no value that could have a field "${String(name)}"`);
    const value = holder[name];
    return typeof value === 'function' || (DisallowedObjectProperties.has(String(name)) && !Object.hasOwn(holder, name))
      ? undefined
      : value;
  };
}

function compileObject(node: ExpressionNode, compile: (child: ExpressionNode) => Evaluate): Evaluate {
  const entries = node.properties!.map(({ key, value }) => {
    const name = key.type === 'Literal' ? String(key.value) : key.name!;
    if (DisallowedObjectProperties.has(name)) throw new Error(`an object cannot have a field "${name}"`);
    return [name, compile(value)] as const;
  });
  return (scope) => Object.fromEntries(entries.map(([name, value]) => [name, value(scope)]));
}

function compileCall(
  node: ExpressionNode,
  functions: FunctionContext,
  budget: ChartBudget,
  compile: (child: ExpressionNode) => Evaluate,
): Evaluate {
  const name = node.callee?.type === 'Identifier' ? node.callee.name! : '';
  const lazy = Object.hasOwn(lazyFunctions, name) ? lazyFunctions[name] : undefined;
  const inputs = node.arguments!.map(compile);
  if (lazy) return (scope) => lazy(inputs.map((input) => () => input(scope)));
  // Scales of marks: the parameter that holds the scale is named by its first argument.
  if (name === '_scale' || name === '_range' || name === '_bandwidth') return compileScale(name, inputs);
  const call = chartFunctions(budget, functions, name);
  return (scope) => call(inputs.map((input) => input(scope)));
}

interface ChartScale {
  (value: unknown): unknown;
  range(): unknown;
  bandwidth?(): number;
}

function compileScale(name: string, [scaleName, value]: readonly Evaluate[]): Evaluate {
  const scaleOf = (scope: Scope): ChartScale => scope.parameters[`%${String(scaleName!(scope))}`] as ChartScale;
  if (name === '_scale') return (scope) => scaleOf(scope)(value?.(scope));
  if (name === '_range') return (scope) => scaleOf(scope).range();
  return (scope) => scaleOf(scope)?.bandwidth?.() ?? 0;
}

function compileUnary(operator: string, argument: Evaluate): Evaluate {
  if (operator === '!') return (scope) => !argument(scope);
  if (operator === '-') return (scope) => -(argument(scope) as number);
  if (operator === '~') return (scope) => ~(argument(scope) as number);
  if (operator === '+') return (scope) => +(argument(scope) as number);
  throw new Error(`an expression cannot contain "${operator}"`);
}

type Operation = (left: never, right: never) => unknown;

const operations: Readonly<Record<string, Operation>> = {
  '+': (left: number, right: number) => left + right,
  '-': (left: number, right: number) => left - right,
  '*': (left: number, right: number) => left * right,
  '/': (left: number, right: number) => left / right,
  '%': (left: number, right: number) => left % right,
  // biome-ignore lint/suspicious/noDoubleEquals: the language of Vega has the loose comparison of JavaScript.
  '==': (left: unknown, right: unknown) => left == right,
  // biome-ignore lint/suspicious/noDoubleEquals: the language of Vega has the loose comparison of JavaScript.
  '!=': (left: unknown, right: unknown) => left != right,
  '===': (left: unknown, right: unknown) => left === right,
  '!==': (left: unknown, right: unknown) => left !== right,
  '<': (left: number, right: number) => left < right,
  '<=': (left: number, right: number) => left <= right,
  '>': (left: number, right: number) => left > right,
  '>=': (left: number, right: number) => left >= right,
  '&': (left: number, right: number) => left & right,
  '|': (left: number, right: number) => left | right,
  '^': (left: number, right: number) => left ^ right,
  '<<': (left: number, right: number) => left << right,
  '>>': (left: number, right: number) => left >> right,
  '>>>': (left: number, right: number) => left >>> right,
};

function compileBinary(operator: string, left: Evaluate, right: Evaluate, budget: ChartBudget): Evaluate {
  const operation = operations[operator];
  if (!operation) throw new Error(`an expression cannot contain "${operator}"`);
  if (operator !== '+') return (scope) => operation(left(scope) as never, right(scope) as never);
  return (scope) => {
    const sum = operation(left(scope) as never, right(scope) as never);
    if (typeof sum === 'string') budget.checkLength(sum.length);
    return sum;
  };
}
