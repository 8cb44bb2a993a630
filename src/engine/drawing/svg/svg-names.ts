/** Names with prefixes: programs that draw add elements and attributes of their own, which show nothing. */
import type { XmlElement } from '../../markup/parse-xml.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Returns a name without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Tells whether an element belongs to SVG: by its prefix, and where it declares a namespace itself, by that. */
export function isSvgElement({ name, attributes }: XmlElement, prefixes: ReadonlySet<string>): boolean {
  const colon = name.indexOf(':');
  const prefix = colon === -1 ? '' : name.slice(0, colon);
  const own = attributes.get(prefix === '' ? 'xmlns' : `xmlns:${prefix}`)?.value;
  return own === undefined ? prefixes.has(prefix) : own === svgNamespace;
}

/** Returns the prefixes that mean SVG, by what the root declares. A file that declares nothing is taken for SVG. */
export function svgPrefixes(root: XmlElement): ReadonlySet<string> {
  const prefixes = new Set<string>();
  for (const [name, { value }] of root.attributes) {
    if (value === svgNamespace && name === 'xmlns') prefixes.add('');
    if (value === svgNamespace && name.startsWith('xmlns:')) prefixes.add(name.slice(6));
  }
  if (!root.attributes.has('xmlns')) prefixes.add('');
  return prefixes;
}

/** Returns the attribute that refers to something: `href`, or `xlink:href` as it was called before. */
export const hrefOf = (element: XmlElement) => element.attributes.get('href') ?? element.attributes.get('xlink:href');
