/**
 * Finds what is misspelt or misplaced in a Vega-Lite chart before Vega-Lite sees it: Vega-Lite ignores unknown
 * names without a word, or fails with words about its own insides.
 */
import { parseExpression } from 'vega';
import { nearestName } from '../source/nearest-name.ts';
import { type ChartPath, keyAt, type ReportChart, valueAt } from './chart-place.ts';
import { aggregates, channelKeys, channels, drawingKeys, fieldTypes, markTypes, transformKeys, viewKeys } from './chart-vocabulary.ts';
import * as problems from './problems.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Deeper than any chart that people write; what is deeper is refused later. */
const maxDepth = 50;

/** Reports every name that a chart cannot use, and every part that is of the wrong kind. */
export function checkChart(spec: Fields, report: ReportChart): void {
  if (!drawingKeys.some((key) => key in spec)) {
    const near = Object.keys(spec).find((key) => drawingKeys.includes(nearestName(key, viewKeys) ?? ''));
    if (near === undefined) report(problems.nothingToDraw());
  }
  checkView(spec, [], report);
}

const childKeys: readonly string[] = ['layer', 'concat', 'hconcat', 'vconcat'];

function checkView(view: Fields, path: ChartPath, report: ReportChart): void {
  if (path.length > maxDepth) return;
  for (const key of Object.keys(view)) {
    if (!viewKeys.includes(key)) report(problems.unknownChartKey(key, nearestName(key, viewKeys)), keyAt([...path, key]));
  }
  if (typeof view.data === 'string') report(problems.dataAsText(view.data), valueAt([...path, 'data']));
  if ('mark' in view) checkMark(view.mark, [...path, 'mark'], report);
  if ('encoding' in view) checkEncoding(view.encoding, [...path, 'encoding'], report);
  if ('transform' in view) checkTransforms(view.transform, [...path, 'transform'], report);
  for (const key of childKeys) {
    if (!(key in view)) continue;
    const children = view[key];
    if (!Array.isArray(children)) report(problems.notAList(key, '- mark: …'), keyAt([...path, key]));
    else for (const [index, child] of children.entries()) if (isFields(child)) checkView(child, [...path, key, index], report);
  }
  if (isFields(view.spec)) checkView(view.spec, [...path, 'spec'], report);
}

/** Pictures have a message of their own. */
const printedMarks = markTypes.filter((type) => type !== 'image');

function checkMark(mark: unknown, path: ChartPath, report: ReportChart): void {
  const type = isFields(mark) ? mark.type : mark;
  const at = isFields(mark) && 'type' in mark ? [...path, 'type'] : path;
  if (typeof type !== 'string') report(problems.missingMarkType(printedMarks), keyAt(path));
  else if (!markTypes.includes(type)) report(problems.unknownChartName('mark', type, printedMarks), valueAt(at));
}

function checkEncoding(encoding: unknown, path: ChartPath, report: ReportChart): void {
  if (!isFields(encoding)) {
    report(problems.notAGroup('encoding', 'x: { field: …, type: quantitative }'), keyAt(path));
    return;
  }
  for (const [channel, definition] of Object.entries(encoding)) {
    const at = [...path, channel];
    if (!channels.includes(channel)) report(problems.unknownChannel(channel, nearestName(channel, channels), channels), keyAt(at));
    else if (Array.isArray(definition))
      definition.forEach((part, index) => void checkDefinition(channel, part, { path: [...at, index], report }));
    else checkDefinition(channel, definition, { path: at, report });
  }
}

interface Checking {
  readonly path: ChartPath;
  readonly report: ReportChart;
}

function checkDefinition(channel: string, definition: unknown, { path, report }: Checking): void {
  if (definition === null) return;
  if (!isFields(definition)) {
    report(problems.notAGroup(channel, `${channel}: { field: ${typeof definition === 'string' ? definition : '…'} }`), valueAt(path));
    return;
  }
  for (const key of Object.keys(definition)) {
    if (!channelKeys.includes(key)) report(problems.unknownChartKey(key, nearestName(key, channelKeys)), keyAt([...path, key]));
  }
  const { type, aggregate } = definition;
  if (type !== undefined && !fieldTypes.includes(String(type))) {
    report(problems.unknownChartName('field type', String(type), fieldTypes), valueAt([...path, 'type']));
  }
  if (typeof aggregate === 'string' && !aggregates.includes(aggregate)) {
    report(problems.unknownChartName('aggregate', aggregate, aggregates), valueAt([...path, 'aggregate']));
  }
}

function checkTransforms(transforms: unknown, path: ChartPath, report: ReportChart): void {
  if (!Array.isArray(transforms)) {
    report(problems.notAList('transform', '- filter: …'), keyAt(path));
    return;
  }
  for (const [index, transform] of transforms.entries()) {
    if (!isFields(transform)) continue;
    const at = [...path, index];
    const keys = Object.keys(transform);
    if (!keys.some((key) => transformKeys.includes(key))) {
      const key = keys.find((name) => nearestName(name, transformKeys) !== undefined) ?? keys[0] ?? '';
      report(problems.unknownChartName('transform', key, transformKeys), keyAt([...at, key]));
    }
    for (const key of ['calculate', 'filter']) checkFormula(transform[key], [...at, key], report);
  }
}

/** Deep formulas are refused where they are run, with all that asks for too much. */
const longestFormula = 2000;

function checkFormula(formula: unknown, path: ChartPath, report: ReportChart): void {
  if (typeof formula !== 'string' || formula.length > longestFormula) return;
  try {
    parseExpression(formula);
  } catch (error) {
    if (!(error instanceof RangeError)) report(problems.brokenFormula(formula, error instanceof Error ? error.message : ''), valueAt(path));
  }
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
