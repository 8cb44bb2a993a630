/** A stopwatch for each stage of the engine; part of the bundle that `time-stages.mjs` makes. */

/** Milliseconds that each stage has taken since this map was last cleared. */
export const stageTimes = new Map();

const add = (stage, start) => stageTimes.set(stage, (stageTimes.get(stage) ?? 0) + performance.now() - start);

/** Wraps a step so that its time, or that of its promise, is added to a stage. */
export function timed(stage, step) {
  return (...values) => {
    const start = performance.now();
    const result = step(...values);
    if (result instanceof Promise) return result.finally(() => add(stage, start));
    add(stage, start);
    return result;
  };
}
