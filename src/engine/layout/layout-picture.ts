/** Pictures and charts that stand as blocks: how large they are shown, and the strip that shows them. */
import { fits } from '../geometry/length.ts';
import type { StyledElement } from '../style/style.ts';
import type { BlockTools } from './block-tools.ts';
import { borderBox, contentBox, extentOf, type Place } from './box-geometry.ts';
import { leafIn } from './grow-inline.ts';
import { growRole } from './grow-structure.ts';
import type { GrowingStructure } from './layout-context.ts';
import { naturalSize } from './natural-size.ts';
import { tallPicture } from './problems.ts';

/** The most of a page's height that a picture may take: a caption must fit below it. */
const mostOfPage = 0.88;

/** Adds one picture. Inside a Figure it belongs to that; elsewhere it becomes one, or an artifact when its alt text is empty. */
export function layoutPicture(element: StyledElement, containing: Place, parent: GrowingStructure, { builder, context }: BlockTools): void {
  const { style } = element;
  const box = borderBox(style, containing);
  const content = contentBox(style, box);
  const picture = context.pictures.pictureOf(element, content.width);
  if (!picture) return;
  const natural = naturalSize(picture);
  const ratio = natural.height / natural.width;
  const fixedHeight = extentOf(style.height, context.pageHeight);
  let width = extentOf(style.width, containing.width) !== undefined ? content.width : Math.min(natural.width, content.width);
  if (fixedHeight !== undefined && style.width === 'auto') width = Math.min(fixedHeight / ratio, content.width);
  let height = width * ratio;
  const most = Math.min(context.pageHeight * mostOfPage, extentOf(style.maxHeight, context.pageHeight) ?? Number.POSITIVE_INFINITY);
  if (!fits(height, most)) {
    if (style.maxHeight === 'auto') context.report(tallPicture(height, most, element.origin));
    height = most;
    width = height / ratio;
  }
  const spare = content.width - width;
  const { left, right } = style.marginAuto;
  const shift = (left && right) || style.textAlign === 'center' ? spare / 2 : style.direction === 'rtl' ? spare : 0;
  builder.open(style, box, element.origin);
  builder.add({
    content: {
      kind: 'picture',
      picture,
      x: content.x + shift,
      width,
      height,
      mark: markOf(element, parent, context),
      origin: element.origin,
    },
    height,
    origin: element.origin,
  });
  builder.close();
}

function markOf(element: StyledElement, parent: GrowingStructure, context: BlockTools['context']): number | 'layout' {
  const alt = element.attributes.get('alt') ?? '';
  if (alt === '') return 'layout';
  if (parent.role === 'Figure') return leafIn(parent, context);
  const figure = growRole('Figure', parent);
  return leafIn(Object.assign(figure, { alt }), context);
}
