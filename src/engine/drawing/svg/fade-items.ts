/** Lets items shine through as a whole. One that overlaps nothing of its own fades by its color; others need a group. */
import type { Color, DrawingItem, Gradient } from '../drawing.ts';

/** Returns items painted with an opacity of 0 to 1. */
export function fadeItems(items: readonly DrawingItem[], opacity: number): readonly DrawingItem[] {
  if (opacity >= 1 || items.length === 0) return items;
  const [only] = items;
  return [(items.length === 1 && fadeItem(only!, opacity)) || { kind: 'group', opacity, items }];
}

function fadeItem(item: DrawingItem, opacity: number): DrawingItem | undefined {
  if (item.kind === 'text') return { ...item, color: fade(item.color, opacity) };
  if (item.kind === 'group') return { ...item, opacity: item.opacity * opacity };
  if (item.kind !== 'path' || (item.fill && item.stroke)) return undefined;
  const { fill, stroke } = item;
  if (fill) return { ...item, fill: 'kind' in fill ? fadeGradient(fill, opacity) : fade(fill, opacity) };
  if (!stroke) return undefined;
  const gradient = stroke.gradient && { gradient: fadeGradient(stroke.gradient, opacity) };
  return { ...item, stroke: { ...stroke, color: fade(stroke.color, opacity), ...gradient } };
}

const fade = (color: Color, opacity: number): Color => ({ ...color, alpha: color.alpha * opacity });

const fadeGradient = <Kind extends Gradient>(gradient: Kind, opacity: number): Kind => ({
  ...gradient,
  stops: gradient.stops.map(({ offset, color }) => ({ offset, color: fade(color, opacity) })),
});
