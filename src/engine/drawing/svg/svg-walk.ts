/** What goes along while a drawing is drawn: where one is, what is inherited, and what has been said and used up already. */
import type { Transform } from '../../geometry/transform.ts';
import type { XmlAttribute, XmlElement } from '../../markup/parse-xml.ts';
import type { Diagnostic } from '../../source/diagnostic.ts';
import { nearestName } from '../../source/nearest-name.ts';
import type { FontLibrary } from '../../text/font-library.ts';
import type { Color, DrawnImage } from '../drawing.ts';
import type { SvgFile } from './svg-file.ts';
import { type LengthAxis, type LengthContext, readLength } from './svg-length.ts';
import { localName } from './svg-names.ts';
import * as problems from './svg-problems.ts';
import { initialOwnStyle, readProperty, type SvgOwnStyle, type SvgPaint, type SvgStyle } from './svg-style.ts';
import { declarationsFor, readDeclarations, type SvgDeclaration } from './svg-stylesheet.ts';
import { harmlessNames, isReadProperty, leftOutProperties, readProperties } from './svg-vocabulary.ts';

/** What a drawing takes from the page around it. */
export interface SvgLook {
  /** What `currentColor` means until the drawing says otherwise. */
  readonly color: Color;
  /** Fonts for text whose own fonts do not come with Octavo. */
  readonly fontFamilies: readonly string[];
  readonly language: string;
}

/** A stretch of the file. */
export interface SvgPlace {
  readonly start: number;
  readonly end: number;
}

/** A bitmap in a drawing, and its file. */
export type EmbeddedBitmap = Pick<DrawnImage, 'bitmap' | 'file'>;

/** One drawing in the making. */
export interface SvgWalk {
  readonly svg: SvgFile;
  readonly look: SvgLook;
  readonly library: FontLibrary;
  /** What is left of the limits; nothing more is drawn when one is used up. */
  readonly budget: { elements: number; numbers: number; isSpent: boolean };
  /** Pictures in the drawing by their address; undefined for one that cannot be read. */
  readonly images: Map<string, EmbeddedBitmap | undefined>;
  /** Reports a problem at a place, once for each message and place. */
  report(diagnostic: Diagnostic, place: SvgPlace): void;
  /** Reports a problem once for the whole drawing: such things come in great numbers. */
  reportOnce(diagnostic: Diagnostic, place: SvgPlace): void;
}

/** Where in the drawing one is. */
export interface SvgSpot {
  /** From the coordinates of the element to those of the drawing. */
  readonly transform: Transform;
  readonly style: SvgStyle;
  readonly viewport: LengthContext['viewport'];
  /** Elements that are being shown by reference: what is among them is made of itself. */
  readonly users: readonly XmlElement[];
  /** What `context-fill` and `context-stroke` mean inside a marker. */
  readonly context?: { readonly fill: SvgPaint; readonly stroke: SvgPaint };
}

/** Elements drawn and numbers in their paths: a page with more would take minutes to print. */
export const mostDrawn = { elements: 30_000, numbers: 4_000_000 } as const;

/** Takes an element from what is left. False, after a report, when nothing more may be drawn. */
export function spend(walk: SvgWalk, element: XmlElement, numbers: number): boolean {
  const { budget } = walk;
  if (budget.isSpent) return false;
  budget.elements -= 1;
  budget.numbers -= numbers;
  if (budget.elements >= 0 && budget.numbers >= 0) return true;
  budget.isSpent = true;
  const reason =
    budget.elements < 0 ? `it draws more than ${mostDrawn.elements} shapes` : `its paths have more than ${mostDrawn.numbers} numbers`;
  walk.report(problems.drawingTooLarge(reason), element);
  return false;
}

/** Returns the properties of an element: attributes, then rules of stylesheets, then its `style`, the important ones last. */
export function styleOf(element: XmlElement, spot: SvgSpot, walk: SvgWalk): { readonly style: SvgStyle; readonly own: SvgOwnStyle } {
  const declarations = [...attributeDeclarations(element), ...declarationsFor(element, walk.svg.stylesheet)];
  const inline = element.attributes.get('style');
  if (inline) declarations.push(...readDeclarations(inline.value, inline.start));
  const ordered = [...declarations.filter((one) => !one.isImportant), ...declarations.filter((one) => one.isImportant)];
  // Lengths in `em` and `currentColor` need these first.
  const isFirst = ({ name }: SvgDeclaration): boolean => name === 'font-size' || name === 'font' || name === 'color';
  // Gathered first and joined once: most elements change nothing that others inherit.
  const inherited: { -readonly [Key in keyof SvgStyle]?: SvgStyle[Key] } = {};
  let own = initialOwnStyle;
  for (const declaration of [...ordered.filter(isFirst), ...ordered.filter((one) => !isFirst(one))]) {
    const { name, value } = declaration;
    if (!isReadProperty(name)) {
      checkLeftOut(declaration, walk);
      continue;
    }
    const fontSize = inherited.fontSize ?? spot.style.fontSize;
    const change = readProperty(name, value, { fontSize, viewport: spot.viewport, parent: spot.style });
    if (!change) walk.report(problems.badSvgValue(name, value, expectedOf(name)), declaration);
    if (change?.inherited) Object.assign(inherited, change.inherited);
    if (change?.own) own = { ...own, ...change.own };
  }
  const space = element.attributes.get('xml:space')?.value;
  if (space !== undefined) inherited.keepsSpaces = space === 'preserve';
  const isChanged = Object.keys(inherited).length > 0;
  return { style: isChanged ? { ...spot.style, ...inherited } : spot.style, own };
}

