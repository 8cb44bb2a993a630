/**
 * Trees of parsed files, kept from one build to the next under a digest of their text: of a booklet with one changed file, only that
 * file is parsed again. A file with something to complain of is parsed each time, so that it is complained of each time.
 */
import type { Report } from './diagnostic.ts';
import { hashText } from './hash.ts';
import { packTree, unpackTree } from './pack-tree.ts';
import type { SourceFile } from './source-file.ts';
import type { TextStore } from './workspace.ts';

/** Parses files, or remembers how they were parsed. */
export interface ParseKeeper {
  /**
   * Returns what `parse` makes of some files. `manner` says everything that the result depends on besides the texts of the files.
   * The result is a tree that `packTree` can write: no functions, no cycles, and of classes only `Map`.
   */
  parse<Tree>(manner: string, files: readonly SourceFile[], parse: (report: Report) => Tree, report: Report): Tree;
}

/** Parses everything each time. */
export const noKeeper: ParseKeeper = { parse: (_manner, _files, parse, report) => parse(report) };

/** Keeps trees in a store; without one, nothing is kept. */
export function createParseKeeper(store: TextStore | undefined): ParseKeeper {
  if (!store) return noKeeper;
  return {
    parse<Tree>(manner: string, files: readonly SourceFile[], parse: (report: Report) => Tree, report: Report): Tree {
      const key = hashText([manner, ...files.map((file) => file.text)].join('\0'));
      const kept = readKept(store.read(key), files);
      if (kept) return kept.tree as Tree;
      let isFaultless = true;
      const tree = parse((diagnostic) => {
        isFaultless = false;
        report(diagnostic);
      });
      if (isFaultless) store.write(key, packTree(tree, files));
      return tree;
    },
  };
}

/** A file that was cut short is no JSON; it is written anew. */
function readKept(json: string | undefined, files: readonly SourceFile[]): { readonly tree: unknown } | undefined {
  try {
    return json === undefined ? undefined : { tree: unpackTree(json, files) };
  } catch {
    return undefined;
  }
}
