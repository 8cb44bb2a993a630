/** Characters that no font has and that XML and PDF cannot carry: control characters and halves of surrogate pairs. */

const unprintable = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const everyUnprintable = new RegExp(unprintable, 'g');

/** Returns the first such character of a text, or undefined. */
export function findUnprintable(text: string): { readonly at: number; readonly code: number } | undefined {
  const at = text.search(unprintable);
  return at === -1 ? undefined : { at, code: text.charCodeAt(at) };
}

/** Replaces such characters one for one, so that offsets stay what they are. */
export function replaceUnprintable(text: string): string {
  return text.replace(everyUnprintable, '\uFFFD');
}
