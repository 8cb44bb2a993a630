/** Finds the words of a label in the file of a drawing, for the checks of finished pages. */
import type { XmlElement } from '../../markup/parse-xml.ts';
import type { Span } from '../../source/source-file.ts';
import type { ChartPlace } from '../chart-place.ts';
import type { SvgFile } from './svg-file.ts';

/** Returns where a text stands, or else where the drawing begins. */
export function findSvgText(place: ChartPlace | undefined, { file, root }: SvgFile): Span {
  const text = place && 'text' in place ? findText(root, plain(place.text)) : undefined;
  return { file, ...(text ?? { start: root.start, end: root.end }) };
}

function findText(element: XmlElement, words: string): { readonly start: number; readonly end: number } | undefined {
  for (const child of element.children) {
    if (child.kind === 'element') {
      const found = findText(child, words);
      if (found) return found;
    } else if (words !== '' && plain(child.text).includes(words)) {
      const lead = child.text.length - child.text.trimStart().length;
      const start = child.start + lead;
      return { start, end: start + child.text.trim().length };
    }
  }
  return undefined;
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
