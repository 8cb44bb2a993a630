/**
 * Makes the parts of the manuals that stand between `<!-- generated: name -->` and `<!-- end -->` from the very tables
 * that Octavo works by. `UPDATE_CASES=1 npx vitest run tests/manual` writes them into the files.
 */

import { knownEditions } from '../../src/engine/content/editions.ts';
import { english } from '../../src/engine/content/labels/en.ts';
import { labelLanguages } from '../../src/engine/content/labels.ts';
import { paperSizes } from '../../src/engine/geometry/paper.ts';
import { expectedValue } from '../../src/engine/markup/attribute-value.ts';
import { type AttributeRules, type ElementContent, globalAttributes, vocabulary } from '../../src/engine/markup/vocabulary.ts';
import { fontScope } from '../../src/engine/source/workspace.ts';
import { baseCss } from '../../src/engine/style/base-style.ts';
import type { Property } from '../../src/engine/style/computed-values.ts';
import { marginBoxNames } from '../../src/engine/style/parse-stylesheet.ts';
import { properties } from '../../src/engine/style/properties.ts';
import { lengthUnits } from '../../src/engine/style/relative-length.ts';
import { shorthands } from '../../src/engine/style/shorthands.ts';
import { unsupportedAtRules, unsupportedProperties } from '../../src/engine/style/unsupported.ts';
import { contextShape, type RecordShape, type Shape } from '../../src/engine/template/context-shape.ts';
import { helperDocumentation } from '../../src/engine/template/helper-documentation.ts';
import { hyphenationSets } from '../../src/engine/text/hyphenation-language.ts';
import { knownScriptFonts } from '../../src/engine/text/script-fonts.ts';
import { bundledResources } from '../../src/host/bundled-resources.ts';

/** Every generated part by its name. */
export const generatedParts: ReadonlyMap<string, () => string> = new Map([
  ['data', describeData],
  ['labels', describeLabels],
  ['helpers', describeHelpers],
  ['elements', describeElements],
  ['attributes', describeAttributes],
  ['properties', describeProperties],
  ['shorthands', describeShorthands],
  ['units', () => `${listOf(Object.keys(lengthUnits))}.`],
  ['margin-boxes', () => `${listOf(marginBoxNames.map((name) => `@${name}`))}.`],
  ['refused-properties', () => describeRefused(unsupportedProperties, (name) => (name.endsWith('-') ? `${name}…` : name))],
  ['refused-at-rules', () => describeRefused(unsupportedAtRules, (name) => `@${name}`)],
  ['fonts', describeFonts],
  ['script-fonts', describeScriptFonts],
  ['base-style', () => `\`\`\`css\n${baseCss.trim()}\n\`\`\``],
  ['editions', describeEditions],
  ['languages', () => `${listOf([...labelLanguages.keys()].sort())}.`],
  ['hyphenation', () => `${listOf(hyphenationSets)}.`],
  ['papers', describePapers],
]);

const generatedPart = /(<!-- generated: ([a-z-]+) -->\n)[\s\S]*?(<!-- end -->)/g;

/** Returns a manual with its generated parts made anew. Throws when it asks for a part that does not exist. */
export function renewManual(text: string): string {
  return text.replace(generatedPart, (_, opening: string, name: string, end: string) => {
    const generate = generatedParts.get(name);
    if (!generate) throw new Error(`the manual asks for a generated part "${name}", which does not exist`);
    return `${opening}${generate()}\n${end}`;
  });
}

/** Returns the names of the generated parts that a manual asks for. */
export const partsIn = (text: string): readonly string[] => [...text.matchAll(generatedPart)].map((match) => match[2]!);

type Row = readonly string[];

function table(heads: Row, rows: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|').replace(/\s+/g, ' ')).join(' | ')} |`;
  return [line(heads), `|${heads.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

const code = (text: string): string => `\`${text}\``;
const listOf = (names: readonly string[]): string => names.map(code).join(', ');
const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${/[.…]$/.test(text) ? '' : '.'}`;

/** Braces in a description are code of a template. */
const withCode = (text: string): string => text.replace(/(?<!`)\{\{[^{}]*\}\}(?!`)/g, code);

/** One table for each group of names, in the order in which they are met; a group that is met again is named only. */
function describeData(): string {
  const titles = new Map<RecordShape, string>();
  const parts: string[] = [];
  const waiting: (readonly [path: string, shape: RecordShape])[] = Object.entries(contextShape).map(([name, shape]) => [name, shape]);
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [path, shape] = next;
    if (titles.has(shape)) continue;
    titles.set(shape, path);
    const rows = Object.entries(shape.fields).map(([name, field]) => {
      const inner = field.kind === 'list' ? field.item : field;
      if (inner.kind === 'record') waiting.push([`${path}.${name}`, inner]);
      return [code(name), kindOf(field), withCode(field.description)];
    });
    const isItem = path.split('.').length > 1;
    const title = isItem
      ? `**In \`{{#each ${path}}}\`**: ${shape.description.replace(/^An? /, 'one ').replace(/\.$/, '')}`
      : `**\`${path}\`**`;
    parts.push(`${title}\n\n${table(['Name', 'Kind', 'What it is'], rows)}`);
  }
  return parts.join('\n\n');
}

