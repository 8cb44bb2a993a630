/** `octavo init`: makes a small project that builds at once, and touches nothing that is there already. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { makeFolder } from '../host/make-folder.ts';
import { OutputFailure } from '../host/write-output.ts';
import { WrongUsage } from '../library/wrong-usage.ts';
import type { CommandLine } from './arguments.ts';
import { shortPath } from './build-report.ts';
import { exitCodes } from './exit-codes.ts';
import { starterFiles } from './starter-files.ts';
import type { Terminal } from './terminal.ts';

/** Makes the project and says what to do next. Returns the exit code. */
export async function runInit(line: CommandLine, terminal: Terminal): Promise<number> {
  if (line.names.length > 1) throw new WrongUsage('`octavo init` makes one project at a time', 'name one folder');
  const folder = resolve(line.names[0] ?? '.');
  const content = join(folder, 'content');
  if (!isEmpty(content)) {
    throw new WrongUsage(`${shortPath(content)} is not empty`, 'choose another folder; an existing project needs no `octavo init`');
  }
  for (const [path, text] of starterFiles) {
    const target = join(folder, path);
    if (existsSync(target)) continue;
    orFail(target, () => {
      makeFolder(dirname(target));
      writeFileSync(target, text, { flag: 'wx' });
    });
    terminal.print(`made ${shortPath(target)}`);
  }
  const here = shortPath(folder);
  terminal.print(`\nNow write ${here === '.' ? '' : `\`cd ${here}\`, then `}\`octavo build\`, and look into output/.`);
  return exitCodes.good;
}

const isEmpty = (folder: string): boolean => !existsSync(folder) || orFail(folder, () => readdirSync(folder).length === 0);

/** What the disk does not allow is no bug of ours. */
function orFail<Result>(path: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw new OutputFailure(path, error, 'name another folder');
  }
}
