/** A stopwatch for each stage of the engine; part of the bundle that `time-stages.mjs` makes. */

/** Milliseconds that each stage has taken since this map was last cleared. */
export const stageTimes = new Map();

/** Calls of each stage that have not ended: files are read side by side, and their waiting counts once. */
const open = new Map();
const starts = new Map();

function begin(stage) {
  const count = open.get(stage) ?? 0;
  if (count === 0) starts.set(stage, performance.now());
  open.set(stage, count + 1);
}

function end(stage) {
  const count = open.get(stage) - 1;
  open.set(stage, count);
  if (count === 0) stageTimes.set(stage, (stageTimes.get(stage) ?? 0) + performance.now() - starts.get(stage));
}

/** Wraps a step so that its time, or that of its promise, is added to a stage. */
export function timed(stage, step) {
  return (...values) => {
    begin(stage);
    let result;
    try {
      result = step(...values);
    } finally {
      if (!(result instanceof Promise)) end(stage);
    }
    return result instanceof Promise ? result.finally(() => end(stage)) : result;
  };
}
