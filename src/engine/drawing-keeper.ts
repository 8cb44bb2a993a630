/** What earlier builds have drawn, charts and SVG files: by what it was made of, and then by its look. */
import type { Drawing, DrawingItem } from './drawing/drawing.ts';
import {
  type FinishedDrawing,
  formatDrawings,
  parseDrawings,
  restoreDrawing,
  type StoredDrawing,
  storeDrawing,
} from './drawing/store-drawing.ts';
import { hashText } from './source/hash.ts';
import type { Resources } from './source/workspace.ts';
import type { FontRequest, TextStyle } from './text/font.ts';
import { nameFonts } from './text/font-families.ts';
import type { FontLibrary } from './text/font-library.ts';

/** A drawing with what was said of it, or only what was said where there is nothing to draw. */
export type Drawn<Place> = Omit<FinishedDrawing<Place>, 'drawing'> & { readonly drawing: Drawing | undefined };

/** Drawings of one thing. `Place` says where in it problems are. */
export interface KeptDrawings<Place> {
  /** Tells whether it was drawn before, in any look. */
  readonly isKnown: boolean;
  /** Returns it as it was drawn in a look; undefined when that was never done, or not with these fonts. */
  take(look: string): Drawn<Place> | undefined;
  /** Keeps it for the next build, if that is possible. */
  keep(look: string, drawn: Drawn<Place>): void;
}

/** Returns the drawings of what was made of these texts. */
export type DrawingKeeper = <Place>(madeOf: readonly unknown[]) => KeptDrawings<Place>;

/** Editions, twins and their widths make about eight; more are left over from looks that were tried out. */
const mostLooks = 16;

/** Makes the keeper of one compilation. */
export function createDrawingKeeper(resources: Resources, library: FontLibrary): DrawingKeeper {
  const { drawings } = resources;
  if (!drawings) return () => nothingKept;
  let faces: readonly string[] | undefined;
  return <Place>(madeOf: readonly unknown[]): KeptDrawings<Place> => {
    faces ??= nameFonts(resources);
    const key = hashText(JSON.stringify([...madeOf, faces]));
    const looks: Map<string, StoredDrawing<Place>> = parseDrawings(drawings.read(key));
    return {
      isKnown: looks.size > 0,
      take(look) {
        const stored = looks.get(look);
        return stored && restoreDrawing(stored, library);
      },
      keep(look, { drawing, ...rest }) {
        if (!drawing || holdsBitmap(drawing.items)) return;
        looks.set(look, storeDrawing({ drawing, ...rest }, library));
        for (const oldest of looks.keys()) if (looks.size > mostLooks) looks.delete(oldest);
        const content = formatDrawings(looks);
        if (content !== undefined) drawings.write(key, content);
      },
    };
  };
}

const nothingKept: KeptDrawings<never> = { isKnown: false, take: () => undefined, keep() {} };

/** Bitmaps are no text, and longer than all that is drawn around them. */
const holdsBitmap = (items: readonly DrawingItem[]): boolean =>
  items.some((item) => item.kind === 'image' || ((item.kind === 'clip' || item.kind === 'group') && holdsBitmap(item.items)));

/**
 * Returns a library that notes what is asked of it. Words that are known already ask for no font again, so what counts is for which styles
 * words are looked up.
 */
export function noteRequests(library: FontLibrary): { readonly library: FontLibrary; requests(): readonly FontRequest[] } {
  const styles = new Set<TextStyle>();
  return {
    library: {
      ...library,
      words: {
        ...library.words,
        wordsOf(style, rtl) {
          styles.add(style);
          return library.words.wordsOf(style, rtl);
        },
      },
    },
    requests: () => [...styles].map(({ families, weight, style }) => ({ families, weight, style })),
  };
}
