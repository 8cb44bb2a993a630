/** Takes a project in memory through the whole engine, as the command line does with one on disk. */
import {
  composeEdition,
  type Diagnostic,
  formatDiagnostic,
  type OpenBooklet,
  openBooklet,
  type PagedDocument,
  paintPdf,
  type Workspace,
} from '../../src/engine/index.ts';
import type { TableStore, TextStore } from '../../src/engine/source/workspace.ts';
import { collectProblems } from '../../src/library/collect-problems.ts';
import { memoryWorkspace, type ProjectFiles } from './memory-workspace.ts';
import { resourcesWithScriptFonts, testResources } from './test-resources.ts';

/** What to compile, and how. */
export interface CompileOptions {
  /** The booklet's first if left out. */
  readonly edition?: string;
  readonly paper?: string;
  /** The folder of the booklet; `content/booklet` if left out. */
  readonly folder?: string;
  /** Whether to paint the PDF too. */
  readonly paints?: boolean;
  /** Charts drawn before; each compilation draws its own if left out. */
  readonly drawings?: TextStore;
  /** Files parsed before; each compilation parses its own if left out. */
  readonly trees?: TextStore;
  /** Words shaped and paragraphs set before; each compilation makes its own if left out. */
  readonly texts?: TableStore;
  /** Whether the fonts for further scripts are installed. */
  readonly hasScriptFonts?: boolean;
}

/** What became of it. */
export interface CompiledProject {
  /** Undefined when the booklet could not even be opened. */
  readonly document: PagedDocument | undefined;
  readonly open: OpenBooklet | undefined;
  /** By file and place, each once. */
  readonly diagnostics: readonly Diagnostic[];
  readonly pdf: Uint8Array | undefined;
}

const resources = testResources();
const everyFont = resourcesWithScriptFonts();

/** Compiles a project of files. A path outside `content/` and `templates/` is one of the booklet's, such as `sections/01-start.md`. */
export function compileProject(files: ProjectFiles, options: CompileOptions = {}): Promise<CompiledProject> {
  return compileWorkspace(memoryWorkspace(projectPaths(files)), options);
}

/** Compiles a booklet of any workspace. */
export async function compileWorkspace(workspace: Workspace, options: CompileOptions = {}): Promise<CompiledProject> {
  const problems = collectProblems();
  const { edition, paper, folder = 'content/booklet', paints = false, drawings, trees, texts, hasScriptFonts = false } = options;
  const request = { folder, templates: 'templates', producer: 'Octavo test', ...(paper !== undefined && { paper }) };
  const open = await openBooklet(
    workspace,
    {
      ...(hasScriptFonts ? everyFont : resources),
      ...(drawings && { drawings }),
      ...(trees && { trees }),
      ...(texts && { texts }),
    },
    request,
    problems.report,
  );
  const document = open && (await composeEdition(open, edition, problems.report)).document;
  const pdf = document && paints ? await paintPdf(document) : undefined;
  return { document, open, diagnostics: problems.found(), pdf };
}

/** Returns the problems of building; what the checks before printing advise, such as on the wording of links, is left out. */
export const problemsOfBuilding = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.filter(({ code }) => !code.startsWith('check/')).map((diagnostic) => formatDiagnostic(diagnostic));

/** What an author may be told although nothing is wrong: random text can be awkward on small papers, and random answers answer nothing. */
export const awkward: ReadonlySet<string> = new Set([
  'glossary/unused-term',
  'content/missing-gap',
  'content/repeated-option',
  'content/stray-answer',
  'layout/wide-word',
  'layout/wide-table',
  'layout/narrow-margin',
  'layout/moved-margin-note',
]);

/** Compiles a random project, in which nothing worse than awkward may be, and returns its pages. */
export const compileAwkward = (files: ProjectFiles, options: CompileOptions = {}): Promise<PagedDocument> =>
  compileWithout((code) => !awkward.has(code), files, options);

/** Compiles a project that must be flawless, and returns its pages. */
export const compileSound = (files: ProjectFiles, options: CompileOptions = {}): Promise<PagedDocument> =>
  compileWithout(() => true, files, options);

async function compileWithout(isWrong: (code: string) => boolean, files: ProjectFiles, options: CompileOptions): Promise<PagedDocument> {
  const { document, diagnostics } = await compileProject(files, options);
  const problems = problemsOfBuilding(diagnostics.filter(({ code }) => isWrong(code)));
  if (problems.length > 0) throw new Error(`unexpected problems:\n${problems.join('\n')}`);
  if (!document) throw new Error('there is no document, and no problem says why');
  return document;
}

/** Compiles a project that must be flawless, and returns its PDF. */
export async function paintSound(files: ProjectFiles, options: CompileOptions = {}): Promise<Uint8Array> {
  return paintPdf(await compileSound(files, options));
}

const projectPaths = (files: ProjectFiles): ProjectFiles =>
  Object.fromEntries(
    Object.entries(files).map(([path, content]) => [/^(content|templates)\//.test(path) ? path : `content/booklet/${path}`, content]),
  );
