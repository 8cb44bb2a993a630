/**
 * A bad project and what Octavo says about it, in one text file.
 *
 * Below its title and options a case holds files, each after a line `=== path`, with the expected problems written
 * under the line that they are about: carets, severity, code and message, then the hint. `UPDATE_CASES=1` rewrites them.
 */
import { expect } from 'vitest';
import type { Diagnostic } from '../../src/engine/source/diagnostic.ts';
import { positionAt } from '../../src/engine/source/source-file.ts';
import { compileProject } from './compile-project.ts';

/** Whether expectations are rewritten instead of compared. */
export const updatesCases = process.env.UPDATE_CASES === '1';

/** A case without its expectations. */
export interface BadCase {
  /** What is wrong, in a sentence. */
  readonly title: string;
  readonly edition?: string;
  readonly paper?: string;
  readonly files: readonly CaseFile[];
}

/** One file of a case. */
export interface CaseFile {
  readonly path: string;
  /** How the lines below hold its content. */
  readonly coding: 'text' | 'base64';
  readonly lines: readonly string[];
}

/** What stands in for a booklet.yaml that a case does not show; `=== no booklet.yaml` leaves it out. */
const plainBooklet = 'title: Water\n';

const expectation = /^ *\^+ (error|warning) |^ *hint: |^(nowhere|elsewhere): /;

/** Reads a case; lines that state expectations are dropped. */
export function parseCase(text: string): BadCase {
  const lines = text.replace(/\n$/, '').split('\n');
  const options: Record<string, string> = {};
  const files: { path: string; coding: 'text' | 'base64'; lines: string[] }[] = [];
  for (const line of lines.slice(1)) {
    const head = /^=== (\S.*?)( base64)?$/.exec(line);
    if (head) files.push({ path: head[1]!, coding: head[2] ? 'base64' : 'text', lines: [] });
    else if (expectation.test(line)) continue;
    else if (files.length > 0) files.at(-1)!.lines.push(line);
    else {
      const option = /^(edition|paper): (.*)$/.exec(line);
      if (option) options[option[1]!] = option[2]!;
      else if (line !== '') throw new Error(`a case cannot say "${line}" before its first file`);
    }
  }
  return { title: lines[0]!, ...options, files };
}

/** Compiles a case through to the PDF and writes it with what was reported. */
export async function runCase(badCase: BadCase): Promise<string> {
  const { title, edition, paper } = badCase;
  const options = { ...(edition !== undefined && { edition }), ...(paper !== undefined && { paper }) };
  const files = Object.fromEntries(badCase.files.filter((file) => !isLeftOut(file)).map((file) => [file.path, contentOf(file)]));
  const hasBooklet = badCase.files.some((file) => file.path.endsWith('booklet.yaml'));
  const { diagnostics, document, pdf } = await compileProject(hasBooklet ? files : { 'booklet.yaml': plainBooklet, ...files }, {
    ...options,
    paints: true,
  });
  for (const { message, hint = '' } of diagnostics) expectPlainWords(`${message} ${hint}`);
  if (document) expect(document.pages.length).toBeGreaterThan(0);
  if (pdf) expect(new TextDecoder('latin1').decode(pdf.subarray(0, 5))).toBe('%PDF-');
  return writeCase({ title, options, files: badCase.files }, diagnostics);
}

/** Nothing of the machine may show through: no stack traces, no names of JavaScript's errors. */
function expectPlainWords(text: string): void {
  expect(text).not.toMatch(
    /\bat .*:\d+:\d+|TypeError|RangeError|ReferenceError|SyntaxError|undefined|\[object |NaN|node_modules|function|=>/,
  );
}

const isLeftOut = (file: CaseFile): boolean => file.path.startsWith('no ');

function contentOf({ coding, lines }: CaseFile): string | Uint8Array {
  if (coding === 'base64') return new Uint8Array(Buffer.from(lines.join(''), 'base64'));
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

interface WrittenCase {
  readonly title: string;
  readonly options: Readonly<Record<string, string>>;
  readonly files: readonly CaseFile[];
}

function writeCase({ title, options, files }: WrittenCase, diagnostics: readonly Diagnostic[]): string {
  const written = [title, ...Object.entries(options).map(([name, value]) => `${name}: ${value}`)];
  const paths = new Map(files.map((file) => [projectPath(file.path), file]));
  const isShown = (diagnostic: Diagnostic): boolean => paths.get(diagnostic.span?.file.path ?? '')?.coding === 'text';
  for (const diagnostic of diagnostics.filter((one) => !isShown(one)))
    written.push(...withHint(`${placeOf(diagnostic)} ${headline(diagnostic)}`, diagnostic, ''));
  for (const file of files) {
    written.push(`=== ${file.path}${file.coding === 'base64' ? ' base64' : ''}`);
    const own = diagnostics.filter((one) => isShown(one) && paths.get(one.span!.file.path) === file);
    // A problem at the end of the file stands after its last line.
    for (let number = 1; number <= file.lines.length + 1; number += 1) {
      if (number <= file.lines.length) written.push(file.lines[number - 1]!);
      for (const one of own) if (positionAt(one.span!.file, one.span!.start).line === number) written.push(...markLine(one));
    }
  }
  return `${written.join('\n')}\n`;
}

const projectPath = (path: string): string => (/^(content|templates)\//.test(path) ? path : `content/booklet/${path}`);

const headline = ({ severity, code, message }: Diagnostic): string => `${severity} ${code}: ${message}`;

/** `nowhere:` is a message without a place: none should be, but a name given on the command line has no line. */
function placeOf({ span }: Diagnostic): string {
  if (!span) return 'nowhere:';
  const { line, column } = positionAt(span.file, span.start);
  return `elsewhere: ${span.file.path}:${line}:${column}`;
}

/** Draws carets below the stretch; one that goes on in the next line is drawn to the end of this one. */
function markLine(diagnostic: Diagnostic): readonly string[] {
  const { file, start, end } = diagnostic.span!;
  const lineEnd = file.text.indexOf('\n', start);
  const last = Math.min(end, lineEnd === -1 ? file.text.length : lineEnd);
  const indent = ' '.repeat(positionAt(file, start).column - 1);
  return withHint(`${indent}${'^'.repeat(Math.max(1, last - start))} ${headline(diagnostic)}`, diagnostic, indent);
}

const withHint = (line: string, { hint }: Diagnostic, indent: string): readonly string[] =>
  hint === undefined ? [line] : [line, `${indent}hint: ${hint}`];
