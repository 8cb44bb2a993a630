import { describe, expect, it } from 'vitest';
import type { Bitmap } from '../../../src/engine/drawing/drawing.ts';
import { paintPdf } from '../../../src/engine/paint/pdf/paint-pdf.ts';
import { page, pagedDocument } from './build-document.ts';
import { grayBitmap } from './sample-document.ts';

/** The dictionary of the first image object of a file that shows the bitmaps. */
async function imageDictionaries(...bitmaps: readonly Bitmap[]): Promise<readonly string[]> {
  const items = bitmaps.map((bitmap) => ({ kind: 'image', mark: 'layout', rect: { x: 0, y: 0, width: 9, height: 9 }, bitmap }) as const);
  const file = await paintPdf(pagedDocument({ pages: [page(items)], structure: { role: 'Document', children: [] } }));
  return (
    Buffer.from(file)
      .toString('latin1')
      .match(/<<\n\/Type \/XObject\n\/Subtype \/Image[\s\S]*?>>/g) ?? []
  );
}

const jpeg = (channels: 1 | 3 | 4, marker: string): Bitmap => ({
  format: 'jpeg',
  widthPx: 4,
  heightPx: 3,
  channels,
  bytes: Uint8Array.of(
    0xff,
    0xd8,
    0xff,
    0xee,
    0,
    14,
    ...[...marker].map((letter) => letter.charCodeAt(0)),
    0,
    100,
    0,
    0,
    0,
    0,
    0,
    0xff,
    0xd9,
  ),
  key: `${channels}${marker}`,
});

describe('images', () => {
  it('are deflated samples with their opacity as a mask', async () => {
    const [mask, image] = await imageDictionaries(grayBitmap);
    expect(mask).toContain('/ColorSpace /DeviceGray');
    expect(mask).not.toContain('/SMask');
    expect(image).toMatch(/\/SMask \d+ 0 R/);
    expect(image).toContain('/Filter /FlateDecode');
  });

  it('keep JPEG files as they are', async () => {
    const [image] = await imageDictionaries(jpeg(3, 'Adobe'));
    expect(image).toContain('/Filter /DCTDecode');
    expect(image).toContain('/ColorSpace /DeviceRGB');
    expect(image).toContain(`/Length ${jpeg(3, 'Adobe').bytes.length}`);
    expect(image).not.toContain('/Decode [');
  });

  it('turn the inks of four-color files of Adobe around, and only those', async () => {
    const [adobe, other] = await imageDictionaries(jpeg(4, 'Adobe'), jpeg(4, 'Other'));
    expect(adobe).toContain('/Decode [1 0 1 0 1 0 1 0]');
    expect(other).toContain('/ColorSpace /DeviceCMYK');
    expect(other).not.toContain('/Decode [');
  });

  it('with the same key are embedded once', async () => {
    expect(await imageDictionaries(jpeg(1, 'Adobe'), { ...jpeg(1, 'Adobe') })).toHaveLength(1);
  });
});
