/**
 * Writes a file so that whoever looks finds the old one or the new one, whole: beside it, flushed, then renamed. After a
 * power cut it may be the old one, since the folder is not flushed: that would take as long again and save nothing.
 *
 * Two builds at once are safe without a lock, since each writes a file of its own and renaming is one step: the later
 * one stays. What a killed build leaves behind is swept by the next.
 */
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { hashText } from '../engine/source/hash.ts';
import { makeFolder } from './make-folder.ts';

/** A file could not be written because the machine does not allow it: neither the author's mistake nor ours. */
export class OutputFailure extends Error {
  override readonly name = 'OutputFailure';
  /** Why, without the name of the file: the same for all files that fail for one reason. */
  readonly reason: string;
  /** What to do about it. */
  readonly hint: string;

  /** `elsewhere` tells how the person who asked can choose another folder. */
  constructor(path: string, cause: unknown, elsewhere = 'choose another folder with --out') {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown';
    const { reason, remedy } = reasons[code] ?? { reason: `the system says ${code}` };
    super(`cannot write ${path}: ${reason}`, { cause });
    this.reason = reason;
    const hints = [...(remedy === undefined ? [] : [remedy]), ...(boundToPlace.has(code) ? [] : [elsewhere])];
    this.hint = hints.join(', or ');
  }
}

const reasons: Readonly<Record<string, { readonly reason: string; readonly remedy?: string }>> = {
  EACCES: { reason: 'you may not write there', remedy: 'change the permissions of the folder' },
  EBUSY: { reason: 'another program holds it open', remedy: 'close the PDF in the program that shows it, then try again' },
  EDQUOT: { reason: 'your share of the disk is used up', remedy: 'delete some files, then try again' },
  EEXIST: { reason: 'a file stands where a folder is needed', remedy: 'move that file away' },
  EISDIR: { reason: 'a folder has that name', remedy: 'move that folder away' },
  ENOENT: { reason: 'no folder can be made there' },
  ENOSPC: { reason: 'the disk is full', remedy: 'delete some files, then try again' },
  ENOTDIR: { reason: 'a file stands where a folder is needed', remedy: 'move that file away' },
  EPERM: { reason: 'it is locked, or you may not write there', remedy: 'close the PDF in the program that shows it, then try again' },
  EROFS: { reason: 'the disk can only be read' },
};

/** Where another folder is not the way out. */
const boundToPlace: ReadonlySet<string> = new Set(['EBUSY', 'EDQUOT', 'ENOSPC']);

/** Process ids mean nothing on another machine that shares the folder, so the name of the machine is part of a temporary name. */
const machine = hashText(hostname()).slice(0, 8);

/** A process id comes back in time, so the moment of the start is part of the name too; and each write has a number. */
const started = hashText(`${process.pid} ${Date.now()} ${process.hrtime.bigint()}`);
let writes = 0;

/** Windows lets go of a file a little after a virus scanner or a viewer has looked at it. */
const renameAttempts = process.platform === 'win32' ? 5 : 1;

/** Writes a file in one step, making its folder if need be. Throws an `OutputFailure`; the old file, if any, is then untouched. */
export function writeOutput(path: string, bytes: Uint8Array): void {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${machine}.${process.pid}.${hashText(`${started} ${writes++}`).slice(0, 8)}.tmp`);
  try {
    makeFolder(folder);
    sweepOutput(folder);
    writeFlushed(temporary, bytes);
    renameStubbornly(temporary, path);
  } catch (error) {
    removeQuietly(temporary);
    throw new OutputFailure(path, error);
  }
}

/** Removes the temporary files that builds which no longer run have left in a folder. */
export function sweepOutput(folder: string): void {
  for (const name of readdirSync(folder)) {
    const match = /^\..+\.([0-9a-f]{8})\.(\d+)\.[0-9a-f]{8}\.tmp$/.exec(name);
    if (match && match[1] === machine && !isRunning(Number(match[2]))) removeQuietly(join(folder, name));
  }
}

function writeFlushed(path: string, bytes: Uint8Array): void {
  const handle = openSync(path, 'wx');
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function renameStubbornly(from: string, to: string): void {
  for (let attempt = 1; ; attempt++) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (attempt >= renameAttempts) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100 * attempt);
    }
  }
}

/** What cannot be removed now is swept by a later build. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Nothing more can be done here.
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
