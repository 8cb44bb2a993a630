/** sources.yaml to sources, numbered in the order of the file. */
import type { Source } from './booklet.ts';
import { isLanguageTag } from './language.ts';
import { doubleId } from './problems.ts';
import type { YamlNode } from './read-yaml.ts';
import { dateAt, type FieldContext, mapsOf, proseAt, scalarAt, spanOf, textAt } from './yaml-fields.ts';

/** Reads the sources. A second source with the same id is reported and left out. */
export function parseSources(root: YamlNode | undefined, context: FieldContext): readonly Source[] {
  const { file } = context;
  const ids = new Set<string>();
  const sources: Source[] = [];
  for (const map of mapsOf(root)) {
    const idScalar = scalarAt(map, 'id');
    if (!idScalar) continue;
    const id = idScalar.text.trim();
    if (ids.has(id)) {
      context.report(doubleId('a source', id, spanOf(idScalar, file)));
      continue;
    }
    ids.add(id);
    const [author, publisher, url] = [textAt(map, 'author'), textAt(map, 'publisher'), textAt(map, 'url')];
    const [date, accessed] = [dateAt(map, 'date', context), dateAt(map, 'accessed', context)];
    const language = textAt(map, 'language');
    const note = proseAt(map, 'note', 'inline', context);
    sources.push({
      id,
      number: sources.length + 1,
      title: textAt(map, 'title') ?? id,
      ...(author !== undefined && { author }),
      ...(publisher !== undefined && { publisher }),
      ...(date !== undefined && { date }),
      ...(url !== undefined && /^https?:\/\//.test(url) && { url }),
      ...(accessed !== undefined && { accessed }),
      ...(language !== undefined && isLanguageTag(language) && { language }),
      ...(note && { note }),
      origin: spanOf(map, file),
    });
  }
  return sources;
}
