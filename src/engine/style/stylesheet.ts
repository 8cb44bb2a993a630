/** A stylesheet as data: rules in order, with declarations that are checked, and whose values are read when an element first has them. */
import type { Span } from '../source/source-file.ts';
import type { ComputedValues, Specified } from './computed-values.ts';
import type { MediaQuery } from './media-query.ts';
import type { NamedProperty } from './properties.ts';
import type { Selector } from './selector.ts';
import type { MarginBoxName } from './style.ts';

/** A value that refers to another one: the parent's, the initial one, or whichever of them is usual. */
export type WideKeyword = 'inherit' | 'initial' | 'unset';

/** One property and its value. */
export interface Longhand {
  readonly property: NamedProperty;
  readonly value: WideKeyword | Specified<ComputedValues[keyof ComputedValues]>;
}

/** A name and a value as text. */
export interface Declaration {
  /** A value that fits its property; one with `var()`, which waits for its element; that of a custom property. */
  readonly kind: 'ready' | 'pending' | 'custom';
  /** In lower case, unless it is the author's own. */
  readonly name: string;
  readonly text: string;
  readonly isImportant: boolean;
  readonly span: Span;
}

/** Selectors and what they set. `media` lists the conditions around the rule, all of which must hold. */
export interface StyleRule<Declared = Declaration> {
  readonly selectors: readonly Selector[];
  readonly declarations: readonly Declared[];
  readonly media: readonly MediaQuery[];
}

/** Which pages an `@page` rule is about. */
export interface PageSelector {
  /** '' for pages of any name. */
  readonly name: string;
  readonly conditions: readonly PageCondition[];
}

/** `:recto` and `:verso` are ours: they follow the direction of the booklet, as `break-before` does. */
export type PageCondition = 'left' | 'right' | 'recto' | 'verso' | 'first' | 'blank';

export interface MarginBoxRule<Declared = Declaration> {
  readonly name: MarginBoxName;
  readonly declarations: readonly Declared[];
}

export interface PageRule<Declared = Declaration> {
  readonly selectors: readonly PageSelector[];
  readonly declarations: readonly Declared[];
  readonly marginBoxes: readonly MarginBoxRule<Declared>[];
  readonly media: readonly MediaQuery[];
}

/** `@footnote` or `@sidenote`: the area of notes at the foot, or in the outer margin. */
export interface NoteRule<Declared = Declaration> {
  readonly area: 'footnote' | 'sidenote';
  readonly declarations: readonly Declared[];
  readonly media: readonly MediaQuery[];
}

export interface Stylesheet<Declared = Declaration> {
  readonly rules: readonly StyleRule<Declared>[];
  readonly pageRules: readonly PageRule<Declared>[];
  readonly noteRules: readonly NoteRule<Declared>[];
}
