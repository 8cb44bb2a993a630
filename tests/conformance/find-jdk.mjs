/** Finds a Java development kit: by JAVA_HOME, by the search path, or where Linux and macOS keep them. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const homes = ['/usr/lib/jvm', '/Library/Java/JavaVirtualMachines'];

/** What to say where there is none. */
export const missingJdk =
  'the conformance check needs a Java development kit: install default-jdk-headless (Debian, Ubuntu) or openjdk (elsewhere), or set JAVA_HOME';

/** Returns how to call the compiler and the virtual machine; undefined when there are none. */
export function findJdk() {
  for (const folder of candidates()) {
    const [javac, java] = ['javac', 'java'].map((program) => (folder === '' ? program : join(folder, program)));
    if (spawnSync(javac, ['-version']).status === 0 && spawnSync(java, ['-version']).status === 0) return { javac, java };
  }
  return undefined;
}

function* candidates() {
  if (process.env.JAVA_HOME) yield join(process.env.JAVA_HOME, 'bin');
  yield '';
  for (const home of homes.filter((folder) => existsSync(folder))) {
    for (const name of readdirSync(home).sort()) {
      yield join(home, name, 'bin');
      yield join(home, name, 'Contents', 'Home', 'bin');
    }
  }
}
