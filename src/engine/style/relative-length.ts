/**
 * Lengths as written: sums of points, ems, root ems and percentages, so that `calc()` is plain addition and
 * multiplication. They become points once the text size of their element is known.
 */
import type { Pt } from '../geometry/length.ts';
import { inch, mm, px } from '../geometry/length.ts';
import type { CssComponent, CssValue } from './css-value.ts';

/** `points + ems × text size + rootEms × text size of the body + share × whatever 100 % is`. */
export interface RelativeLength {
  readonly points: Pt;
  readonly ems: number;
  readonly rootEms: number;
  readonly share: number;
}

/** What relative lengths are relative to. */
export interface TextSizes {
  readonly fontSize: Pt;
  readonly rootFontSize: Pt;
}

/** Units and what one of them is. `ex` and `ch` are taken as half an em, which is near enough for text faces. */
export const lengthUnits: Readonly<Record<string, RelativeLength>> = {
  pt: absolute(1),
  mm: absolute(mm(1)),
  cm: absolute(mm(10)),
  q: absolute(mm(0.25)),
  in: absolute(inch(1)),
  px: absolute(px(1)),
  pc: absolute(12),
  em: { points: 0, ems: 1, rootEms: 0, share: 0 },
  ex: { points: 0, ems: 0.5, rootEms: 0, share: 0 },
  ch: { points: 0, ems: 0.5, rootEms: 0, share: 0 },
  rem: { points: 0, ems: 0, rootEms: 1, share: 0 },
  '%': { points: 0, ems: 0, rootEms: 0, share: 0.01 },
};

/** Reads a length, percentage or `calc()`; undefined for anything else. A plain number is no length, except 0. */
export function readLength(component: CssComponent | undefined): RelativeLength | undefined {
  const amount = component && readAmount(component, 0);
  if (!amount) return undefined;
  if (amount.kind === 'length') return amount.length;
  return amount.number === 0 && component.kind === 'number' ? absolute(0) : undefined;
}

/** Reads a plain number or a `calc()` of plain numbers. */
export function readNumber(component: CssComponent | undefined): number | undefined {
  const amount = component && readAmount(component, 0);
  return amount?.kind === 'number' ? amount.number : undefined;
}

/** Returns a length in points, without its percentage. */
export const toPoints = (length: RelativeLength, sizes: TextSizes): Pt =>
  length.points + length.ems * sizes.fontSize + length.rootEms * sizes.rootFontSize;

function absolute(points: Pt): RelativeLength {
  return { points, ems: 0, rootEms: 0, share: 0 };
}

type Amount = { readonly kind: 'number'; readonly number: number } | { readonly kind: 'length'; readonly length: RelativeLength };

/** Deeper nesting than this is a mistake or an attack. */
const deepestCalc = 20;

function readAmount(component: CssComponent, depth: number): Amount | undefined {
  if (component.kind === 'number') {
    if (!Number.isFinite(component.value)) return undefined;
    if (component.unit === '') return { kind: 'number', number: component.value };
    const unit = Object.hasOwn(lengthUnits, component.unit) ? lengthUnits[component.unit] : undefined;
    return unit && { kind: 'length', length: scale(unit, component.value) };
  }
  const isCalc = component.kind === 'function' && (component.name === 'calc' || (component.name === '' && depth > 0));
  return isCalc && depth < deepestCalc ? readSum(component.inner, depth + 1) : undefined;
}

// CSS Values 4, section 10.8: a sum of products, read from left to right.
function readSum(value: CssValue, depth: number): Amount | undefined {
  let sum = value[0] && readAmount(value[0], depth);
  let at = 1;
  [sum, at] = readProduct(sum, value, at, depth);
  while (sum && at < value.length) {
    const sign = signAt(value, at);
    if (sign !== '+' && sign !== '-') return undefined;
    const first = value[at + 1];
    let term = first && readAmount(first, depth);
    [term, at] = readProduct(term, value, at + 2, depth);
    sum = term && add(sum, term, sign === '+' ? 1 : -1);
  }
  return sum;
}

function readProduct(first: Amount | undefined, value: CssValue, from: number, depth: number): [Amount | undefined, number] {
  let product = first;
  let at = from;
  for (; product && (signAt(value, at) === '*' || signAt(value, at) === '/'); at += 2) {
    const next = value[at + 1];
    const factor = next && readAmount(next, depth);
    product = factor && (signAt(value, at) === '*' ? multiply(product, factor) : divide(product, factor));
  }
  return [product, at];
}

function signAt(value: CssValue, at: number): string | undefined {
  const component = value[at];
  return component?.kind === 'sign' ? component.sign : undefined;
}

function add(left: Amount, right: Amount, factor: number): Amount | undefined {
  if (left.kind === 'number' && right.kind === 'number') return { kind: 'number', number: left.number + factor * right.number };
  if (left.kind !== 'length' || right.kind !== 'length') return undefined;
  const [a, b] = [left.length, scale(right.length, factor)];
  return {
    kind: 'length',
    length: { points: a.points + b.points, ems: a.ems + b.ems, rootEms: a.rootEms + b.rootEms, share: a.share + b.share },
  };
}

function multiply(left: Amount, right: Amount): Amount | undefined {
  if (right.kind === 'number') {
    return left.kind === 'number'
      ? { kind: 'number', number: left.number * right.number }
      : { kind: 'length', length: scale(left.length, right.number) };
  }
  return left.kind === 'number' ? { kind: 'length', length: scale(right.length, left.number) } : undefined;
}

const divide = (left: Amount, right: Amount): Amount | undefined =>
  right.kind === 'number' && right.number !== 0 ? multiply(left, { kind: 'number', number: 1 / right.number }) : undefined;

const scale = (length: RelativeLength, factor: number): RelativeLength => ({
  points: length.points * factor,
  ems: length.ems * factor,
  rootEms: length.rootEms * factor,
  share: length.share * factor,
});
