/**
 * One Typst process: `node run-typst.mjs <folder> <output.pdf> [rounds]` sets main.typ and prints its pages and times as JSON.
 * With more than one round the caches are emptied in between, so that each round sets the whole text anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bookFaces } from './book-faces.mjs';

const require = createRequire(import.meta.url);
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
const [folder, output, rounds = '1'] = process.argv.slice(2);

const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: bookFaces().map((path) => readFileSync(path)) }] });
const milliseconds = [];
let pages = 0;
for (let round = 0; round < Number(rounds); round += 1) {
  const start = performance.now();
  const compiled = compiler.compile({ mainFilePath: join(folder, 'main.typ') });
  if (!compiled.result) {
    compiled.printErrors();
    process.exit(1);
  }
  writeFileSync(output, compiler.pdf(compiled.result, {}));
  milliseconds.push(performance.now() - start);
  pages = compiled.result.numOfPages;
  compiler.evictCache(0);
}
process.stdout.write(JSON.stringify({ pages, milliseconds }));
