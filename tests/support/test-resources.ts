/** The bundled fonts, HarfBuzz and the hyphenation patterns for tests, read from node_modules. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { FontFaceSource, Resources } from '../../src/engine/source/workspace.ts';
import { type PatternModule, packPatterns } from '../../src/engine/text/data/pack-patterns.ts';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(root + path));

/** Families in the order of fallback, and whether they have italics. */
const families = [
  { family: 'Source Serif 4', packageName: '@expo-google-fonts/source-serif-4', file: 'SourceSerif4', hasItalics: true },
  { family: 'Source Sans 3', packageName: '@expo-google-fonts/source-sans-3', file: 'SourceSans3', hasItalics: true },
  { family: 'Noto Naskh Arabic', packageName: '@expo-google-fonts/noto-naskh-arabic', file: 'NotoNaskhArabic', hasItalics: false },
  { family: 'Noto Sans Arabic', packageName: '@expo-google-fonts/noto-sans-arabic', file: 'NotoSansArabic', hasItalics: false },
  { family: 'Noto Sans Hebrew', packageName: '@expo-google-fonts/noto-sans-hebrew', file: 'NotoSansHebrew', hasItalics: false },
  { family: 'Noto Sans Devanagari', packageName: '@expo-google-fonts/noto-sans-devanagari', file: 'NotoSansDevanagari', hasItalics: false },
];

const weights = [
  { weight: 400, name: '400Regular' },
  { weight: 600, name: '600SemiBold' },
  { weight: 700, name: '700Bold' },
];

const fontFaces: readonly FontFaceSource[] = families.flatMap(({ family, packageName, file, hasItalics }) =>
  weights.flatMap(({ weight, name }) =>
    (hasItalics ? (['normal', 'italic'] as const) : (['normal'] as const)).map((style) => {
      const face = style === 'italic' ? `${name}_Italic` : name;
      return { family, weight, style, packageName, load: () => bytesOf(`${packageName}/${face}/${file}_${face}.ttf`) };
    }),
  ),
);

const packed = new Map<string, Uint8Array | undefined>();

/** Packs the patterns of the npm package `hyphen` on the spot, as the build does beforehand. */
function hyphenationPatterns(name: string): Uint8Array | undefined {
  if (!packed.has(name)) {
    const path = `${root}hyphen/patterns/${name}.js`;
    packed.set(name, existsSync(path) ? packPatterns(name, require(path) as PatternModule) : undefined);
  }
  return packed.get(name);
}

/** Returns what ships with Octavo, as the engine gets it. */
export function testResources(): Resources {
  return { fontFaces, harfbuzz: () => bytesOf('harfbuzzjs/dist/harfbuzz.wasm'), hyphenationPatterns };
}
