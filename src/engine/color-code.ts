/**
 * Marks the words of code whose language is known, for the stylesheet. What tells them apart is loaded only for booklets that
 * have such code.
 */
import type { MarkupElement, MarkupNode } from './markup/element.ts';
import type { CodePiece } from './markup/highlight-code.ts';
import { unknownCodeLanguage } from './markup/problems.ts';
import type { Report } from './source/diagnostic.ts';
import { nearestName } from './source/nearest-name.ts';
import type { Span } from './source/source-file.ts';

/** Names for code that is not cut into pieces. */
const plainNames: ReadonlySet<string> = new Set(['text', 'txt', 'plain', 'plaintext', 'none', 'output']);

/** Longer code is printed plain: grammars take long for it. */
const longestCode = 50_000;

/** Returns the tree with `<span class="code-keyword">` and the like in every `<pre code="…">`. Unknown languages are reported. */
export async function colorCode(root: MarkupElement, report: Report): Promise<MarkupElement> {
  if (!hasCode(root)) return root;
  const { highlightCode, languageNames } = await import('./markup/highlight-code.ts');
  const color = (element: MarkupElement): MarkupElement => {
    const language = codeLanguage(element);
    if (language !== undefined) {
      const [only] = element.children;
      if (only?.kind !== 'text' || element.children.length > 1 || only.text.length > longestCode) return element;
      const pieces = highlightCode(only.text, language);
      if (pieces) return { ...element, children: pieces.map((piece) => nodeOf(piece, element)) };
      const names = languageNames();
      report(unknownCodeLanguage(language, nearestName(language, names), placeOf(language, element.origin)));
      return element;
    }
    let isChanged = false;
    const children = element.children.map((child): MarkupNode => {
      const colored = child.kind === 'element' ? color(child) : child;
      isChanged ||= colored !== child;
      return colored;
    });
    return isChanged ? { ...element, children } : element;
  };
  return color(root);
}

function hasCode(element: MarkupElement): boolean {
  const { children } = element;
  for (let at = 0; at < children.length; at++) if (children[at]!.kind === 'element' && hasCode(children[at] as MarkupElement)) return true;
  return codeLanguage(element) !== undefined;
}

/** The language of a block of code that is more than plain text, in small letters. */
function codeLanguage({ name, attributes }: MarkupElement): string | undefined {
  const language = name === 'pre' ? attributes.get('code')?.toLowerCase() : undefined;
  return language === undefined || language === '' || plainNames.has(language) ? undefined : language;
}

function nodeOf({ text, kind }: CodePiece, { origin }: MarkupElement): MarkupNode {
  const content: MarkupNode = { kind: 'text', text, ...(origin && { origin }) };
  if (kind === undefined) return content;
  return {
    kind: 'element',
    name: 'span',
    attributes: new Map([['class', `code-${kind}`]]),
    children: [content],
    ...(origin && { origin }),
  };
}

/** The name of the language on the first line of the block. */
function placeOf(language: string, origin: Span | undefined): Span | undefined {
  if (!origin) return undefined;
  const [line = ''] = origin.file.text.slice(origin.start, origin.end).split('\n', 1);
  const at = line.toLowerCase().indexOf(language);
  return at === -1 ? origin : { file: origin.file, start: origin.start + at, end: origin.start + at + language.length };
}
