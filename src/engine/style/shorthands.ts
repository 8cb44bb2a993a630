/** Shorthands: names that set several properties at once, and how their values are dealt out. */
import type { CssComponent, CssValue } from './css-value.ts';
import { findProperty } from './properties.ts';
import { readLength } from './relative-length.ts';

/** A property and the part of a shorthand's value that it gets. */
export type Share = readonly [name: string, value: CssValue];

/** A row of the table of shorthands; the manual is generated from it. */
export interface Shorthand {
  readonly name: string;
  /** The properties that it sets. */
  readonly longhands: readonly string[];
  readonly syntax: string;
  /** Deals out a value; undefined when it does not fit. */
  readonly split: (value: CssValue) => readonly Share[] | undefined;
}

const word = (name: string): CssValue => [{ kind: 'keyword', name }];
const sides = ['top', 'right', 'bottom', 'left'] as const;
const isSlash = (component: CssComponent): boolean => component.kind === 'sign' && component.sign === '/';

/** One to four values, clockwise from the top; what is missing is as on the other side. */
function splitSides(names: readonly string[]): Shorthand['split'] {
  return (value) => {
    const [top, right = top, bottom = top, left = right, ...more] = value;
    if (!top || !right || !bottom || !left || more.length > 0) return undefined;
    return [top, right, bottom, left].map((component, at): Share => [names[at]!, [component]]);
  };
}

/** One or two values, for the two ends of a line. */
function splitPair(names: readonly string[]): Shorthand['split'] {
  return (value) => {
    const [start, end = start, ...more] = value;
    return start && end && more.length === 0
      ? [
          [names[0]!, [start]],
          [names[1]!, [end]],
        ]
      : undefined;
  };
}

/** Width, style and color in any order; what is not said is reset. */
function splitBorder(edges: readonly string[]): Shorthand['split'] {
  return (value) => {
    const found = matchAny(value, ['border-top-width', 'border-top-style', 'border-top-color']);
    if (!found) return undefined;
    const [width, line, color] = found;
    return edges.flatMap((edge): Share[] => [
      [`${edge}-width`, width ?? word('medium')],
      [`${edge}-style`, line ?? word('none')],
      [`${edge}-color`, color ?? word('currentcolor')],
    ]);
  };
}

/** Gives each component to the first of the properties that takes it; undefined when one finds no place. */
function matchAny(value: CssValue, names: readonly string[]): readonly (CssValue | undefined)[] | undefined {
  const found: (CssValue | undefined)[] = names.map(() => undefined);
  for (const component of value) {
    const at = names.findIndex((name, index) => !found[index] && findProperty(name)!.ltr.read([component]));
    if (at === -1) return undefined;
    found[at] = [component];
  }
  return value.length > 0 ? found : undefined;
}

const fontParts = ['font-style', 'font-variant-caps', 'font-weight'] as const;

/** `[style || caps || weight]? size[/leading]? family, …` */
function splitFont(value: CssValue): readonly Share[] | undefined {
  const at = value.findIndex((component) => isSize(component));
  const before = value.slice(0, at).filter((component) => component.kind !== 'keyword' || component.name.toLowerCase() !== 'normal');
  const found = before.length > 0 ? matchAny(before, fontParts) : [];
  if (at === -1 || !found) return undefined;
  const hasLeading = value[at + 1] !== undefined && isSlash(value[at + 1]!);
  const family = value.slice(hasLeading ? at + 3 : at + 1);
  const leading = hasLeading && value[at + 2] ? [value[at + 2]!] : word('normal');
  return family.length === 0
    ? undefined
    : [
        ...fontParts.map((name, index): Share => [name, found[index] ?? word('normal')]),
        ['font-variant-numeric', word('normal')],
        ['font-size', [value[at]!]],
        ['line-height', leading],
        ['font-family', family],
      ];
}

