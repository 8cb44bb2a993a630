/** A stylesheet as data: rules in order, declarations already read as far as their element does not matter. */
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

/** A declaration whose value is known. */
export interface ReadyDeclaration {
  readonly kind: 'ready';
  readonly longhands: readonly Longhand[];
  readonly isImportant: boolean;
  readonly span: Span;
}

/** A declaration with `var()`, or of a custom property: text that waits for its element. */
export interface TextDeclaration {
  readonly kind: 'pending' | 'custom';
  readonly name: string;
  readonly text: string;
  readonly isImportant: boolean;
  readonly span: Span;
}

export type Declaration = ReadyDeclaration | TextDeclaration;

/** Selectors and what they set. `media` lists the conditions around the rule, all of which must hold. */
export interface StyleRule {
  readonly selectors: readonly Selector[];
  readonly declarations: readonly Declaration[];
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

export interface MarginBoxRule {
  readonly name: MarginBoxName;
  readonly declarations: readonly Declaration[];
}

export interface PageRule {
  readonly selectors: readonly PageSelector[];
  readonly declarations: readonly Declaration[];
  readonly marginBoxes: readonly MarginBoxRule[];
  readonly media: readonly MediaQuery[];
}

/** `@footnote` or `@sidenote`: the area of notes at the foot, or in the outer margin. */
export interface NoteRule {
  readonly area: 'footnote' | 'sidenote';
  readonly declarations: readonly Declaration[];
  readonly media: readonly MediaQuery[];
}

export interface Stylesheet {
  readonly rules: readonly StyleRule[];
  readonly pageRules: readonly PageRule[];
  readonly noteRules: readonly NoteRule[];
}
