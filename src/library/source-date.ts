/** SOURCE_DATE_EPOCH: the one date that a build may take from its surroundings, so that it can be repeated (reproducible-builds.org). */

/** Returns the moment that the variable names, in ISO 8601; undefined when it is not set or no number of seconds. */
export function sourceDate(environment: Readonly<Record<string, string | undefined>> = process.env): string | undefined {
  const seconds = environment.SOURCE_DATE_EPOCH;
  // The last second of the year 9999: PDF dates have four digits for the year.
  if (seconds === undefined || !/^\d{1,12}$/.test(seconds) || Number(seconds) > 253_402_300_799) return undefined;
  return new Date(Number(seconds) * 1000).toISOString();
}