function isSize(component: CssComponent): boolean {
  if (component.kind === 'keyword')
    return !/^(?:normal|bold)$/i.test(component.name) && findProperty('font-size')!.ltr.read([component]) !== undefined;
  return readLength(component) !== undefined;
}

function splitBackground(value: CssValue): readonly Share[] | undefined {
  if (value.length !== 1) return undefined;
  const [only] = value;
  return [['background-color', only?.kind === 'keyword' && only.name === 'none' ? word('transparent') : value]];
}

const decorationParts = ['text-decoration-line', 'text-decoration-style', 'text-decoration-color'] as const;

function splitDecoration(value: CssValue): readonly Share[] | undefined {
  const found = matchAny(value, decorationParts);
  const initial = ['none', 'solid', 'currentcolor'];
  return found && decorationParts.map((name, at): Share => [name, found[at] ?? word(initial[at]!)]);
}

const logicalEnds = ['inline-start', 'inline-end', 'block-start', 'block-end'] as const;

function borderShorthand(name: string, edges: readonly string[]): Shorthand {
  const longhands = edges.flatMap((edge) => ['width', 'style', 'color'].map((part) => `${edge}-${part}`));
  return { name, longhands, syntax: '<width> || <style> || <color>', split: splitBorder(edges) };
}

function sideShorthand(name: string, longhands: readonly string[]): Shorthand {
  return { name, longhands, syntax: `[${findProperty(longhands[0]!)!.ltr.syntax}]{1,4}`, split: splitSides(longhands) };
}

function pairShorthand(name: string, longhands: readonly string[]): Shorthand {
  return { name, longhands, syntax: `[${findProperty(longhands[0]!)!.ltr.syntax}]{1,2}`, split: splitPair(longhands) };
}

/** Every shorthand, in the order of the manual. */
export const shorthands: readonly Shorthand[] = [
  ...['margin', 'padding'].flatMap((box) => [
    sideShorthand(
      box,
      sides.map((side) => `${box}-${side}`),
    ),
    ...['inline', 'block'].map((axis) => pairShorthand(`${box}-${axis}`, [`${box}-${axis}-start`, `${box}-${axis}-end`])),
  ]),
  borderShorthand(
    'border',
    sides.map((side) => `border-${side}`),
  ),
  ...[...sides, ...logicalEnds].map((side) => borderShorthand(`border-${side}`, [`border-${side}`])),
  ...['inline', 'block'].map((axis) => borderShorthand(`border-${axis}`, [`border-${axis}-start`, `border-${axis}-end`])),
  ...['width', 'style', 'color'].map((part) =>
    sideShorthand(
      `border-${part}`,
      sides.map((side) => `border-${side}-${part}`),
    ),
  ),
  {
    name: 'font',
    longhands: [...fontParts, 'font-variant-numeric', 'font-size', 'line-height', 'font-family'],
    syntax: '[<style> || <caps> || <weight>]? <size>[/<leading>]? <family>, …',
    split: splitFont,
  },
  { name: 'background', longhands: ['background-color'], syntax: '<color> | none', split: splitBackground },
  {
    name: 'list-style',
    longhands: ['list-style-type'],
    syntax: findProperty('list-style-type')!.ltr.syntax,
    split: (value) => [['list-style-type', value]],
  },
  { name: 'text-decoration', longhands: decorationParts, syntax: '<line> || <style> || <color>', split: splitDecoration },
  { name: 'columns', longhands: ['column-count'], syntax: '<integer> | auto', split: (value) => [['column-count', value]] },
  borderShorthand('column-rule', ['column-rule']),
  pairShorthand('gap', ['row-gap', 'column-gap']),
];

const shorthandsByName: ReadonlyMap<string, Shorthand> = new Map(shorthands.map((shorthand) => [shorthand.name, shorthand]));

/** Finds a shorthand by its name in lower case. */
export const findShorthand = (name: string): Shorthand | undefined => shorthandsByName.get(name);
