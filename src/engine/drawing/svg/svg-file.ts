/** A drawing file read into memory: its tree, its ids, its stylesheet and its size. It is drawn for each look that it is shown in. */

import type { Rect, Size } from '../../geometry/rect.ts';
import { parseXml, type XmlElement } from '../../markup/parse-xml.ts';
import type { Report } from '../../source/diagnostic.ts';
import { nearestName } from '../../source/nearest-name.ts';
import type { SourceFile } from '../../source/source-file.ts';
import { readLength } from './svg-length.ts';
import { isSvgElement, localName, svgPrefixes } from './svg-names.ts';
import { drawingTooLarge, emptySize, noSize, notSvg, simplifiedPart, unknownSvgName } from './svg-problems.ts';
import { readSvgStylesheet, type SvgStylesheet } from './svg-stylesheet.ts';
import { readViewBox } from './svg-transform.ts';
import {
  drawnAttributes,
  drawnElements,
  harmlessNames,
  leftOutProperties,
  silentElements,
  simplifiedElements,
  unsupportedElements,
} from './svg-vocabulary.ts';

/** An SVG file that can be drawn. */
export interface SvgFile {
  readonly file: SourceFile;
  readonly root: XmlElement;
  readonly prefixes: ReadonlySet<string>;
  readonly ids: ReadonlyMap<string, XmlElement>;
  readonly stylesheet: SvgStylesheet;
  /** In SVG's pixels, 96 to the inch. */
  readonly size: Size;
  readonly viewBox: Rect | undefined;
}

/** More elements than any picture on a page has; each costs memory and time. */
const mostElements = 50_000;

/** Reads an SVG file. Undefined when there is nothing to draw, which has then been reported. */
export function readSvg(file: SourceFile, report: Report): SvgFile | undefined {
  const root = parseXml(file, report);
  if (!root) return undefined;
  const rootSpan = { file, start: root.start, end: root.end };
  const prefixes = svgPrefixes(root);
  if (localName(root.name) !== 'svg' || !isSvgElement(root, prefixes)) {
    report({ ...notSvg(root.name), span: rootSpan });
    return undefined;
  }
  const ids = new Map<string, XmlElement>();
  const blocks: XmlElement[] = [];
  const said = new Set<string>();
  let count = 0;
  const visit = (element: XmlElement): void => {
    count++;
    const id = element.attributes.get('id')?.value;
    // Of two with the same id the first is meant, as in browsers.
    if (id !== undefined && !ids.has(id)) ids.set(id, element);
    if (localName(element.name) === 'style') blocks.push(element);
    const simplified = simplifiedElements.get(localName(element.name)) ?? '';
    if (simplified !== '' && !said.has(simplified)) {
      said.add(simplified);
      report({ ...simplifiedPart(simplified), span: { file, start: element.start, end: element.end } });
    }
    checkAttributes(element, file, report);
    for (const child of element.children) if (child.kind === 'element' && isSvgElement(child, prefixes)) visit(child);
  };
  visit(root);
  if (count > mostElements) {
    report({ ...drawingTooLarge(`it has ${count} elements, and at most ${mostElements} can be used`), span: rootSpan });
    return undefined;
  }
  const viewBoxText = root.attributes.get('viewBox');
  const viewBox = viewBoxText && readViewBox(viewBoxText.value);
  const size = sizeOf(root, viewBox);
  if (!size) report({ ...noSize(), span: rootSpan });
  else if (!(size.width > 0 && size.height > 0)) {
    report({ ...emptySize(), span: rootSpan });
    return undefined;
  }
  return { file, root, prefixes, ids, stylesheet: readSvgStylesheet(blocks, file, report), size: size ?? defaultSize, viewBox };
}

/** What browsers take for a drawing that says nothing. */
const defaultSize: Size = { width: 300, height: 150 };

/** A width and a height, one of them with the proportions of the viewBox, or the viewBox alone; percentages count as absent. */
function sizeOf(root: XmlElement, viewBox: Rect | undefined): Size | undefined {
  const context = { fontSize: 16, viewport: { width: 0, height: 0 } };
  const side = (name: 'width' | 'height'): number | undefined => {
    const text = root.attributes.get(name)?.value;
    return text === undefined || text.trim().endsWith('%') ? undefined : readLength(text, 'x', context);
  };
  const [width, height] = [side('width'), side('height')];
  if (width !== undefined && height !== undefined) return { width, height };
  if (!viewBox) return undefined;
  if (width !== undefined) return { width, height: (width * viewBox.height) / viewBox.width };
  if (height !== undefined) return { width: (height * viewBox.width) / viewBox.height, height };
  return { width: viewBox.width, height: viewBox.height };
}

const elementNames: readonly string[] = [...drawnElements, ...silentElements, ...simplifiedElements.keys(), ...unsupportedElements.keys()];

/** Returns the name of SVG that an unknown element was probably meant to have. */
export const nearestElement = (name: string): string | undefined => nearestName(name, elementNames);

const attributeNames: readonly string[] = [...drawnAttributes, ...leftOutProperties.keys()];
const attributeNameSet: ReadonlySet<string> = new Set(attributeNames);

/** Programs write many attributes that show nothing; only one that resembles an attribute of SVG is a slip. */
function checkAttributes(element: XmlElement, file: SourceFile, report: Report): void {
  for (const [name, { start }] of element.attributes) {
    if (attributeNameSet.has(name) || harmlessNames.has(name) || name.includes(':') || /^(xmlns|data-|aria-|on)/.test(name)) continue;
    const nearest = nearestName(name, attributeNames);
    if (nearest === undefined) continue;
    const at = file.text.lastIndexOf(name, start);
    report({ ...unknownSvgName('attribute', name, nearest), span: { file, start: at, end: at + name.length } });
  }
}
