/** The teaching blocks that an author can open with `:::name`, as data. */
import { groupings } from './booklet.ts';

/** What an attribute of a directive may hold. */
export type AttributeValue = 'text' | 'minutes' | 'language' | 'entry' | 'flag' | 'count' | readonly string[];

/** What may stand in braces as a mere name, without a value. */
export const takesNoValue = (kind: AttributeValue | undefined): boolean => kind === 'entry' || kind === 'flag';

/** One teaching block. */
export interface Directive {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, AttributeValue>;
  /** Whether students' editions leave it out. */
  readonly isForFacilitators: boolean;
}

const common: readonly (readonly [string, AttributeValue])[] = [
  ['id', 'text'],
  ['class', 'text'],
  ['lang', 'language'],
];
const title = ['title', 'text'] as const;

/** All directives by name. */
export const directives: ReadonlyMap<string, Directive> = new Map(
  (
    [
      ['key-fact', [title]],
      ['activity', [title, ['minutes', 'minutes'], ['grouping', groupings]]],
      ['facilitator', [title]],
      ['caution', [title]],
      ['source-check', [title]],
      ['timeline', [title]],
      ['note', [title]],
      ['margin', [title]],
      ['side-by-side', []],
      ['side', [title]],
    ] as readonly (readonly [string, readonly (readonly [string, AttributeValue])[]])[]
  ).map(([name, own]) => [name, { name, attributes: new Map([...common, ...own]), isForFacilitators: name === 'facilitator' }]),
);

/** Endings that make an image a chart. */
export const chartEndings = ['.vl.yaml', '.vl.json', '.vg.yaml', '.vg.json'] as const;
