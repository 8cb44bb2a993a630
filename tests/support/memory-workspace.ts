/** A project in memory: paths to contents. What is not there is missing, as on a disk; a template that it lacks is the shipped one. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Workspace } from '../../src/engine/source/workspace.ts';
import { decodeText } from '../../src/host/decode-text.ts';

/** Contents by project-relative path. */
export type ProjectFiles = Readonly<Record<string, string | Uint8Array>>;

const shippedTemplates = fileURLToPath(new URL('../../templates/', import.meta.url));

const encoder = new TextEncoder();
const missing: { readonly ok: false; readonly failure: 'missing' } = { ok: false, failure: 'missing' };

/** Makes a workspace of files by path. */
export function memoryWorkspace(files: ProjectFiles): Workspace {
  const has = (path: string): boolean => Object.hasOwn(files, path);
  const shipped = (path: string): string | undefined => {
    const [, template, rest] = /^templates\/([^/]+)\/?(.*)$/.exec(path) ?? [];
    const isOwn = template === undefined || Object.keys(files).some((own) => own.startsWith(`templates/${template}/`));
    return isOwn ? undefined : `${shippedTemplates}${template}/${rest}`;
  };
  return {
    async readText(path) {
      const own = has(path) ? files[path] : contentOf(shipped(path));
      if (own === undefined) return missing;
      return typeof own === 'string' ? { ok: true, content: own } : decodeText(own);
    },
    async readBytes(path) {
      const own = has(path) ? files[path] : undefined;
      if (own === undefined) return missing;
      return { ok: true, content: typeof own === 'string' ? encoder.encode(own) : own };
    },
    async listFolders(folder) {
      const own = Object.keys(files)
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1).split('/'))
        .filter((parts) => parts.length > 1)
        .map((parts) => parts[0]!);
      const shippedNames = folder === 'templates' ? readdirSync(shippedTemplates) : [];
      return [...new Set([...own, ...shippedNames])].sort();
    },
    async list(folder) {
      const fallback = shipped(`${folder}/`);
      if (fallback !== undefined) return namesIn(fallback);
      return Object.keys(files)
        .filter((path) => path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/'))
        .map((path) => path.slice(folder.length + 1))
        .sort();
    },
  };
}

function contentOf(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
