/** A project in memory: paths to texts. What is not there is missing, as on a disk. */
import type { ReadResult, Workspace } from '../../src/engine/source/workspace.ts';

/** Makes a workspace of texts by project-relative path. */
export function memoryWorkspace(texts: Readonly<Record<string, string>>): Workspace {
  const read = (path: string): ReadResult<string> => {
    const content = Object.hasOwn(texts, path) ? texts[path] : undefined;
    return content === undefined ? { ok: false, failure: 'missing' } : { ok: true, content };
  };
  return {
    readText: async (path) => read(path),
    readBytes: async (path) => {
      const result = read(path);
      return result.ok ? { ok: true, content: new TextEncoder().encode(result.content) } : result;
    },
    list: async (folder) =>
      Object.keys(texts)
        .filter((path) => path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/'))
        .map((path) => path.slice(folder.length + 1))
        .sort(),
  };
}
