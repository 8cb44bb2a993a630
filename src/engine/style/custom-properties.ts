/** Custom properties: replaces `var()` in text, before the text is read as a value. */
import type { Report } from '../source/diagnostic.ts';
import type { Span } from '../source/source-file.ts';
import { endlessCustomProperty, unknownCustomProperty } from './problems.ts';

/** Longer values than this are a mistake, such as properties that double each other. */
const longestValue = 10_000;

/** A custom property as declared. */
export interface DeclaredText {
  readonly text: string;
  readonly span: Span;
}

/** Where `var()` finds values. `look` gives undefined for names that are not set. */
export interface VariableScope {
  readonly look: (name: string) => string | undefined;
  readonly names: () => Iterable<string>;
}

/** Returns the custom properties of an element: those of its parent, and its own with every `var()` replaced. */
export function resolveCustomProperties(
  declared: ReadonlyMap<string, DeclaredText>,
  inherited: ReadonlyMap<string, string>,
  report: Report,
): ReadonlyMap<string, string> {
  if (declared.size === 0) return inherited;
  const settled = new Map<string, string | undefined>();
  const open = new Set<string>();
  const look = (name: string): string | undefined => {
    const own = declared.get(name);
    if (!own) return inherited.get(name);
    if (settled.has(name)) return settled.get(name);
    if (open.has(name)) {
      report(endlessCustomProperty(name, own.span));
      return undefined;
    }
    open.add(name);
    settled.set(name, resolveOwn(own, inherited.get(name), { look, names: () => [...inherited.keys(), ...declared.keys()] }, report));
    open.delete(name);
    return settled.get(name);
  };
  const resolved = new Map(inherited);
  for (const name of declared.keys()) {
    const text = look(name);
    if (text === undefined) resolved.delete(name);
    else resolved.set(name, text);
  }
  return resolved;
}

/** Replaces every `var()` in a text; undefined, with a report, when one has neither value nor fallback. */
export function substituteVariables(declared: DeclaredText, scope: VariableScope, report: Report): string | undefined {
  const { text, span } = declared;
  if (text.length > longestValue) return undefined;
  const call = /\bvar\(/gi;
  let result = '';
  let done = 0;
  for (let match = call.exec(text); match; match = call.exec(text)) {
    const end = closingParenthesis(text, call.lastIndex);
    const [name = '', fallback] = splitOnce(text.slice(call.lastIndex, end));
    let value = scope.look(name);
    if (value === undefined && fallback !== undefined) value = substituteVariables({ text: fallback, span }, scope, report);
    else if (value === undefined) report(unknownCustomProperty(name, scope.names(), span));
    if (value === undefined) return undefined;
    result += text.slice(done, match.index) + value;
    if (result.length > longestValue) {
      report(endlessCustomProperty(name, span));
      return undefined;
    }
    done = end + 1;
    call.lastIndex = done;
  }
  return result + text.slice(done);
}

function resolveOwn(own: DeclaredText, inherited: string | undefined, scope: VariableScope, report: Report): string | undefined {
  if (own.text === 'initial') return undefined;
  return own.text === 'inherit' || own.text === 'unset' ? inherited : substituteVariables(own, scope, report);
}

/** Returns where the parenthesis that is open at `from` closes, or the end of the text. */
function closingParenthesis(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

function splitOnce(text: string): readonly [string, string?] {
  const comma = text.indexOf(',');
  return comma === -1 ? [text.trim()] : [text.slice(0, comma).trim(), text.slice(comma + 1).trim()];
}
