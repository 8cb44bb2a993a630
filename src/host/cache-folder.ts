/**
 * Where Octavo keeps what only saves time: compiled code, parsed files, drawn charts, set text, deflated pages. Whoever deletes it waits a
 * little longer once.
 */
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Returns the folder for caches; undefined when nothing may be kept. OCTAVO_CACHE names another folder, or is `off`. */
export function cacheFolder(): string | undefined {
  const wanted = process.env.OCTAVO_CACHE;
  if (wanted) return wanted === 'off' ? undefined : wanted;
  const home = homedir();
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'octavo', 'Cache');
  if (process.platform === 'darwin') return join(home, 'Library', 'Caches', 'octavo');
  return join(process.env.XDG_CACHE_HOME || join(home, '.cache'), 'octavo');
}
