/** Pages with floats and notes: which of those that are open come onto a page of text, and pages of nothing else. */
import { fits, type Pt } from '../geometry/length.ts';
import { deferredFloatCost, fillWithFloats, mostFloatsOnPage, type PageSpan, placeFloats } from './float-stream.ts';
import type { Stretch } from './measure-stretch.ts';
import { splitNotes } from './note-stream.ts';
import { crowdedCost, emptinessCost, floatOnlyCost, noteOnlyCost } from './page-costs.ts';
import type { PageState } from './page-states.ts';

/** What comes onto a page beside its text, and what it costs. `notes` and `floats` count what has been placed so far. */
export interface PageInserts {
  readonly notes: number;
  readonly floats: number;
  readonly height: Pt;
  readonly cost: number;
}

/** What has been placed before a page. */
export interface Placed {
  readonly notes: number;
  readonly floats: number;
}

/** Calls `offer` with each number of floats that a page of text has room for beside what is `taken`, and with the notes that then fit. */
export function tryInserts(
  stretch: Stretch,
  placed: Placed,
  page: PageSpan & { readonly taken: Pt },
  offer: (inserts: PageInserts) => void,
): void {
  const { notes, floats, room } = stretch;
  const calledNotes = notes.called[page.end]!;
  const calledFloats = floats.called[page.end]!;
  const most = Math.min(calledFloats, placed.floats + mostFloatsOnPage);
  for (let to = placed.floats; to <= most; to += 1) {
    if (to < floats.due[page.end]!) continue;
    const places = placeFloats(floats, { from: placed.floats, to }, page);
    if (!places) return;
    const separator = places.noteHeight > 0 ? room.noteArea : 0;
    const taken = page.taken + places.height + places.noteHeight + separator;
    if (!fits(taken, room.height)) return;
    let cost = places.cost + (calledFloats - to) * deferredFloatCost + crowdedCost(places.height / room.height);
    let height = taken - page.taken;
    let placedNotes = calledNotes;
    if (placed.notes < calledNotes) {
      const available = room.height - taken - (separator > 0 ? 0 : room.noteArea);
      const split = splitNotes(notes, { from: placed.notes, to: calledNotes }, available, room);
      cost += split.cost;
      placedNotes = split.end;
      if (placedNotes > placed.notes) height += split.height + (separator > 0 ? 0 : room.noteArea);
    }
    offer({ notes: placedNotes, floats: to, height, cost });
  }
}

/** Returns the state after a page of open floats, or of open notes when there are no floats. It places one thing at least. */
export function insertPage(stretch: Stretch, state: PageState, position: number, before: number): PageState {
  const { notes, floats, room } = stretch;
  const calledNotes = notes.called[position]!;
  const calledFloats = floats.called[position]!;
  if (state.floats < calledFloats) {
    const places = fillWithFloats(floats, { from: state.floats, to: calledFloats }, room);
    const placed = state.floats + places.placed.length;
    const emptiness = Math.max(0, 1 - (places.height + places.noteHeight + (places.noteHeight > 0 ? room.noteArea : 0)) / room.height);
    const cost = state.cost + floatOnlyCost + emptinessCost(emptiness) + (calledFloats - placed) * deferredFloatCost;
    return { notes: state.notes, floats: placed, page: state.page + 1, cost, before, emptiness, isOverfull: false };
  }
  const available = room.height - room.noteArea;
  const split = splitNotes(notes, { from: state.notes, to: calledNotes }, available, room);
  const placed = Math.max(split.end, state.notes + 1);
  const emptiness = Math.max(0, 1 - split.height / available);
  const cost = state.cost + noteOnlyCost + emptinessCost(emptiness) + split.cost;
  return { notes: placed, floats: state.floats, page: state.page + 1, cost, before, emptiness, isOverfull: split.end < placed };
}
