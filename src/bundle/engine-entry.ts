/** What the main bundle holds: the command line and the library, over one engine. */
export { main } from '../cli/main.ts';
export { processTerminal } from '../cli/terminal.ts';
export * from '../index.ts';
