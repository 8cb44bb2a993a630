/**
 * Sets the paragraphs that print page numbers again, once the numbers are known, and puts their new lines in the
 * place of the old ones. Everything else of a flow stays as it was made.
 */
import type { FloatSection, Flow, Frame, LineStrip, PageReferences, Strip, VolatileParagraph } from './flow.ts';

/** Lines that take the place of a paragraph's old ones. */
interface Replacement {
  readonly paragraph: VolatileParagraph;
  readonly lines: readonly LineStrip[];
}

/** Returns the flow with these page numbers: the same one when every paragraph keeps its number of lines. */
export function pourReferences(flow: Flow, references: PageReferences): Flow {
  const replacements: Replacement[] = [];
  for (const paragraph of flow.volatile) {
    const lines = paragraph.setLines(references);
    if (lines.length !== paragraph.count) replacements.push({ paragraph, lines });
    else for (const [index, line] of lines.entries()) flow.strips[paragraph.first + index]!.content = line.content;
  }
  return replacements.length === 0 ? flow : replaceLines(flow, replacements);
}

/** Pours into flows whose height others depend on; tells whether all of them kept their height. */
export function pourIntoNested(flows: readonly Flow[], references: PageReferences): boolean {
  let isSame = true;
  for (const flow of flows) if (pourReferences(flow, references) !== flow) isSame = false;
  return isSame;
}

function replaceLines(flow: Flow, replacements: readonly Replacement[]): Flow {
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
  for (const { paragraph, lines } of replacements) {
    keepUntil(paragraph.first);
    const first = flow.strips[old]!;
    const last = flow.strips[old + paragraph.count - 1]!;
    for (; old < paragraph.first + paragraph.count; old += 1) moved[old] = strips.length;
    for (const [index, line] of lines.entries())
      strips.push(lineInPlace(line, first, { last, isFirst: index === 0, isLast: index === lines.length - 1 }));
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
  const counts = new Map(replacements.map(({ paragraph, lines }) => [paragraph, lines.length]));
  return {
    strips: strips.map((strip) => withFloats(strip.frame ? { ...strip, frame: frames.get(strip.frame)! } : strip)),
    frames: [...frames.values()],
    volatile: flow.volatile.map((paragraph) => ({
      ...paragraph,
      first: moved[paragraph.first]!,
      count: counts.get(paragraph) ?? paragraph.count,
    })),
  };
}

/** The first line keeps what stood above the paragraph, the last one what stood below. */
function lineInPlace(line: LineStrip, first: Strip, where: { last: Strip; isFirst: boolean; isLast: boolean }): Strip {
  const { last, isFirst, isLast } = where;
  const { sideways: _, ...above } = first;
  return {
    ...above,
    ...(isLast && last.sideways && { sideways: last.sideways }),
    ...(!isFirst && {
      spaceBefore: 0,
      lead: 0,
      breakCost: line.cost,
      forcedBreak: undefined,
      markers: [],
      anchors: [],
      strings: [],
      bookmarks: [],
      sidenotes: undefined,
    }),
    height: line.height,
    trail: isLast ? last.trail : 0,
    floats: isLast ? last.floats : undefined,
    content: line.content,
    notes: line.notes,
  };
}
