/**
 * An SVG file to a Drawing: walks its tree, moves every point to where it is on paper, and keeps what is painted.
 *
 * What of SVG is drawn stands in the manual. Everything else that would be seen is reported with its place in the file.
 */
import { compose, identity, type Transform } from '../../geometry/transform.ts';
import type { XmlElement } from '../../markup/parse-xml.ts';
import type { Report } from '../../source/diagnostic.ts';
import type { FontLibrary } from '../../text/font-library.ts';
import type { Drawing, DrawingItem } from '../drawing.ts';
import { rectanglePath, transformPath } from '../path-geometry.ts';
import { fadeItems } from './fade-items.ts';
import { shapeNames } from './shape-path.ts';
import { clipItems, maskItems } from './svg-clip.ts';
import { nearestElement, type SvgFile } from './svg-file.ts';
import { drawImage } from './svg-image.ts';
import { drawMarkers } from './svg-marker.ts';
import { hrefOf, isSvgElement, localName } from './svg-names.ts';
import * as problems from './svg-problems.ts';
import { drawShape, pointsPerPixel, readShape } from './svg-shape.ts';
import { initialStyle, type SvgOwnStyle } from './svg-style.ts';
import { drawText } from './svg-text.ts';
import { defaultAspectRatio, fitViewBox, readAspectRatio, readTransform, readViewBox } from './svg-transform.ts';
import { drawnElements, silentElements, simplifiedElements, unsupportedElements } from './svg-vocabulary.ts';
import { findTarget, lengthOf, mostDrawn, reportValue, type SvgLook, type SvgSpot, type SvgWalk, spend, styleOf } from './svg-walk.ts';

/** Draws an SVG file as it looks on a page. */
export function drawSvg(svg: SvgFile, look: SvgLook, library: FontLibrary, report: Report): Drawing {
  const { root, size, viewBox, file } = svg;
  const said = new Set<string>();
  const say: SvgWalk['report'] = (diagnostic, { start, end }) => {
    const key = `${start} ${diagnostic.message}`;
    if (!said.has(key)) report({ ...diagnostic, span: { file, start, end } });
    said.add(key);
  };
  const walk: SvgWalk = {
    svg,
    look,
    library,
    budget: { ...mostDrawn, isSpent: false },
    images: new Map(),
    report: say,
    reportOnce(diagnostic, place) {
      if (!said.has(diagnostic.message)) say(diagnostic, place);
      said.add(diagnostic.message);
    },
  };
  const page: SvgSpot = {
    transform: [pointsPerPixel, 0, 0, pointsPerPixel, 0, 0],
    style: { ...initialStyle, color: look.color },
    viewport: size,
    users: [],
  };
  const { style, own } = styleOf(root, page, walk);
  const fitted = viewBox ? compose(page.transform, fitViewBox(viewBox, size, aspectOf(root, walk))) : page.transform;
  const spot: SvgSpot = { ...page, style, transform: compose(fitted, transformOf(root, own, walk)), viewport: viewBox ?? size };
  const items = own.isDisplayed ? finish(drawChildren(root, spot, walk), root, { own, spot, walk }) : [];
  return {
    width: rounded(size.width * pointsPerPixel),
    height: rounded(size.height * pointsPerPixel),
    items: walk.budget.isSpent ? [] : items,
  };
}

function drawChildren(element: XmlElement, spot: SvgSpot, walk: SvgWalk): readonly DrawingItem[] {
  return element.children.flatMap((child) => (child.kind === 'element' ? drawElement(child, spot, walk) : []));
}

function drawElement(element: XmlElement, outside: SvgSpot, walk: SvgWalk): readonly DrawingItem[] {
  if (walk.budget.isSpent || !isSvgElement(element, walk.svg.prefixes)) return [];
  const name = localName(element.name);
  if (!painted.has(name)) {
    reportUndrawn(name, element, walk);
    return [];
  }
  const { style, own } = styleOf(element, outside, walk);
  if (!own.isDisplayed) return [];
  const spot: SvgSpot = { ...outside, style, transform: compose(outside.transform, transformOf(element, own, walk)) };
  return finish(drawContent(name, element, { spot, own, walk }), element, { own, spot, walk });
}

interface Drawn {
  readonly spot: SvgSpot;
  readonly own: SvgOwnStyle;
  readonly walk: SvgWalk;
}

const containers: ReadonlySet<string> = new Set(['g', 'a', 'svg', 'use', 'switch']);
const painted: ReadonlySet<string> = new Set([...containers, ...shapeNames, 'text', 'image']);

function drawContent(name: string, element: XmlElement, { spot, own, walk }: Drawn): readonly DrawingItem[] {
  if (shapeNames.has(name)) {
    const path = readShape(element, spot, walk);
    if (!path) return [];
    const items = drawShape(element, path, { spot, own, walk });
    const isMarked = name === 'path' || name === 'line' || name === 'polyline' || name === 'polygon';
    return isMarked && spot.style.isVisible ? [...items, ...drawMarkers(element, path, { spot, walk }, drawChildren)] : items;
  }
  if (name === 'text') return drawText(element, spot, walk);
  if (name === 'image') return drawImage(element, spot, walk);
  if (!spend(walk, element, 0)) return [];
  if (name === 'use') return drawUse(element, spot, walk);
  if (name === 'svg') return drawViewport(element, { spot, own, walk }, {});
  if (name === 'switch') return drawSwitch(element, spot, walk);
  return drawChildren(element, spot, walk);
}

