/** The booklets that come with Octavo, and the editions of each. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A booklet in `content/` and one of its editions. */
export interface ShippedEdition {
  readonly name: string;
  readonly edition: string;
}

/** Returns every booklet in `content/` of a project with the editions that it names, or both that others get. */
export function shippedEditions(root: string): readonly ShippedEdition[] {
  const folders = readdirSync(join(root, 'content'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name }) => {
    const named = /^editions: \[(.*)\]/m.exec(readFileSync(join(root, 'content', name, 'booklet.yaml'), 'utf8'));
    const editions = named ? named[1]!.split(', ') : ['student', 'facilitator'];
    return editions.map((edition) => ({ name, edition }));
  });
}
