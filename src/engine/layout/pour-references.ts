/**
 * Sets the paragraphs that print page numbers again, once the numbers are known, and puts their new lines in the
 * place of the old ones. Everything else of a flow stays as it was made.
 */
import type { Flow, PouredStrip, Strip } from './flow.ts';
import type { PageReferences } from './page-references.ts';
import { type Replacement, replaceStrips } from './replace-strips.ts';

/** Returns the flow with these page numbers: the same one when every paragraph keeps its number of lines. */
export function pourReferences(flow: Flow, references: PageReferences): Flow {
  const replacements: Replacement[] = [];
  for (const old of flow.volatile) {
    const strips = old.setStrips(references);
    if (strips.length !== old.count || isDividedAnew(flow.strips[old.first]!, strips[0]!)) replacements.push({ old, strips });
    else for (const [index, { content }] of strips.entries()) flow.strips[old.first + index]!.content = content;
  }
  return replacements.length === 0 ? flow : replaceStrips(flow, replacements);
}

/** Pours into flows whose height others depend on; tells whether all of them kept their height. */
export function pourIntoNested(flows: readonly Flow[], references: PageReferences): boolean {
  let isSame = true;
  for (const flow of flows) if (pourReferences(flow, references) !== flow) isSame = false;
  return isSame;
}

/** Columns are made of new strips when one of their paragraphs has more lines or fewer, though another may make up for it. */
const isDividedAnew = (old: Strip, { content }: PouredStrip): boolean => content.kind === 'columns' && content !== old.content;
