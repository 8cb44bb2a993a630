/** All checks of a finished PDF, after RELIABILITY's list of what veraPDF misses and the Matterhorn conditions that a program can decide. */
import { checkAbsence, checkClaims, checkFonts, checkNames } from './check-file.ts';
import { checkAnnotations, checkContents, checkLinkWords, checkNoteCalls } from './check-links.ts';
import { checkContrast, checkEdges, checkGlyphs, checkTextOverlaps } from './check-pages.ts';
import { checkAlternatives, checkHeadingLevels, checkIds, checkLanguages, checkMarks, checkNesting, checkTables } from './check-tags.ts';
import type { TaggedFile } from './read-tags.ts';

/** A check returns sentences about what is wrong. */
export type Check = (tagged: TaggedFile) => readonly string[];

/** In the order of the file: its claims, its tags, its links, its pages. */
export const allChecks: readonly Check[] = [
  ...[checkClaims, checkAbsence, checkNames, checkFonts],
  ...[checkNesting, checkHeadingLevels, checkIds, checkTables, checkAlternatives, checkLanguages, checkMarks],
  ...[checkAnnotations, checkLinkWords, checkContents, checkNoteCalls],
  ...[checkGlyphs, checkEdges, checkTextOverlaps, checkContrast],
];
