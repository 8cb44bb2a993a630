/** The command line: reads what is asked for, runs it, and turns whatever happens into an exit code. */
import { octavoVersion } from '../host/package-folder.ts';
import { WrongUsage } from '../library/wrong-usage.ts';
import { type CommandLine, type CommandName, commandNames, parseCommandLine } from './arguments.ts';
import { runBuild, runCheck } from './build.ts';
import { exitCodes } from './exit-codes.ts';
import { helpFor } from './help.ts';
import { runInit } from './init.ts';
import { complainOfFault, complainOfUsage } from './print-failure.ts';
import type { Terminal } from './terminal.ts';

/** Runs one command and returns the exit code. Never rejects. */
export async function main(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await runCommand(parseCommandLine(words), terminal);
  } catch (error) {
    terminal.progress('');
    if (error instanceof WrongUsage) {
      complainOfUsage(error, terminal);
      return exitCodes.wrongUsage;
    }
    complainOfFault(error instanceof Error ? error : new Error(String(error)), terminal);
    return exitCodes.failed;
  }
}

async function runCommand(line: CommandLine, terminal: Terminal): Promise<number> {
  switch (line.command) {
    case 'build':
      return runBuild(line, terminal);
    case 'check':
      return runCheck(line, terminal);
    case 'init':
      return runInit(line, terminal);
    case 'help':
      terminal.print(helpFor(commandNames.find((name): name is CommandName => name === line.names[0])));
      return exitCodes.good;
    case 'version':
      terminal.print(octavoVersion);
      return exitCodes.good;
  }
}
