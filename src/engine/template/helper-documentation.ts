/** The table of helpers that templates can call: checks read it, and the template author's manual is generated from it. */

/** One helper. */
export interface HelperDocumentation {
  readonly name: string;
  /** How it is written, for the manual and for hints. */
  readonly usage: string;
  /** Whether it surrounds a part of the template, as in `{{#if}}…{{/if}}`. */
  readonly isBlock: boolean;
  /** Fewest and most arguments. */
  readonly fewest: number;
  readonly most: number;
  readonly description: string;
}

const inline = (name: string, usage: string, [fewest, most]: readonly [number, number], description: string): HelperDocumentation => ({
  name,
  usage,
  isBlock: false,
  fewest,
  most,
  description,
});

const block = (name: string, usage: string, [fewest, most]: readonly [number, number], description: string): HelperDocumentation => ({
  name,
  usage,
  isBlock: true,
  fewest,
  most,
  description,
});

/** All helpers, in the order of the manual. */
export const helperDocumentation: readonly HelperDocumentation[] = [
  block(
    'if',
    '{{#if name}}…{{else}}…{{/if}}',
    [1, 1],
    'Prints its part when there is a value: not nothing, 0, false, an empty text or an empty list.',
  ),
  block('unless', '{{#unless name}}…{{/unless}}', [1, 1], 'Prints its part when there is no value.'),
  block(
    'each',
    '{{#each list}}…{{else}}…{{/each}}',
    [1, 1],
    'Prints its part for each item of a list, which is then `this`; `@index` counts from 0.',
  ),
  block('with', '{{#with name}}…{{/with}}', [1, 1], 'Makes a group of names the one that is meant.'),
  block('eq', '{{#eq a b}}…{{else}}…{{/eq}}', [2, 2], 'Prints its part when two values are the same.'),
  inline('lookup', '{{lookup list index}}', [2, 2], 'An item of a list by its place, or a value by its name.'),
  inline('label', '{{label "contents"}}', [1, 1], "A fixed text in the booklet's language."),
  inline('date', '{{date booklet.date}}', [1, 1], "A date in the booklet's language; prints nothing when there is none."),
  inline('number', '{{number n}}', [1, 1], "A number in the digits of the booklet's language."),
  inline('minutes', '{{minutes n}}', [1, 1], 'A time, as in “6 minutes”; prints nothing when there is none.'),
  inline('level', '{{level level}}', [1, 1], 'The name of a level of questions.'),
  inline('grouping', '{{grouping grouping}}', [1, 1], 'The name of a grouping; prints nothing when there is none.'),
  inline('fill', '{{fill labels.accessed date=(date accessed)}}', [1, 1], 'A text with the words in its braces filled in.'),
  inline('letter', '{{letter @index}}', [1, 1], 'A letter to count with, A for 0; in the letters of the booklet’s script.'),
  inline('join', '{{join list ", "}}', [2, 2], 'The items of a list in one line, with a text between them.'),
];

const byName: ReadonlyMap<string, HelperDocumentation> = new Map(helperDocumentation.map((helper) => [helper.name, helper]));

/** Returns the helper of a name. */
export function helperNamed(name: string): HelperDocumentation | undefined {
  return byName.get(name);
}

/** Returns the names of all block helpers, or of all others. */
export function helperNames(isBlock: boolean): readonly string[] {
  return helperDocumentation.filter((helper) => helper.isBlock === isBlock).map((helper) => helper.name);
}
