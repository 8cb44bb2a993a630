/** Prints what is not the author's mistake: a wrong command, a machine that fails, or a bug of ours. */
import { octavoVersion } from '../host/package-folder.ts';
import { OutputFailure } from '../host/write-output.ts';
import type { WrongUsage } from '../library/wrong-usage.ts';
import type { Terminal } from './terminal.ts';

/** Says what is wrong with the command and what to write instead. */
export function complainOfUsage(wrong: WrongUsage, terminal: Terminal): void {
  terminal.complain(`octavo: ${wrong.message}\nhint: ${wrong.hint}`);
}

/** Says what the machine does not allow, or else that the bug is ours. */
export function complainOfFault(fault: Error, terminal: Terminal): void {
  if (fault instanceof OutputFailure) terminal.complain(`octavo: ${fault.message}\nhint: ${fault.hint}`);
  else complainOfBug(fault, terminal);
}

/** Says that the bug is ours and where to report it. The stack is for us, so it appears only with OCTAVO_DEBUG=1. */
function complainOfBug(fault: Error, terminal: Terminal): void {
  const message = fault.message.replace(/\s+/g, ' ').trim() || fault.name;
  terminal.complain(
    `octavo ${octavoVersion} failed: ${message}; this is our bug, not yours: please report it as README.md says under "Reporting a bug"`,
  );
  if (process.env.OCTAVO_DEBUG === '1') terminal.complain(fault.stack ?? String(fault));
}
