/**
 * Proves that what Octavo writes conforms to PDF/UA-1 and PDF/A-2a: builds files of every kind and has veraPDF check
 * them. Prints a table; the last line counts checks, each file once for each profile. Ends with 1 when one failed.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFiles } from './build-files.mjs';
import { findJdk, missingJdk } from './find-jdk.mjs';
import { runVeraPdf } from './run-verapdf.mjs';

const profiles = { ua1: 'PDF/UA-1', '2a': 'PDF/A-2a' };

const jdk = findJdk();
if (!jdk) {
  console.error(missingJdk);
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'octavo-conformance-'));
try {
  const files = await buildFiles(folder);
  const broken = breakFile(files[0].path, join(folder, 'broken.pdf'));
  const results = runVeraPdf(jdk, [...files.map((file) => file.path), broken], folder);
  const resultOf = (path, profile) => results.find((result) => result.path === path && result.profile === profile);
  const width = Math.max(...files.map((file) => file.name.length));
  console.log(`${'file'.padEnd(width)}  pages  ${Object.values(profiles).join('  ')}`);
  let [passed, failed] = [0, 0];
  for (const { name, path, pages } of files) {
    const failures = [];
    const verdicts = Object.keys(profiles).map((profile) => {
      const found = resultOf(path, profile)?.failures ?? ['veraPDF says nothing about it'];
      failures.push(...found.map((failure) => `${profiles[profile]} ${failure}`));
      if (found.length === 0) passed += 1;
      else failed += 1;
      return found.length === 0 ? 'pass' : 'FAIL';
    });
    const cells = verdicts.map((verdict, index) => verdict.padEnd(Object.values(profiles)[index].length));
    console.log(`${name.padEnd(width)}  ${String(pages).padStart(5)}  ${cells.join('  ').trimEnd()}`);
    for (const failure of failures) console.log(`    ${failure}`);
  }
  for (const profile of Object.keys(profiles)) {
    if (resultOf(broken, profile)?.failures.length > 0) passed += 1;
    else {
      failed += 1;
      console.log(`a broken file passes ${profiles[profile]}: the check itself does not work`);
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Copies a file and takes back its claim to be tagged, which both profiles must notice. */
function breakFile(path, target) {
  const text = readFileSync(path, 'latin1');
  const broken = text.replace('/Marked true', '/Marked null');
  if (broken === text) throw new Error('the file makes no claim that could be taken back');
  writeFileSync(target, broken, 'latin1');
  return target;
}
