/** What is known of the pages that the text names. */

/** Where things are, as far as is known: what `<page-of>` and `<pages-of>` print. */
export interface PageReferences {
  /** Ids to what their page is called, and to its index. */
  readonly labelOf: ReadonlyMap<string, string>;
  readonly pageOf: ReadonlyMap<string, number>;
  /** Glossary entry to the indexes of the pages that use it, ascending. */
  readonly pagesOfTerm: ReadonlyMap<string, readonly number[]>;
  readonly pageCount: number;
}
