/** The letters of a <text> as pieces: a new one begins where the style changes or a letter has a place of its own. */
import { identity, type Transform } from '../../geometry/transform.ts';
import type { XmlElement } from '../../markup/parse-xml.ts';
import { readNumbers } from './number-reader.ts';
import { type LengthAxis, readLength } from './svg-length.ts';
import { isSvgElement, localName } from './svg-names.ts';
import { circularReference, unknownSvgName, unsupportedPart } from './svg-problems.ts';
import { rotation } from './svg-transform.ts';
import { drawnElements, silentElements, simplifiedElements, unsupportedElements } from './svg-vocabulary.ts';
import { reportValue, type SvgSpot, type SvgWalk, styleOf } from './svg-walk.ts';

/** Letters that are set together. */
export interface TextPiece {
  readonly element: XmlElement;
  readonly spot: SvgSpot;
  readonly text: string;
  readonly x: number | undefined;
  readonly y: number | undefined;
  readonly dx: number;
  readonly dy: number;
  readonly rotate: number;
  readonly turn: Transform;
  /** How far above the line it stands. */
  readonly shift: number;
}

type Lists = Readonly<Record<'x' | 'y' | 'dx' | 'dy' | 'rotate', readonly number[]>>;

/** Lists of an open element, and how many letters came before it. */
interface OpenLists {
  readonly lists: Lists;
  readonly start: number;
}

type Growing = { -readonly [Key in keyof TextPiece]: TextPiece[Key] };

/** Returns the pieces of a <text> in order, white space collapsed unless it is to be kept. */
export function collectPieces(text: XmlElement, spot: SvgSpot, walk: SvgWalk): readonly TextPiece[] {
  const pieces: Growing[] = [];
  const open: OpenLists[] = [];
  let count = 0;
  let endsWithSpace = true;

  /** How many letters the lists at hand reach. */
  let reach = 0;

  const at = (name: keyof Lists, isLasting: boolean): number | undefined => {
    for (const { lists, start } of open.toReversed()) {
      const list = lists[name];
      const value = list[count - start] ?? (isLasting ? list.at(-1) : undefined);
      if (value !== undefined) return value;
    }
    return undefined;
  };

  const addText = (written: string, place: Pick<TextPiece, 'element' | 'spot' | 'shift'>): void => {
    let isFresh = true;
    const { keepsSpaces } = place.spot.style;
    for (const character of keepsSpaces ? written.replace(/[\t\r\n]/g, ' ') : written.replace(/\s+/g, ' ')) {
      if (!keepsSpaces && character === ' ' && endsWithSpace) continue;
      endsWithSpace = character === ' ';
      const mayBePlaced = count < reach;
      const [x, y, dx, dy] = mayBePlaced ? [at('x', false), at('y', false), at('dx', false), at('dy', false)] : [];
      const rotate = (mayBePlaced ? at('rotate', true) : undefined) ?? 0;
      if (isFresh || x !== undefined || y !== undefined || dx !== undefined || dy !== undefined || rotate !== 0) {
        const turn = rotate === 0 ? identity : rotation(rotate);
        pieces.push({ ...place, text: '', x, y, dx: dx ?? 0, dy: dy ?? 0, rotate, turn });
      }
      pieces.at(-1)!.text += character;
      isFresh = false;
      count++;
    }
  };

  const visit = (element: XmlElement, here: SvgSpot, shift: number): void => {
    const lists = listsOf(element, here, walk);
    open.push({ lists, start: count });
    // The last turn holds for all letters that follow.
    const longest = lists.rotate.length > 0 ? Infinity : Math.max(lists.x.length, lists.y.length, lists.dx.length, lists.dy.length);
    reach = Math.max(reach, count + longest);
    for (const child of element.children) {
      if (child.kind === 'text') addText(child.text, { element, spot: here, shift });
      else if (isSvgElement(child, walk.svg.prefixes)) visitChild(child, here, shift);
    }
    open.pop();
  };

  const visitChild = (child: XmlElement, here: SvgSpot, shift: number): void => {
    const name = localName(child.name);
    if (name === 'tspan' || name === 'a') {
      const { style, own } = styleOf(child, here, walk);
      if (own.isDisplayed) visit(child, { ...here, style }, shift + own.baselineShift);
    } else if (unsupportedElements.has(name)) {
      walk.report(unsupportedPart(`<${name}>`, unsupportedElements.get(name)!), child);
    } else if (drawnElements.has(name)) {
      walk.report(circularReference(name), child);
    } else if (!silentElements.has(name) && !simplifiedElements.has(name)) {
      walk.report(unknownSvgName('element', name, undefined), child);
    }
  };

  visit(text, spot, 0);
  const last = pieces.at(-1);
  if (last && !last.spot.style.keepsSpaces) last.text = last.text.replace(/ $/, '');
  return pieces.filter((piece) => piece.text !== '');
}

function listsOf(element: XmlElement, spot: SvgSpot, walk: SvgWalk): Lists {
  const context = { fontSize: spot.style.fontSize, viewport: spot.viewport };
  const list = (name: 'x' | 'y' | 'dx' | 'dy', axis: LengthAxis): readonly number[] => {
    const attribute = element.attributes.get(name);
    if (!attribute) return [];
    const parts = attribute.value.split(/[\s,]+/).filter((part) => part !== '');
    const lengths = parts.map((part) => readLength(part, axis, context));
    if (lengths.every((length): length is number => length !== undefined)) return lengths;
    reportValue(name, attribute, walk);
    return [];
  };
  const rotate = element.attributes.get('rotate');
  const turns = rotate ? readNumbers(rotate.value) : [];
  if (!turns) reportValue('rotate', rotate!, walk);
  return { x: list('x', 'x'), y: list('y', 'y'), dx: list('dx', 'x'), dy: list('dy', 'y'), rotate: turns ?? [] };
}
