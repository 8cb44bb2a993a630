/** What was asked for cannot be: a booklet, edition, paper or folder that does not exist. Says so before or instead of building. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { nearestName, paperSizes, parsePaper } from '../engine/index.ts';
import { type BookletFolder, findBooklet, findProject, listBooklets } from '../host/find-booklets.ts';
import { type BuildFormat, buildFormats } from './build-result.ts';

/** The request itself is wrong. The message is meant for the person who asked. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
  /** What to do instead. */
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** Returns the project around a folder. Throws `WrongUsage` when there is none. */
export function requireProject(start: string): string {
  if (!statSync(start, { throwIfNoEntry: false })?.isDirectory()) throw new WrongUsage(`there is no folder ${start}`, 'check the spelling');
  const project = findProject(start);
  if (project === undefined) {
    throw new WrongUsage(
      `there is no folder \`content\` in ${resolve(start)} or above it`,
      'run octavo in the folder that holds `content`, or make a new project with `octavo init`',
    );
  }
  return project;
}

/** Returns the booklets that are asked for, each once; all when none is named. Throws `WrongUsage` for unknown ones. */
export function requireBooklets(project: string, start: string, wanted: readonly string[]): readonly BookletFolder[] {
  const all = listBooklets(project);
  const found = wanted.length === 0 ? all : wanted.map((name) => findBooklet(project, start, name) ?? unknownBooklet(name, all));
  if (found.length === 0)
    throw new WrongUsage(
      'there is no booklet in content/',
      'a booklet is a folder with a booklet.yaml: `octavo init` makes one to start from',
    );
  const byFolder = new Map(found.map((booklet) => [booklet.folder, booklet]));
  const byName = new Map<string, BookletFolder>();
  for (const booklet of byFolder.values()) {
    const other = byName.get(booklet.name);
    if (other)
      throw new WrongUsage(
        `${other.folder} and ${booklet.folder} would be written to the same file`,
        'build one at a time, or rename one of the folders',
      );
    byName.set(booklet.name, booklet);
  }
  return [...byFolder.values()];
}

/** Checks a paper format. Throws `WrongUsage` when there is none of that name. */
export function requirePaper(paper: string): void {
  if (parsePaper(paper)) return;
  const known = [...paperSizes.keys()];
  throw new WrongUsage(
    `unknown paper \`${paper}\``,
    suggestion(paper, known) ?? `use ${known.join(', ')}, or a size such as "148mm x 210mm"`,
  );
}

/** Returns the formats that are asked for, each once, in the order of building. Throws `WrongUsage` for unknown ones, or none. */
export function requireFormats(wanted: readonly string[]): readonly BuildFormat[] {
  const known: readonly string[] = buildFormats;
  const unknown = wanted.find((format) => !known.includes(format));
  if (unknown === undefined && wanted.length > 0) return buildFormats.filter((format) => wanted.includes(format));
  throw new WrongUsage(
    unknown === undefined ? 'no format is asked for' : `unknown format \`${unknown}\``,
    (unknown === undefined ? undefined : suggestion(unknown, known)) ?? `use ${known.join(', ')}`,
  );
}

/** Makes the error for an edition that none of the booklets has. */
export function unknownEdition(edition: string, known: readonly string[]): WrongUsage {
  return new WrongUsage(`no booklet here has an edition \`${edition}\``, suggestion(edition, known) ?? `use one of: ${known.join(', ')}`);
}

/** Returns "did you mean" with the nearest known name, or undefined when none is near. */
export function suggestion(name: string, known: Iterable<string>): string | undefined {
  const near = nearestName(name, known);
  return near === undefined ? undefined : `did you mean \`${near}\`?`;
}

function unknownBooklet(name: string, all: readonly BookletFolder[]): never {
  const names = all.map((booklet) => booklet.name);
  const listed = names.slice(0, 10).join(', ') + (names.length > 10 ? ' …' : '');
  const bare = name.replace(/[\\/]+$/, '').replace(/^.*[\\/]/, '');
  throw new WrongUsage(
    `there is no booklet \`${name}\``,
    suggestion(bare, names) ?? (names.length === 0 ? 'content/ is empty' : `there are: ${listed}`),
  );
}
