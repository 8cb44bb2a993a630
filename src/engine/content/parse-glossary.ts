/** glossary.yaml to glossary entries. */
import { letterPattern } from '../source/letter-pattern.ts';
import type { GlossaryEntry } from './booklet.ts';
import { doubleId } from './problems.ts';
import type { YamlNode } from './read-yaml.ts';
import { emptyProse, type FieldContext, mapsOf, proseAt, scalarAt, spanOf, textAt, textsAt } from './yaml-fields.ts';

/** Reads the entries. Two entries must not share a term or another form, or a word in the text would mean both. */
export function parseGlossary(root: YamlNode | undefined, context: FieldContext): readonly GlossaryEntry[] {
  const { file } = context;
  const forms = new Set<string>();
  const ids = new Set<string>();
  const entries: GlossaryEntry[] = [];
  for (const map of mapsOf(root)) {
    const term = scalarAt(map, 'term');
    if (!term) continue;
    const aliases = textsAt(map, 'aliases');
    for (const form of [term, ...aliases]) {
      const key = form.text.trim().normalize('NFC').toLowerCase();
      if (forms.has(key)) context.report(doubleId('a glossary entry for', form.text.trim(), spanOf(form, file)));
      forms.add(key);
    }
    const id = idOfTerm(term.text);
    if (ids.has(id)) continue;
    ids.add(id);
    entries.push({
      id,
      term: term.text.trim(),
      aliases: aliases.map((alias) => alias.text.trim()),
      definition: proseAt(map, 'definition', 'auto', context) ?? emptyProse(file, map),
      translations: readTranslations(map.entries.get('translations')?.value),
      origin: spanOf(map, file),
    });
  }
  return entries;
}

function readTranslations(node: YamlNode | undefined): ReadonlyMap<string, string> {
  const translations = new Map<string, string>();
  if (node?.kind !== 'map') return translations;
  for (const language of node.entries.keys()) {
    const text = textAt(node, language);
    if (text !== undefined) translations.set(language, text);
  }
  return translations;
}

const betweenWords = letterPattern(String.raw`[^\p{L}\p{N}\p{M}]+`, 'g');

/** `Straw purchase` becomes `straw-purchase`; letters of every script stay. */
function idOfTerm(term: string): string {
  const lower = term.trim().normalize('NFC').toLowerCase();
  const id = lower.replace(betweenWords(lower), '-').replace(/^-+|-+$/g, '');
  return id === '' ? 'term' : id;
}
