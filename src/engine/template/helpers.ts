/** What the helpers of `helperDocumentation` do. They never throw: a wrong argument is reported at its place and prints nothing. */
import type Handlebars from 'handlebars';
import type { Grouping, QuestionLevel } from '../content/booklet.ts';
import { fillPattern, formatCount, formatDate, formatNumber } from '../content/format-labels.ts';
import type { Labels } from '../content/labels.ts';
import type { Report } from '../source/diagnostic.ts';
import { nearestName } from '../source/nearest-name.ts';
import type { SourceFile, Span } from '../source/source-file.ts';
import { spanOfNode } from './parse-template.ts';
import * as problems from './problems.ts';

/** What Handlebars hands to a helper last; `loc` is missing from its own types. */
type Options = Handlebars.HelperOptions & { readonly name: string; readonly loc?: hbs.AST.SourceLocation };

/** What helpers print with. */
export interface HelperContext {
  readonly labels: Labels;
  /** Templates by path, to find the place of a call. */
  readonly files: ReadonlyMap<string, SourceFile>;
}

/** Makes the helpers of one rendering, except those that are Handlebars' own. */
export function createHelpers({ labels, files }: HelperContext, report: Report): Readonly<Record<string, Handlebars.HelperDelegate>> {
  const refuse = (options: Options, message: string, hint: string): string => {
    report(problems.badArgument(options.name, message, hint, placeOf(options, files)));
    return '';
  };

  const chooseFrom = (names: Readonly<Record<string, unknown>>, name: unknown, options: Options): string => {
    if (typeof name === 'string' && Object.hasOwn(names, name) && typeof names[name] === 'string') return names[name];
    const known = Object.keys(names).filter((key) => typeof names[key] === 'string');
    const near = nearestName(String(name), known);
    return refuse(
      options,
      `there is no "${String(name)}"`,
      near === undefined ? `write one of ${known.join(', ')}` : `did you mean \`${near}\`?`,
    );
  };

  const ifNumber = (value: unknown, options: Options, print: (number: number) => string): string => {
    if (isNothing(value)) return '';
    return typeof value === 'number'
      ? print(value)
      : refuse(options, 'needs a number', 'give it a number, such as one of the values of a question');
  };

  return {
    eq(this: unknown, left: unknown, right: unknown, options: Options) {
      return left === right ? options.fn(this) : options.inverse(this);
    },
    lookup: (from: unknown, name: unknown) => {
      if (Array.isArray(from)) return (from as readonly unknown[])[Number(name)] ?? null;
      const isOwn = typeof from === 'object' && from !== null && Object.hasOwn(from, String(name));
      return isOwn ? (from as Readonly<Record<string, unknown>>)[String(name)] : null;
    },
    label: (name: unknown, options: Options) => chooseFrom(labels as unknown as Readonly<Record<string, unknown>>, name, options),
    date: (date: unknown, options: Options) => {
      if (isNothing(date)) return '';
      return typeof date === 'string' ? formatDate(date, labels) : refuse(options, 'needs a date', 'give it a date such as booklet.date');
    },
    number: (value: unknown, options: Options) => ifNumber(value, options, (number) => formatNumber(number, labels)),
    minutes: (value: unknown, options: Options) => ifNumber(value, options, (number) => formatCount(number, labels.minutes, labels)),
    level: (name: unknown, options: Options) =>
      isNothing(name) ? '' : chooseFrom(labels.levels satisfies Record<QuestionLevel, string>, name, options),
    grouping: (name: unknown, options: Options) =>
      isNothing(name) ? '' : chooseFrom(labels.groupings satisfies Record<Grouping, string>, name, options),
    fill: (pattern: unknown, options: Options) => {
      const values = Object.entries(options.hash as Readonly<Record<string, unknown>>).map(([name, value]) => [
        name,
        isNothing(value) ? '' : String(value),
      ]);
      return fillPattern(isNothing(pattern) ? '' : String(pattern), Object.fromEntries(values));
    },
    letter: (index: unknown, options: Options) => ifNumber(index, options, (number) => letterAt(number, labels.language)),
    join: (list: unknown, between: unknown, options: Options) => {
      if (isNothing(list)) return '';
      if (!Array.isArray(list) || list.some((item) => typeof item === 'object'))
        return refuse(options, 'needs a list of texts', 'use {{#each}} for anything else');
      return list.join(String(between));
    },
  };
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

function placeOf(options: Options, files: ReadonlyMap<string, SourceFile>): Span | undefined {
  const file = options.loc && files.get(options.loc.source);
  return file && options.loc ? spanOfNode(file, options.loc) : undefined;
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
