/** Decides how the atoms of a line fill it: leaders first, then spaces, then letters within small bounds, then spaces again. */
import type { Pt } from '../geometry/length.ts';
import { atoms, endsSpaced, gapAtom, type LineSource, lastSeen, leaderAtom, sizeOf, spaceAtom, wordAtom } from './line-atoms.ts';
import { spacesAlone } from './line-costs.ts';
import { countLetters } from './measure-word.ts';
import { letterShrink, letterStretch, spaceShrink, spaceStretch } from './paragraph-items.ts';
import { orderVisually } from './visual-order.ts';

/** How the content of a line fills it. */
export interface Filling {
  /** Stretch of the spaces, in units of what they give; negative when they shrink. */
  readonly ratio: number;
  /** In ems. */
  readonly tracking: number;
  readonly width: Pt;
}

/** Decides how spaces and letters stretch, and gives leaders what is left. */
export function fillLine(source: LineSource, available: Pt, isJustified: boolean): Filling {
  let natural = 0;
  let spaces = 0;
  let stretch = 0;
  let shrink = 0;
  let leaders = 0;
  for (let atom = 0; atom < atoms.count; atom++) {
    natural += atoms.width[atom]!;
    if (atoms.kind[atom] === spaceAtom) spaces += atoms.width[atom]!;
    else if (atoms.kind[atom] === leaderAtom) leaders++;
    else if (atoms.kind[atom] === gapAtom) {
      stretch += atoms.stretch[atom]!;
      shrink += atoms.shrink[atom]!;
    }
  }
  const spare = available - natural;
  if (leaders > 0) return { ratio: 0, tracking: 0, width: natural + fillLeaders(spare, leaders) };
  const given = spare > 0 ? spaces * spaceStretch + stretch : spaces * spaceShrink + shrink;
  if (given === 0 || spare === 0 || (spare > 0 && !isJustified)) return { ratio: 0, tracking: 0, width: natural };
  const beyond = Math.abs(spare) - spacesAlone * given;
  const ems = beyond > 0 && source.style.align === 'justify' && source.style.spacesLetters ? spacedEms(source) : 0;
  if (spare > 0) {
    const tracking = ems > 0 ? Math.min(letterStretch, beyond / ems) : 0;
    return { ratio: (spare - tracking * ems) / given, tracking, width: available };
  }
  const share = ems > 0 ? Math.min(1, beyond / (letterShrink * ems + (1 - spacesAlone) * given)) : 0;
  const tracking = -share * letterShrink;
  const ratio = Math.max(-1, (spare - tracking * ems) / given);
  return { ratio, tracking, width: natural + tracking * ems + ratio * given };
}

/** Returns how wide the atoms are by themselves. */
export function naturalWidth(): Pt {
  let natural = 0;
  for (let atom = 0; atom < atoms.count; atom++) natural += atoms.width[atom]!;
  return natural;
}

/** Gives each leader its part of the spare width; returns by how much they became wider. */
function fillLeaders(spare: Pt, leaders: number): Pt {
  let wider = 0;
  for (let atom = 0; atom < atoms.count; atom++) {
    if (atoms.kind[atom] !== leaderAtom) continue;
    const own = Math.max(0, atoms.width[atom]! + spare / leaders);
    wider += own - atoms.width[atom]!;
    atoms.width[atom] = own;
  }
  return wider;
}

/** Returns how much wider the line gets for each em of tracking. */
function spacedEms(source: LineSource): Pt {
  let ems = 0;
  for (let atom = 0; atom < atoms.count; atom++) ems += emsOf(source, atom);
  // What follows the last letter is not seen.
  return Math.max(0, ems - lastSize(source));
}

/** Returns the size of each letter in a word or space, added up. */
function emsOf(source: LineSource, atom: number): Pt {
  const kind = atoms.kind[atom];
  if (kind !== wordAtom && kind !== spaceAtom) return 0;
  return countLetters(atoms.word[atom]!) * sizeOf(source, atom);
}

/** Returns the size of the letter at the right end of the line; 0 when something else stands there. */
function lastSize(source: LineSource): Pt {
  const order = orderVisually(atoms.level, atoms.count);
  const index = lastSeen(order);
  if (index < 0) return 0;
  const atom = order ? order[index]! : index;
  return endsSpaced(atom) ? sizeOf(source, atom) : 0;
}
