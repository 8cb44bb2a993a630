/** Capitals as a language writes them: with its point on a Turkish İ, and without accents in Greek. */

/** Returns a text in capitals. `language` is BCP 47; most have the capitals of Unicode. */
export function upperCase(text: string, language: string): string {
  const own = ownCapitals.exec(language);
  return own ? text.toLocaleUpperCase(own[0]) : text.toUpperCase();
}

/** Languages with rules of their own (Unicode, SpecialCasing; CLDR for Greek). */
const ownCapitals = /^(?:az|el|lt|tr)\b/i;
