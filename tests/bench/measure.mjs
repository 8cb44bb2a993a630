/** Runs contestants in turns, so that a busy minute of the machine hits all of them, and sums up what they did. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const usageReporter = fileURLToPath(new URL('report-usage.cjs', import.meta.url));

/**
 * One thing to time: a Node program with its arguments. `group` says which contestants are run in turns and compared; `prepare` is called
 * before each turn, and its time does not count.
 *
 * @typedef {{ group: string, name: string, program: readonly string[], folder?: string, output?: string, environment?: object, prepare?: () => void }} Contestant
 */

/** Runs a Node program in a process of its own. Returns the time from start to end, its share of the processor, its memory and what it printed. */
export function runOnce(contestant) {
  const start = performance.now();
  const result = spawnSync(process.execPath, ['--require', usageReporter, ...contestant.program], {
    cwd: contestant.folder,
    env: { ...process.env, NO_COLOR: '1', ...contestant.environment },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  const milliseconds = performance.now() - start;
  if (result.status !== 0)
    throw new Error(`${contestant.name} ended with ${result.status ?? result.signal}\n${result.stdout}${result.stderr}`);
  const usage = JSON.parse(result.output[3]);
  return { milliseconds, processor: usage.processor, megabytes: usage.memory / 1024, stdout: result.stdout };
}

/** Turns that fill the caches of disk and program; Octavo keeps compiled code after the second build too. */
const uncounted = 2;

/** Runs all contestants in turns. The first turns are not counted. */
export function interleave(contestants, rounds) {
  const runs = contestants.map(() => []);
  for (let round = -uncounted; round < rounds; round += 1) {
    for (const [index, contestant] of contestants.entries()) {
      contestant.prepare?.();
      const run = runOnce(contestant);
      if (round >= 0) runs[index].push(run);
    }
  }
  return contestants.map((contestant, index) => ({
    name: contestant.name,
    ...summarize(runs[index].map((run) => run.milliseconds)),
    processor: Math.min(...runs[index].map((run) => run.processor)),
    megabytes: Math.max(...runs[index].map((run) => run.megabytes)),
  }));
}

/** The minimum is what the machine can do, the median what one sees. */
export function summarize(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return {
    minimum: sorted[0],
    median: sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2,
    rounds: sorted.length,
  };
}