function* attributeDeclarations({ attributes }: XmlElement): Generator<SvgDeclaration> {
  for (const [name, { value, start, end }] of attributes) {
    if (!isReadProperty(name) && !leftOutProperties.has(name)) continue;
    yield { name, value: value.trim(), isImportant: false, start, end };
  }
}

function checkLeftOut(declaration: SvgDeclaration, walk: SvgWalk): void {
  const { name, value } = declaration;
  const leftOut = leftOutProperties.get(name);
  if (leftOut) {
    if (!leftOut.harmless.test(value)) walk.reportOnce(problems.simplifiedPart(leftOut.what), declaration);
    return;
  }
  if (harmlessNames.has(name) || name.startsWith('-')) return;
  const nearest = nearestName(name, readProperties);
  if (nearest !== undefined) walk.report(problems.unknownSvgName('property', name, nearest), declaration);
}

/** What is written for a property, for messages. */
function expectedOf(name: string): string {
  if (/^(fill|stroke|color|stop-color)$/.test(name)) return 'a color such as `#16456b` or `steelblue`';
  if (name.endsWith('opacity')) return 'a number from 0 to 1';
  if (/^(clip-path|mask|marker.*)$/.test(name)) return '`url(#id)` with an id of the drawing';
  if (/width|size|dash|spacing|shift|limit/.test(name)) return 'a number, or a length such as `2px`';
  return 'one of its values';
}

/** Reads a length attribute; undefined when it is absent, `auto` or, after a report, no length. */
export function lengthOf(
  element: XmlElement,
  name: string,
  axis: LengthAxis,
  at: { readonly spot: SvgSpot; readonly walk: SvgWalk },
): number | undefined {
  const attribute = element.attributes.get(name);
  if (!attribute || attribute.value.trim() === 'auto' || attribute.value.trim() === '') return undefined;
  const { spot, walk } = at;
  const length = readLength(attribute.value, axis, { fontSize: spot.style.fontSize, viewport: spot.viewport });
  if (length === undefined) reportValue(name, attribute, walk);
  return length;
}

/** Reports an attribute whose value cannot be read, from an offset in it on. */
export function reportValue(name: string, attribute: XmlAttribute, walk: SvgWalk, offset = 0): void {
  const value = attribute.value.slice(offset);
  const expected =
    name === 'd'
      ? 'path data such as `M0,0 L10,5 Z`; everything before this place is drawn'
      : name === 'points'
        ? 'pairs of numbers'
        : name === 'transform' || name.endsWith('Transform')
          ? 'transforms such as `translate(10 20) rotate(45)`'
          : 'a number, or a length such as `12px`';
  walk.report(problems.badSvgValue(name, value, expected), { start: attribute.start + offset, end: attribute.end });
}

/** Finds what an address such as `#id` means. Undefined after a report. */
export function findTarget(address: string, place: SvgPlace, spot: SvgSpot, walk: SvgWalk): XmlElement | undefined {
  if (!address.startsWith('#')) {
    walk.report(problems.foreignSvgTarget(address), place);
    return undefined;
  }
  const id = decodeId(address.slice(1));
  const target = walk.svg.ids.get(id);
  if (!target) {
    walk.report(problems.missingSvgTarget(id, nearestName(id, walk.svg.ids.keys())), place);
    return undefined;
  }
  if (spot.users.includes(target)) {
    walk.report(problems.circularReference(id), place);
    return undefined;
  }
  return target;
}

/** Finds a target that must be one of some elements. */
export function findElement(
  address: string,
  expected: readonly string[],
  at: { readonly place: SvgPlace; readonly spot: SvgSpot; readonly walk: SvgWalk },
): XmlElement | undefined {
  const target = findTarget(address, at.place, at.spot, at.walk);
  if (!target || expected.includes(localName(target.name))) return target;
  at.walk.report(
    problems.wrongSvgTarget(address.slice(1), localName(target.name), expected.map((name) => `<${name}>`).join(' or ')),
    at.place,
  );
  return undefined;
}

function decodeId(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
