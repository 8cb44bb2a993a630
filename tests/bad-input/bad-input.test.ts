/** Every mistake that authors make, with the exact words and place of what they are told. Each `.case` file is one project. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseCase, runCase, updatesCases } from '../support/check-case.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith('.case'));

describe('a bad booklet is answered with messages and never with a crash', () => {
  for (const name of names) {
    const text = readFileSync(folder + name, 'utf8');
    const badCase = parseCase(text);
    it(`${name}: ${badCase.title}`, async () => {
      const found = await runCase(badCase);
      if (updatesCases) writeFileSync(folder + name, found);
      else expect(found).toBe(text);
      expect(found, 'a bad booklet must be complained about').toMatch(/^( *\^+|nowhere:|elsewhere: \S+) (error|warning) /m);
    });
  }
});