function kindOf(shape: Shape): string {
  const kinds = {
    prose: 'text with markup',
    flag: 'yes or no',
    record: 'group',
    anything: 'anything',
    text: 'text',
    number: 'number',
  } as const;
  return shape.kind === 'list' ? 'list' : kinds[shape.kind];
}

/** Texts that print as they are; the rest of a language's words are forms and numbers that helpers use. */
function describeLabels(): string {
  const hidden = new Set(['language', 'pluralRule', 'digits', 'decimalSign', 'groupSign']);
  const texts = Object.entries(english()).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !hidden.has(entry[0]),
  );
  const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return table(
    ['In a template', 'In a stylesheet', 'In English'],
    texts.map(([name, text]) => [code(`{{label "${name}"}}`), code(`label(${kebab(name)})`), code(text)]),
  );
}

function describeHelpers(): string {
  return table(
    ['Write', 'What it does'],
    helperDocumentation.map(({ usage, description }) => [code(usage), description]),
  );
}

function describeElements(): string {
  return table(
    ['Element', 'May hold', 'What it is for'],
    [...vocabulary].map(([name, { content, description }]) => [code(`<${name}>`), describeContent(content), description]),
  );
}

function describeContent(content: ElementContent): string {
  if (content === 'flow') return 'blocks or text';
  return typeof content === 'string' ? content : listOf(content);
}

function describeAttributes(): string {
  const rowsOf = (element: string, rules: AttributeRules): readonly Row[] =>
    Object.entries(rules).map(([name, rule]) => [
      element,
      `${code(name)}${rule.isRequired ? ', required' : ''}`,
      rule.description,
      sentence(expectedValue(rule.value)),
    ]);
  const rows = [
    ...rowsOf('every element', globalAttributes),
    ...[...vocabulary].flatMap(([name, { attributes }]) => rowsOf(code(`<${name}>`), attributes)),
  ];
  return table(['Element', 'Attribute', 'What it is', 'Write'], rows);
}

/** Properties that differ only in their side share a row. */
function describeProperties(): string {
  const groups = new Map<string, Property[]>();
  for (const property of properties) {
    const key = property.name.replace(/-(top|right|bottom|left)(?=-|$)/, '-*');
    const group = groups.get(key);
    if (group) group.push(property);
    else groups.set(key, [property]);
  }
  const rows = [...groups.values()].map((group) => {
    const first = group[0]!;
    const description = group.length > 1 ? first.description.replace(/\btop\b/, 'top, right, bottom or left') : first.description;
    return [
      group.map(({ name }) => code(name)).join(' '),
      code(first.syntax),
      code(first.initial),
      first.isInherited ? 'yes' : 'no',
      sentence(description),
    ];
  });
  return table(['Property', 'Values', 'Initial', 'Inherited', 'What it sets'], rows);
}

function describeShorthands(): string {
  return table(
    ['Shorthand', 'Values', 'Sets'],
    shorthands.map(({ name, syntax, longhands }) => [code(name), code(syntax), listOf(longhands)]),
  );
}

/** Names with the same advice share a row. */
function describeRefused(refused: ReadonlyMap<string, string>, show: (name: string) => string): string {
  const byAdvice = new Map<string, string[]>();
  for (const [name, advice] of refused) byAdvice.set(advice, [...(byAdvice.get(advice) ?? []), show(name)]);
  return table(
    ['Refused', 'Instead'],
    [...byAdvice].map(([advice, names]) => [listOf(names), sentence(advice)]),
  );
}

function describeFonts(): string {
  const families = new Map<string, { weights: Set<number>; hasItalics: boolean; packageName: string }>();
  for (const { family, weight, style, packageName } of bundledResources().fontFaces) {
    const known = families.get(family) ?? { weights: new Set(), hasItalics: false, packageName };
    known.weights.add(weight);
    families.set(family, { ...known, hasItalics: known.hasItalics || style === 'italic' });
  }
  return table(
    ['Family', 'Weights', 'Italics'],
    [...families].map(([family, { weights, hasItalics }]) => [code(family), [...weights].join(', '), hasItalics ? 'yes' : 'no']),
  );
}

function describeScriptFonts(): string {
  const bundled = new Set(bundledResources().fontFaces.map(({ packageName }) => packageName));
  const show = (name: string): string => (bundled.has(`${fontScope}/${name}`) ? `${code(name)} (comes with Octavo)` : code(name));
  return table(
    ['For', 'Packages of `@expo-google-fonts/`, the best first'],
    knownScriptFonts.map(({ name, packages }) => [name.slice(0, 1).toUpperCase() + name.slice(1), packages.map(show).join(', ')]),
  );
}

function describeEditions(): string {
  const yesOrNo = (flag: boolean): string => (flag ? 'yes' : 'no');
  return table(
    ['Edition', 'Answers, look-fors and `:::facilitator` notes', 'Lines to write on'],
    knownEditions.map(({ name, showsAnswers, showsAnswerLines }) => [code(name), yesOrNo(showsAnswers), yesOrNo(showsAnswerLines)]),
  );
}

function describePapers(): string {
  const millimetres = (points: number): string => String(Math.round((points / 72) * 254) / 10);
  return table(
    ['Paper', 'Width and height in millimetres'],
    [...paperSizes].map(([name, { width, height }]) => [code(name), `${millimetres(width)} × ${millimetres(height)}`]),
  );
}
