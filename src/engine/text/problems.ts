/** Every message about fonts and text. */
import type { Diagnostic } from '../source/diagnostic.ts';
import { nearestName } from '../source/nearest-name.ts';

/** A style names a font family that neither ships with Octavo nor is installed; `families` are those that ship. */
export function unknownFontFamily(family: string, families: readonly string[]): Diagnostic {
  const nearest = nearestName(family, families);
  return {
    severity: 'warning',
    code: 'text/unknown-font-family',
    message: `there is no font family "${family}"${nearest === undefined ? '' : `; did you mean "${nearest}"?`}`,
    hint: `use one of the families that come with Octavo (${families.join(', ')}) or install the package of another, such as @expo-google-fonts/lexend`,
  };
}

/** A font file cannot be read; `reason` says what is wrong with it. */
export const damagedFont = (face: string, packageName: string, reason: string): Diagnostic => ({
  severity: 'error',
  code: 'text/damaged-font',
  message: `the font ${face} cannot be read: ${reason}`,
  hint: `install ${packageName} again`,
});
