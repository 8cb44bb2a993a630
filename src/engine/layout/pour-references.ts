/**
 * Sets the paragraphs that print page numbers again, once the numbers are known, and puts their new lines in the
 * place of the old ones. Everything else of a flow stays as it was made.
 */
import type { FloatSection, Flow, Frame, PageReferences, PouredStrip, Strip, VolatileStrips } from './flow.ts';

/** Strips that take the place of old ones. */
interface Replacement {
  readonly old: VolatileStrips;
  readonly strips: readonly PouredStrip[];
}

/** Returns the flow with these page numbers: the same one when every paragraph keeps its number of lines. */
export function pourReferences(flow: Flow, references: PageReferences): Flow {
  const replacements: Replacement[] = [];
  for (const old of flow.volatile) {
    const strips = old.setStrips(references);
    if (strips.length !== old.count || isDividedAnew(flow.strips[old.first]!, strips[0]!)) replacements.push({ old, strips });
    else for (const [index, { content }] of strips.entries()) flow.strips[old.first + index]!.content = content;
  }
  return replacements.length === 0 ? flow : replaceStrips(flow, replacements);
}

/** Pours into flows whose height others depend on; tells whether all of them kept their height. */
export function pourIntoNested(flows: readonly Flow[], references: PageReferences): boolean {
  let isSame = true;
  for (const flow of flows) if (pourReferences(flow, references) !== flow) isSame = false;
  return isSame;
}

/** Columns are made of new strips when one of their paragraphs has more lines or fewer, though another may make up for it. */
const isDividedAnew = (old: Strip, { content }: PouredStrip): boolean => content.kind === 'columns' && content !== old.content;

function replaceStrips(flow: Flow, replacements: readonly Replacement[]): Flow {
  const strips: Strip[] = [];
  /** For each old strip, where what took its place begins. */
  const moved = new Int32Array(flow.strips.length + 1);
  let old = 0;
  const keepUntil = (end: number) => {
    for (; old < end; old += 1) {
      moved[old] = strips.length;
      strips.push(flow.strips[old]!);
    }
  };
  for (const { old: replaced, strips: poured } of replacements) {
    keepUntil(replaced.first);
    const first = flow.strips[old]!;
    const last = flow.strips[old + replaced.count - 1]!;
    for (; old < replaced.first + replaced.count; old += 1) moved[old] = strips.length;
    for (const [index, strip] of poured.entries())
      strips.push(
        stripInPlace(strip, first, { last, insideCost: replaced.insideCost, isFirst: index === 0, isLast: index === poured.length - 1 }),
      );
  }
  keepUntil(flow.strips.length);
  moved[old] = strips.length;
  const frames = new Map<Frame, Frame>();
  for (const frame of flow.frames) {
    const parent = frame.parent && frames.get(frame.parent);
    frames.set(frame, { ...frame, parent, first: moved[frame.first]!, last: moved[frame.last + 1]! - 1 });
  }
  const sections = new Map<FloatSection, FloatSection>();
  const sectionOf = (section: FloatSection): FloatSection => {
    let known = sections.get(section);
    if (!known) sections.set(section, (known = { first: moved[section.first]!, end: moved[section.end]! }));
    return known;
  };
  const withFloats = (strip: Strip): Strip =>
    strip.floats ? { ...strip, floats: strip.floats.map((float) => ({ ...float, section: sectionOf(float.section) })) } : strip;
  const counts = new Map(replacements.map(({ old, strips }) => [old, strips.length]));
  return {
    strips: strips.map((strip) => withFloats(strip.frame ? { ...strip, frame: frames.get(strip.frame)! } : strip)),
    frames: [...frames.values()],
    volatile: flow.volatile.map((known) => ({ ...known, first: moved[known.first]!, count: counts.get(known) ?? known.count })),
  };
}

/** The first strip keeps what stood above the old ones, the last one what stood below. */
function stripInPlace(
  poured: PouredStrip,
  first: Strip,
  where: { last: Strip; insideCost: number; isFirst: boolean; isLast: boolean },
): Strip {
  const { last, insideCost, isFirst, isLast } = where;
  const { sideways: _, ...above } = first;
  return {
    ...above,
    ...(isLast && last.sideways && { sideways: last.sideways }),
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
    floats: isLast ? last.floats : undefined,
    content: poured.content,
    notes: poured.notes,
  };
}
