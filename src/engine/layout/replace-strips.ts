/** Puts new strips in the place of old ones in a flow; everything else stays as it was made. */
import type { FloatSection, Flow, Frame, PouredStrip, ReplaceableStrips, Strip } from './flow.ts';

/** Strips that take the place of old ones. */
export interface Replacement {
  readonly old: ReplaceableStrips;
  readonly strips: readonly PouredStrip[];
}

/** Returns a flow with these replacements, which are in the order of the flow. */
export function replaceStrips(flow: Flow, replacements: readonly Replacement[]): Flow {
  const strips: Strip[] = [];
  /** For each old strip, where what took its place begins. */
  const moved = new Int32Array(flow.strips.length + 1);
  let old = 0;
  const mentioning: number[] = [];
  let mentions = 0;
  const keepUntil = (end: number) => {
    for (; old < end; old += 1) {
      moved[old] = strips.length;
      if (flow.mentioning[mentions] === old) {
        mentioning.push(strips.length);
        mentions += 1;
      }
      strips.push(flow.strips[old]!);
    }
  };
  for (const { old: replaced, strips: poured } of replacements) {
    keepUntil(replaced.first);
    const first = flow.strips[old]!;
    const last = flow.strips[old + replaced.count - 1]!;
    for (; old < replaced.first + replaced.count; old += 1) {
      moved[old] = strips.length;
      if (flow.mentioning[mentions] === old) mentions += 1;
    }
    for (const [index, strip] of poured.entries()) {
      mentioning.push(strips.length);
      strips.push(
        stripInPlace(strip, first, { last, insideCost: replaced.insideCost, isFirst: index === 0, isLast: index === poured.length - 1 }),
      );
    }
  }
  keepUntil(flow.strips.length);
  moved[old] = strips.length;
  const frames = new Map<Frame, Frame>();
  for (const frame of flow.frames) {
    const parent = frame.parent && frames.get(frame.parent);
    const first = moved[frame.first]!;
    const last = moved[frame.last + 1]! - 1;
    const isSame = parent === frame.parent && first === frame.first && last === frame.last;
    frames.set(frame, isSame ? frame : { ...frame, parent, first, last });
  }
  const sections = new Map<FloatSection, FloatSection>();
  const sectionOf = (section: FloatSection): FloatSection => {
    let known = sections.get(section);
    if (!known) sections.set(section, (known = { first: moved[section.first]!, end: moved[section.end]! }));
    return known;
  };
  const withFloats = (strip: Strip): Strip =>
    strip.floats ? { ...strip, floats: strip.floats.map((float) => ({ ...float, section: sectionOf(float.section) })) } : strip;
  // What stays as it was remains the same object: pages are cut anew from the first other one on.
  const withFrame = (strip: Strip): Strip => {
    const frame = strip.frame && frames.get(strip.frame);
    return frame === strip.frame ? strip : { ...strip, frame };
  };
  const counts = new Map(replacements.map(({ old, strips }) => [old, strips.length]));
  const inPlace = <Known extends ReplaceableStrips>(known: Known): Known => ({
    ...known,
    first: moved[known.first]!,
    count: counts.get(known) ?? known.count,
  });
  return {
    strips: strips.map((strip) => withFloats(withFrame(strip))),
    frames: [...frames.values()],
    mentioning,
    sideways: flow.sideways.map(({ after, flow: turned }) => ({ after: moved[after + 1]! - 1, flow: turned })),
    volatile: flow.volatile.map(inPlace),
    shortenable: flow.shortenable.map(inPlace),
  };
}

/** The first strip keeps what stood above the old ones, the last one what stood below. */
function stripInPlace(
  poured: PouredStrip,
  first: Strip,
  where: { last: Strip; insideCost: number; isFirst: boolean; isLast: boolean },
): Strip {
  const { last, insideCost, isFirst, isLast } = where;
  return {
    ...first,
    ...(!isFirst && {
      spaceBefore: 0,
      lead: 0,
      breakCost: poured.cost + insideCost,
      forcedBreak: undefined,
      markers: [],
      anchors: [],
      strings: [],
      bookmarks: [],
      sidenotes: undefined,
      figure: undefined,
    }),
    height: poured.height,
    trail: isLast ? last.trail : 0,
    spoken: isLast ? last.spoken : undefined,
    floats: isLast ? last.floats : undefined,
    content: poured.content,
    notes: poured.notes,
  };
}
