/** Which face a request leads to. */
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/engine/source/diagnostic.ts';
import type { FontRequest } from '../../../src/engine/text/font.ts';
import { createFontLibrary } from '../../../src/engine/text/font-library.ts';
import { testResources } from '../../support/test-resources.ts';

const resources = testResources();
const silent = (): void => {};
const request = (families: readonly string[], weight = 400, style: FontRequest['style'] = 'normal'): FontRequest => ({
  families,
  weight,
  style,
});

function openLibrary() {
  const problems: Diagnostic[] = [];
  const library = createFontLibrary(resources, (problem) => problems.push(problem));
  return { library, problems, keyFor: (wanted: FontRequest) => library.firstFont(wanted).key };
}

describe('a font request', () => {
  it('finds the face of the family, weight and style', () => {
    const { keyFor, problems } = openLibrary();
    expect(keyFor(request(['Source Serif 4'], 600, 'italic'))).toBe('source-serif-4-600-italic');
    expect(keyFor(request(['source sans 3'], 700))).toBe('source-sans-3-700');
    expect(keyFor(request(['Noto Sans Arabic', 'Source Sans 3'], 700))).toBe('noto-sans-arabic-700');
    expect(problems).toEqual([]);
  });

  it('takes the nearest weight as CSS does', () => {
    const { keyFor } = openLibrary();
    const weightOf = (weight: number) => keyFor(request(['Source Serif 4'], weight));
    expect([100, 300, 400, 450, 500, 550, 650, 700, 900].map(weightOf)).toEqual([
      ...Array(3).fill('source-serif-4-400'),
      ...Array(2).fill('source-serif-4-500'),
      'source-serif-4-600',
      'source-serif-4-700',
      'source-serif-4-700',
      'source-serif-4-700',
    ]);
  });

  it('takes an upright face when the family has no italics', () => {
    expect(openLibrary().keyFor(request(['Noto Naskh Arabic'], 400, 'italic'))).toBe('noto-naskh-arabic-400');
  });

  it('knows the generic names', () => {
    const { keyFor, problems } = openLibrary();
    expect(keyFor(request(['serif']))).toBe('source-serif-4-400');
    expect(keyFor(request(['sans-serif']))).toBe('source-sans-3-400');
    expect(keyFor(request(['Source Serif 4', 'serif']))).toBe('source-serif-4-400');
    expect(problems).toEqual([]);
  });

  it('warns once of a family that is not there and suggests the one that is meant', () => {
    const { library, keyFor, problems } = openLibrary();
    const wanted = request(['Sorce Serif 4', 'Source Sans 3']);
    expect(keyFor(wanted)).toBe('source-sans-3-400');
    library.firstFont({ ...wanted, weight: 700 });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      severity: 'warning',
      code: 'text/unknown-font-family',
      message: 'there is no font family "Sorce Serif 4"; did you mean "Source Serif 4"?',
    });
    expect(problems[0]?.hint).toContain('Noto Sans Hebrew');
  });

  it('still has a font when no family is known or named', () => {
    expect(openLibrary().keyFor(request(['Comic Sans MS']))).toBe('source-serif-4-400');
    expect(openLibrary().keyFor(request([]))).toBe('source-serif-4-400');
  });

  it('gives the same font object for equal requests', () => {
    const { library } = openLibrary();
    expect(library.firstFont(request(['serif']))).toBe(library.firstFont(request(['Source Serif 4', 'serif'])));
  });
});

describe('fallback', () => {
  it('goes through the requested families first, then to those of the same kind', () => {
    const { library } = openLibrary();
    const covering = (families: readonly string[], text: string) => library.fontCovering(request(families), text)?.family;
    expect(covering(['Source Serif 4'], 'ع')).toBe('Noto Naskh Arabic');
    expect(covering(['Source Sans 3'], 'ع')).toBe('Noto Sans Arabic');
    expect(covering(['Source Serif 4', 'Noto Sans Arabic'], 'ع')).toBe('Noto Sans Arabic');
    expect(covering(['Source Serif 4'], 'क')).toBe('Noto Sans Devanagari');
    expect(covering(['Source Serif 4'], '日')).toBeUndefined();
  });

  it('keeps the weight', () => {
    expect(openLibrary().library.fontCovering(request(['Source Serif 4'], 700, 'italic'), 'ש')?.key).toBe('noto-sans-hebrew-700');
  });

  it('reads no face before a character needs it', () => {
    const read: string[] = [];
    const fontFaces = resources.fontFaces.map((face) => ({
      ...face,
      load: () => {
        read.push(`${face.family} ${face.weight} ${face.style}`);
        return face.load();
      },
    }));
    const library = createFontLibrary({ ...resources, fontFaces }, silent);
    const wanted = request(['Source Serif 4', 'Source Sans 3']);
    library.firstFont(wanted);
    library.fontCovering(wanted, 'a');
    expect(read).toEqual(['Source Serif 4 400 normal']);
    library.fontCovering(wanted, 'ع');
    library.fontCovering(wanted, 'غ');
    expect(read).toEqual(['Source Serif 4 400 normal', 'Source Sans 3 400 normal', 'Noto Naskh Arabic 400 normal']);
  });
});

describe('a damaged font file', () => {
  it('is reported once, and the next family takes its place', () => {
    const problems: Diagnostic[] = [];
    const fontFaces = resources.fontFaces.map((face) =>
      face.family === 'Source Serif 4' ? { ...face, load: () => new Uint8Array(100) } : face,
    );
    const library = createFontLibrary({ ...resources, fontFaces }, (problem) => problems.push(problem));
    const wanted = request(['Source Serif 4', 'Source Sans 3']);
    expect(library.firstFont(wanted).key).toBe('source-sans-3-400');
    expect(library.fontCovering(wanted, 'a')?.key).toBe('source-sans-3-400');
    expect(problems).toEqual([
      {
        severity: 'error',
        code: 'text/damaged-font',
        message: 'the font Source Serif 4 400 normal cannot be read: it is not a TrueType file',
        hint: 'install @expo-google-fonts/source-serif-4 again',
      },
    ]);
  });
});
