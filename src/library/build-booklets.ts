/**
 * Builds or checks booklets: finds them, has the engine compose each edition, writes what is free of errors.
 *
 * One booklet's mistake, or a bug that it brings to light, costs that booklet with all its editions, and no other.
 */
import { join, resolve } from 'node:path';
import {
  composeEdition,
  composeTwin,
  type Diagnostic,
  openBooklet,
  paintPdf,
  type Resources,
  twinFormats,
  type Workspace,
} from '../engine/index.ts';
import { bundledResources } from '../host/bundled-resources.ts';
import { now } from '../host/clock.ts';
import { deflate } from '../host/deflate.ts';
import { diskWorkspace } from '../host/disk-workspace.ts';
import type { BookletFolder } from '../host/find-booklets.ts';
import { octavoFolder, octavoVersion } from '../host/package-folder.ts';
import { writeOutput } from '../host/write-output.ts';
import {
  type BuildFormat,
  type BuildOptions,
  type BuildResult,
  type BuiltFile,
  type EditionResult,
  formatEndings,
} from './build-result.ts';
import { collectProblems } from './collect-problems.ts';
import { sourceDate } from './source-date.ts';
import { requireBooklets, requireFormats, requirePaper, requireProject, unknownEdition } from './wrong-usage.ts';

/** Builds booklets to PDF files and their twins. Rejects with `WrongUsage` when the request names what does not exist; mistakes of authors are in the result. */
export async function build(options: BuildOptions = {}): Promise<BuildResult> {
  return run(options, options.write === false ? 'keep' : 'write');
}

/** Finds everything that `build` would complain about, and writes nothing. */
export async function check(options: BuildOptions = {}): Promise<BuildResult> {
  return run(options, 'none');
}

/** What becomes of the files; `none` does not even make them. */
type Purpose = 'write' | 'keep' | 'none';

interface Run {
  readonly options: BuildOptions;
  readonly purpose: Purpose;
  readonly workspace: Workspace;
  readonly resources: Resources;
  readonly output: string;
  readonly formats: readonly BuildFormat[];
  /** All editions seen so far, for "did you mean". */
  readonly editions: Set<string>;
}

async function run(options: BuildOptions, purpose: Purpose): Promise<BuildResult> {
  const start = resolve(options.project ?? '.');
  const project = requireProject(start);
  if (options.paper !== undefined) requirePaper(options.paper);
  const formats = requireFormats(options.formats ?? ['pdf']);
  const wanted = requireBooklets(project, start, options.booklets ?? []);
  const state: Run = {
    options,
    purpose,
    workspace: diskWorkspace(project, { fallback: octavoFolder }),
    resources: bundledResources(project),
    output: options.out === undefined ? join(project, 'output') : resolve(options.out),
    formats: purpose === 'none' ? ['pdf'] : formats,
    editions: new Set(),
  };
  const results: EditionResult[] = [];
  for (const booklet of wanted) {
    for await (const result of buildBooklet(state, booklet)) {
      results.push(result);
      options.onFinish?.(result);
    }
  }
  const missing = options.editions?.find((edition) => !state.editions.has(edition));
  if (missing !== undefined && state.editions.size > 0) throw unknownEdition(missing, [...state.editions]);
  return { project, booklets: results, isComplete: results.every((result) => !isRefused(result, options)) };
}

