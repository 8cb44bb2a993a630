/**
 * Dates of charts, always in UTC: the same data give the same chart in every office of the world.
 *
 * Only arithmetic on given dates happens here; nothing asks what time it is.
 */

const names = {
  date: 'getUTCDate',
  day: 'getUTCDay',
  year: 'getUTCFullYear',
  month: 'getUTCMonth',
  hours: 'getUTCHours',
  minutes: 'getUTCMinutes',
  seconds: 'getUTCSeconds',
  milliseconds: 'getUTCMilliseconds',
} as const;

/** A part of a date, by the name that Vega's expressions have for it. */
export type DatePart = keyof typeof names;

/** All parts of dates. */
export const dateParts = Object.keys(names) as readonly DatePart[];

// biome-ignore lint/style/noRestrictedGlobals: arithmetic on given dates, never the clock.
const Calendar = Date;

/** Returns one part of a date, a number of milliseconds or a text. */
export const datePart = (part: DatePart, value: unknown): number => new Calendar(utcTime(value))[names[part]]();

/** Returns the date of year, month from 0, day, hour…, or of one number or text. Without arguments it is the start of 1970. */
export function dateOf(inputs: readonly unknown[]): InstanceType<typeof Calendar> {
  if (inputs.length <= 1) return new Calendar(inputs.length === 0 ? 0 : utcTime(inputs[0]));
  return new Calendar(Calendar.UTC(...(inputs.map(Number) as [number, number])));
}

/** Reads a value of a data column as a date. A whole number such as 2015 is a year: nobody means two seconds after New Year 1970. */
export function readDate(value: unknown): number | null {
  if (value === null || value === undefined || value === '') return null;
  const isYear = typeof value === 'number' && Number.isInteger(value) && value >= 1000 && value < 3000;
  return isYear ? Calendar.UTC(value, 0) : utcTime(value);
}

/**
 * Returns the milliseconds since 1970 that a value means; NaN when it is no date. Texts without a zone are UTC,
 * whether they are written in the ISO way or as `Mar 3, 2026`.
 */
export function utcTime(value: unknown): number {
  if (typeof value !== 'string') return Number(value);
  const text = value.trim();
  if (/^\d{4}-\d{2}-\d{2}[T ]\d/.test(text))
    return Calendar.parse(/(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text.replace(' ', 'T')}Z`);
  const hasZone = /(?:\dZ|GMT|UTC|:\d{2} ?[+-]\d{2}:?\d{2})$/i.test(text) || /^\d{4}(?:-\d{2}){0,2}$/.test(text);
  return Calendar.parse(hasZone ? text : `${text} UTC`);
}
