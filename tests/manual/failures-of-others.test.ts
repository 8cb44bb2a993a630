/** The table of other programs' failures names tests that exist, by their file and title. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const pathOf = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** Each `file`, and the “title” behind it if there is one. */
const named = [...readFileSync(pathOf('README.md'), 'utf8').matchAll(/`([\w/-]+\.(?:test\.ts|case))`(?: “([^”]+)”)?/g)].map(
  ([, file, title]) => ({ file: file!, title }),
);

describe('the failures of other programs', () => {
  it('are many', () => expect(named.length).toBeGreaterThan(40));

  it.each(named)('$file holds “$title”', ({ file, title }) => {
    expect(existsSync(pathOf(file))).toBe(true);
    if (title !== undefined) expect(readFileSync(pathOf(file), 'utf8')).toContain(title);
  });
});
