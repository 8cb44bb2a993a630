/** Every name and part of a chart that is wrong is found where it stands, and nothing of what follows from it is said. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  aggregates,
  channelKeys,
  channels,
  fieldTypes,
  markTypes,
  transformKeys,
  viewKeys,
} from '../../../src/engine/drawing/chart-vocabulary.ts';
import { draw } from './chart-test-tools.ts';

const data = { values: [{ kind: 'a', tons: 3 }] };
const x = { field: 'tons', type: 'quantitative' };
const y = { field: 'kind', type: 'nominal' };
const bar = { data, mark: 'bar', encoding: { x, y } };

/** Problems as `path part: message`, an `!` before errors. */
function problemsOf(spec: unknown): readonly string[] {
  const { problems, places, drawing } = draw(spec);
  if (problems.some(({ severity }) => severity === 'error')) expect(drawing).toBeUndefined();
  return problems.map(({ message, severity }, index) => {
    const place = places[index];
    const where =
      place && 'path' in place ? `${place.path.join('.')} ${place.part}` : place && 'text' in place ? `"${place.text}"` : 'chart';
    return `${severity === 'error' ? '!' : ''}${where}: ${message}`;
  });
}

describe('checkChart', () => {
  it('is silent about a sound chart', () => {
    expect(problemsOf(bar)).toEqual([]);
  });

  const mistakes: readonly (readonly [string, unknown, string])[] = [
    ['a misspelt mark', { ...bar, mark: 'barr' }, '!mark value: there is no mark `barr`; did you mean `bar`?'],
    ['a misspelt type of a mark', { ...bar, mark: { type: 'lien' } }, '!mark.type value: there is no mark `lien`; did you mean `line`?'],
    ['a mark without type', { ...bar, mark: { color: 'red' } }, '!mark key: `mark` does not say what to draw'],
    [
      'a misspelt channel',
      { ...bar, encoding: { x, y, colr: y } },
      '!encoding.colr key: a chart has no channel `colr`; did you mean `color`?',
    ],
    ['a misspelt key', { ...bar, transfrom: [] }, '!transfrom key: unknown key `transfrom`; did you mean `transform`?'],
    ['a key of another version', { ...bar, selection: {} }, 'selection key: unknown key `selection`'],
    [
      'a misspelt key of a channel',
      { ...bar, encoding: { y, x: { ...x, agregate: 'sum' } } },
      '!encoding.x.agregate key: unknown key `agregate`; did you mean `aggregate`?',
    ],
    [
      'a misspelt field type',
      { ...bar, encoding: { y, x: { ...x, type: 'quantitive' } } },
      '!encoding.x.type value: there is no field type `quantitive`; did you mean `quantitative`?',
    ],
    [
      'a field type in the words of a spreadsheet',
      { ...bar, encoding: { x, y: { ...y, type: 'text' } } },
      '!encoding.y.type value: there is no field type `text`; did you mean `nominal`?',
    ],
    [
      'a column that is not there, in two places',
      { ...bar, encoding: { y, x: { field: 'q' }, text: { field: 'q' } } },
      '!encoding.x.field value: the data of the chart has no column "q"',
    ],
    [
      'a format that does not exist',
      { ...bar, encoding: { y, x: { ...x, axis: { format: '%d q' } } } },
      '!"%d q": the chart cannot be drawn: there is no format "%d q" for numbers; formats look like ",.1f" or ".0%"',
    ],
    [
      'a scale that does not exist',
      { ...bar, encoding: { y, x: { ...x, scale: { type: 'logg' } } } },
      '"logg": in the chart: the channel "x" cannot have a scale of the type "logg", so "linear" is used',
    ],
    [
      'a misspelt aggregate',
      { ...bar, encoding: { y, x: { ...x, aggregate: 'summ' } } },
      '!encoding.x.aggregate value: there is no aggregate `summ`; did you mean `sum`?',
    ],
    [
      'a column that is not there',
      { ...bar, encoding: { y, x: { ...x, field: 'tonnes' } } },
      '!encoding.x.field value: the data of the chart has no column "tonnes"; did you mean "tons"?',
    ],
    [
      'a column that is not there, in a layer',
      { data, layer: [bar, { mark: 'rule', encoding: { x: { field: 'ton' } } }] },
      '!layer.1.encoding.x.field value: the data of the chart has no column "ton"; did you mean "tons"?',
    ],
    ['a column in place of a channel', { ...bar, encoding: { y, x: 'tons' } }, '!encoding.x value: `x` must be a group of keys'],
    ['an encoding that is no group', { ...bar, encoding: 'x' }, '!encoding key: `encoding` must be a group of keys'],
    ['layers that are no list', { data, layer: { mark: 'bar' } }, '!layer key: `layer` must be a list'],
    ['transforms that are no list', { ...bar, transform: { filter: 'true' } }, '!transform key: `transform` must be a list'],
    [
      'a misspelt transform',
      { ...bar, transform: [{ filtre: 'true' }] },
      '!transform.0.filtre key: there is no transform `filtre`; did you mean `filter`?',
    ],
    [
      'a formula that ends too early',
      { ...bar, transform: [{ calculate: 'datum.tons *', as: 'b' }] },
      '!transform.0.calculate value: this formula cannot be understood: it ends too early',
    ],
    ['a file name in place of data', { ...bar, data: 'data/a.csv' }, '!data value: `data` must be a group of keys'],
    ['nothing to draw', { data }, '!chart: this chart does not say what to draw'],
    [
      'a color that does not exist',
      { ...bar, mark: { type: 'bar', color: 'stelblue' } },
      '"stelblue": the chart has a color "stelblue" that does not exist; did you mean "steelblue"?',
    ],
  ];

  it.each(mistakes)('says once what is wrong with %s', (_name, spec, expected) => {
    expect(problemsOf(spec)).toEqual([expected]);
  });

  it('never shows the columns that Vega-Lite makes', () => {
    const words = problemsOf({ ...bar, data: { values: [{ kind: 'a', tons: 'three' }] } }).join('\n');
    expect(words).toContain('the column "tons" has no numbers to show');
    expect(words).not.toMatch(/_start|_end/);
  });
});

