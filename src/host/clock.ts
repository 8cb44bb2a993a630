/** A stopwatch's clock. `performance.now()` would tell the same, but makes Node load a dozen of its modules first. */

/** Returns milliseconds since an arbitrary moment, with fractions. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6;
