/** Files in memory to a booklet and its problems, for the tests of this folder. */
import type { Booklet } from '../../../src/engine/content/booklet.ts';
import { loadBooklet } from '../../../src/engine/content/parse-booklet.ts';
import type { Diagnostic } from '../../../src/engine/source/diagnostic.ts';
import { createSourceList } from '../../../src/engine/source/source-list.ts';
import { describeProblem } from '../../support/describe-problems.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';

export interface ReadBooklet {
  readonly booklet: Booklet | undefined;
  /** As `file:line:column-column message`, without the folder. */
  readonly problems: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A section that has nothing wrong with it. */
export const goodSection = '# Start\n\nText.\n';

/** Reads the files of a folder; those that are not given and needed are good. */
export async function readBooklet(files: Readonly<Record<string, string>>): Promise<ReadBooklet> {
  const all: Record<string, string> = { 'booklet.yaml': 'title: T\n', 'sections/01-start.md': goodSection, ...files };
  const texts = Object.fromEntries(Object.entries(all).map(([name, text]) => [`content/guns/${name}`, text]));
  return readExactly(texts);
}

/** Reads a project as it is. */
export async function readExactly(texts: Readonly<Record<string, string>>): Promise<ReadBooklet> {
  const diagnostics: Diagnostic[] = [];
  const sources = createSourceList();
  const booklet = await loadBooklet({ workspace: memoryWorkspace(texts), folder: 'content/guns', sources }, (diagnostic) =>
    diagnostics.push(diagnostic),
  );
  const problems = diagnostics.map((diagnostic) => {
    const path = diagnostic.span?.file.path.replace('content/guns/', '') ?? 'nowhere';
    return `${path}:${describeProblem(diagnostic)}`;
  });
  return { booklet, problems, diagnostics };
}
