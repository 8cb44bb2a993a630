import { it } from 'vitest';
import { allCodes } from './find-codes.ts';
import { generatedParts } from './generate-manual.ts';

it('x', () => {
  for (const c of allCodes()) console.log(c.severity, c.code);
  for (const [n, g] of generatedParts) if (process.env['P'] === n) console.log(g());
});
