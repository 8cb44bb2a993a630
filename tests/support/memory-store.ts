/** A store of drawn charts in memory that tells what became of it. */
import type { TextStore } from '../../src/engine/source/workspace.ts';

/** What is kept, by key; change it to see what happens. */
export interface MemoryDrawings extends TextStore {
  readonly kept: Map<string, string>;
  /** How often something was written. */
  writes(): number;
}

/** Makes an empty store. */
export function memoryDrawings(): MemoryDrawings {
  const kept = new Map<string, string>();
  let count = 0;
  return {
    kept,
    writes: () => count,
    read: (key) => kept.get(key),
    write(key, content) {
      count++;
      kept.set(key, content);
    },
  };
}
