/** Whether work grows in proportion to its input: a ratio of processor times, since a busy machine makes any time long. */

/** Times that are too short to compare count as this many milliseconds. */
const shortest = 2;

/**
 * Returns how many times as long a step takes on four times as much: about 4 when it is linear, 16 when it is quadratic. The best
 * of several turns counts.
 */
export async function growthOf(size: number, step: (size: number) => unknown, turns = 3): Promise<number> {
  const best = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [index, factor] of [1, 4].entries()) best[index] = Math.min(best[index]!, await processorTime(() => step(size * factor)));
  }
  return Math.max(best[1]!, shortest) / Math.max(best[0]!, shortest);
}

/** More than this is no longer in proportion, however noisy the machine. */
export const mostGrowth = 10;

async function processorTime(step: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await step();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
