/** Streams that outlive a build: the same file comes of them, and damaged ones are no harm. */
import { describe, expect, it } from 'vitest';
import type { PagedDocument } from '../../../src/engine/document/paged-document.ts';
import { paintPdf } from '../../../src/engine/paint/pdf/paint-pdf.ts';
import type { Deflate } from '../../../src/engine/source/workspace.ts';
import { deflate } from '../../../src/host/deflate.ts';
import { type MemoryStore, memoryStore } from '../../support/memory-store.ts';
import { documentOfLines, setLine } from './build-document.ts';

const document = documentOfLines([setLine('Pages of a booklet')]);
/** With the same font. */
const other = documentOfLines([setLine('Pages of a booklet of Pages')]);

const fonts = memoryStore<Uint8Array>();

/** Paints with what is kept, and counts what is deflated all the same, fonts apart. */
async function paintKept(painted: PagedDocument, store: MemoryStore<Uint8Array>, name = 'a booklet') {
  let count = 0;
  const counting: Deflate = (...words) => {
    count++;
    return deflate(...words);
  };
  const file = await paintPdf(painted, { deflate: counting, programs: fonts, streams: { store, name } });
  return { file, count };
}

describe('the streams of pages and tags', () => {
  it('are taken from an earlier build, and the file is the same', async () => {
    const store = memoryStore<Uint8Array>();
    const plain = await paintPdf(document, { deflate, programs: fonts });
    const first = await paintKept(document, store);
    expect(first.file).toEqual(plain);
    expect(first.count).toBeGreaterThan(1);
    expect(await paintKept(document, store)).toEqual({ file: plain, count: 0 });
    expect(store.writes()).toBe(1);
  });

  it('are deflated anew where they differ, and only then', async () => {
    const store = memoryStore<Uint8Array>();
    const { count } = await paintKept(document, store);
    const changed = await paintKept(other, store);
    expect(changed.file).toEqual(await paintPdf(other, { deflate }));
    expect(changed.count).toBeGreaterThan(0);
    expect(changed.count).toBeLessThan(count);
    expect([store.kept.size, store.writes()]).toEqual([1, 2]);
  });

  it('are kept for each booklet', async () => {
    const store = memoryStore<Uint8Array>();
    await paintKept(document, store);
    await paintKept(other, store, 'an other');
    expect((await paintKept(document, store)).count).toBe(0);
    expect(store.kept.size).toBe(2);
  });

  it('are made anew when what was kept is not whole', async () => {
    const store = memoryStore<Uint8Array>();
    const { file } = await paintKept(document, store);
    const [[key, whole]] = [...store.kept] as [[string, Uint8Array]];
    for (const damaged of [whole.slice(0, -1), whole.slice(0, 4), new Uint8Array(0), new Uint8Array(whole.length)]) {
      store.kept.set(key, damaged);
      expect((await paintKept(document, store)).file).toEqual(file);
      expect(store.kept.get(key)).toEqual(whole);
    }
  });
});
