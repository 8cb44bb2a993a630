/** What the block layouts share: the flow they add to, the way back into block layout, and small readings of the tree. */
import type { Pt } from '../geometry/length.ts';
import type { StyledElement, StyledNode } from '../style/style.ts';
import type { Place } from './box-geometry.ts';
import type { Flow, RunningString } from './flow.ts';
import type { FlowBuilder } from './flow-builder.ts';
import type { GrowingStructure, LayoutContext } from './layout-context.ts';

/** Lays out what is inside a block: its children below each other, or as the block's own kind of layout wants them. */
export type LayoutContent = (element: StyledElement, place: Place, structure: GrowingStructure, tools: BlockTools) => void;

/** What block layout hands down. `layoutContent` closes the circle: tables hold blocks, and blocks hold tables. */
export interface BlockTools {
  readonly context: LayoutContext;
  readonly builder: FlowBuilder;
  /** Width of the page area: notes stand at its foot, wherever they are called. */
  readonly noteWidth: Pt;
  readonly layoutContent: LayoutContent;
  /** Area of a page turned sideways; undefined inside of boxes, which no page can be turned for. */
  readonly sideways?: { readonly width: Pt; readonly height: Pt } | undefined;
  /** The outer margin beside the flow; absent where nothing may stand in it. */
  readonly sidenotes?: { readonly builder: FlowBuilder; readonly width: Pt };
}

/** Ends a flow inside another one, and remembers it if it prints page numbers. */
export function finishNested(builder: FlowBuilder, context: LayoutContext): Flow {
  const flow = builder.finish();
  if (flow.volatile.length > 0) context.nestedFlows.push(flow);
  return flow;
}

/** Tells whether a node joins the paragraph around it. */
export const isInline = (node: StyledNode): boolean => node.kind === 'text' || node.style.display === 'inline';

/** Returns the text that an element shows, without the bodies of its notes, white space collapsed. */
export const shownText = (node: StyledNode): string => rawText(node).replace(/\s+/g, ' ').trim();

function rawText(node: StyledNode): string {
  if (node.kind === 'text') return node.text;
  return node.name === 'footnote' ? '' : node.children.map(rawText).join('');
}

/** Gives the next strip what is said of an element's place: its id, running strings, outline entry. */
export function markPlace(element: StyledElement, builder: FlowBuilder): void {
  const { style } = element;
  const id = element.attributes.get('id');
  if (id !== undefined) builder.mark({ anchors: [id] });
  if (style.stringSet.length > 0) builder.mark({ strings: runningStrings(element) });
  if (style.bookmarkLevel !== 'none') builder.mark({ bookmarks: [{ title: shownText(element), level: style.bookmarkLevel }] });
}

const runningStrings = (element: StyledElement): readonly RunningString[] =>
  element.style.stringSet.map(({ name, content }) => ({
    name,
    value: content
      .map((part) => {
        if (part.kind === 'text') return part.text;
        if (part.kind === 'element-text') return shownText(element);
        return part.kind === 'attribute' ? (element.attributes.get(part.name) ?? '') : '';
      })
      .join(''),
  }));
