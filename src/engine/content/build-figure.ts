/** An image that stands alone in its paragraph to a `<figure>`; its title is the caption, in Markdown. */
import type { Token } from 'markdown-it';
import type { BuildContext } from './build-context.ts';
import { buildPicture } from './build-image.ts';
import { buildInline } from './build-inline.ts';
import type { Locate } from './locate-inline.ts';
import { parseInlineTokens, placeOf } from './markdown-parser.ts';
import type { ProseElement } from './prose.ts';

/** Builds the figure for an image that is alone in its paragraph. */
export function buildFigure(token: Token, locate: Locate, context: BuildContext): ProseElement {
  const { image, attributes } = buildPicture(token, locate, context);
  const caption = String(token.attrGet('title') ?? '');
  const children = [image];
  if (caption !== '') {
    const { start = 0, end = start, titleAt = 0 } = placeOf(token);
    const place = (offset: number): number => locate(Math.min(start + titleAt + offset, end));
    children.push({
      kind: 'element',
      name: 'figcaption',
      attributes: new Map(),
      children: buildInline({ content: caption, tokens: parseInlineTokens(caption, context.environment), locate: place }, context),
      start: place(0),
      end: place(caption.length),
    });
  }
  return { kind: 'element', name: 'figure', attributes, children, start: image.start, end: image.end };
}
