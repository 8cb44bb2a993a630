/**
 * A stylesheet as it is kept from one build to the next. Declarations are by far the most of it: they stand in lists, without the
 * file, and their values, which are functions, are read again when an element first has them.
 */
import type { SourceFile } from '../source/source-file.ts';
import type { Declaration, Stylesheet } from './stylesheet.ts';

/** A declaration, and where its value begins and ends. */
export type KeptDeclaration = readonly [
  kind: Declaration['kind'],
  name: string,
  text: string,
  isImportant: boolean,
  start: number,
  end: number,
];

export type KeptSheet = Stylesheet<KeptDeclaration>;

/** Returns a stylesheet as it was read from a file. */
export function restoreSheet(kept: KeptSheet, file: SourceFile): Stylesheet {
  const restore = (declarations: readonly KeptDeclaration[]): readonly Declaration[] =>
    declarations.map((declaration) => restoreDeclaration(declaration, file));
  return {
    rules: kept.rules.map(({ selectors, declarations, media }) => ({ selectors, declarations: restore(declarations), media })),
    pageRules: kept.pageRules.map(({ selectors, declarations, marginBoxes, media }) => ({
      selectors,
      declarations: restore(declarations),
      marginBoxes: marginBoxes.map((box) => ({ name: box.name, declarations: restore(box.declarations) })),
      media,
    })),
    noteRules: kept.noteRules.map(({ area, declarations, media }) => ({ area, declarations: restore(declarations), media })),
  };
}

function restoreDeclaration(kept: KeptDeclaration, file: SourceFile): Declaration {
  return { kind: kept[0], name: kept[1], text: kept[2], isImportant: kept[3], span: { file, start: kept[4], end: kept[5] } };
}
