/** A store of what builds keep, in memory, that tells what became of it. */

/** What is kept, by key; change it to see what happens. */
export interface MemoryStore<Content> {
  readonly kept: Map<string, Content>;
  /** How often something was written. */
  writes(): number;
  read(key: string): Content | undefined;
  write(key: string, content: Content): void;
}

/** Makes an empty store: of JSON, tables or bytes. */
export function memoryStore<Content>(): MemoryStore<Content> {
  const kept = new Map<string, Content>();
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
