/** Font files in memory, for tests that break them. */
import type { FontFaceSource } from '../../src/engine/source/workspace.ts';

/** Returns the whole file of a face. */
export function fontBytes(face: FontFaceSource): Uint8Array {
  const file = face.load();
  return file instanceof Uint8Array ? file : file.read(0, file.length);
}
