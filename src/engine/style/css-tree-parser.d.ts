/** The part of css-tree's parser that we rely on, and no more: the library's own types cover only its full entry point. */
declare module 'css-tree/parser' {
  interface CssNode {
    readonly type: string;
    readonly loc: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } } | null;
    /** Fields that differ by type; read through the narrow functions of `css-node.ts`. */
    readonly [field: string]: unknown;
  }

  interface ParseOptions {
    readonly context?: 'stylesheet';
    readonly positions?: boolean;
    readonly parseValue?: boolean;
    readonly onParseError?: (error: { readonly message: string; readonly offset: number }) => void;
  }

  // biome-ignore lint/style/noDefaultExport: this is how css-tree exports it
  export default function parse(text: string, options?: ParseOptions): CssNode;
}
