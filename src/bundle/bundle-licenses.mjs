/** Gathers the licenses of all packages whose code is in the bundles, as their licenses ask for. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Returns one text with the name, version and license of each bundled package, sorted by name. */
export function bundleLicenses(root, metafiles) {
  const folders = new Set();
  for (const metafile of metafiles) {
    for (const input of Object.keys(metafile.inputs)) {
      const match = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input);
      if (match) folders.add(match[0]);
    }
  }
  const parts = [...folders].sort().map((folder) => describePackage(join(root, folder)));
  return `Octavo contains code of these packages.\n\n${parts.join('\n\n')}\n`;
}

function describePackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text =
    file !== undefined && existsSync(join(folder, file))
      ? readFileSync(join(folder, file), 'utf8').trim()
      : '(the package has no license file)';
  return `${'='.repeat(80)}\n${name} ${version}: ${license}\n\n${text}`;
}
