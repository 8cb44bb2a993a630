/** What the command line talks to: two streams of text and the little it must know about them. */

/** Where a command writes. Color and progress are for people, so they depend on the terminal. */
export interface Terminal {
  /** Prints a line of the result. */
  print(line: string): void;
  /** Prints a line about the result: problems, failures. */
  complain(line: string): void;
  /** Shows a line that the next one replaces, or with an empty text takes it away. Nothing where nobody looks. */
  progress(line: string): void;
  /** Whether problems may be colored. */
  readonly isColored: boolean;
}

/** Returns the terminal of this process. */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe);
  const isInteractive = process.stderr.isTTY === true;
  let isShowing = false;
  const progress = (line: string): void => {
    if (!isInteractive || (line === '' && !isShowing)) return;
    process.stderr.write(`\r\u001b[2K${line}`);
    isShowing = line !== '';
  };
  return {
    print(line) {
      progress('');
      process.stdout.write(`${line}\n`);
    },
    complain(line) {
      progress('');
      process.stderr.write(`${line}\n`);
    },
    progress,
    isColored: isInteractive && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
  };
}

/** `octavo build | head` closes our output early; that is no failure. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
