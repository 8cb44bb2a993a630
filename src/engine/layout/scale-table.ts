/** Makes the text of a table's cells smaller, with its leading and padding; the caption and the notes keep their size. */
import type { Insets } from '../geometry/rect.ts';
import type { Style, StyledElement, StyledNode } from '../style/style.ts';

/** Returns the table at `scale` of its size, or the table itself for a scale of 1. Lines and widths that the author set stay. */
export function scaleTable(table: StyledElement, scale: number): StyledElement {
  if (scale >= 1) return table;
  // Elements of one style keep sharing it: styles are keys of caches.
  const styles = new Map<Style, Style>();
  const scaleStyle = (style: Style): Style => {
    let scaled = styles.get(style);
    if (!scaled) {
      scaled = atScale(style, scale);
      styles.set(style, scaled);
    }
    return scaled;
  };
  const scaleNode = (node: StyledNode): StyledNode => {
    if (node.kind === 'text' || node.name === 'footnote' || node.style.display === 'table-caption') return node;
    const marker = node.marker && { ...node.marker, style: scaleStyle(node.marker.style) };
    return { ...node, style: scaleStyle(node.style), children: node.children.map(scaleNode), ...(marker && { marker }) };
  };
  return { ...table, children: table.children.map(scaleNode) };
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
