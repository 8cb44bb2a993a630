/** `node run-library.mjs <dist/index.js> <project> <booklet> <rounds>`: builds a booklet again and again in one process; prints times as JSON. */
import { pathToFileURL } from 'node:url';

const [library, project, booklet, rounds] = process.argv.slice(2);
const { build } = await import(pathToFileURL(library).href);
const milliseconds = [];
let pages = 0;
for (let round = 0; round < Number(rounds); round += 1) {
  const start = performance.now();
  const result = await build({ project, booklets: [booklet], editions: ['student'], write: false });
  milliseconds.push(performance.now() - start);
  pages = result.booklets[0].pages;
}
process.stdout.write(JSON.stringify({ pages, milliseconds }));
