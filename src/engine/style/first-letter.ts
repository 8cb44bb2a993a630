/** `::first-letter`: the first letter of a block, with the punctuation before it, becomes a child of its own (CSS Pseudo-Elements 4, section 2.2). */
import { noAttributes } from '../markup/element.ts';
import { letterPattern } from '../source/letter-pattern.ts';
import type { Style, StyledElement, StyledNode } from './style.ts';

const firstLetter = letterPattern(String.raw`^\s*([^\p{L}\p{N}\s]{0,3}[\p{L}\p{N}]\p{M}*)`);

/** Inline elements whose text stays as it is. */
const whole: ReadonlySet<string> = new Set([
  'code',
  'footnote',
  'leader',
  'page-of',
  'pages-of',
  'br',
  'img',
  'chart',
  'checkbox',
  'formula',
  'qr-code',
]);

/** Returns the children of a block with their first letter in `style`; the very same children when they begin otherwise. */
export function styleFirstLetter(children: readonly StyledNode[], style: Style): readonly StyledNode[] {
  for (const [index, node] of children.entries()) {
    const begun = node.kind === 'text' ? splitText(node, style) : styleInside(node, style);
    if (begun) return [...children.slice(0, index), ...begun, ...children.slice(index + 1)];
    if (node.kind === 'text' ? node.text.trim() !== '' : node.children.length > 0 || whole.has(node.name)) return children;
  }
  return children;
}

function styleInside(element: StyledElement, style: Style): readonly StyledNode[] | undefined {
  if (element.style.display !== 'inline' || whole.has(element.name)) return undefined;
  const children = styleFirstLetter(element.children, style);
  return children === element.children ? undefined : [{ ...element, children }];
}

function splitText(node: Extract<StyledNode, { kind: 'text' }>, style: Style): readonly StyledNode[] | undefined {
  const match = firstLetter(node.text).exec(node.text);
  if (!match || !standsAlone(match[1]!)) return undefined;
  const rest = node.text.slice(match[0].length);
  const letter: StyledElement = {
    kind: 'element',
    name: 'span',
    style,
    attributes: noAttributes,
    children: [{ ...node, text: match[1]! }],
    origin: node.origin,
  };
  return rest === '' ? [letter] : [letter, { ...node, text: rest }];
}

/** Tells whether a letter can be cut off from its word: not in Arabic, which joins letters, nor in the scripts of India and its neighbors. */
function standsAlone(letter: string): boolean {
  for (const character of letter) {
    const code = character.codePointAt(0)!;
    const isAlone =
      code < 0x600 ||
      (code >= 0x10a0 && code <= 0x13ff) ||
      (code >= 0x1c80 && code <= 0x1cbf) ||
      (code >= 0x1e00 && code <= 0x2fff) ||
      (code >= 0x3000 && code <= 0x9fff) ||
      (code >= 0xac00 && code <= 0xd7a3) ||
      (code >= 0x20000 && code <= 0x3ffff);
    if (!isAlone) return false;
  }
  return true;
}
