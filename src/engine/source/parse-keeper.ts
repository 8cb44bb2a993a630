/**
 * Trees of parsed files, kept from one build to the next under a digest of what they hold: of a booklet with one changed file, only that
 * file is parsed again. Warnings are kept with the tree, so that they are given in each build; a file with errors is parsed each time.
 */
import type { Diagnostic, Report } from './diagnostic.ts';
import { hashTexts } from './hash.ts';
import { packTree, unpackTree } from './pack-tree.ts';
import type { SourceFile } from './source-file.ts';
import type { TextStore } from './workspace.ts';

/** Parses files, or remembers how they were parsed. */
export interface ParseKeeper {
  /**
   * Returns what `parse` makes of some files. `manner` says everything that the result depends on besides the files.
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
      const key = hashTexts([manner, ...files.flatMap(({ path, digest }) => [path, digest])]);
      const kept = readKept(store.read(key), files);
      if (kept) {
        for (const warning of kept.warnings) report(warning);
        return kept.tree as Tree;
      }
      const warnings: Diagnostic[] = [];
      let isSound = true;
      const tree = parse((problem) => {
        if (isWarningIn(files, problem)) warnings.push(problem);
        else isSound = false;
        report(problem);
      });
      if (isSound) store.write(key, packTree({ tree, warnings } satisfies KeptTree, files));
      return tree;
    },
  };
}

interface KeptTree {
  readonly tree: unknown;
  readonly warnings: readonly Diagnostic[];
}

const isWarningIn = (files: readonly SourceFile[], { severity, span }: Diagnostic): boolean =>
  severity === 'warning' && span !== undefined && files.includes(span.file);

/** A file that was cut short is no JSON; it is written anew, as one that holds something else. */
function readKept(json: string | undefined, files: readonly SourceFile[]): KeptTree | undefined {
  try {
    const kept = json === undefined ? undefined : (unpackTree(json, files) as KeptTree);
    return Array.isArray(kept?.warnings) ? kept : undefined;
  } catch {
    return undefined;
  }
}
