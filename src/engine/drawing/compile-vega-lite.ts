/** Vega-Lite becomes Vega: fixes the width, gives heights that suit a page, and passes on what Vega-Lite has to say. */
import { compile, type TopLevelSpec } from 'vega-lite';
import type { Pt } from '../geometry/length.ts';
import { checkPanels } from './chart-budget.ts';
import type { ChartPlace, ReportChart } from './chart-place.ts';
import type { ChartTheme } from './chart-theme.ts';
import { chartConfig } from './chart-theme.ts';
import { channels } from './chart-vocabulary.ts';
import { chartWarning } from './problems.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A compiled chart, and how it gets its width. */
export interface CompiledChart {
  readonly vega: Fields;
  /** The width that panels were given for a start, when there are several; a single chart fits itself. */
  readonly panelWidth: Pt | undefined;
}

/** Width of panels before they are fitted; an unlikely number, because it marks widths that are ours to change. */
const firstPanelWidth: Pt = 120.0625;

/** What a chart is fitted to. */
export interface ChartSetting {
  readonly width: Pt;
  readonly theme: ChartTheme;
  /** Turns the names of categories below a chart, when they do not fit side by side. */
  readonly turnsLabels: boolean;
}

/** Compiles a chart to be as wide as is wanted. Throws what Vega-Lite throws. */
export function compileVegaLite(spec: Fields, { width, theme, turnsLabels }: ChartSetting, report: ReportChart): CompiledChart {
  checkPanels(spec);
  const isSingle = !hasPanels(spec);
  const ownWidth = typeof spec.width === 'number' ? Math.min(spec.width, width) : width;
  const panels = { continuousWidth: firstPanelWidth, discreteWidth: firstPanelWidth };
  const turned = { labelAngle: turnsLabels ? -90 : 0 };
  const config = {
    ...chartConfig(theme),
    axisXDiscrete: turned,
    view: {
      stroke: null,
      continuousHeight: Math.round(isSingle ? Math.min(220, Math.max(110, width * 0.5)) : 110),
      step: Math.round(theme.labelSize * 2.2),
      ...(!isSingle && panels),
    },
  };
  const sized = isSingle ? { ...spec, width: ownWidth, autosize: { type: 'fit-x', contains: 'padding' } } : withoutContainer(spec);
  const { spec: vega } = compile(sized as unknown as TopLevelSpec, { config: config as never, logger: loggerFor(report) as never });
  return { vega: vega as unknown as Fields, panelWidth: isSingle ? undefined : firstPanelWidth };
}

const panelKeys: readonly string[] = ['facet', 'repeat', 'concat', 'hconcat', 'vconcat'];
const panelChannels: readonly string[] = ['row', 'column', 'facet'];

function hasPanels(spec: Fields): boolean {
  const encoding = spec.encoding;
  const isFaceted = typeof encoding === 'object' && encoding !== null && panelChannels.some((channel) => channel in encoding);
  return isFaceted || panelKeys.some((key) => key in spec);
}

// A width of "container" is what panels have anyway.
function withoutContainer(spec: Fields): Fields {
  if (typeof spec.width !== 'string') return spec;
  const { width: _, ...rest } = spec;
  return rest;
}

/** What Vega and Vega-Lite want as a logger. */
export interface ChartLogger {
  level(): number;
  error(...messages: readonly unknown[]): ChartLogger;
  warn(...messages: readonly unknown[]): ChartLogger;
  info(...messages: readonly unknown[]): ChartLogger;
  debug(...messages: readonly unknown[]): ChartLogger;
}

/** Makes a logger that reports warnings; `onError` gets errors, which are warnings otherwise. */
export function loggerFor(report: ReportChart, onError?: (error: unknown) => void): ChartLogger {
  const warn = (messages: readonly unknown[]): void => {
    const message = messages.map(String).join(' ');
    if (!idleMessages.test(message)) report(chartWarning(readableMessage(message)), placeNamedIn(message));
  };
  const logger: ChartLogger = {
    level: () => 2,
    error: (...messages) => {
      if (onError) onError(messages[0]);
      else warn(messages);
      return logger;
    },
    warn: (...messages) => {
      warn(messages);
      return logger;
    },
    info: () => logger,
    debug: () => logger,
  };
  return logger;
}

/** Returns the place of the first name in a foreign message: such names are in quotation marks. */
export function placeNamedIn(message: string): ChartPlace | undefined {
  const names = [...message.matchAll(/"([^"{}]+)"/g)].map((match) => match[1]!);
  // A channel is in most charts more than once; what is said of it mostly names the wrong word too.
  const text =
    names.find((name) => !channels.includes(name)) ?? names[0] ?? /^(?:Unrecognized [a-z ]+|invalid format): (.+)$/.exec(message)?.[1];
  return text === undefined ? undefined : { text: text.replace(/_(?:start|end)$/, '') };
}

/** Makes a foreign message look like ours: no capital, no full stop, no whole specification in it. */
export function readableMessage(message: string): string {
  const known = knownMessages.find(([pattern]) => pattern.test(message));
  const plain = (known ? message.replace(known[0], known[1]) : message)
    // Vega-Lite stacks a column in two of its own making.
    .replace(/"([^"]+)_(?:start|end)"/g, '"$1"')
    .replace(/\{".*"\}/s, 'it')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '');
  const short = plain.length > 240 ? `${plain.slice(0, 240)}…` : plain;
  return /^[A-Z][a-z]/.test(short) ? short[0]!.toLowerCase() + short.slice(1) : short;
}

/** Remarks about the fitting that we do ourselves. */
const idleMessages = /^(?:Dropping "?fit|Autosize "?(?:fit|pad))/;

/** Messages that tell an author nothing, and what they mean. */
const knownMessages: readonly (readonly [RegExp, string])[] = [
  [/^Infinite extent for field "([^"]*)".*$/s, 'the column "$1" has no numbers to show'],
  [
    /^Invalid specification .*?Make sure the specification includes.*$/s,
    'it needs `mark` with `encoding`, or one of `layer`, `facet`, `hconcat`, `vconcat`, `concat` and `repeat`',
  ],
  [/^Invalid field type "([^"]*)".*$/s, 'there is no field type "$1"; there are quantitative, ordinal, nominal, temporal and geojson'],
  [/^invalid format: (.*)$/s, 'there is no format "$1" for numbers; formats look like ",.1f" or ".0%"'],
  [
    /^Channel "([^"]*)" does not work with "([^"]*)" scale\. We are using "([^"]*)" scale instead\.$/is,
    'the channel "$1" cannot have a scale of the type "$2", so "$3" is used',
  ],
  [
    /^Cannot read propert(?:y|ies) .*$|^.* is not (?:a function|iterable|defined).*$/s,
    'a part of it is missing or is not what belongs there',
  ],
  [/^Unexpected (end of input|token .*|identifier.*|number.*|string.*)$/is, 'a formula has a mistake in it: unexpected $1'],
  [/^Expression parse error: (.*)$/s, 'this formula cannot be understood: $1'],
  [/^Operator not defined: .*$/s, 'a part of it refers to something that does not exist'],
  [/^Unrecognized signal name: "?([^"]*)"?.*$/s, 'a formula uses the name "$1", which means nothing here; columns are written datum.$1'],
  [/^Unrecognized function: (.*)$/s, 'a formula uses a function "$1" that does not exist'],
  [/^Unrecognized data set: (.*)$/s, 'there are no data named "$1"'],
  [/^Unrecognized scale name: (.*)$/s, 'there is no scale named $1'],
  [/^Unrecognized mark type: (.*)$/s, 'there is no mark $1'],
];
