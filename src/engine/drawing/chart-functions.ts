/**
 * The functions that expressions of charts may call: those of Vega, except that all time is UTC, nothing is random
 * or of today, texts and lists have a limit, and patterns are judged before they run.
 */
import { expressionFunction } from 'vega';
import { dateOf, datePart, dateParts, readDate, utcTime } from './calendar.ts';
import type { ChartBudget } from './chart-budget.ts';

/** What `this` is inside Vega's own functions: they find scales and data sets by it. */
export type FunctionContext = Readonly<Record<string, unknown>>;

type ChartFunction = (inputs: readonly unknown[]) => unknown;

/** Functions that do not always evaluate all of their arguments. */
export const lazyFunctions: Readonly<Record<string, (inputs: readonly (() => unknown)[]) => unknown>> = {
  if: ([test, consequent, alternate]) => (test?.() ? consequent?.() : alternate?.()),
};

const mathFunctions = [
  'abs',
  'acos',
  'asin',
  'atan',
  'atan2',
  'ceil',
  'cos',
  'exp',
  'floor',
  'hypot',
  'log',
  'max',
  'min',
  'pow',
  'round',
  'sin',
  'sqrt',
  'tan',
] as const;

const text = (value: unknown): string => String(value);
const number = (value: unknown): number => Number(value);

const plainFunctions: Readonly<Record<string, ChartFunction>> = {
  ...Object.fromEntries(
    mathFunctions.map((name) => [
      name,
      (inputs: readonly unknown[]) => (Math[name] as (...values: number[]) => number)(...(inputs as number[])),
    ]),
  ),
  isNaN: ([value]) => Number.isNaN(value),
  isFinite: ([value]) => Number.isFinite(value),
  clamp: ([value, low, high]) => Math.max(number(low), Math.min(number(high), number(value))),
  parseFloat: ([value]) => Number.parseFloat(text(value)),
  parseInt: ([value, radix]) => Number.parseInt(text(value), radix === undefined ? undefined : number(radix)),
  length: ([value]) => (value as { length?: unknown } | null | undefined)?.length,
  upper: ([value]) => text(value).toUpperCase(),
  lower: ([value]) => text(value).toLowerCase(),
  trim: ([value]) => text(value).trim(),
  substring: ([value, start, end]) => text(value).substring(number(start), end === undefined ? undefined : number(end)),
  split: ([value, separator, limit]) => text(value).split(text(separator), limit === undefined ? undefined : number(limit)),
  encodeURIComponent: ([value]) => encodeURIComponent(text(value)),
  toDate: ([value]) => readDate(value),
  datetime: (inputs) => dateOf(inputs),
  utc: (inputs) => dateOf(inputs).getTime(),
  time: ([value]) => utcTime(value),
  timezoneoffset: () => 0,
  ...Object.fromEntries(
    dateParts.flatMap((part) => [part, `utc${part}`].map((name) => [name, ([value]: readonly unknown[]) => datePart(part, value)])),
  ),
  // Events never happen on paper, and no page scrolls.
  windowSize: () => [0, 0],
  screen: () => ({}),
  containerSize: () => [0, 0],
};

/** Functions of local time, and the ones of UTC that stand in for them. */
const utcTwins: Readonly<Record<string, string>> = {
  timeFormat: 'utcFormat',
  timeParse: 'utcParse',
  timeOffset: 'utcOffset',
  timeSequence: 'utcSequence',
  quarter: 'utcquarter',
  week: 'utcweek',
  isoweek: 'utcisoweek',
  dayofyear: 'utcdayofyear',
};

const refusals: Readonly<Record<string, string>> = {
  now: 'a chart on paper cannot know what day it is',
  modify: 'a chart cannot change its data',
  setdata: 'a chart cannot change its data',
};

/** Returns the function of that name; an unknown name throws. `context` is what Vega's own functions run in. */
export function chartFunctions(budget: ChartBudget, context: FunctionContext, name: string): ChartFunction {
  const refusal = Object.hasOwn(refusals, name) ? refusals[name] : undefined;
  if (refusal) throw new Error(refusal);
  if (name === 'regexp') return ([source, flags]) => patternOf(budget, source, flags);
  if (name === 'test') {
    return ([source, value]) => {
      const pattern = patternOf(budget, source, undefined);
      budget.spendMatch(pattern, text(value));
      pattern.lastIndex = 0;
      return pattern.test(text(value));
    };
  }
  if (Object.hasOwn(plainFunctions, name)) return plainFunctions[name]!;
  const own = Object.hasOwn(utcTwins, name) ? utcTwins[name]! : name;
  const known = expressionFunction(own) as unknown;
  if (typeof known !== 'function' || !/^[a-z]\w*$/i.test(own)) throw new Error(`there is no function "${name}"`);
  const guard = Object.hasOwn(guards, own) ? guards[own] : undefined;
  return (inputs) => {
    guard?.(inputs, budget);
    const result: unknown = Reflect.apply(known, context, inputs.slice());
    if (typeof result === 'string' || Array.isArray(result)) budget.checkLength(result.length);
    return result;
  };
}

function patternOf(budget: ChartBudget, source: unknown, flags: unknown): RegExp {
  if (source instanceof RegExp) return source;
  budget.checkPattern(text(source), /./);
  return new RegExp(text(source), flags === undefined ? undefined : text(flags));
}

/** Shortest lengths of Vega's time units, to foresee how long a sequence gets; in ms. */
const unitLengths: Readonly<Record<string, number>> = { milliseconds: 1, seconds: 1e3, minutes: 6e4, hours: 36e5 };
const dayLength = 864e5;

/** Judge arguments before a call that could take all memory. */
const guards: Readonly<Record<string, (inputs: readonly unknown[], budget: ChartBudget) => void>> = {
  sequence: (inputs, budget) => {
    const [first = 0, second, step = 1] = inputs.map(number);
    budget.checkLength(Math.abs(((second ?? first) - (second === undefined ? 0 : first)) / step) || 0);
  },
  utcSequence: ([unit, start, stop, step], budget) => {
    const length = unitLengths[text(unit)] ?? dayLength;
    budget.checkLength(Math.abs((utcTime(stop) - utcTime(start)) / length / (number(step) || 1)) || 0);
  },
  pad: ([, length], budget) => budget.checkLength(number(length) || 0),
  replace: ([value, pattern], budget) => {
    if (pattern instanceof RegExp) budget.spendMatch(pattern, text(value));
  },
  intersect: () => {
    throw new Error('a chart on paper has no selections');
  },
};
