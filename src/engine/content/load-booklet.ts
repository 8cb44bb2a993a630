/** Reads the files of a booklet through the workspace: the only step of this folder that waits. */
import type { Diagnostic, Report } from '../source/diagnostic.ts';
import { nearestName } from '../source/nearest-name.ts';
import type { SourceFile, Span } from '../source/source-file.ts';
import type { SourceList } from '../source/source-list.ts';
import type { ReadResult, Workspace } from '../source/workspace.ts';
import { emptyBooklet, unknownFile, unknownSectionFile, unreadableFile } from './problems.ts';
import { misnamedFolder, nestedFolder } from './slip-problems.ts';

/** The texts of one booklet. */
export interface BookletFiles {
  /** As given: `content/guns`. */
  readonly folder: string;
  readonly booklet: SourceFile;
  /** In the order in which they are printed. */
  readonly sections: readonly SourceFile[];
  readonly glossary?: SourceFile;
  readonly questions?: SourceFile;
  readonly sources?: SourceFile;
  /** Names of files that are there and are not read, such as `sources.yaml` and `03-routes.txt` among the sections. */
  readonly lost: readonly string[];
}

const optionalNames = ['glossary', 'questions', 'sources'] as const;
const knownNames = ['booklet', ...optionalNames].map((name) => `${name}.yaml`);

/** Reads all files of a booklet. Undefined without a readable booklet.yaml; any other file that fails is reported and left out. */
export async function loadBookletFiles(
  workspace: Workspace,
  folder: string,
  sources: SourceList,
  report: Report,
): Promise<BookletFiles | undefined> {
  const root = folder.replace(/\/+$/, '');
  const [names, sectionNames] = await Promise.all([workspace.list(root), workspace.list(`${root}/sections`)]);
  const paths = [
    `${root}/booklet.yaml`,
    ...optionalNames.map((name) => `${root}/${name}.yaml`),
    ...sectionNames.filter((name) => /\.md$/i.test(name)).map((name) => `${root}/sections/${name}`),
  ];
  const results = await Promise.all(paths.map((path) => workspace.readText(path)));
  // Files are numbered after all have been read, so that their order does not depend on the disk.
  const files = paths.map((path, index) =>
    addFile(path, results[index]!, index === 0 || index > optionalNames.length, { sources, report }),
  );
  checkNames(root, names, sectionNames, (path, problem) => report(problem(sources.add(path, ''))));
  const folders = await findLostFolders(workspace, root);
  for (const { path, problem } of folders) report(problem({ file: sources.add(path, ''), start: 0, end: 0 }));
  const [booklet, glossary, questions, sourcesFile, ...sections] = files;
  if (!booklet) return undefined;
  const isUnread = (index: number): boolean => results[index]?.ok === false && results[index].failure !== 'missing';
  const unread = [...paths.filter((_, index) => isUnread(index)), ...folders.map(({ path }) => path)];
  const hasSections = paths.length > 1 + optionalNames.length;
  if (!hasSections && folders.length === 0) report(emptyBooklet({ file: booklet, start: 0, end: 0 }));
  return {
    folder: root,
    booklet,
    sections: sections.filter((file) => file !== undefined),
    ...(glossary && { glossary }),
    ...(questions && { questions }),
    ...(sourcesFile && { sources: sourcesFile }),
    lost: [...unread.map((path) => path.slice(path.lastIndexOf('/') + 1)), ...sectionNames.filter((name) => !/\.md$/i.test(name))],
  };
}

interface LostFolder {
  readonly path: string;
  readonly problem: (span: Span) => Diagnostic;
}

/** Finds folders whose Markdown would be left out: those inside `sections`, and those that are called almost so. */
async function findLostFolders(workspace: Workspace, root: string): Promise<readonly LostFolder[]> {
  const [beside, inside] = await Promise.all([workspace.listFolders(root), workspace.listFolders(`${root}/sections`)]);
  const folders: readonly LostFolder[] = [
    ...beside
      .filter((name) => name !== 'sections' && /^sections?$/i.test(name))
      .map((name) => ({ path: `${root}/${name}`, problem: (span: Span) => misnamedFolder(name, span) })),
    ...inside.map((name) => ({ path: `${root}/sections/${name}`, problem: (span: Span) => nestedFolder(name, span) })),
  ];
  const lost = await Promise.all(folders.map(({ path }) => holdsMarkdown(workspace, path)));
  return folders.filter((_, index) => lost[index]);
}

async function holdsMarkdown(workspace: Workspace, folder: string): Promise<boolean> {
  if ((await workspace.list(folder)).some((name) => /\.md$/i.test(name))) return true;
  const inner = await workspace.listFolders(folder);
  return (await Promise.all(inner.map((name) => holdsMarkdown(workspace, `${folder}/${name}`)))).includes(true);
}

interface Adding {
  readonly sources: SourceList;
  readonly report: Report;
}

function addFile(path: string, result: ReadResult<string>, isNeeded: boolean, adding: Adding): SourceFile | undefined {
  if (result.ok) return adding.sources.add(path, result.content, result.digest);
  if (result.failure === 'missing' && !isNeeded) return undefined;
  const file = adding.sources.add(path, '');
  adding.report(unreadableFile(result.failure, { file, start: 0, end: 0 }));
  return undefined;
}

type Complain = (path: string, problem: (file: SourceFile) => ReturnType<typeof unknownFile>) => void;

/** A misspelt file name is as good as a missing file, and harder to notice. */
function checkNames(root: string, names: readonly string[], sectionNames: readonly string[], complain: Complain): void {
  for (const name of names) {
    if (!/\.ya?ml$/i.test(name) || knownNames.includes(name)) continue;
    const nearest = nearestName(name.replace(/\.yml$/i, '.yaml'), knownNames);
    complain(`${root}/${name}`, (file) => unknownFile(name, nearest, { file, start: 0, end: 0 }));
  }
  for (const name of sectionNames) {
    if (/\.md$/i.test(name) || name.startsWith('.')) continue;
    complain(`${root}/sections/${name}`, (file) => unknownSectionFile(name, { file, start: 0, end: 0 }));
  }
}
