/** Makes the text of a table's cells smaller, with its leading and padding; the caption and the notes keep their size. */
import type { Insets } from '../geometry/rect.ts';
import type { Style, StyledElement, StyledNode } from '../style/style.ts';

/** Returns the table at `scale` of its size, or the table itself for a scale of 1. Lines and widths that the author set stay. */
export const scaleTable = (table: StyledElement, scale: number): StyledElement =>
  scale >= 1 ? table : restyleCells(table, (style) => atScale(style, scale));

/** Returns the table with its words divided as their language divides them. */
export const hyphenateTable = (table: StyledElement): StyledElement => restyleCells(table, (style) => ({ ...style, hyphens: 'auto' }));

function restyleCells(table: StyledElement, restyle: (style: Style) => Style): StyledElement {
  // Elements of one style keep sharing it: styles are keys of caches.
  const styles = new Map<Style, Style>();
  const restyled = (style: Style): Style => {
    let known = styles.get(style);
    if (!known) {
      known = restyle(style);
      styles.set(style, known);
    }
    return known;
  };
  const restyleNode = (node: StyledNode): StyledNode => {
    if (node.kind === 'text' || node.name === 'footnote' || node.style.display === 'table-caption') return node;
    const marker = node.marker && { ...node.marker, style: restyled(node.marker.style) };
    return { ...node, style: restyled(node.style), children: node.children.map(restyleNode), ...(marker && { marker }) };
  };
  return { ...table, children: table.children.map(restyleNode) };
}

const atScale = (style: Style, scale: number): Style => ({
  ...style,
  fontSize: style.fontSize * scale,
  lineHeight: style.lineHeight * scale,
  letterSpacing: style.letterSpacing * scale,
  textIndent: style.textIndent * scale,
  padding: scaleInsets(style.padding, scale),
  margin: scaleInsets(style.margin, scale),
});

const scaleInsets = ({ top, right, bottom, left }: Insets, scale: number): Insets => ({
  top: top * scale,
  right: right * scale,
  bottom: bottom * scale,
  left: left * scale,
});
