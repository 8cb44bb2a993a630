/** Takes the examples of a manual that are marked as checked out of it, and builds them as one project. */

import { formatDiagnostic } from '../../src/engine/index.ts';
import { compileProject } from '../support/compile-project.ts';
import type { ProjectFiles } from '../support/memory-workspace.ts';

const example = /<!-- checked: (\S+) -->\n```[a-z]+\n([\s\S]*?)```/g;

/** Returns the checked examples by the path that they belong to; examples of the same file follow each other. */
export function examplesIn(manual: string): ProjectFiles {
  const files: Record<string, string> = {};
  for (const [, path = '', text = ''] of manual.matchAll(example))
    files[path] = files[path] === undefined ? text : `${files[path]}\n${text}`;
  return files;
}

/** Builds a project in both editions and returns everything that Octavo has to say about it. */
export async function problemsOf(files: ProjectFiles): Promise<readonly string[]> {
  const problems = new Set<string>();
  for (const edition of ['student', 'facilitator']) {
    const { diagnostics } = await compileProject(files, { edition });
    for (const diagnostic of diagnostics) problems.add(formatDiagnostic(diagnostic));
  }
  return [...problems];
}