/** Brings in what the element does to all that it has drawn. */
function finish(items: readonly DrawingItem[], element: XmlElement, { own, spot, walk }: Drawn): readonly DrawingItem[] {
  if (items.length === 0 || own.opacity === 0) return [];
  let finished = items;
  if (own.clipPath !== undefined) finished = clipItems(finished, own.clipPath, { spot, walk, place: element });
  if (own.mask !== undefined) finished = maskItems(finished, own.mask, { spot, walk, place: element });
  return fadeItems(finished, own.opacity);
}

function transformOf(element: XmlElement, { transform }: SvgOwnStyle, walk: SvgWalk): Transform {
  if (transform === undefined) return identity;
  const read = readTransform(transform);
  if (!read)
    reportValue('transform', element.attributes.get('transform') ?? { value: transform, start: element.start, end: element.end }, walk);
  return read ?? identity;
}

/** Elements that are not painted where they stand: some are used by others, some cannot be printed. */
function reportUndrawn(name: string, element: XmlElement, walk: SvgWalk): void {
  // What is left out was reported when the file was read.
  if (silentElements.has(name) || simplifiedElements.has(name) || (drawnElements.has(name) && name !== 'tspan')) return;
  const hint = unsupportedElements.get(name);
  if (hint !== undefined) walk.report(problems.unsupportedPart(`<${name}>`, hint), element);
  else if (name === 'tspan') walk.report(problems.unsupportedPart('<tspan> outside of <text>', 'put it into a <text>'), element);
  else walk.report(problems.unknownSvgName('element', name, nearestElement(name)), element);
}

function drawUse(element: XmlElement, spot: SvgSpot, walk: SvgWalk): readonly DrawingItem[] {
  const href = hrefOf(element);
  const target = href && findTarget(href.value.trim(), href, spot, walk);
  if (!target) return [];
  const at = { spot, walk };
  const [x, y] = [lengthOf(element, 'x', 'x', at) ?? 0, lengthOf(element, 'y', 'y', at) ?? 0];
  const moved: SvgSpot = { ...spot, transform: compose(spot.transform, [1, 0, 0, 1, x, y]), users: [...spot.users, target] };
  if (moved.users.length > deepestUse) {
    walk.report(problems.drawingTooLarge(`parts are used more than ${deepestUse} deep in each other`), element);
    return [];
  }
  const name = localName(target.name);
  if (name !== 'symbol' && name !== 'svg') return drawElement(target, moved, walk);
  const { style, own } = styleOf(target, moved, walk);
  if (!own.isDisplayed) return [];
  const inside: SvgSpot = { ...moved, style, transform: compose(moved.transform, transformOf(target, own, walk)) };
  const [width, height] = [lengthOf(element, 'width', 'x', at), lengthOf(element, 'height', 'y', at)];
  const given = { ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
  return finish(drawViewport(target, { spot: inside, own, walk }, given), target, { own, spot: inside, walk });
}

/** More than any program nests symbols; each level can show the next many times. */
const deepestUse = 32;

/** Draws an <svg> or <symbol> inside a drawing: a viewport of its own. `given` is the size that a <use> asks for. */
function drawViewport(
  element: XmlElement,
  { spot, own, walk }: Drawn,
  given: { readonly width?: number; readonly height?: number },
): readonly DrawingItem[] {
  const at = { spot, walk };
  const width = given.width ?? lengthOf(element, 'width', 'x', at) ?? spot.viewport.width;
  const height = given.height ?? lengthOf(element, 'height', 'y', at) ?? spot.viewport.height;
  if (!(width > 0 && height > 0)) return [];
  const here = compose(spot.transform, [1, 0, 0, 1, lengthOf(element, 'x', 'x', at) ?? 0, lengthOf(element, 'y', 'y', at) ?? 0]);
  const viewBox = readViewBox(element.attributes.get('viewBox')?.value ?? '');
  const transform = viewBox ? compose(here, fitViewBox(viewBox, { width, height }, aspectOf(element, walk))) : here;
  const items = drawChildren(element, { ...spot, transform, viewport: viewBox ?? { width, height } }, walk);
  if (own.showsOverflow || items.length === 0) return items;
  return [{ kind: 'clip', path: transformPath(rectanglePath({ x: 0, y: 0, width, height }), here), items }];
}

function aspectOf(element: XmlElement, walk: SvgWalk) {
  const attribute = element.attributes.get('preserveAspectRatio');
  const aspect = attribute ? readAspectRatio(attribute.value) : defaultAspectRatio;
  if (!aspect) reportValue('preserveAspectRatio', attribute!, walk);
  return aspect ?? defaultAspectRatio;
}

/** Of the alternatives in a <switch>, programs write what only they understand first. */
function drawSwitch(element: XmlElement, spot: SvgSpot, walk: SvgWalk): readonly DrawingItem[] {
  const child = element.children.find(
    (one): one is XmlElement =>
      one.kind === 'element' &&
      isSvgElement(one, walk.svg.prefixes) &&
      localName(one.name) !== 'foreignObject' &&
      !one.attributes.has('requiredExtensions'),
  );
  return child ? drawElement(child, spot, walk) : [];
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000 || 0;
