/** The ids and glossary terms in a flow, for page references. Few lines have any, and flows say which: the others are not read. */
import { partsOfBands } from './bands.ts';
import type { Cell, Flow, FlowPart, PlacedFloat, Strip } from './flow.ts';

/** What stands on a page: a part of its text, and parts of notes. */
export interface PageContent extends FlowPart {
  readonly notes: readonly FlowPart[];
  readonly floats: readonly PlacedFloat[];
}

/** Is told of each id that begins on a page, and of each glossary term that is used there. */
export interface MentionReader {
  anchor(id: string): void;
  term(name: string): void;
}

/** Tells whether ids or glossary terms can stand in a strip, or in the flows inside it. */
export function mayMention({ content, anchors, sidenotes }: Strip): boolean {
  if (anchors.length > 0 || sidenotes) return true;
  switch (content.kind) {
    case 'line': {
      const { line, traces } = content;
      for (let run = line.firstRun; run <= line.lastRun; run += 1) {
        const { anchors: inside, term } = traces[run]!;
        if (inside || term !== undefined) return true;
      }
      return false;
    }
    case 'cells':
      return content.cells.some(mayMentionInside);
    case 'band':
      return content.block.cells.some(mayMentionInside);
    case 'columns':
      return content.columns.flow.mentioning.length > 0;
    default:
      return false;
  }
}

const mayMentionInside = ({ flow }: Cell): boolean => flow.mentioning.length > 0;

/** Reads what stands on a page. */
export function readPage(page: PageContent, reader: MentionReader): void {
  readPart(page, reader);
  for (const { float } of page.floats) readPart(wholeOf(float.flow), reader);
  for (const note of page.notes) readPart(note, reader);
}

function readPart({ flow: { strips, mentioning }, from, to }: FlowPart, reader: MentionReader): void {
  for (let place = firstFrom(mentioning, from); place < mentioning.length && mentioning[place]! < to; place += 1)
    readStrip(strips[mentioning[place]!]!, reader);
}

function readStrip({ content, anchors, sidenotes }: Strip, reader: MentionReader): void {
  for (const anchor of anchors) reader.anchor(anchor);
  if (content.kind === 'line') {
    const { line, traces } = content;
    for (let run = line.firstRun; run <= line.lastRun; run += 1) {
      const { anchors: inside, term } = traces[run]!;
      if (inside) for (const anchor of inside) reader.anchor(anchor);
      if (term !== undefined) reader.term(term);
    }
  } else if (content.kind === 'cells') for (const cell of content.cells) readPart(wholeOf(cell.flow), reader);
  else if (content.kind === 'band')
    for (const part of partsOfBands(content.block, content.index, content.index + 1)) readPart(part, reader);
  else if (content.kind === 'columns') readPart({ flow: content.columns.flow, from: content.index, to: content.index + 1 }, reader);
  if (sidenotes) for (const note of sidenotes) readPart(wholeOf(note.flow), reader);
}

const wholeOf = (flow: Flow): FlowPart => ({ flow, from: 0, to: flow.strips.length });

/** Returns the place of the first of some ascending numbers that is not less than `least`. */
function firstFrom(numbers: readonly number[], least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
