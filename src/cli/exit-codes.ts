/** What the exit code says; promised in the help and in the README. */
export const exitCodes = {
  /** Everything is there. There may be warnings. */
  good: 0,
  /** An author's mistake; nothing was written over a good file. */
  mistakes: 1,
  /** The command itself is wrong. */
  wrongUsage: 2,
  /** A bug of ours, or a machine that fails. */
  failed: 3,
  /** Ctrl-C, by the convention of shells: 128 and the number of the signal. */
  interrupted: 130,
} as const;
