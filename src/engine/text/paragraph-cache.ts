/**
 * Paragraphs that are set already, by their style, and by what their runs say and how. A booklet says many things more than once: in each
 * of its editions, in the cells of its tables, and from one build to the next.
 */
import type { TextStyle } from './font.ts';
import type { BreakRules, ContentWidths, InlineRun, ParagraphStyle, SetParagraph, TextRun, WidthStyle } from './paragraph.ts';

/** All paragraphs of one compilation, and how wide those of table cells can be. */
export interface ParagraphCache {
  /** The paragraphs of a style. The same style gives the same object again. */
  paragraphsIn(style: ParagraphStyle): KnownTexts<SetParagraph>;
  /** The least and natural widths of paragraphs. */
  widthsIn(style: WidthStyle): KnownTexts<ContentWidths>;
  /** Returns a text that is the same for runs that say the same in the same manner, and for no others. */
  keyOf(runs: readonly InlineRun[]): string;
  /** The paragraphs by the name of their style, and the widths. */
  readonly paragraphs: ReadonlyMap<string, KnownTexts<SetParagraph>>;
  readonly widths: ReadonlyMap<string, KnownTexts<ContentWidths>>;
  /** The manners in which runs say something; keys count them. */
  readonly manners: ReadonlyMap<string, number>;
}

/** What an earlier build knew in one style: its keys, and what makes the value with the index of a key. */
export interface EarlierTexts<Value> {
  readonly keys: readonly string[];
  restore(index: number): Value;
}

/** What an earlier build has set, by the names of styles; undefined when there is nothing. */
export interface EarlierParagraphs {
  readonly manners: readonly string[];
  paragraphsIn(style: string): EarlierTexts<SetParagraph> | undefined;
  widthsIn(style: string): EarlierTexts<ContentWidths> | undefined;
}

/** What is known of texts in one style, by the keys of their runs. */
export class KnownTexts<Value extends object> {
  /** How many are not from an earlier build and can be kept. */
  added = 0;
  /** Those of an earlier build are numbers until somebody asks for them. */
  private readonly known = new Map<string, Value | number>();
  private readonly earlier: EarlierTexts<Value> | undefined;
  private readonly isKeepable: (value: Value) => boolean;

  constructor(earlier: EarlierTexts<Value> | undefined, isKeepable: (value: Value) => boolean) {
    this.earlier = earlier;
    this.isKeepable = isKeepable;
    const keys = earlier?.keys ?? [];
    for (let index = 0; index < keys.length; index++) this.known.set(keys[index]!, index);
  }

  get size(): number {
    return this.known.size;
  }

  get(key: string): Value | undefined {
    const found = this.known.get(key);
    if (typeof found !== 'number') return found;
    const value = this.earlier!.restore(found);
    this.known.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.known.set(key, value);
    if (this.isKeepable(value)) this.added++;
  }

  /** Calls `visit` with all that was asked for and can be kept. */
  forEachKeepable(visit: (value: Value, key: string) => void): void {
    for (const [key, value] of this.known) if (typeof value !== 'number' && this.isKeepable(value)) visit(value, key);
  }
}

/** The manners in one text style: the first run in each, and its number. Names of manners are long: no run asks for that of another. */
interface StyleManners {
  readonly name: string;
  readonly runs: TextRun[];
  readonly numbers: number[];
}

/** A paragraph that the author hears of is set in each build. */
const isSound = (paragraph: SetParagraph): boolean => paragraph.isSound;

/** Makes an empty cache, which begins each style with the paragraphs of an earlier build. */
export function createParagraphCache(earlier?: EarlierParagraphs): ParagraphCache {
  const byObject = new WeakMap<ParagraphStyle, KnownTexts<SetParagraph>>();
  const paragraphs = new Map<string, KnownTexts<SetParagraph>>();
  const widths = new Map<string, KnownTexts<ContentWidths>>();
  const manners = new Map<string, number>();
  for (const manner of earlier?.manners ?? []) manners.set(manner, manners.size);
  const byTextStyle = new WeakMap<TextStyle, StyleManners>();

  const numberOf = (manner: string): number => {
    let number = manners.get(manner);
    if (number === undefined) manners.set(manner, (number = manners.size));
    return number;
  };

  const mannersIn = (style: TextStyle): StyleManners => {
    let found = byTextStyle.get(style);
    if (found === undefined) byTextStyle.set(style, (found = { name: JSON.stringify(style), runs: [], numbers: [] }));
    return found;
  };

  // Most runs are in the manner of the one before.
  let last: TextRun | undefined;
  let lastNumber = 0;
  const mannerOf = (run: TextRun): number => {
    if (last !== undefined && isSameManner(run, last)) return lastNumber;
    const { name, runs, numbers } = mannersIn(run.style);
    let index = 0;
    while (index < runs.length && !isSameManner(run, runs[index]!)) index++;
    if (index === runs.length) {
      const { baselineShift, hyphens, keepsSpaces, isolate, breakRules, autospace } = run;
      runs.push(run);
      numbers.push(
        numberOf(`${name} ${baselineShift} ${hyphens} ${keepsSpaces === true} ${isolate} ${nameOfRules(breakRules)} ${autospace}`),
      );
    }
    last = run;
    lastNumber = numbers[index]!;
    return lastNumber;
  };

  const keyOfRun = (run: InlineRun): string => {
    switch (run.kind) {
      case 'text':
        return `${mannerOf(run)}:${run.text.length}:${run.text}`;
      case 'box':
        return `box ${run.width} ${run.ascent} ${run.descent} ${run.isLetter === true} ${run.spaceAfter} ${run.breakPenalty};`;
      case 'leader':
        return `leader ${numberOf(mannersIn(run.style).name)}:${run.pattern.length}:${run.pattern}`;
      case 'break':
        return 'break;';
    }
  };

  return {
    paragraphs,
    widths,
    manners,
    paragraphsIn(style) {
      let found = byObject.get(style);
      if (found === undefined) {
        const name = JSON.stringify(style);
        found = paragraphs.get(name);
        if (found === undefined) paragraphs.set(name, (found = new KnownTexts(earlier?.paragraphsIn(name), isSound)));
        byObject.set(style, found);
      }
      return found;
    },
    widthsIn({ direction, indent }) {
      const name = `${direction} ${indent}`;
      let found = widths.get(name);
      if (found === undefined) widths.set(name, (found = new KnownTexts(earlier?.widthsIn(name), () => true)));
      return found;
    },
    keyOf(runs) {
      let key = '';
      for (let index = 0; index < runs.length; index++) key += keyOfRun(runs[index]!);
      return key;
    },
  };
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

const nameOfRules = (rules: BreakRules | undefined): string =>
  rules === undefined ? 'usual' : `${rules.wordBreak} ${rules.lineBreak} ${rules.staysOnLine === true}`;
