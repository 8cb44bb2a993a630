/** What ships with Octavo: fonts, HarfBuzz and hyphenation patterns, and fonts that a project adds. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledResources } from '../../src/host/bundled-resources.ts';
import { findPackage } from '../../src/host/package-folder.ts';
import { fontBytes } from '../support/font-bytes.ts';

describe('bundled fonts', () => {
  it('are all there, each a TrueType file', () => {
    const faces = bundledResources().fontFaces;
    expect(new Set(faces.map((face) => face.family)).size).toBe(7);
    expect(faces).toHaveLength(7 * 4 + 3 * 3);
    for (const face of faces) {
      const bytes = fontBytes(face);
      expect(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0), `${face.family} ${face.weight}`).toBe(0x00010000);
    }
  });

  it('have italics for text and code in three weights', () => {
    const italics = bundledResources().fontFaces.filter((face) => face.style === 'italic');
    expect(italics.map((face) => `${face.family} ${face.weight}`)).toEqual(
      ['Source Serif 4', 'Source Sans 3', 'Source Code Pro'].flatMap((family) => [400, 600, 700].map((weight) => `${family} ${weight}`)),
    );
  });
});

describe('fonts that a project installs', () => {
  it('are found by the name that the package gives, and looked into only when they are asked for', () => {
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
    const packages = bundledResources(project).fontPackages!();
    expect(packages.map(({ packageName }) => packageName)).not.toContain('@expo-google-fonts/noto-sans-hebrew');
    expect(packages.find(({ packageName }) => packageName.endsWith('/broken'))!.faces()).toEqual([]);
    const added = packages.find(({ packageName }) => packageName.endsWith('/noto-sans-thai'))!.faces();
    expect(added.map(({ family, weight, style, packageName }) => ({ family, weight, style, packageName }))).toEqual([
      { family: 'Noto Sans Thai', weight: 400, style: 'italic', packageName: '@expo-google-fonts/noto-sans-thai' },
      { family: 'Noto Sans Thai', weight: 700, style: 'normal', packageName: '@expo-google-fonts/noto-sans-thai' },
    ]);
    expect(added[1]!.load().length).toBeGreaterThan(10_000);
    rmSync(project, { recursive: true });
  });

  it('are found in folders above the project too, the nearest first, and beside Octavo', () => {
    const above = mkdtempSync(join(tmpdir(), 'octavo-'));
    const project = join(above, 'course', 'booklets');
    const put = (folder: string, name: string, family: string): void => {
      const place = join(folder, 'node_modules', '@expo-google-fonts', name);
      mkdirSync(join(place, '400Regular'), { recursive: true });
      writeFileSync(join(place, 'metadata.json'), JSON.stringify({ family }));
      writeFileSync(join(place, '400Regular', 'Font.ttf'), '');
    };
    put(project, 'lexend', 'Lexend of the project');
    put(above, 'lexend', 'Lexend from above');
    put(above, 'andika', 'Andika');
    const packages = bundledResources(project).fontPackages!();
    const families = packages.map(({ packageName, faces }) => `${packageName.split('/')[1]}: ${faces()[0]?.family}`);
    expect(families).toEqual([...families].sort());
    expect(families).toContain('lexend: Lexend of the project');
    expect(families).toContain('andika: Andika');
    expect(families).toContain('noto-sans-thai: Noto Sans Thai');
    rmSync(above, { recursive: true });
  });

  it('are not looked for without a project', () => {
    expect(bundledResources().fontPackages).toBeUndefined();
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
