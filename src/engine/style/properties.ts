/**
 * The table of all properties, and the two kinds of names that stand for others: logical ones, which depend on the
 * direction of text, and the computed initial values. The manual of CSS properties is generated from it.
 */
import { boxProperties } from './box-properties.ts';
import type { ComputeContext, ComputedValues, Property } from './computed-values.ts';
import { readCssValue } from './css-value.ts';
import { fontProperties } from './font-properties.ts';
import { pageProperties } from './page-properties.ts';
import { textProperties } from './text-properties.ts';

/** Every property that takes a value of its own, in the order of the manual. */
export const properties: readonly Property[] = [...boxProperties, ...fontProperties, ...textProperties, ...pageProperties];

const propertiesByName: ReadonlyMap<string, Property> = new Map(properties.map((property) => [property.name, property]));

/** A property's name, by the direction of the element's text. */
export interface NamedProperty {
  readonly ltr: Property;
  readonly rtl: Property;
}

/** Names that follow the direction of text, and the physical ones that they mean from left to right. */
export const logicalNames: ReadonlyMap<string, string> = new Map(
  ['margin', 'padding', 'border'].flatMap((box) => {
    const ends = box === 'border' ? ['-width', '-style', '-color'] : [''];
    const sides = [
      ['inline-start', 'left'],
      ['inline-end', 'right'],
      ['block-start', 'top'],
      ['block-end', 'bottom'],
    ];
    return ends.flatMap((end) =>
      sides.map(([logical, physical]): [string, string] => [`${box}-${logical}${end}`, `${box}-${physical}${end}`]),
    );
  }),
);

const namedProperties: ReadonlyMap<string, NamedProperty> = new Map([
  ...properties.map((property): [string, NamedProperty] => [property.name, { ltr: property, rtl: property }]),
  ...[...logicalNames].map(([logical, physical]): [string, NamedProperty] => {
    const mirrored = physical.replace(/left|right/, (side) => (side === 'left' ? 'right' : 'left'));
    return [logical, { ltr: propertiesByName.get(physical)!, rtl: propertiesByName.get(mirrored)! }];
  }),
]);

/** Finds a property, physical or logical, by its name in lower case. */
export function findProperty(name: string): NamedProperty | undefined {
  return namedProperties.get(name);
}

let initial: ComputedValues | undefined;

/** Returns the initial value of every property: what the parent of the root has. */
export function initialValues(): ComputedValues {
  initial ??= computeInitialValues();
  return initial;
}

function computeInitialValues(): ComputedValues {
  const values: Record<string, unknown> = {};
  // No initial value asks for its parent.
  const context = { fontSize: 10.5, rootFontSize: 10.5, direction: 'ltr', parent: values } as unknown as ComputeContext;
  for (const property of properties) values[property.key] = property.read(readCssValue(property.initial)!)!(context);
  // A copy is no longer the table that V8 made of it while it grew.
  return { ...values } as unknown as ComputedValues;
}
