/**
 * The font families of one compilation, and in which order a character is looked for in them: the author's first,
 * then those known for its script, then all others. The folders of installed packages are only looked into for that.
 */
import { type FontFaceSource, type FontPackageSource, fontScope, type Resources } from '../source/workspace.ts';
import type { FontRequest } from './font.ts';
import { familySlug, languageFontsOf, type ScriptFonts, scriptFontsOf } from './script-fonts.ts';

/** The faces that share a name. */
export interface FontFamily {
  readonly name: string;
  readonly isSansSerif: boolean;
  readonly faces: readonly FontFaceSource[];
}

/** A font that would help. */
export interface FontRemedy {
  /** The script or kind of sign, as an author calls it. */
  readonly script: string;
  /** What to install, with its scope; undefined when all fonts known for the script are there. */
  readonly packageName: string | undefined;
  /** Whether a font for the script is there, which only lacks this character. */
  readonly hasFont: boolean;
}

/** The families, bundled and installed. */
export interface FontFamilies {
  /** Those that ship with Octavo, in the order of fallback. */
  readonly bundled: readonly FontFamily[];
  /** Returns the family that a style means; generic names stand for the first bundled family of their kind. */
  named(name: string): FontFamily | undefined;
  /** Returns the face with a key, such as `source-serif-4-400-italic`. */
  faceWithKey(key: string): FontFaceSource | undefined;
  /** Walks through all families that may have a grapheme cluster, the most fitting first; some may come twice. */
  candidates(named: readonly FontFamily[], cluster: string, language: string): Iterable<FontFamily>;
  /** Says what to install for a character that no font has; undefined when nothing is known to help. */
  remedyFor(cluster: string, language: string): FontRemedy | undefined;
}

/** Groups the faces of `resources` into families. */
export function createFontFamilies(resources: Resources): FontFamilies {
  const bundled = groupFamilies(resources.fontFaces);
  const opened = new Map<string, readonly FontFamily[]>();
  let packages: ReadonlyMap<string, FontPackageSource> | undefined;
  const installed = (): ReadonlyMap<string, FontPackageSource> =>
    (packages ??= new Map((resources.fontPackages?.() ?? []).map((each) => [each.packageName.slice(fontScope.length + 1), each])));

  const inPackage = (slug: string): readonly FontFamily[] => {
    let families = opened.get(slug);
    if (!families) {
      families = bundled.filter((family) => family.faces[0]!.packageName === `${fontScope}/${slug}`);
      if (families.length === 0) families = groupFamilies(installed().get(slug)?.faces() ?? []);
      opened.set(slug, families);
    }
    return families;
  };
  const isThere = (slug: string): boolean => inPackage(slug).length > 0;

  return {
    bundled,
    named(name) {
      const wanted = name.toLowerCase();
      if (isGenericFamily(name)) return bundled.find((family) => family.isSansSerif !== /^(?:ui-)?serif$/.test(wanted));
      return [...bundled, ...inPackage(familySlug(name))].find((family) => family.name.toLowerCase() === wanted);
    },
    faceWithKey(key) {
      const withKey = (faces: readonly FontFaceSource[]) => faces.find((face) => fontKeyOf(face) === key);
      const bundledFace = withKey(resources.fontFaces);
      if (bundledFace) return bundledFace;
      const slugs = [...installed().keys()].filter((slug) => key.startsWith(`${slug}-`));
      return withKey(slugs.flatMap(inPackage).flatMap((family) => family.faces));
    },
    *candidates(named, cluster, language) {
      // Families of the same kind first, so that a word in another script looks at home.
      const isSans = (named[0] ?? bundled[0]!).isSansSerif;
      const familiesOf = (rows: readonly ScriptFonts[]) =>
        rows.flatMap(({ packages: slugs }) => sameKindFirst(slugs.flatMap(inPackage), isSans));
      if (named[0]) yield named[0];
      yield* familiesOf(languageFontsOf(cluster, language));
      yield* named.slice(1);
      yield* familiesOf(scriptFontsOf(cluster, language));
      yield* sameKindFirst(bundled, isSans);
      yield* sameKindFirst([...installed().keys()].flatMap(inPackage), isSans);
    },
    remedyFor(cluster, language) {
      const [row] = scriptFontsOf(cluster, language);
      if (!row) return undefined;
      const missing = row.packages.find((slug) => !isThere(slug));
      return { script: row.name, packageName: missing && `${fontScope}/${missing}`, hasFont: row.packages.some(isThere) };
    },
  };
}

/** Names everything that text could be set in: what was set before a font was installed is set anew. */
export const nameFonts = ({ fontFaces, fontPackages }: Resources): readonly string[] => [
  ...fontFaces.map(({ family, weight, style, packageName }) => `${family} ${weight} ${style} ${packageName}`),
  ...(fontPackages?.() ?? []).map(({ packageName }) => packageName),
];

/** Returns the key that names a face everywhere in the engine. */
export const fontKeyOf = ({ family, weight, style }: FontFaceSource): string =>
  `${familySlug(family)}-${weight}${style === 'italic' ? '-italic' : ''}`;

/** Tells whether a family name is one of the generic names of CSS. */
export const isGenericFamily = (name: string): boolean =>
  /^(?:(?:ui-)?(?:sans-)?serif|system-ui|(?:ui-)?monospace|cursive|fantasy)$/i.test(name);

/** Finds the face of a family by style, then by weight (CSS Fonts 4, section 5.2). */
export function nearestFace({ faces }: FontFamily, request: FontRequest): FontFaceSource {
  const inStyle = faces.filter((face) => face.style === request.style);
  const candidates = inStyle.length > 0 ? inStyle : faces;
  return candidates.reduce((best, face) =>
    weightRank(face.weight, request.weight) < weightRank(best.weight, request.weight) ? face : best,
  );
}

/** The words in the names of families whose strokes have no serifs or swelling, also in Japanese and Korean. */
const sansSerifName = /\b(?:sans|gothic|dodum|emoji|hind)\b/i;

function groupFamilies(faces: readonly FontFaceSource[]): readonly FontFamily[] {
  const families = new Map<string, FontFaceSource[]>();
  for (const face of faces) {
    const family = families.get(face.family);
    if (family) family.push(face);
    else families.set(face.family, [face]);
  }
  return [...families].map(([name, ofFamily]) => ({ name, isSansSerif: sansSerifName.test(name), faces: ofFamily }));
}

const sameKindFirst = (families: readonly FontFamily[], isSans: boolean): readonly FontFamily[] => [
  ...families.filter((family) => family.isSansSerif === isSans),
  ...families.filter((family) => family.isSansSerif !== isSans),
];

/** Ranks how well a weight serves, the least being the best; a step to the wrong side costs more than any distance on the right one. */
function weightRank(weight: number, wanted: number): number {
  const distance = Math.abs(weight - wanted);
  if (wanted >= 400 && wanted <= 500) {
    if (weight >= wanted && weight <= 500) return distance;
    return weight < wanted ? 1000 + distance : 2000 + distance;
  }
  const isRightSide = wanted < 400 ? weight <= wanted : weight >= wanted;
  return isRightSide ? distance : 1000 + distance;
}