async function* buildBooklet(state: Run, booklet: BookletFolder): AsyncGenerator<EditionResult> {
  const { options } = state;
  const opened = now();
  const problems = collectProblems();
  const date = sourceDate();
  const request = {
    folder: booklet.folder,
    templates: 'templates',
    producer: `Octavo ${octavoVersion}`,
    ...(date !== undefined && { date }),
    ...(options.paper !== undefined && { paper: options.paper }),
  };
  const result = { ...booklet, pages: 0, bytes: 0, files: [] };
  try {
    const open = await openBooklet(state.workspace, state.resources, request, problems.report);
    if (!open) {
      yield { ...result, milliseconds: now() - opened, diagnostics: problems.found() };
      return;
    }
    const names = open.booklet.editions.map((edition) => edition.name);
    for (const name of names) state.editions.add(name);
    const drafts: Draft[] = [];
    let began = opened;
    for (const edition of names.filter((name) => options.editions?.includes(name) ?? true)) {
      // Lets a pending Ctrl-C in.
      await new Promise((resume) => setImmediate(resume));
      options.onStart?.(booklet.name, edition);
      const draft = await draftEdition(state, edition, { open, problems });
      drafts.push({ ...draft, milliseconds: now() - began });
      began = now();
    }
    // What is wrong with the booklet as a whole may be told of in one edition only, so one mistake holds them all back.
    const shared = problems.found();
    const isHeld = drafts.some((draft) => isRefused(draft, options)) || isRefused({ diagnostics: shared }, options);
    for (const draft of drafts) {
      began = now();
      const made = isHeld || state.purpose === 'none' ? { bytes: 0, files: [] } : keepEdition(state, booklet.name, draft);
      const { edition, pages, fault, milliseconds } = draft;
      const diagnostics = collectProblems([...shared, ...draft.diagnostics]).found();
      yield {
        ...result,
        edition,
        pages,
        diagnostics,
        ...(fault && { fault }),
        ...made,
        milliseconds: milliseconds + now() - began,
      };
    }
  } catch (error) {
    yield { ...result, milliseconds: now() - opened, diagnostics: problems.found(), fault: asError(error) };
  }
}

interface Opened {
  readonly open: NonNullable<Awaited<ReturnType<typeof openBooklet>>>;
  /** Problems of the booklet as a whole. */
  readonly problems: ReturnType<typeof collectProblems>;
}

/** One edition, made but not handed out. */
interface Draft {
  readonly edition: string;
  readonly pages: number;
  /** Without the PDF where a mistake was found, since nobody gets it then. */
  readonly contents: ReadonlyMap<BuildFormat, Uint8Array>;
  /** Problems of this edition. */
  readonly diagnostics: readonly Diagnostic[];
  readonly fault?: Error;
  readonly milliseconds: number;
}

async function draftEdition(state: Run, edition: string, { open, problems }: Opened): Promise<Omit<Draft, 'milliseconds'>> {
  const own = collectProblems();
  const contents = new Map<BuildFormat, Uint8Array>();
  let pages = 0;
  try {
    const document = state.formats.includes('pdf') ? (await composeEdition(open, edition, own.report)).document : undefined;
    pages = document?.pages.length ?? 0;
    for (const format of twinFormats) {
      if (state.formats.includes(format)) contents.set(format, encoder.encode(await composeTwin(open, edition, format, own.report)));
    }
    const isWanted = state.purpose !== 'none' && !isRefused({ diagnostics: [...problems.found(), ...own.found()] }, state.options);
    if (document && isWanted) {
      const { programs, streams: store } = state.resources;
      const streams = store && { store, name: JSON.stringify([open.request.folder, open.booklet.title, edition]) };
      contents.set('pdf', await paintPdf(document, { deflate, programs, streams }));
    }
    return { edition, pages, contents, diagnostics: own.found() };
  } catch (error) {
    return { edition, pages, contents, diagnostics: own.found(), fault: asError(error) };
  }
}

/** Hands an edition out: writes its files, or only returns them. */
function keepEdition(state: Run, booklet: string, draft: Draft): Pick<EditionResult, 'output' | 'files' | 'pdf' | 'bytes' | 'fault'> {
  const files: BuiltFile[] = [];
  try {
    for (const format of state.formats) files.push(keepFile(state, `${booklet}-${draft.edition}`, format, draft.contents.get(format)!));
    const [{ path, bytes } = { path: undefined, bytes: 0 }] = files;
    const pdf = files.find((file) => file.format === 'pdf')?.content;
    return { bytes, files, ...(path !== undefined && { output: path }), ...(pdf && { pdf }) };
  } catch (error) {
    return { bytes: 0, files, fault: asError(error) };
  }
}

const encoder = new TextEncoder();

function keepFile(state: Run, name: string, format: BuildFormat, content: Uint8Array): BuiltFile {
  if (state.purpose === 'keep') return { format, bytes: content.length, content };
  const path = join(state.output, `${name}.${formatEndings[format]}`);
  writeOutput(path, content);
  return { format, bytes: content.length, path };
}

/** Tells whether something forbids to hand an edition out. */
function isRefused(result: Pick<EditionResult, 'diagnostics' | 'fault'>, options: BuildOptions): boolean {
  return result.fault !== undefined || result.diagnostics.some((diagnostic) => options.strict === true || diagnostic.severity === 'error');
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
