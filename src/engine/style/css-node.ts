/** css-tree's door: parses CSS text and gives its nodes a typed, read-only face. No other file imports css-tree. */
import parse from 'css-tree/parser';

/** A node of css-tree's syntax tree as plain data, reduced to what we read. Offsets are into the parsed text. */
export interface CssNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly text: string;
  /** Fields that only one type has: texts and truth values, nodes and lists of nodes. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A complaint of the parser: what it expected, and where. */
export interface CssComplaint {
  readonly message: string;
  readonly offset: number;
}

/** Parses a whole stylesheet. Broken parts come back as nodes of type `Raw`, each with a complaint; values are left unread. */
export function parseCss(text: string, complain: (complaint: CssComplaint) => void): CssNode {
  return plainNode(parse(text, { context: 'stylesheet', positions: true, parseValue: false, onParseError: complain }) as RawNode);
}

/** Returns the nodes in a list field, `children` unless told otherwise; empty when the node has none. */
export function childrenOf(node: CssNode, field = 'children'): readonly CssNode[] {
  return (node.fields[field] as readonly CssNode[] | undefined) ?? [];
}

/** Returns the node in a field, such as the block of a rule. */
export function childOf(node: CssNode, field: string): CssNode | undefined {
  const child = node.fields[field];
  return typeof child === 'object' ? (child as CssNode) : undefined;
}

/** Returns a text field, or '' when the node has none. */
export function textField(node: CssNode, field: string): string {
  const value = node.fields[field];
  return typeof value === 'string' ? value : '';
}

/** A node in css-tree's own shape, whose lists are a class of its own. */
interface RawNode extends Readonly<Record<string, unknown>> {
  readonly type: string;
  readonly loc?: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } } | null;
}

function plainNode(raw: RawNode): CssNode {
  const { type, loc, name, value, ...others } = raw;
  const fields: Record<string, unknown> = {};
  for (const [field, content] of Object.entries({ ...others, name, value })) {
    if (content === null || content === undefined || ((field === 'name' || field === 'value') && typeof content !== 'object')) continue;
    fields[field] = typeof content === 'object' ? plainContent(content) : content;
  }
  return {
    type,
    start: loc?.start.offset ?? 0,
    end: loc?.end.offset ?? 0,
    name: typeof name === 'string' ? name : '',
    text: typeof value === 'string' ? value : '',
    fields,
  };
}

function plainContent(content: object): CssNode | readonly CssNode[] {
  return 'toArray' in content ? (content as { toArray(): readonly RawNode[] }).toArray().map(plainNode) : plainNode(content as RawNode);
}
