/** Decides whether a value fits its attribute, and says in words what would. */
import type { AttributeValue } from './vocabulary.ts';

interface ValueRule {
  readonly pattern: RegExp;
  readonly expected: string;
}

/** V8 compiles a pattern once for each place where it is written, and long with the flag `u`. */
const name = /^[^\s#"'<>]+$/;

const valueRules: Readonly<Record<Extract<AttributeValue, string>, ValueRule>> = {
  text: { pattern: /^/, expected: 'text' },
  id: { pattern: name, expected: 'a name without spaces, as in "fig-share"' },
  classes: { pattern: /^[^"'<>]*$/, expected: 'names separated by spaces' },
  target: { pattern: name, expected: 'an id without `#`, as in "fig-share"' },
  term: { pattern: name, expected: 'the id of a glossary entry, as in "straw-purchase"' },
  link: {
    pattern: /^(#\S+|https?:\/\/\S+|mailto:\S+|tel:[\d+()./ -]+)$/i,
    expected: '`#` and an id, or an address that begins with https://',
  },
  path: { pattern: /\S/, expected: 'the path of a file' },
  count: { pattern: /^[1-9]\d{0,3}$/, expected: 'a whole number from 1' },
  integer: { pattern: /^-?\d{1,6}$/, expected: 'a whole number' },
  level: { pattern: /^[1-6]$/, expected: 'a number from 1 to 6' },
  extent: { pattern: /^(\d+(\.\d+)?|\.\d+)(mm|cm|in|pt|pc|px|%)?$/, expected: 'a length such as "80mm" or "50%"' },
  language: { pattern: /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, expected: 'a language tag such as "en" or "pt-BR"' },
  nothing: { pattern: /^$/, expected: 'only its name, without a value' },
};

/** Whether a value fits its kind of attribute. */
export function isValueFor(kind: AttributeValue, value: string): boolean {
  return typeof kind === 'string' ? valueRules[kind].pattern.test(value) : kind.includes(value);
}

/** Says what an attribute takes, as the end of "write …". */
export function expectedValue(kind: AttributeValue): string {
  return typeof kind === 'string' ? valueRules[kind].expected : kind.map((value) => `"${value}"`).join(' or ');
}
