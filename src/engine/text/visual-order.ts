/** The order in which the pieces of a line stand from left to right (UAX #9, rule L2). */

/**
 * Returns the logical indexes of the first `count` pieces in visual order, or undefined when the logical order is the visual one.
 * `levels` are the embedding levels of the pieces.
 */
export function orderVisually(levels: readonly number[], count: number): Int32Array | undefined {
  let highest = 0;
  let lowestOdd = 255;
  for (let index = 0; index < count; index++) {
    const level = levels[index]!;
    if (level > highest) highest = level;
    if ((level & 1) === 1 && level < lowestOdd) lowestOdd = level;
  }
  if (lowestOdd === 255) return undefined;
  const order = Int32Array.from({ length: count }, (_, index) => index);
  for (let level = highest; level >= lowestOdd; level--) {
    for (let index = 0; index < count; index++) {
      if (levels[order[index]!]! < level) continue;
      const start = index;
      while (index + 1 < count && levels[order[index + 1]!]! >= level) index++;
      order.subarray(start, index + 1).reverse();
    }
  }
  return order;
}
