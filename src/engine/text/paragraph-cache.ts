/**
 * Paragraphs that are set already, by their style, and by what their runs say and how. A booklet says many things more than once: in each
 * of its editions, in the cells of its tables, and from one build to the next.
 *
 * All that is known by a number: a digest of what it depends on, as files that are kept are known by one. Among a hundred thousand
 * paragraphs the chance that two have the same is below one in a million; keys that say it all took ten times the room and the time.
 */
import { Digest } from '../source/hash.ts';
import type { TextStyle } from './font.ts';
import type {
  BoxRun,
  BreakRules,
  BreakRun,
  ContentWidths,
  InlineRun,
  LeaderRun,
  ParagraphStyle,
  SetParagraph,
  TextRun,
  WidthStyle,
} from './paragraph.ts';

/** All paragraphs of one compilation, and how wide those of table cells can be. */
export interface ParagraphCache {
  readonly paragraphs: KnownTexts<SetParagraph>;
  /** The least and natural widths of paragraphs. */
  readonly widths: KnownTexts<ContentWidths>;
  /** Returns the key of runs that are set in a style: the same for runs that say the same in the same manner. */
  keyOf(runs: readonly InlineRun[], style: ParagraphStyle): number;
  /** Returns the key of the widths of runs. */
  keyOfWidths(runs: readonly InlineRun[], style: WidthStyle): number;
}

/** What an earlier build knew: its keys, and what makes the value with the index of a key. */
export interface EarlierTexts<Value> {
  readonly keys: Float64Array;
  restore(index: number): Value;
}

/** What an earlier build has set. */
export interface EarlierParagraphs {
  readonly paragraphs: EarlierTexts<SetParagraph>;
  readonly widths: EarlierTexts<ContentWidths>;
}

/** What is known of texts, by their keys. */
export class KnownTexts<Value extends object> {
  /** How many are not from an earlier build and can be kept. */
  added = 0;
  /** Those of an earlier build are indices until somebody asks for them. */
  private readonly known = new Map<number, Value | number>();
  private readonly earlier: EarlierTexts<Value> | undefined;
  private readonly isKeepable: (value: Value) => boolean;

  constructor(earlier: EarlierTexts<Value> | undefined, isKeepable: (value: Value) => boolean) {
    this.earlier = earlier;
    this.isKeepable = isKeepable;
    if (earlier) for (let index = 0; index < earlier.keys.length; index++) this.known.set(earlier.keys[index]!, index);
  }

  get size(): number {
    return this.known.size;
  }

  get(key: number): Value | undefined {
    const found = this.known.get(key);
    if (typeof found !== 'number') return found;
    const value = this.earlier!.restore(found);
    this.known.set(key, value);
    return value;
  }

  set(key: number, value: Value): void {
    this.known.set(key, value);
    if (this.isKeepable(value)) this.added++;
  }

  /** Calls `visit` with all that was asked for and can be kept. */
  forEachKeepable(visit: (value: Value, key: number) => void): void {
    for (const [key, value] of this.known) if (typeof value !== 'number' && this.isKeepable(value)) visit(value, key);
  }
}

/** The manners in one text style: the first run in each, and its digest. */
interface StyleManners {
  readonly runs: TextRun[];
  readonly digests: number[];
}

/** Makes an empty cache, which begins with the paragraphs of an earlier build. */
export function createParagraphCache(earlier?: EarlierParagraphs): ParagraphCache {
  const styles = new WeakMap<ParagraphStyle, number>();
  const byTextStyle = new WeakMap<TextStyle, StyleManners>();

  const digestOf = (style: ParagraphStyle): number => {
    let digest = styles.get(style);
    if (digest === undefined) styles.set(style, (digest = new Digest().addText(JSON.stringify(style)).number));
    return digest;
  };

  const mannersIn = (style: TextStyle): StyleManners => {
    let found = byTextStyle.get(style);
    if (found === undefined) byTextStyle.set(style, (found = { runs: [], digests: [] }));
    return found;
  };

  // Most runs are in the manner of the one before.
  let last: TextRun | undefined;
  let lastManner = 0;
  const mannerOf = (run: TextRun): number => {
    if (last !== undefined && isSameManner(run, last)) return lastManner;
    const { runs, digests } = mannersIn(run.style);
    let index = 0;
    while (index < runs.length && !isSameManner(run, runs[index]!)) index++;
    if (index === runs.length) {
      runs.push(run);
      digests.push(digestOfManner(run));
    }
    last = run;
    lastManner = digests[index]!;
    return lastManner;
  };

  const addRuns = (digest: Digest, runs: readonly InlineRun[]): number => {
    for (let index = 0; index < runs.length; index++) {
      const run = runs[index]!;
      if (run.kind === 'text') digest.addNumber(mannerOf(run)).addText(run.text);
      else digest.addText(nameOf(run));
    }
    return digest.number;
  };

  return {
    paragraphs: new KnownTexts(earlier?.paragraphs, ({ isSound }) => isSound),
    widths: new KnownTexts(earlier?.widths, () => true),
    keyOf: (runs, style) => addRuns(new Digest().addNumber(digestOf(style)), runs),
    keyOfWidths: (runs, { direction, indent }) => addRuns(new Digest().addText(direction).addNumber(indent), runs),
  };
}

const digestOfManner = ({ style, baselineShift, hyphens, keepsSpaces, isolate, breakRules, autospace }: TextRun): number => {
  const manner = [style, baselineShift, hyphens, keepsSpaces === true, isolate, breakRules, autospace];
  return new Digest().addText(JSON.stringify(manner)).number;
};

function nameOf(run: BoxRun | LeaderRun | BreakRun): string {
  switch (run.kind) {
    case 'box':
      return `box ${run.width} ${run.ascent} ${run.descent} ${run.isLetter === true} ${run.spaceAfter} ${run.breakPenalty}`;
    case 'leader':
      return `leader ${run.pattern} ${JSON.stringify(run.style)}`;
    case 'break':
      return 'break';
  }
}

const isSameManner = (one: TextRun, other: TextRun): boolean =>
  one.style === other.style &&
  one.baselineShift === other.baselineShift &&
  one.hyphens === other.hyphens &&
  one.keepsSpaces === other.keepsSpaces &&
  one.isolate === other.isolate &&
  isSameRule(one.breakRules, other.breakRules) &&
  one.autospace === other.autospace;

const isSameRule = (one: BreakRules | undefined, other: BreakRules | undefined): boolean =>
  one === other ||
  (one !== undefined &&
    other !== undefined &&
    one.wordBreak === other.wordBreak &&
    one.lineBreak === other.lineBreak &&
    one.staysOnLine === other.staysOnLine);
