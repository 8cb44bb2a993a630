/** Places what was cut for one page: floats at its head, its text, floats at its foot, and notes below a rule. */
import type { Rect } from '../geometry/rect.ts';
import type { Style } from '../style/style.ts';
import { boxShapes } from './draw-box.ts';
import type { Flow, FlowPart, PlacedFloat } from './flow.ts';
import type { NotePart } from './note-stream.ts';
import type { PageRoom } from './page-room.ts';
import type { PageSink } from './page-sink.ts';
import { type ContinuationLine, type FlowArea, placeFlow } from './place-flow.ts';

/** A part of a flow, the floats around it and the notes below it. */
export interface PagePart extends FlowPart {
  readonly floats: readonly PlacedFloat[];
  readonly notes: readonly NotePart[];
}

/** What a page is like, apart from its content. */
export interface PlainPage {
  /** Where its content stands. */
  readonly area: Rect;
  readonly room: PageRoom;
  readonly footnoteArea: Style;
  readonly continuation?: ContinuationLine;
}

/** Places the content of a page. */
export function placePart(part: PagePart, page: PlainPage, sink: PageSink): void {
  const { area } = page;
  const notes = notesOnPage(part);
  const notesHeight = notes.reduce((total, note) => total + note.height + page.room.noteGap, notes.length > 0 ? page.room.noteArea : 0);
  const floatsAt = (place: PlacedFloat['place']) => part.floats.filter((float) => float.place === place);
  const [head, here, foot] = [floatsAt('top'), floatsAt('here'), floatsAt('bottom')];
  let top = area.y;
  for (const { float } of head) {
    placeWhole(float.flow, { x: area.x, y: top, height: float.height }, sink);
    top += float.height + float.gap;
  }
  let y = area.y + area.height - notesHeight;
  for (const { float } of foot) y -= float.gap + float.height;
  if (part.to > part.from) placeFlow(part, { x: area.x, y: top, height: y - top, floats: here, continuation: page.continuation }, sink);
  // What the text says of the beginning of the page is said before the floats below it come.
  for (const { float } of foot) {
    placeWhole(float.flow, { x: area.x, y: y + float.gap, height: float.height }, sink);
    y += float.gap + float.height;
  }
  if (notes.length > 0) placeNotes(notes, { ...area, y: area.y + area.height - notesHeight, height: notesHeight }, page, sink);
}

/** The notes of the text and those of floats, by number. */
function notesOnPage({ floats, notes }: PagePart): readonly NotePart[] {
  const ofFloats = floats.flatMap(({ float }) =>
    float.notes.map((note): NotePart => ({ note, flow: note.flow, height: note.height, from: 0, to: note.flow.strips.length })),
  );
  return ofFloats.length === 0 ? notes : [...notes, ...ofFloats].sort((one, other) => one.note.number - other.note.number);
}

function placeNotes(notes: readonly NotePart[], area: Rect, { footnoteArea, room }: PlainPage, sink: PageSink): void {
  const { width } = footnoteArea;
  let y = area.y + footnoteArea.margin.top;
  const ruleWidth = width === 'auto' ? area.width : width.kind === 'length' ? width.length : width.share * area.width;
  const x = footnoteArea.direction === 'rtl' ? area.x + area.width - ruleWidth : area.x;
  for (const shape of boxShapes({ x, y, width: ruleWidth, height: 0 }, footnoteArea, { top: true, bottom: false })) sink.add(shape);
  y += footnoteArea.borderTop.width + footnoteArea.padding.top;
  for (const note of notes) {
    placeFlow(note, { x: area.x, y, height: note.height }, sink);
    y += note.height + room.noteGap;
  }
}

const placeWhole = (flow: Flow, area: FlowArea, sink: PageSink) => placeFlow({ flow, from: 0, to: flow.strips.length }, area, sink);
