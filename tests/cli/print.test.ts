/** What the command line prints: problems in color or without, counts, and what is not the author's fault. */
import { afterEach, describe, expect, it } from 'vitest';
import { describeCount, plural, printDiagnostics } from '../../src/cli/print-diagnostics.ts';
import { complainOfFault } from '../../src/cli/print-failure.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import type { Diagnostic } from '../../src/engine/source/diagnostic.ts';
import { createSourceFile } from '../../src/engine/source/source-file.ts';
import type { EditionResult } from '../../src/library/build-result.ts';

const file = createSourceFile(0, 'content/a/booklet.yaml', 'one\ntwo\nthree\n');
const problem = (start: number, severity: Diagnostic['severity'] = 'error'): Diagnostic => ({
  severity,
  code: 'content/odd',
  message: `odd at ${start}`,
  span: { file, start, end: start + 3 },
});
const edition = (...diagnostics: readonly Diagnostic[]): EditionResult => ({
  name: 'a',
  folder: 'content/a',
  pages: 1,
  files: [],
  bytes: 0,
  milliseconds: 1,
  diagnostics,
});

/** A terminal that remembers its lines. */
function memoryTerminal(isColored: boolean): Terminal & { readonly lines: string[] } {
  const lines: string[] = [];
  const add = (line: string): void => void lines.push(line);
  return { lines, print: add, complain: add, progress: () => {}, isColored };
}

describe('problems', () => {
  it('shared by editions are printed and counted once, by place', () => {
    const terminal = memoryTerminal(false);
    const count = printDiagnostics([edition(problem(4), problem(0, 'warning')), edition(problem(4))], terminal);
    expect(terminal.lines.map((line) => line.split('\n')[0])).toEqual([
      'content/a/booklet.yaml:1:1: warning: odd at 0 [content/odd]',
      'content/a/booklet.yaml:2:1: error: odd at 4 [content/odd]',
    ]);
    expect(count).toEqual({ errors: 1, warnings: 1 });
  });

  it('are colored on a terminal, with the same text', () => {
    const plain = memoryTerminal(false);
    const colored = memoryTerminal(true);
    printDiagnostics([edition(problem(0))], plain);
    printDiagnostics([edition(problem(0))], colored);
    expect(plain.lines[0]).not.toContain('\u001b');
    expect(colored.lines[0]).toContain('\u001b[31m');
    expect(colored.lines[0]!.replace(/\u001b\[\d+m/g, '')).toBe(plain.lines[0]);
  });

  it('beyond a hundred are counted only', () => {
    const terminal = memoryTerminal(false);
    const many = Array.from({ length: 130 }, (_, index): Diagnostic => ({ severity: 'error', code: 'a/b', message: `number ${index}` }));
    expect(printDiagnostics([edition(...many)], terminal)).toEqual({ errors: 130, warnings: 0 });
    expect(terminal.lines).toHaveLength(101);
    expect(terminal.lines.at(-1)).toContain('and 30 more problems');
  });
});

describe('counts', () => {
  it('read as people say them', () => {
    expect(describeCount({ errors: 0, warnings: 0 })).toBe('no problems');
    expect(describeCount({ errors: 1, warnings: 2 })).toBe('1 error, 2 warnings');
    expect(describeCount({ errors: 0, warnings: 1 })).toBe('1 warning');
    expect([plural(0, 'page'), plural(1, 'page'), plural(2, 'page')]).toEqual(['0 pages', '1 page', '2 pages']);
  });
});

describe('a bug of ours', () => {
  afterEach(() => {
    delete process.env.OCTAVO_DEBUG;
  });

  it('takes one line that says so', () => {
    const terminal = memoryTerminal(false);
    complainOfFault(new Error('a\n  b'), terminal);
    expect(terminal.lines).toHaveLength(1);
    expect(terminal.lines[0]).toMatch(/^octavo \d+\.\d+\.\d+ failed: a b; this is our bug, not yours: please report it /);
  });

  it('shows its stack only to those who ask', () => {
    const terminal = memoryTerminal(false);
    process.env.OCTAVO_DEBUG = '1';
    complainOfFault(new Error('x'), terminal);
    expect(terminal.lines[1]).toMatch(/\n {4}at /);
  });
});
