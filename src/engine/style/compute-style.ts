/**
 * One element's style: its declarations, from weakest to strongest, over what it inherits. Text size and direction
 * come first, because other values are measured in the one and turned by the other.
 */
import type { Report } from '../source/diagnostic.ts';
import type { Span } from '../source/source-file.ts';
import type { ComputeContext, ComputedValues, Property } from './computed-values.ts';
import { type DeclaredText, resolveCustomProperties, substituteVariables } from './custom-properties.ts';
import { finishStyle } from './finish-style.ts';
import { initialValues, properties } from './properties.ts';
import { problemOfValue, readLonghands } from './read-declaration.ts';
import type { Style } from './style.ts';
import type { Declaration, Longhand } from './stylesheet.ts';

/** A style with the values it was made of, and the styles of elements inside that are known already. */
export interface ComputedStyle {
  readonly style: Style;
  readonly values: ComputedValues;
  /** Text size that `rem` is measured in. */
  readonly rootFontSize: number;
  /** Where `content` is declared, for messages. */
  readonly contentSpan: Span | undefined;
  /** By what decides the style of the inner element; see `style-keys.ts`. */
  readonly inner: Map<number, ComputedStyle>;
  /** What elements inside begin with; worked out when the first of them asks. */
  handedDown: ComputedValues | undefined;
}

/** What is known of an element apart from stylesheets. */
export interface ElementSetting {
  readonly language: string;
  /** From the attribute `dir`; undefined leaves the direction of the parent. */
  readonly direction?: Style['direction'] | undefined;
  /** What attributes such as `width` say: weaker than any declaration. */
  readonly hints?: readonly Longhand[];
}

const noCustom: ReadonlyMap<string, string> = new Map();

/** Computes a style; `parent` is undefined for the root. Declarations come from weakest to strongest. */
export function computeStyle(
  declarations: readonly Declaration[],
  parent: ComputedStyle | undefined,
  setting: ElementSetting,
  report: Report,
): ComputedStyle {
  const ordered = declarations.some((each) => each.isImportant)
    ? [...declarations.filter((each) => !each.isImportant), ...declarations.filter((each) => each.isImportant)]
    : declarations;
  const custom = resolveCustomProperties(declaredTexts(ordered), parent?.style.custom ?? noCustom, report);
  const longhands: Longhand[] = [...(setting.hints ?? [])];
  for (const declaration of ordered) longhands.push(...longhandsOf(declaration, custom, report));
  const parentValues = parent?.values ?? initialValues();
  const start: ComputeContext = {
    fontSize: parentValues.fontSize,
    rootFontSize: parent?.rootFontSize ?? parentValues.fontSize,
    direction: setting.direction ?? parentValues.direction,
    parent: parentValues,
  };
  const direction = lastValue('direction', longhands, start) ?? start.direction;
  const fontSize = lastValue('fontSize', longhands, start) ?? parentValues.fontSize;
  const rootFontSize = parent?.rootFontSize ?? fontSize;
  const context = { fontSize, rootFontSize, direction, parent: parentValues };
  const values = computeValues(longhands, context, parent ? handDown(parent) : initialValues());
  const style = finishStyle(values, { language: setting.language, custom });
  const contentSpan = ordered.findLast(setsContent)?.span;
  return { style, values, rootFontSize, contentSpan, inner: new Map(), handedDown: undefined };
}

const noTexts: ReadonlyMap<string, DeclaredText> = new Map();

function declaredTexts(declarations: readonly Declaration[]): ReadonlyMap<string, DeclaredText> {
  const custom = declarations.filter((declaration) => declaration.kind === 'custom');
  return custom.length === 0 ? noTexts : new Map(custom.map((declaration) => [declaration.name, declaration]));
}

const setsContent = ({ name }: Declaration): boolean => name === 'content';

const noLonghands: readonly Longhand[] = [];

function longhandsOf(declaration: Declaration, custom: ReadonlyMap<string, string>, report: Report): readonly Longhand[] {
  if (declaration.kind === 'custom') return noLonghands;
  const text = declaration.kind === 'ready' ? declaration.text : completeText(declaration, custom, report);
  if (text === undefined) return noLonghands;
  const longhands = readLonghands(declaration.name, text);
  if (!longhands) report(problemOfValue(declaration.name, text.trim(), declaration.span));
  return longhands ?? noLonghands;
}

function completeText(declaration: Declaration, custom: ReadonlyMap<string, string>, report: Report): string | undefined {
  return substituteVariables(declaration, { look: (name) => custom.get(name), names: () => custom.keys() }, report);
}

function lastValue<Key extends 'direction' | 'fontSize'>(
  key: Key,
  longhands: readonly Longhand[],
  context: ComputeContext,
): ComputedValues[Key] | undefined {
  for (let index = longhands.length - 1; index >= 0; index--) {
    const { property, value } = longhands[index]!;
    if (property.ltr.key === key) return compute(property.ltr, value, context) as ComputedValues[Key];
  }
  return undefined;
}

const inheritedKeys = properties.filter(({ isInherited }) => isInherited).map(({ key }) => key);

/** Copies of one object are made in no time, and what they have in common is found in the same places. */
function handDown(parent: ComputedStyle): ComputedValues {
  if (!parent.handedDown) {
    const values: Record<string, unknown> = { ...initialValues() };
    for (let index = 0; index < inheritedKeys.length; index++) values[inheritedKeys[index]!] = parent.values[inheritedKeys[index]!];
    parent.handedDown = values as unknown as ComputedValues;
  }
  return parent.handedDown;
}

function computeValues(longhands: readonly Longhand[], context: ComputeContext, start: ComputedValues): ComputedValues {
  const values: Record<string, unknown> = { ...start };
  values.fontSize = context.fontSize;
  values.direction = context.direction;
  for (const { property, value } of longhands) {
    const row = property[context.direction];
    if (row.key !== 'fontSize' && row.key !== 'direction') values[row.key] = compute(row, value, context);
  }
  return handDownDecoration(values as unknown as ComputedValues, context.parent);
}

function compute(row: Property, value: Longhand['value'], context: ComputeContext): ComputedValues[keyof ComputedValues] {
  if (typeof value === 'function') return value(context);
  const fromParent = value === 'inherit' || (value === 'unset' && row.isInherited);
  return (fromParent ? context.parent : initialValues())[row.key];
}

/** A line under an element goes on under the inline elements in it, in the color of the outer one. */
function handDownDecoration(values: ComputedValues, parent: ComputedValues): ComputedValues {
  if (values.display !== 'inline' || values.textDecorationLine !== 'none' || parent.textDecorationLine === 'none') return values;
  const color = parent.textDecorationColor === 'currentcolor' ? parent.color : parent.textDecorationColor;
  return {
    ...values,
    textDecorationLine: parent.textDecorationLine,
    textDecorationStyle: parent.textDecorationStyle,
    textDecorationColor: color,
  };
}
