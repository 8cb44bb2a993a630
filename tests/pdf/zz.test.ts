import { it } from 'vitest';
import { writeFileSync, mkdirSync } from 'node:fs';
import { nastyBooklets } from '../support/nasty-booklets.ts';
import { compileProject } from '../support/compile-project.ts';
import { formatDiagnostic } from '../../src/engine/index.ts';
it('x', async () => {
  mkdirSync('/tmp/p14/out', { recursive: true });
  for (const b of nastyBooklets) {
    const r = await compileProject(b.files, { paper: b.paper, paints: true });
    console.log(b.name, r.document?.pages.length, r.diagnostics.map((d) => formatDiagnostic(d)).join('\n'));
    if (r.pdf) writeFileSync(`/tmp/p14/out/${b.name}.pdf`, r.pdf);
  }
});
