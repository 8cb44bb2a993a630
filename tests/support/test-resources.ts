/** The bundled fonts, HarfBuzz and the hyphenation patterns for tests: what the host gives the engine. */
import type { Resources } from '../../src/engine/source/workspace.ts';
import { bundledResources } from '../../src/host/bundled-resources.ts';

/** Returns what ships with Octavo, as the engine gets it. */
export function testResources(): Resources {
  return bundledResources();
}
