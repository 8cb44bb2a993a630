/** css-tree's door: parses CSS text and gives its nodes a typed, read-only face. No other file imports css-tree. */
import parse from 'css-tree/parser';

/** A node of css-tree's syntax tree, reduced to what we read. Offsets are into the parsed text. */
export interface CssNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly text: string;
  /** The node in css-tree's own shape, for fields that only one type has. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** A complaint of the parser: what it expected, and where. */
export interface CssComplaint {
  readonly message: string;
  readonly offset: number;
}

/** Parses a whole stylesheet. Broken parts come back as nodes of type `Raw`, each with a complaint; values are left unread. */
export function parseCss(text: string, complain: (complaint: CssComplaint) => void): CssNode {
  return wrap(parse(text, { context: 'stylesheet', positions: true, parseValue: false, onParseError: complain }));
}

/** Returns the nodes in a list field, `children` unless told otherwise; empty when the node has none. */
export function childrenOf(node: CssNode, field = 'children'): readonly CssNode[] {
  const list = node.raw[field] as { readonly toArray: () => readonly unknown[] } | null | undefined;
  return list ? list.toArray().map(wrap) : [];
}

/** Returns the node in a field, such as the block of a rule. */
export function childOf(node: CssNode, field: string): CssNode | undefined {
  const child = node.raw[field];
  return child && typeof child === 'object' ? wrap(child) : undefined;
}

/** Returns a text field, or '' when the node has none. */
export function textField(node: CssNode, field: string): string {
  const value = node.raw[field];
  return typeof value === 'string' ? value : '';
}

function wrap(node: unknown): CssNode {
  const raw = node as Readonly<Record<string, unknown>> & { readonly loc?: { start: { offset: number }; end: { offset: number } } | null };
  return {
    type: String(raw.type),
    start: raw.loc?.start.offset ?? 0,
    end: raw.loc?.end.offset ?? 0,
    name: typeof raw.name === 'string' ? raw.name : '',
    text: typeof raw.value === 'string' ? raw.value : '',
    raw,
  };
}
