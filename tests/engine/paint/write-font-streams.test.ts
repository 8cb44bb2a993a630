/** Streams of fonts that outlive a build: the same file comes of them, and damaged ones are no harm. */
import { describe, expect, it } from 'vitest';
import { paintPdf } from '../../../src/engine/paint/pdf/paint-pdf.ts';
import type { Deflate } from '../../../src/engine/source/workspace.ts';
import { deflate } from '../../../src/host/deflate.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { documentOfLines, setLine } from './build-document.ts';

/** Counts what is deflated thoroughly: the two streams of a font, and what every file has. */
function countingDeflate() {
  let count = 0;
  const counting: Deflate = (content, effort) => {
    if (effort === 'thorough') count++;
    return deflate(content, effort);
  };
  return { deflate: counting, count: () => count };
}

const document = documentOfLines([setLine('Programs of fonts')]);

describe('the streams of a font', () => {
  it('are taken from an earlier build, and the file is the same', async () => {
    const programs = memoryStore<Uint8Array>();
    const { kept } = programs;
    const plain = await paintPdf(document, { deflate });
    const first = countingDeflate();
    expect(await paintPdf(document, { deflate: first.deflate, programs })).toEqual(plain);
    expect(kept.size).toBe(1);
    const second = countingDeflate();
    expect(await paintPdf(document, { deflate: second.deflate, programs })).toEqual(plain);
    expect(second.count()).toBe(first.count() - 2);
  });

  it('are made anew for other letters', async () => {
    const programs = memoryStore<Uint8Array>();
    const { kept } = programs;
    await paintPdf(document, { deflate, programs });
    const other = documentOfLines([setLine('Other letters')]);
    expect(await paintPdf(other, { deflate, programs })).toEqual(await paintPdf(other, { deflate }));
    expect(kept.size).toBe(2);
  });

  it('are made anew when what was kept is not whole', async () => {
    const programs = memoryStore<Uint8Array>();
    const { kept } = programs;
    const plain = await paintPdf(document, { deflate });
    await paintPdf(document, { deflate, programs });
    const [[key, whole]] = [...kept] as [[string, Uint8Array]];
    for (const damaged of [whole.slice(0, -1), whole.slice(0, 4), new Uint8Array(0), new Uint8Array(whole.length)]) {
      kept.set(key, damaged);
      expect(await paintPdf(document, { deflate, programs })).toEqual(plain);
      expect(kept.get(key)).toEqual(whole);
    }
  });
});
