/** The part of Handlebars that we rely on, and no more: its parser. Templates are run by ourselves. */
/// <reference types="handlebars" />

declare module 'handlebars/dist/cjs/handlebars/compiler/base.js' {
  /** Parses a template and settles white space around `{{~` and blocks on lines of their own. Throws a `Handlebars.Exception`. */
  export function parse(text: string, options?: { readonly srcName?: string }): hbs.AST.Program;
}
