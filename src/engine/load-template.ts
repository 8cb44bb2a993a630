/**
 * Loads the files of a template. A template may extend another one in its `template.yaml`: it then has all files of
 * that one, its own .hbs files take the place of those with the same name, and its stylesheets come after.
 */
import { plainValue, readYaml } from './content/read-yaml.ts';
import { badTemplateFile, extendsItself, missingTemplate, noTemplates, unreadableTemplate } from './problems.ts';
import type { Report } from './source/diagnostic.ts';
import type { SourceFile, Span } from './source/source-file.ts';
import type { SourceList } from './source/source-list.ts';
import type { Workspace } from './source/workspace.ts';

/** Where templates are, and who asked for one. */
export interface TemplateSources {
  readonly workspace: Workspace;
  /** The folder that holds a folder for each template. */
  readonly folder: string;
  readonly sources: SourceList;
  readonly place: Span | undefined;
}

/** Returns the .hbs and .css files of a template, stylesheets in the order in which they apply. */
export async function loadTemplate(name: string, from: TemplateSources, report: Report): Promise<readonly SourceFile[]> {
  const chain: string[] = [];
  const files = new Map<string, SourceFile>();
  let place = from.place;
  for (let next: string | undefined = name; next !== undefined; ) {
    if (chain.includes(next)) {
      report(extendsItself(next, place));
      break;
    }
    chain.push(next);
    const loaded: LoadedFolder | undefined = await loadFolder(next, { ...from, place }, report);
    if (!loaded) break;
    // The nearer template wins; its stylesheets come last, so files of the farther one go in front.
    const nearer = [...files];
    files.clear();
    for (const file of loaded.files) files.set(nameIn(file), file);
    for (const [key, file] of nearer) {
      if (key.endsWith('.css')) files.set(`${chain.length} ${key}`, file);
      else files.set(key, file);
    }
    next = loaded.base?.name;
    place = loaded.base?.place;
  }
  return [...files.values()];
}

interface LoadedFolder {
  readonly files: readonly SourceFile[];
  readonly base: { readonly name: string; readonly place: Span } | undefined;
}

const nameIn = (file: SourceFile): string => file.path.slice(file.path.lastIndexOf('/') + 1);

async function loadFolder(name: string, from: TemplateSources, report: Report): Promise<LoadedFolder | undefined> {
  const folder = `${from.folder}/${name}`;
  const names = await from.workspace.list(folder);
  const wanted = names.filter((file) => file.endsWith('.hbs') || file.endsWith('.css') || file === 'template.yaml');
  if (wanted.length === 0) {
    const others = await from.workspace.listFolders(from.folder);
    report(others.length === 0 ? noTemplates(folder, from.place) : missingTemplate(name, others, from.place));
    return undefined;
  }
  const files: SourceFile[] = [];
  let base: LoadedFolder['base'];
  for (const file of wanted) {
    const path = `${folder}/${file}`;
    const result = await from.workspace.readText(path);
    if (!result.ok) {
      report(unreadableTemplate(path, result.failure));
      continue;
    }
    const source = from.sources.add(path, result.content, result.digest);
    if (file === 'template.yaml') base = readBase(source, report);
    else files.push(source);
  }
  return { files, base };
}

/** Reads `extends`, the only key of a template.yaml. */
function readBase(file: SourceFile, report: Report): LoadedFolder['base'] {
  const node = readYaml(file, report);
  if (!node) return undefined;
  const place = { file, start: node.start, end: Math.min(node.end, node.start + 1) };
  const value = plainValue(node);
  const entry = node.kind === 'map' ? node.entries.get('extends') : undefined;
  if (
    node.kind !== 'map' ||
    typeof value !== 'object' ||
    value === null ||
    Object.keys(value).length !== 1 ||
    entry?.value.kind !== 'scalar'
  ) {
    report(badTemplateFile(place));
    return undefined;
  }
  return { name: entry.value.text, place: { file, start: entry.value.start, end: entry.value.end } };
}
