/** Prose as it stands in the tree of markup, written as HTML, so that tests can say in one line what they expect. */
import type { Prose } from '../../src/engine/content/prose.ts';
import type { MarkupElement, MarkupNode } from '../../src/engine/markup/element.ts';
import { partSign, type RenderedHtml, type TreePart } from '../../src/engine/markup/rendered-html.ts';
import { TreeBuilder } from '../../src/engine/markup/tree-builder.ts';
import { vocabulary } from '../../src/engine/markup/vocabulary.ts';
import { type Span, stampOf } from '../../src/engine/source/source-file.ts';
import { addProse, type ProseContext } from '../../src/engine/template/add-prose.ts';

/** Writes prose as HTML. Elements that know where they were written have an attribute `origin`. */
export const writeProse = (prose: Prose, context: ProseContext): string => write((tree) => addProse(prose, context, tree));

/** Writes all that templates made, with its parts in their places. */
export function writeRendered({ html, parts }: RenderedHtml): string {
  let written = '';
  let from = 0;
  for (const { at, part } of parts) {
    written += html.slice(from, at) + writePart(part);
    from = at + partSign.length;
  }
  return written + html.slice(from);
}

const writePart = (part: TreePart): string => write((tree) => part.addTo(tree));

/** Writes what is added to an element of text, where white space stays as it is. */
function write(add: (tree: TreeBuilder) => void): string {
  const tree = new TreeBuilder(() => {});
  tree.openElement('p', new Map(), undefined);
  add(tree);
  tree.closeElement();
  const [paragraph] = tree.finish().children as readonly MarkupElement[];
  return paragraph!.children.map((node) => writeNode(node, undefined)).join('');
}

function writeNode(node: MarkupNode, around: Span | undefined): string {
  if (node.kind === 'text') return escaped(node.text);
  const { name, children, origin } = node;
  const attributes = [...node.attributes].map(([key, value]) => ` ${key}="${escaped(value)}"`).join('');
  const stamp = origin && origin !== around ? ` origin="${stampOf(origin)}"` : '';
  if (vocabulary.get(name)?.content === 'nothing') return `<${name}${attributes}${stamp}/>`;
  return `<${name}${attributes}${stamp}>${children.map((child) => writeNode(child, origin)).join('')}</${name}>`;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign]!);

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
