/** QR codes on paper: printed, made pixels of by poppler, and read by a decoder as a phone would. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsqr from 'jsqr';
import { describe, expect, it } from 'vitest';
import { describeStructure } from '../../src/engine/document/describe-document.ts';
import { readPicture } from '../../src/engine/drawing/read-picture.ts';
import { compileProject } from '../support/compile-project.ts';

const short = 'https://example.org/map';
const long = `https://example.org/${'water-and-health/'.repeat(18)}?page=7&lang=en#part-2`;

const booklet = {
  'booklet.yaml': 'title: Water\nsourceCodes: true\n',
  'sections/01-start.md': `# Start\n\nLook at the map.\n\n![](qr:${short})\n\nA report says so [@who].\n`,
  'sources.yaml': `- id: who\n  title: Water and health\n  url: ${long}\n`,
};
const { document, diagnostics, pdf } = await compileProject(booklet, { paints: true });
const codes = document!.pages.flatMap((page, index) =>
  page.items.flatMap((item) => (item.kind === 'drawing' ? [{ page: index, rect: item.rect }] : [])),
);

/** Reads the code in a part of a page at 200 dots an inch: about what a phone sees. */
function readCode({ page, rect }: (typeof codes)[number]): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-'));
  try {
    writeFileSync(join(folder, 'booklet.pdf'), pdf!);
    const perPoint = 200 / 72;
    const crop = [rect.x, rect.y, rect.width, rect.height].map((length) => String(Math.round(length * perPoint)));
    const [x, y, width, height] = crop as [string, string, string, string];
    const place = ['-f', String(page + 1), '-l', String(page + 1), '-x', x, '-y', y, '-W', width, '-H', height];
    const run = spawnSync('pdftoppm', ['-r', '200', '-png', '-singlefile', ...place, 'booklet.pdf', 'code'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (run.error || run.status !== 0) throw new Error(`pdftoppm of poppler-utils: ${run.error?.message ?? run.stderr}`);
    const reading = readPicture(readFileSync(join(folder, 'code.png')));
    if (!reading.ok) throw new Error(reading.message);
    const { bytes, channels, widthPx, heightPx } = reading.bitmap;
    const pixels = new Uint8ClampedArray(4 * widthPx * heightPx).fill(255);
    for (let at = 0; at < widthPx * heightPx; at++)
      for (let part = 0; part < 3; part++) pixels[4 * at + part] = bytes[at * channels + (channels === 1 ? 0 : part)]!;
    return jsqr.default(pixels, widthPx, heightPx)?.data;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('QR codes on paper', () => {
  it('are built without a complaint', () => {
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(codes).toHaveLength(2);
  });

  it('are read back, the short and the long', () => {
    expect(codes.map(readCode)).toEqual([short, long]);
  });

  it('lead where they say when they are clicked', () => {
    const links = document!.pages.flatMap((page) => page.items.flatMap((item) => (item.kind === 'link' ? [item] : [])));
    for (const [index, address] of [short, long].entries()) {
      const { rect } = codes[index]!;
      const link = links.find((item) => item.target === address && Math.abs(item.rect.width - rect.width) < 1);
      expect(link?.rect.x).toBeCloseTo(rect.x, 0);
    }
  });

  it('say in words where they lead', () => {
    const tags = describeStructure(document!);
    expect(tags).toContain(`Figure alt="QR code: ${short}"`);
    expect(tags).toContain(`Figure alt="QR code: ${long}"`);
  });

  it('are complained about when they are of no address, or of one that is too long', async () => {
    const wrong = {
      'booklet.yaml': 'title: Water\n',
      'sections/01-start.md': `# Start\n\n![](qr:map)\n\n![](qr:${short}${'/far'.repeat(110)})\n`,
    };
    const { diagnostics } = await compileProject(wrong);
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'content/bad-code',
      'picture/long-code',
    ]);
  });
});
