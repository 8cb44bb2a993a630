/** What `::first-line` may set: how letters look. Their size would move lines that are already placed. */
import type { Report } from '../source/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import { type CssNode, childrenOf } from './css-node.ts';
import { propertyOfFirstLine } from './problems.ts';
import { declarableNames } from './read-declaration.ts';

const allowed: readonly string[] = [
  'color',
  'font-family',
  'font-style',
  'font-weight',
  'font-variant-caps',
  'font-variant-numeric',
  'font-variant-ligatures',
  'font-variant-position',
  'font-kerning',
  'font-feature-settings',
  'letter-spacing',
  'text-transform',
];

/** Reports what a block of declarations for first lines sets besides. */
export function checkFirstLine(block: CssNode | undefined, file: SourceFile, report: Report): void {
  for (const node of block ? childrenOf(block) : []) {
    if (node.type !== 'Declaration') continue;
    const name = String(node.fields.property).toLowerCase();
    if (!declarableNames.includes(name) || allowed.includes(name)) continue;
    report(propertyOfFirstLine(name, allowed, { file, start: node.start, end: node.start + name.length }));
  }
}
