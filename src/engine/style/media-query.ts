/** `@media` on paper: whether a rule is for print, and for paper of this size. */
import type { Size } from '../geometry/rect.ts';
import { type CssNode, childOf, childrenOf, textField } from './css-node.ts';
import { readCssValue } from './css-value.ts';
import { readLength, toPoints } from './relative-length.ts';

/** `min-width: 100pt` and the like; sizes are those of the paper. */
export interface MediaFeature {
  readonly bound: 'min' | 'max';
  readonly side: 'width' | 'height';
  readonly length: number;
}

/** Alternatives, one of which must hold. */
export type MediaQuery = readonly {
  readonly isForPrint: boolean;
  readonly features: readonly MediaFeature[];
  /** `not` before the whole alternative. */
  readonly isNegated: boolean;
}[];

/** Tells whether a query holds for paper of this size, forgiving a hundredth of a point. */
export function matchesMedia(query: MediaQuery, paper: Size): boolean {
  return query.some((each) => (each.isForPrint && each.features.every((feature) => holds(feature, paper))) !== each.isNegated);
}

function holds({ bound, side, length }: MediaFeature, paper: Size): boolean {
  return bound === 'min' ? paper[side] >= length - 0.01 : paper[side] <= length + 0.01;
}

/** Reads the prelude of `@media`; undefined when it asks for something that paper cannot answer. */
export function readMediaQuery(prelude: CssNode | undefined, text: string): MediaQuery | undefined {
  const list = prelude && childrenOf(prelude).find((node) => node.type === 'MediaQueryList');
  if (!list) return undefined;
  const query = childrenOf(list).map((node) => readAlternative(node, text));
  return query.every((each) => each !== undefined) && query.length > 0 ? query : undefined;
}

/** Text sizes that `em` and `rem` mean in a query: those of a document without styles. */
const initialSizes = { fontSize: 10.5, rootFontSize: 10.5 };

function readAlternative(node: CssNode, text: string): MediaQuery[number] | undefined {
  const modifier = textField(node, 'modifier').toLowerCase();
  const medium = textField(node, 'mediaType').toLowerCase();
  if (!/^(?:|all|print|screen)$/.test(medium) || !/^(?:|not|only)$/.test(modifier)) return undefined;
  const features: MediaFeature[] = [];
  const condition = childOf(node, 'condition');
  for (const part of condition ? childrenOf(condition) : []) {
    if (part.type === 'Identifier' && part.name.toLowerCase() === 'and') continue;
    const feature = part.type === 'Feature' ? readFeature(part, text) : undefined;
    if (!feature) return undefined;
    features.push(feature);
  }
  return { isForPrint: medium !== 'screen', features, isNegated: modifier === 'not' };
}

function readFeature(node: CssNode, text: string): MediaFeature | undefined {
  const match = /^(min|max)-(width|height)$/.exec(node.name.toLowerCase());
  const value = childOf(node, 'value');
  const length = value && readLength(readCssValue(text.slice(value.start, value.end))?.[0]);
  if (!match || !length || length.share !== 0) return undefined;
  return { bound: match[1] as 'min' | 'max', side: match[2] as 'width' | 'height', length: toPoints(length, initialSizes) };
}
