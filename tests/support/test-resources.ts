/** The bundled fonts, HarfBuzz and the hyphenation patterns for tests: what the host gives the engine. */
import type { Resources } from '../../src/engine/source/workspace.ts';
import { bundledResources } from '../../src/host/bundled-resources.ts';
import { octavoFolder } from '../../src/host/package-folder.ts';

/** Returns what ships with Octavo, and the fonts for further scripts that are installed for its tests. */
export const resourcesWithScriptFonts = (): Resources => bundledResources(octavoFolder);

/** Returns what ships with Octavo, as the engine gets it. */
export function testResources(): Resources {
  return bundledResources();
}
