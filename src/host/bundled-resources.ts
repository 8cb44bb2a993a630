/**
 * What ships with Octavo besides its code: fonts and HarfBuzz from their npm packages, and hyphenation patterns; and what earlier builds have kept.
 *
 * Font packages that are installed beside a project, or beside Octavo, are found too: a script is added by installing its font.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type FontFaceSource, type FontFile, type FontPackageSource, fontScope, type Resources } from '../engine/source/workspace.ts';
import { openFontFile } from './font-file.ts';
import { readHyphenationPatterns } from './hyphenation-files.ts';
import { keptFiles } from './kept-files.ts';
import { findPackage, octavoFolder } from './package-folder.ts';
import { tableStore } from './table-store.ts';
import { textStore } from './text-store.ts';

interface BundledFamily {
  readonly family: string;
  readonly packageName: string;
  /** Beginning of its file names. */
  readonly file: string;
  readonly hasItalics: boolean;
}

/** The families that every booklet can rely on, in the order of fallback. */
const bundledFamilies: readonly BundledFamily[] = [
  { family: 'Source Serif 4', packageName: '@expo-google-fonts/source-serif-4', file: 'SourceSerif4', hasItalics: true },
  { family: 'Source Sans 3', packageName: '@expo-google-fonts/source-sans-3', file: 'SourceSans3', hasItalics: true },
  { family: 'Noto Naskh Arabic', packageName: '@expo-google-fonts/noto-naskh-arabic', file: 'NotoNaskhArabic', hasItalics: false },
  { family: 'Noto Sans Arabic', packageName: '@expo-google-fonts/noto-sans-arabic', file: 'NotoSansArabic', hasItalics: false },
  { family: 'Noto Sans Hebrew', packageName: '@expo-google-fonts/noto-sans-hebrew', file: 'NotoSansHebrew', hasItalics: false },
  { family: 'Noto Sans Devanagari', packageName: '@expo-google-fonts/noto-sans-devanagari', file: 'NotoSansDevanagari', hasItalics: false },
  { family: 'Source Code Pro', packageName: '@expo-google-fonts/source-code-pro', file: 'SourceCodePro', hasItalics: true },
];

/** Names of the weights in the packages. */
const weightNames: Readonly<Record<number, string>> = { 400: '400Regular', 500: '500Medium', 600: '600SemiBold', 700: '700Bold' };

/** Italics are bundled for text, emphasis in bold text and headings; a medium italic is hardly ever asked for. */
const italicWeights: ReadonlySet<number> = new Set([400, 600, 700]);

/** Returns what ships with Octavo, and the further fonts that `project` has installed. Nothing is read before it is asked for. */
export function bundledResources(project?: string): Resources {
  const drawings = keptFiles('drawings');
  const texts = keptFiles('texts');
  const cuts = keptFiles('cuts');
  const programs = keptFiles('programs');
  const streams = keptFiles('streams');
  const trees = keptFiles('trees');
  let packages: readonly FontPackageSource[] | undefined;
  return {
    fontFaces: bundledFamilies.flatMap(bundledFaces),
    ...(project !== undefined && { fontPackages: () => (packages ??= installedPackages([resolve(project), octavoFolder])) }),
    harfbuzz: () => readBytes(join(requirePackage('harfbuzzjs'), 'dist', 'harfbuzz.wasm')),
    hyphenationPatterns: readHyphenationPatterns,
    ...(drawings && { drawings: textStore(drawings) }),
    ...(texts && { texts: tableStore(texts) }),
    ...(cuts && { cuts: tableStore(cuts) }),
    ...(programs && { programs }),
    ...(streams && { streams }),
    ...(trees && { trees: textStore(trees) }),
  };
}

function bundledFaces({ family, packageName, file, hasItalics }: BundledFamily): readonly FontFaceSource[] {
  return Object.entries(weightNames).flatMap(([key, name]) => {
    const weight = Number(key);
    const styles = hasItalics && italicWeights.has(weight) ? (['normal', 'italic'] as const) : (['normal'] as const);
    return styles.map((style): FontFaceSource => {
      const face = style === 'italic' ? `${name}_Italic` : name;
      const load = (): FontFile => openFontFile(join(requirePackage(packageName), face, `${file}_${face}.ttf`));
      return { family, weight, style, packageName, load };
    });
  });
}

/**
 * Finds font packages where Node would find them from each of some folders, the nearest of a name; bundled ones are left out.
 * Only names are read here: a project may have installed dozens.
 */
function installedPackages(startingFolders: readonly string[]): readonly FontPackageSource[] {
  const known = new Set(bundledFamilies.map((family) => family.packageName));
  const folders = new Map<string, string>();
  for (const scope of startingFolders.flatMap(scopesAbove)) {
    for (const name of namesIn(scope)) {
      const packageName = `${fontScope}/${name}`;
      if (!known.has(packageName) && !folders.has(packageName)) folders.set(packageName, join(scope, name));
    }
  }
  return [...folders]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([packageName, folder]) => ({ packageName, faces: () => packageFaces(packageName, folder) }));
}

function scopesAbove(folder: string): readonly string[] {
  const scope = join(folder, 'node_modules', fontScope);
  return dirname(folder) === folder ? [scope] : [scope, ...scopesAbove(dirname(folder))];
}

/** Reads the faces of one package from its folders, such as `600SemiBold_Italic/Lexend_600SemiBold_Italic.ttf`. */
function packageFaces(packageName: string, folder: string): readonly FontFaceSource[] {
  const family = familyNameOf(folder);
  if (family === undefined) return [];
  return namesIn(folder).flatMap((face) => {
    const match = /^([1-9]00)[A-Za-z]+(_Italic)?$/.exec(face);
    const file = match ? namesIn(join(folder, face)).find((name) => name.endsWith('.ttf')) : undefined;
    if (!match || file === undefined) return [];
    const load = (): FontFile => openFontFile(join(folder, face, file));
    return [{ family, weight: Number(match[1]), style: match[2] === undefined ? 'normal' : 'italic', packageName, load }];
  });
}

function familyNameOf(folder: string): string | undefined {
  try {
    const { family } = JSON.parse(readFileSync(join(folder, 'metadata.json'), 'utf8')) as { readonly family?: unknown };
    return typeof family === 'string' ? family : undefined;
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function requirePackage(name: string): string {
  const folder = findPackage(name);
  if (folder === undefined) throw new Error(`the package ${name}, which octavo needs, is not installed; run \`npm install\` again`);
  return folder;
}

/** Copies the bytes: a view on Node's shared pool would give the engine memory that is not its own. */
const readBytes = (path: string): Uint8Array => {
  const bytes = readFileSync(path);
  return bytes.byteLength === bytes.buffer.byteLength ? new Uint8Array(bytes.buffer) : new Uint8Array(bytes);
};