interface Schema {
  readonly $ref?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

describe('the vocabulary of charts', () => {
  const path = new URL('../../../node_modules/vega-lite/build/vega-lite-schema.json', import.meta.url);
  const { definitions } = JSON.parse(readFileSync(path, 'utf8')) as { readonly definitions: Readonly<Record<string, Schema>> };
  const resolve = (schema: Schema): Schema =>
    schema.$ref ? resolve(definitions[decodeURIComponent(schema.$ref.replace('#/definitions/', ''))]!) : schema;
  const keysOf = (schema: Schema): readonly string[] => {
    const whole = resolve(schema);
    return [...Object.keys(whole.properties ?? {}), ...[...(whole.anyOf ?? []), ...(whole.allOf ?? [])].flatMap(keysOf)];
  };
  const sorted = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort();

  it('knows every key of a chart and its parts', () => {
    const views = Object.keys(definitions).filter((name) => /^TopLevel\w*Spec$|^(?:Unit|Layer|Facet|\w*Concat|\w*Repeat)Spec/.test(name));
    expect(sorted(viewKeys)).toEqual(sorted(views.flatMap((name) => keysOf(definitions[name]!))));
  });

  it('knows every mark but pictures', () => {
    expect(sorted([...markTypes, 'image'])).toEqual(sorted([...definitions['Mark']!.enum!, 'boxplot', 'errorbar', 'errorband', 'image']));
  });

  it('knows every channel and its keys', () => {
    const { properties = {} } = definitions['FacetedEncoding']!;
    expect(sorted(channels)).toEqual(sorted(Object.keys(properties)));
    expect(sorted(channelKeys)).toEqual(sorted(Object.values(properties).flatMap(keysOf)));
  });

  it('knows every field type, aggregate and transform', () => {
    expect(sorted(fieldTypes)).toEqual(sorted(definitions['Type']!.enum!));
    expect(sorted(aggregates)).toEqual(sorted([...definitions['NonArgAggregateOp']!.enum!, 'argmin', 'argmax']));
    const transforms = definitions['Transform']!.anyOf!.map((one) => keysOf(one));
    for (const keys of transforms) expect(transformKeys.some((key) => keys.includes(key))).toBe(true);
  });
});
