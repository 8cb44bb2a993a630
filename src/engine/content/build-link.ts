/** A Markdown link to `<a>`, or to `<ref>` when it has no words of its own. */
import type { Token } from 'markdown-it';
import type { Report } from '../source/diagnostic.ts';
import type { Span } from '../source/source-file.ts';
import { encodeLink } from './markdown-parser.ts';
import { emptyLink, linkToFile, unusableLink } from './markdown-problems.ts';
import { type ProseElement, type ProseNode, textOfProse } from './prose.ts';

const schemes = new Set(['http', 'https', 'mailto', 'tel']);

/** Builds a link. One that a reader on paper or screen cannot follow is reported and becomes plain text. */
export function buildLink(token: Token, children: readonly ProseNode[], span: Span, report: Report): ProseElement {
  const address = String(token.attrGet('href') ?? '');
  const element = (name: string, attributes: readonly (readonly [string, string])[]): ProseElement => ({
    kind: 'element',
    name,
    attributes: new Map(attributes),
    children,
    start: span.start,
    end: span.end,
  });
  const isEmpty = textOfProse(children).trim() === '' && !children.some((child) => child.kind === 'element' && child.name === 'img');
  if (address.startsWith('#') && address.length > 1) {
    const to = decodeFragment(address.slice(1));
    return isEmpty ? element('ref', [['to', to]]) : element('a', [['href', `#${to}`]]);
  }
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(address)?.[1]?.toLowerCase();
  if (scheme !== undefined && schemes.has(scheme)) {
    if (isEmpty) report(emptyLink(address, span));
    return element('a', [['href', encodeLink(address)]]);
  }
  report(scheme === undefined ? linkToFile(address, span) : unusableLink(address, span));
  return element('span', []);
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
