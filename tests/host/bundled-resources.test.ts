/** What ships with Octavo: fonts, HarfBuzz and hyphenation patterns, and fonts that a project adds. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledResources } from '../../src/host/bundled-resources.ts';
import { findPackage } from '../../src/host/package-folder.ts';

describe('bundled fonts', () => {
  it('are all there, each a TrueType file', () => {
    const faces = bundledResources().fontFaces;
    expect(new Set(faces.map((face) => face.family)).size).toBe(6);
    expect(faces).toHaveLength(6 * 4 + 2 * 3);
    for (const face of faces) {
      const bytes = face.load();
      expect(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0), `${face.family} ${face.weight}`).toBe(0x00010000);
    }
  });

  it('have italics for the text families in three weights', () => {
    const italics = bundledResources().fontFaces.filter((face) => face.style === 'italic');
    expect(italics.map((face) => `${face.family} ${face.weight}`)).toEqual(
      ['Source Serif 4', 'Source Sans 3'].flatMap((family) => [400, 600, 700].map((weight) => `${family} ${weight}`)),
    );
  });
});

describe('fonts that a project installs', () => {
  it('come after the bundled ones, by the name that the package gives', () => {
    const project = mkdtempSync(join(tmpdir(), 'octavo-'));
    const folder = join(project, 'node_modules', '@expo-google-fonts', 'noto-sans-thai');
    const original = join(findPackage('@expo-google-fonts/noto-sans-hebrew')!, '700Bold', 'NotoSansHebrew_700Bold.ttf');
    for (const face of ['700Bold', '400Regular_Italic']) {
      mkdirSync(join(folder, face), { recursive: true });
      copyFileSync(original, join(folder, face, `NotoSansThai_${face}.ttf`));
    }
    mkdirSync(join(folder, 'not-a-face'));
    mkdirSync(join(project, 'node_modules', '@expo-google-fonts', 'broken'));
    writeFileSync(join(folder, 'metadata.json'), '{ "family": "Noto Sans Thai" }');
    const faces = bundledResources(project).fontFaces;
    const added = faces.slice(bundledResources().fontFaces.length);
    expect(added.map(({ family, weight, style, packageName }) => ({ family, weight, style, packageName }))).toEqual([
      { family: 'Noto Sans Thai', weight: 400, style: 'italic', packageName: '@expo-google-fonts/noto-sans-thai' },
      { family: 'Noto Sans Thai', weight: 700, style: 'normal', packageName: '@expo-google-fonts/noto-sans-thai' },
    ]);
    expect(added[1]!.load().length).toBeGreaterThan(10_000);
    rmSync(project, { recursive: true });
  });
});

describe('the other resources', () => {
  it('hold HarfBuzz as WebAssembly', () => {
    expect([...bundledResources().harfbuzz().slice(0, 4)]).toEqual([0, 0x61, 0x73, 0x6d]);
  });

  it('hold patterns for languages that are hyphenated, and none for names that are no language', () => {
    const { hyphenationPatterns } = bundledResources();
    expect(hyphenationPatterns('en-us')!.length).toBeGreaterThan(10_000);
    expect(hyphenationPatterns('ar')).toBeUndefined();
    expect(hyphenationPatterns('../patterns/en-us')).toBeUndefined();
  });
});
