/** A YAML file of a booklet, checked against its schema. */
import type { Report } from '../source/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import { checkSchema } from './check-schema.ts';
import { missingKey } from './problems.ts';
import { readYaml, type YamlNode } from './read-yaml.ts';
import { bookletSchemas } from './schema/booklet-schemas.ts';

/** Values in one file; ten times what the largest booklet has. */
const mostValues = 20_000;

/**
 * Reads a file and reports what its schema does not allow; one that is broken joins those that are `lost`. Undefined when there is
 * nothing in it, or nothing to be read.
 */
export function readChecked(file: SourceFile, name: keyof typeof bookletSchemas, lost: Set<string>, report: Report): YamlNode | undefined {
  const reportBroken: Report = (diagnostic) => {
    lost.add(`${name}.yaml`);
    report(diagnostic);
  };
  const root = readYaml(file, reportBroken, mostValues);
  const isEmpty = root === undefined || (root.kind === 'scalar' && root.value === null);
  if (!isEmpty) checkSchema(root, bookletSchemas[name], file, report);
  else if (name === 'booklet' && !lost.has('booklet.yaml')) report(missingKey('title', name, { file, start: 0, end: 0 }));
  return isEmpty ? undefined : root;
}
