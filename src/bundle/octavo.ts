/** The program `octavo`, as small as can be: everything else is in the bundle that it loads. */
import { exitCodes } from '../cli/exit-codes.ts';
import type { main } from '../cli/main.ts';
import type { processTerminal } from '../cli/terminal.ts';
import { keepCompiledCode, loadBundle } from './load-bundle.ts';

// Writing a file is one synchronous step, so nothing is ever left half done here.
process.on('SIGINT', () => process.exit(exitCodes.interrupted));

const bundle = loadBundle('engine.cjs') as { readonly main: typeof main; readonly processTerminal: typeof processTerminal };
const words = process.argv.slice(2);
process.exitCode = await bundle.main(words, bundle.processTerminal());
if (words[0] === 'build' && process.exitCode === exitCodes.good) keepCompiledCode();
