/** Pages with floats and notes: which of those that are open come onto a page of text, and pages of nothing else. */
import { fits, type Pt } from '../geometry/length.ts';
import { deferredFloatCost, fillWithFloats, mostFloatsOnPage, type PageSpan, placeFloats } from './float-stream.ts';
import type { Stretch } from './measure-stretch.ts';
import { splitNotes } from './note-stream.ts';
import { crowdedCost, emptinessCost, floatOnlyCost, noteOnlyCost } from './page-costs.ts';
import type { PageState } from './page-states.ts';

/** A page of text, what its strips take of it, and the notes and floats that have been placed before it. */
export interface PageBefore extends PageSpan {
  readonly taken: Pt;
  readonly notes: number;
  readonly floats: number;
}

/** What may come onto a page beside its text, and what it costs. `notes` and `floats` count what has been placed so far. */
export interface InsertChoices {
  /** How many choices there are: the first ones in each column. */
  count: number;
  readonly notes: Int32Array;
  readonly floats: Int32Array;
  readonly height: Float64Array;
  readonly cost: Float64Array;
}

/** They are made for hundreds of thousands of pages, and read at once. */
const choices: InsertChoices = {
  count: 0,
  notes: new Int32Array(mostFloatsOnPage + 1),
  floats: new Int32Array(mostFloatsOnPage + 1),
  height: new Float64Array(mostFloatsOnPage + 1),
  cost: new Float64Array(mostFloatsOnPage + 1),
};

/** Returns a choice for each number of floats that a page of text has room for beside what is `taken`, with the notes that then fit. */
export function chooseInserts(stretch: Stretch, page: PageBefore): InsertChoices {
  const { notes, floats, room } = stretch;
  const calledNotes = notes.called[page.end]!;
  const calledFloats = floats.called[page.end]!;
  const most = Math.min(calledFloats, page.floats + mostFloatsOnPage);
  choices.count = 0;
  for (let to = Math.max(page.floats, floats.due[page.end]!); to <= most; to += 1) {
    const places = placeFloats(floats, { from: page.floats, to }, page);
    if (!places) return choices;
    const separator = places.noteHeight > 0 ? room.noteArea : 0;
    const taken = page.taken + places.height + places.noteHeight + separator;
    if (!fits(taken, room.height)) return choices;
    let cost = places.cost + (calledFloats - to) * deferredFloatCost + crowdedCost(places.height / room.height);
    let height = taken - page.taken;
    let placedNotes = calledNotes;
    if (page.notes < calledNotes) {
      const available = room.height - taken - (separator > 0 ? 0 : room.noteArea);
      const split = splitNotes(notes, { from: page.notes, to: calledNotes }, available);
      cost += split.cost;
      placedNotes = split.end;
      if (placedNotes > page.notes) height += split.height + (separator > 0 ? 0 : room.noteArea);
    }
    const row = choices.count;
    choices.notes[row] = placedNotes;
    choices.floats[row] = to;
    choices.height[row] = height;
    choices.cost[row] = cost;
    choices.count += 1;
  }
  return choices;
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
  const split = splitNotes(notes, { from: state.notes, to: calledNotes }, available);
  const placed = Math.max(split.end, state.notes + 1);
  const emptiness = Math.max(0, 1 - split.height / available);
  const cost = state.cost + noteOnlyCost + emptinessCost(emptiness) + split.cost;
  return { notes: placed, floats: state.floats, page: state.page + 1, cost, before, emptiness, isOverfull: split.end < placed };
}
