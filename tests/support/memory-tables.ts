/** A store of kept tables in memory that tells what became of it. */
import type { KeptTable, TableStore } from '../../src/engine/source/workspace.ts';

/** What is kept, by key; change it to see what happens. */
export interface MemoryTables extends TableStore {
  readonly kept: Map<string, KeptTable>;
  /** How often something was written. */
  writes(): number;
}

/** Makes an empty store. */
export function memoryTables(): MemoryTables {
  const kept = new Map<string, KeptTable>();
  let count = 0;
  return {
    kept,
    writes: () => count,
    read: (key) => kept.get(key),
    write(key, table) {
      count++;
      kept.set(key, table);
    },
  };
}
