/** Runs a web page in the Chromium of this machine, and reads back what a script in it found out. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const quietly = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--virtual-time-budget=60000',
];

/** What axe found wrong: the rule and the elements, one a line. */
export type Violations = readonly string[];

/** Runs axe-core, with all of its rules, on a page. The page's own ban on scripts is lifted for it. */
export function runAxe(html: string): Violations {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8').replaceAll('</script', '<\\/script');
  const script = `
    const show = (found) => { document.documentElement.innerHTML = '<pre>@@' + encodeURIComponent(JSON.stringify(found)) + '@@</pre>'; };
    axe.run(document, { resultTypes: ['violations'] }).then(
      ({ violations, passes }) => show({ passed: passes.length, found: violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.html.slice(0, 200) + ' ' + node.any.concat(node.all, node.none).map((check) => check.message).join('; '))) }),
      (error) => show({ passed: 0, found: [String(error)] }),
    );`;
  const open = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  const dom = dumpPage(open.replace('</body>', () => `<script>${axe}</script><script>${script}</script></body>`));
  const answer = /@@([^@]*)@@/.exec(dom)?.[1];
  if (answer === undefined) throw new Error(`the browser gave no answer: ${dom.slice(0, 300)}`);
  const { passed, found } = JSON.parse(decodeURIComponent(answer)) as { readonly passed: number; readonly found: Violations };
  if (passed < 10 && found.length === 0) throw new Error(`axe looked at almost nothing: ${passed} rules`);
  return found;
}

/** Loads a page and returns its document as it then is. */
export const dumpPage = (html: string): string => loadPage(html, ['--dump-dom']).output;

/** Loads a page in a window of some size and returns a PNG of it, `scale` pixels of it for each of the page's. */
export function shootPage(html: string, size: { readonly width: number; readonly height: number; readonly scale: number }): Uint8Array {
  const { width, height, scale } = size;
  const options = [
    `--window-size=${width},${height}`,
    `--force-device-scale-factor=${scale}`,
    '--hide-scrollbars',
    '--screenshot=shot.png',
  ];
  return loadPage(html, options).shot!;
}

function loadPage(html: string, options: readonly string[]): { readonly output: string; readonly shot: Uint8Array | undefined } {
  const browser = findBrowser();
  const folder = mkdtempSync(join(tmpdir(), 'octavo-browser-'));
  try {
    const page = join(folder, 'page.html');
    writeFileSync(page, html);
    const run = spawnSync(browser, [...quietly, `--user-data-dir=${join(folder, 'profile')}`, ...options, `file://${page}`], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 50_000,
      maxBuffer: 1 << 28,
    });
    if (run.error) throw run.error;
    const shot = join(folder, 'shot.png');
    return { output: run.stdout, shot: existsSync(shot) ? readFileSync(shot) : undefined };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function findBrowser(): string {
  const named = process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = named ?? names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
  if (found === undefined) throw new Error('these tests need a browser: install the package `chromium`, or name one in CHROMIUM');
  return found;
}
