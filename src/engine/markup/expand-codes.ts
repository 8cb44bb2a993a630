/**
 * QR codes become pictures that say where they lead, in links to the same place. On screens nobody points a phone at them,
 * so a twin has the link alone, and not even that where it is there already.
 */
import { type MarkupElement, type MarkupNode, textOf, withChildren } from './element.ts';

/** How codes are shown. */
export interface CodeWords {
  /** Pattern of the words for those who do not see a code, with `{address}`. */
  readonly alt: string;
  readonly isPrinted: boolean;
}

/** Begins the `src` of a picture that is made of an address. */
export const codeScheme = 'qr:';

/** Replaces each `<qr-code>` of a tree. */
export function expandCodes(root: MarkupElement, words: CodeWords): MarkupElement {
  return expandElement(root, root, words);
}

const scopes: ReadonlySet<string> = new Set(['li', 'figure', 'td', 'dd', 'aside', 'section', 'body']);

function expandElement(element: MarkupElement, scope: MarkupElement, words: CodeWords): MarkupElement {
  const inner = scopes.has(element.name) ? element : scope;
  let changed: MarkupNode[] | undefined;
  for (let at = 0; at < element.children.length; at++) {
    const child = element.children[at]!;
    const isCode = child.kind === 'element' && child.name === 'qr-code';
    const expanded = child.kind === 'text' || isCode ? child : expandElement(child, inner, words);
    if (isCode || expanded !== child) changed ??= element.children.slice(0, at);
    if (isCode) changed!.push(...expandCode(child, inner, words));
    else changed?.push(expanded);
  }
  return changed ? withChildren(element, changed) : element;
}

function expandCode(code: MarkupElement, scope: MarkupElement, { alt, isPrinted }: CodeWords): readonly MarkupNode[] {
  const { origin } = code;
  const href = code.attributes.get('href') ?? '';
  const attributes = new Map([...code.attributes].filter(([name]) => name !== 'href'));
  attributes.set('class', ['qr-code', attributes.get('class')].filter((name) => name !== undefined).join(' '));
  attributes.set('href', href);
  if (!isPrinted) {
    const isThere = hasLink(scope, href);
    return isThere ? [] : [{ kind: 'element', name: 'a', attributes, children: [{ kind: 'text', text: href, origin }], origin }];
  }
  const words = alt.replace('{address}', () => href);
  const picture = new Map([
    ['src', codeScheme + href],
    ['alt', words],
  ]);
  const image: MarkupElement = { kind: 'element', name: 'img', attributes: picture, children: [], origin };
  return [{ kind: 'element', name: 'a', attributes, children: [image], origin }];
}

function hasLink(element: MarkupElement, href: string): boolean {
  return element.children.some(
    (child) =>
      child.kind === 'element' &&
      ((child.name === 'a' && child.attributes.get('href') === href && textOf(child) !== '') || hasLink(child, href)),
  );
}
