/** Clip paths, and the masks that are nothing else: areas in one color through which a drawing is seen. */
import { compose, identity, invert, type Transform } from '../../geometry/transform.ts';
import type { XmlElement } from '../../markup/parse-xml.ts';
import { lightnessOf } from '../color.ts';
import type { DrawingItem, Path } from '../drawing.ts';
import { transformPath, unitePaths } from '../path-geometry.ts';
import { boundsOfItems } from './item-bounds.ts';
import { shapeNames } from './shape-path.ts';
import { hrefOf, isSvgElement, localName } from './svg-names.ts';
import { unsupportedPart } from './svg-problems.ts';
import { readShape } from './svg-shape.ts';
import type { SvgOwnStyle } from './svg-style.ts';
import { readTransform } from './svg-transform.ts';
import { findElement, lengthOf, type SvgPlace, type SvgSpot, type SvgWalk, styleOf } from './svg-walk.ts';

interface Clipping {
  readonly spot: SvgSpot;
  readonly walk: SvgWalk;
  readonly place: SvgPlace;
}

/** Returns the items as far as the clip path of `address` shows them. */
export function clipItems(items: readonly DrawingItem[], address: string, { spot, walk, place }: Clipping): readonly DrawingItem[] {
  const element = findElement(address, ['clipPath'], { place, spot, walk });
  if (!element) return items;
  const { own, style } = styleOf(element, spot, walk);
  const inside = transformFor(element, 'clipPathUnits', 'objectBoundingBox', { items, own, spot });
  const within: SvgSpot = { ...spot, style, transform: inside, users: [...spot.users, element] };
  const areas = childrenOf(element, walk).flatMap((child) => areasOf(child, within, walk) ?? []);
  const clipped = clipTo(areas, items);
  return own.clipPath === undefined
    ? clipped
    : clipItems(clipped, own.clipPath, { spot: { ...spot, users: within.users }, walk, place: element });
}

/** Returns the items as far as a mask shows them. A mask that does more than a clip path is reported. */
export function maskItems(items: readonly DrawingItem[], address: string, { spot, walk, place }: Clipping): readonly DrawingItem[] {
  const element = findElement(address, ['mask'], { place, spot, walk });
  if (!element) return items;
  const { own, style } = styleOf(element, spot, walk);
  const inside = transformFor(element, 'maskContentUnits', 'objectBoundingBox', { items, own: { ...own, transform: undefined }, spot });
  const within: SvgSpot = { ...spot, style, transform: inside, users: [...spot.users, element] };
  const areas: Area[] = [];
  for (const child of childrenOf(element, walk)) {
    const shown = plainAreasOf(child, within, { walk, isAlpha: own.isAlphaMask });
    if (!shown) {
      walk.report(unsupportedPart('a mask with shades', 'use a clip path, or export the drawing as PNG at 300 pixels an inch'), element);
      return items;
    }
    areas.push(...shown);
  }
  return clipTo(areas, items);
}

interface Area {
  readonly path: Path;
  readonly rule: 'nonzero' | 'evenodd';
}

function clipTo(areas: readonly Area[], items: readonly DrawingItem[]): readonly DrawingItem[] {
  const [first] = areas;
  // Without an area nothing is seen.
  if (!first || items.length === 0) return [];
  if (areas.length > 1) return [{ kind: 'clip', path: unitePaths(areas.map(({ path }) => path)), items }];
  return [{ kind: 'clip', path: first.path, ...(first.rule === 'evenodd' && { rule: 'evenodd' }), items }];
}

interface Unit {
  readonly items: readonly DrawingItem[];
  readonly own: SvgOwnStyle;
  readonly spot: SvgSpot;
}

/** From the coordinates inside a clip path or mask to those of the drawing. */
function transformFor(element: XmlElement, attribute: string, boxUnits: string, { items, own, spot }: Unit): Transform {
  const moved = compose(spot.transform, readTransform(own.transform ?? '') ?? identity);
  if (element.attributes.get(attribute)?.value !== boxUnits) return moved;
  const back = invert(spot.transform);
  const box = back && boundsOfItems(items, back);
  return box ? compose(moved, [box.width, 0, 0, box.height, box.x, box.y]) : moved;
}

const childrenOf = (element: XmlElement, walk: SvgWalk): readonly XmlElement[] =>
  element.children.filter((child): child is XmlElement => child.kind === 'element' && isSvgElement(child, walk.svg.prefixes));

/** The areas of a child of a clip path: a shape, or one that is used. */
function areasOf(element: XmlElement, spot: SvgSpot, walk: SvgWalk): readonly Area[] | undefined {
  const name = localName(element.name);
  const { style, own } = styleOf(element, spot, walk);
  if (!own.isDisplayed || !style.isVisible) return undefined;
  const here: SvgSpot = { ...spot, style, transform: compose(spot.transform, readTransform(own.transform ?? '') ?? identity) };
  if (shapeNames.has(name)) {
    const path = readShape(element, here, walk);
    return path && [{ path: transformPath(path, here.transform), rule: style.clipRule }];
  }
  if (name === 'use') return areasOfUse(element, here, walk);
  if (name === 'text') walk.report(unsupportedPart('text as a clip path', 'convert the text to outlines'), element);
  return undefined;
}

function areasOfUse(element: XmlElement, spot: SvgSpot, walk: SvgWalk): readonly Area[] | undefined {
  const href = hrefOf(element);
  const target = href && findElement(href.value.trim(), [...shapeNames, 'text'], { place: href, spot, walk });
  if (!target) return undefined;
  const [x, y] = [lengthOf(element, 'x', 'x', { spot, walk }) ?? 0, lengthOf(element, 'y', 'y', { spot, walk }) ?? 0];
  return areasOf(target, { ...spot, transform: compose(spot.transform, [1, 0, 0, 1, x, y]), users: [...spot.users, element] }, walk);
}

/** The areas of a child of a mask when it shows all or nothing; undefined when it shades. */
function plainAreasOf(
  element: XmlElement,
  spot: SvgSpot,
  mask: { readonly walk: SvgWalk; readonly isAlpha: boolean },
): readonly Area[] | undefined {
  const { walk, isAlpha } = mask;
  const name = localName(element.name);
  const { style, own } = styleOf(element, spot, walk);
  if (!own.isDisplayed || !style.isVisible) return [];
  if (own.opacity < 1 || own.mask !== undefined || own.clipPath !== undefined || style.stroke.kind !== 'none') return undefined;
  const here: SvgSpot = { ...spot, style, transform: compose(spot.transform, readTransform(own.transform ?? '') ?? identity) };
  if (name === 'g') {
    const inner = childrenOf(element, walk).map((child) => plainAreasOf(child, here, mask));
    return inner.every((areas) => areas !== undefined) ? inner.flat() : undefined;
  }
  if (!shapeNames.has(name) || style.fill.kind !== 'color') return undefined;
  const { color } = style.fill;
  const isWhole = color.alpha * style.fillOpacity === 1 && (isAlpha || lightnessOf(color) > 0.99);
  const path = isWhole ? readShape(element, here, walk) : undefined;
  if (!isWhole) return undefined;
  return path ? [{ path: transformPath(path, here.transform), rule: style.fillRule }] : [];
}
