/** What the inline helpers of `helperDocumentation` do. They never throw: a wrong argument is reported at its place and prints nothing. */

import type { Grouping, QuestionLevel } from '../content/booklet.ts';
import { fillPattern, formatCount, formatDate, formatNumber } from '../content/format-labels.ts';
import type { Labels } from '../content/labels.ts';
import type { Report } from '../source/diagnostic.ts';
import { nearestName } from '../source/nearest-name.ts';
import type { SourceFile } from '../source/source-file.ts';
import { PrintedProse } from './printed-prose.ts';
import * as problems from './problems.ts';
import { spanOfNode } from './span-of-node.ts';

/** What a helper is handed besides the values in its call. */
export interface HelperCall {
  readonly name: string;
  /** Values with a name, as in `date=accessed`. */
  readonly hash: Readonly<Record<string, unknown>>;
  readonly file: SourceFile;
  readonly place: hbs.AST.SourceLocation;
}

/** A helper; its arguments have been counted before. */
export type Helper = (call: HelperCall, ...values: readonly unknown[]) => unknown;

/** Makes the helpers of one rendering. Those that surround a part of the template are in `run-template.ts`. */
export function createHelpers(labels: Labels, report: Report): Readonly<Record<string, Helper>> {
  const refuse = (call: HelperCall, message: string, hint: string): string => {
    report(problems.badArgument(call.name, message, hint, spanOfNode(call.file, call.place)));
    return '';
  };

  const chooseFrom = (names: Readonly<Record<string, unknown>>, name: unknown, call: HelperCall): string => {
    if (typeof name === 'string' && Object.hasOwn(names, name) && typeof names[name] === 'string') return names[name];
    const known = Object.keys(names).filter((key) => typeof names[key] === 'string');
    const near = nearestName(textOf(name), known);
    return refuse(
      call,
      `there is no "${textOf(name)}"`,
      near === undefined ? `write one of ${known.join(', ')}` : `did you mean \`${near}\`?`,
    );
  };

  const ifNumber = (value: unknown, call: HelperCall, print: (number: number) => string): string => {
    if (isNothing(value)) return '';
    return typeof value === 'number'
      ? print(value)
      : refuse(call, 'needs a number', 'give it a number, such as one of the values of a question');
  };

  return {
    lookup: (_call, from, name) => {
      if (Array.isArray(from)) return (from as readonly unknown[])[Number(textOf(name))] ?? null;
      const isOwn = typeof from === 'object' && from !== null && Object.hasOwn(from, textOf(name));
      return isOwn ? (from as Readonly<Record<string, unknown>>)[textOf(name)] : null;
    },
    label: (call, name) => chooseFrom(labels as unknown as Readonly<Record<string, unknown>>, name, call),
    date: (call, date) => {
      if (isNothing(date)) return '';
      return typeof date === 'string' ? formatDate(date, labels) : refuse(call, 'needs a date', 'give it a date such as booklet.date');
    },
    number: (call, value) => ifNumber(value, call, (number) => formatNumber(number, labels)),
    minutes: (call, value) => ifNumber(value, call, (number) => formatCount(number, labels.minutes, labels)),
    level: (call, name) => (isNothing(name) ? '' : chooseFrom(labels.levels satisfies Record<QuestionLevel, string>, name, call)),
    grouping: (call, name) => (isNothing(name) ? '' : chooseFrom(labels.groupings satisfies Record<Grouping, string>, name, call)),
    fill: (call, pattern) => {
      const values = Object.entries(call.hash).map(([name, value]) => [name, textOf(value)]);
      return fillPattern(textOf(pattern), Object.fromEntries(values));
    },
    letter: (call, index) => ifNumber(index, call, (number) => letterAt(number, labels.language)),
    join: (call, list, between) => {
      if (isNothing(list)) return '';
      if (!Array.isArray(list) || list.some((item) => typeof item === 'object'))
        return refuse(call, 'needs a list of texts', 'use {{#each}} for anything else');
      return list.join(textOf(between));
    },
  };
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** Lists and groups have no text; they inherit nothing that could make one. */
function textOf(value: unknown): string {
  if (value instanceof PrintedProse) return value.text;
  return isNothing(value) || typeof value === 'object' ? '' : String(value);
}

/** Letters that count, by language: Arabic counts choices in abjad order, Hebrew in its alphabet, Hindi by its consonants. */
const letters: Readonly<Record<string, string>> = {
  ar: 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ',
  he: 'אבגדהוזחטיכלמנסעפצקרשת',
  hi: 'कखगघचछजझटठडढतथदधनपफबभमयरलवशषसह',
};

const latinLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Counts with letters, and after the last one with two: AA, AB. */
function letterAt(index: number, language: string): string {
  const alphabet = letters[language] ?? latinLetters;
  const whole = Math.max(0, Math.trunc(index));
  const before = Math.trunc(whole / alphabet.length);
  return (before === 0 ? '' : letterAt(before - 1, language)) + alphabet[whole % alphabet.length]!;
}
