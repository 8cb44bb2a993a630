/** Which font a character falls back to, by its script, its language and the face around it; and what is said when there is none. */
import { describe, expect, it } from 'vitest';
import type { FontPackageSource } from '../../../src/engine/source/workspace.ts';
import type { TextStyle } from '../../../src/engine/text/font.ts';
import { createFontLibrary } from '../../../src/engine/text/font-library.ts';
import { shapeText } from '../../../src/engine/text/shape-text.ts';
import { compileProject } from '../../support/compile-project.ts';
import { scriptSamples } from '../../support/script-samples.ts';
import { serif } from '../../support/serif-style.ts';
import { resourcesWithScriptFonts, testResources } from '../../support/test-resources.ts';

const resources = resourcesWithScriptFonts();
const library = createFontLibrary(resources, () => {});
const style = (language: string, families = serif.families): TextStyle => ({ ...serif, families, language });
const familyFor = (text: string, language = 'en', families?: readonly string[]) =>
  library.fontCovering(style(language, families && [...families]), text)?.family;
const facesOf = (text: string, language = 'en') =>
  shapeText(library, text, style(language), false).map(({ font, text: part }) => `${font.family}: ${part}`);

describe('every sample', () => {
  it.each(scriptSamples)('of $name has all its letters in the fonts that are installed', ({ sentence, language, isRightToLeft }) => {
    const words = sentence.split(' ').flatMap((word) => shapeText(library, word, style(language), isRightToLeft));
    expect(words.map(({ missing }) => missing ?? '').join('')).toBe('');
  });
});

describe('fallback', () => {
  it('goes to the fonts of the script, those of the same kind first', () => {
    expect(['ক', 'த', 'മ', 'ස', 'ก', 'ក', 'က', 'አ', '🔬'].map((letter) => familyFor(letter))).toEqual([
      'Noto Serif Bengali',
      'Noto Sans Tamil',
      'Noto Sans Malayalam',
      'Abhaya Libre',
      'Noto Sans Thai',
      'Noto Sans Khmer',
      'Noto Sans Myanmar',
      'Abyssinica SIL',
      'Noto Emoji',
    ]);
    expect(['Source Serif 4', 'Source Sans 3'].map((family) => familyFor('ש', 'he', [family]))).toEqual([
      'Noto Serif Hebrew',
      'Noto Sans Hebrew',
    ]);
  });

  it('sets Urdu in Nastaliq and Arabic in Naskh, unless the first family named writes Arabic', () => {
    expect(['ar', 'fa', 'ur', 'ur-PK'].map((language) => familyFor('کے', language))).toEqual([
      ...['Noto Naskh Arabic', 'Noto Naskh Arabic', 'Noto Nastaliq Urdu', 'Noto Nastaliq Urdu'],
    ]);
    expect(familyFor('کے', 'ur', ['Source Serif 4', 'Noto Naskh Arabic'])).toBe('Noto Nastaliq Urdu');
    expect(familyFor('کے', 'ur', ['Noto Sans Arabic', 'Source Sans 3'])).toBe('Noto Sans Arabic');
  });

  it('gives each language of East Asia its own characters', () => {
    expect(['zh', 'zh-Hans', 'ja', 'en'].map((language) => familyFor('人', language))).toEqual([
      ...['ZCOOL XiaoWei', 'ZCOOL XiaoWei', 'Sawarabi Mincho', 'ZCOOL XiaoWei'],
    ]);
    expect([familyFor('の'), familyFor('한'), familyFor('。', 'ja'), familyFor('。', 'zh')]).toEqual([
      ...['Sawarabi Mincho', 'Nanum Myeongjo', 'Sawarabi Mincho', 'ZCOOL XiaoWei'],
    ]);
  });

  it('keeps marks, joiners and selectors with their base', () => {
    expect(facesOf('बि', 'hi')).toEqual(['Noto Serif Devanagari: बि']);
    expect(facesOf('👩‍🔬')).toEqual(['Noto Emoji: 👩‍🔬']);
    expect(facesOf('שָׁ', 'he')).toEqual(['Noto Serif Hebrew: שָׁ']);
  });

  it('keeps a word in one face when a letter of it is not in the first', () => {
    expect(facesOf('ἄειδε,', 'grc')).toEqual(['GFS Didot: ἄειδε,']);
  });

  it('finds families of installed packages by their names', () => {
    expect(library.firstFont({ families: ['GFS Didot'], weight: 400, style: 'normal' }).key).toBe('gfs-didot-400');
    expect(library.fontNamed('noto-nastaliq-urdu-700')?.family).toBe('Noto Nastaliq Urdu');
    expect(library.fontNamed('noto-nastaliq-urdu-950')).toBeUndefined();
  });

  it('looks into no package that it does not need', () => {
    const opened: string[] = [];
    const fontPackages = (): readonly FontPackageSource[] =>
      resources.fontPackages!().map(({ packageName, faces }) => ({
        packageName,
        faces: () => {
          opened.push(packageName.split('/')[1]!);
          return faces();
        },
      }));
    let listed = 0;
    const countedPackages = (): readonly FontPackageSource[] => {
      listed++;
      return fontPackages();
    };
    const counted = createFontLibrary({ ...testResources(), fontPackages: countedPackages }, () => {});
    for (const letter of 'é→א') counted.fontCovering(style('en', ['Source Serif 4', 'Noto Sans Hebrew']), letter);
    expect([listed, opened]).toEqual([0, []]);
    counted.fontCovering(style('th'), 'ก');
    expect([listed, opened]).toEqual([1, ['noto-sans-thai']]);
  });
});

describe('a script without a font', () => {
  const problemsOf = async (text: string, hasScriptFonts = false) => {
    const files = { 'booklet.yaml': 'title: x\n', 'sections/01.md': `# One\n\n${text}\n` };
    const { diagnostics } = await compileProject(files, { hasScriptFonts });
    return diagnostics.filter(({ code }) => code === 'layout/missing-glyph').map(({ message, hint }) => `${message} > ${hint}`);
  };

  it('is one error, whatever the number of its letters, with a word and the command', async () => {
    expect(await problemsOf('[தண்ணீர் தூய நீர்]{lang=ta} and [நீர்]{lang=ta}, then [ጤና]{lang=am}.')).toEqual([
      'no font is installed for Tamil, as in “தண்ணீர்” > run `npm install @expo-google-fonts/noto-sans-tamil` in the folder of your project',
      'no font is installed for Ethiopic, as in “ጤና” > run `npm install @expo-google-fonts/abyssinica-sil` in the folder of your project',
    ]);
  });

  it('names the font that the language wants', async () => {
    const messages = await Promise.all(['zh-Hant', 'ja', 'ko'].map((language) => problemsOf(`[人]{lang=${language}}`)));
    expect(messages.flat().map((message) => /for ([\w ]+), as .*(noto-[a-z-]+)/.exec(message)?.slice(1).join())).toEqual([
      ...['Traditional Chinese,noto-serif-tc', 'Japanese,noto-serif-jp', 'Korean,noto-serif-kr'],
    ]);
  });

  it('is told from a single character that its font lacks', async () => {
    expect(await problemsOf('[龘]{lang=ja} [人]{lang=ja}', true)).toEqual([
      'no font has the character “龘” (U+9F98, Japanese) > run `npm install @expo-google-fonts/noto-serif-jp` in the folder of your project, or use another character',
    ]);
    expect(await problemsOf('The sign \u{10ffff}.')).toEqual(['no font has the character “\u{10ffff}” (U+10FFFF) > use another character']);
  });
});
