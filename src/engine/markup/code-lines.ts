/** The lines of program text and their numbers: pages, web pages and plain texts count them alike. */

/** A block of code, whether it is styled or not. */
export interface CodeElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (CodeElement | { readonly kind: 'text'; readonly text: string })[];
}

/** Returns the lines as they were written. A line end or `<br/>` at the very end ends the last one. */
export function linesOfCode(element: CodeElement): readonly string[] {
  return textOfCode(element)
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
}

/** Returns the number of each line; undefined where lines have none. */
export function lineNumbersOf(element: CodeElement): readonly number[] | undefined {
  if (!element.attributes.has('numbers')) return undefined;
  const first = Number(element.attributes.get('start') ?? 1);
  return linesOfCode(element).map((_, index) => first + index);
}

function textOfCode({ name, attributes, children }: CodeElement): string {
  if (name === 'br') return '\n';
  const tex = name === 'formula' ? (attributes.get('tex') ?? '') : '';
  return tex + children.map((child) => (child.kind === 'text' ? child.text : textOfCode(child))).join('');
}
