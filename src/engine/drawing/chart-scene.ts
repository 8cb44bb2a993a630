/** Looks at and corrects the scene that Vega has laid out, before it is drawn. */

/** A rectangle in the coordinates of the group that holds it. */
export interface Bounds {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** A part of Vega's scene: a list of marks or one mark. Vega owns these objects and they change. */
export interface Scene {
  readonly role?: string;
  readonly marktype?: string;
  readonly bounds?: Bounds;
  readonly items?: readonly Scene[];
  x?: number;
  y?: number;
  align?: string;
  readonly opacity?: number;
  readonly angle?: number;
}

/** Tells whether any mark stands for data, rather than for an axis or a legend. */
export function showsData(scene: Scene): boolean {
  const items = scene.items ?? [];
  if (scene.role === 'mark' && scene.marktype !== 'group' && items.length > 0) return true;
  return items.some((item) => showsData(item));
}

/** Least distance between neighboring labels, in pt: less looks like one word. */
const leastGap = 2;

/** Tells whether labels of an axis that stand side by side run into each other. */
export function labelsCollide(scene: Scene): boolean {
  const items = scene.items ?? [];
  if (scene.role !== 'axis-label') return items.some((item) => labelsCollide(item));
  const shown = items.filter((item) => item.bounds && (item.opacity ?? 1) > 0 && !item.angle);
  if (shown.length < 2 || shown.some((item) => item.y !== shown[0]!.y)) return false;
  const inOrder = shown.map((item) => item.bounds!).sort((one, other) => one.x1 - other.x1);
  return inOrder.some((bounds, index) => index > 0 && bounds.x1 < inOrder[index - 1]!.x2 + leastGap);
}

/** Turns legends round for right-to-left reading: first entry at the right, symbols to the right of their labels. */
export function mirrorLegends(scene: Scene): void {
  for (const item of scene.items ?? []) {
    if (scene.role !== 'legend') mirrorLegends(item);
    else if (item.bounds && !holdsGradient(item)) {
      const left = item.x ?? 0;
      mirrorInside(item, item.bounds.x1 - left + item.bounds.x2 - left);
    }
  }
}

// A ramp of colors keeps its direction, because its labels belong to places on it.
function holdsGradient(scene: Scene): boolean {
  return scene.role === 'legend-gradient' || scene.role === 'legend-band' || (scene.items ?? []).some((item) => holdsGradient(item));
}

const opposite: Readonly<Record<string, string>> = { left: 'right', right: 'left' };

// Every x becomes `sum - x`; inside a moved group that is -x.
function mirrorInside(group: Scene, sum: number): void {
  for (const mark of group.items ?? []) {
    if (mark.bounds) mirrorBounds(mark.bounds, sum);
    for (const item of mark.items ?? []) {
      item.x = sum - (item.x ?? 0);
      if (item.bounds) mirrorBounds(item.bounds, sum);
      if (mark.marktype === 'text') item.align = opposite[item.align ?? 'left'] ?? item.align ?? 'left';
      if (mark.marktype === 'group') mirrorInside(item, 0);
    }
  }
}

function mirrorBounds(bounds: Bounds, sum: number): void {
  const { x1, x2 } = bounds;
  bounds.x1 = sum - x2;
  bounds.x2 = sum - x1;
}
