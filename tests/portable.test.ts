/**
 * The engine needs nothing but the language and a handful of names that every host has: it builds a booklet in an
 * otherwise empty context, without process, require, Buffer or document.
 */
import { fileURLToPath } from 'node:url';
import { createContext, Script } from 'node:vm';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import type * as engine from '../src/engine/index.ts';
import { memoryWorkspace } from './support/memory-workspace.ts';
import { testResources } from './support/test-resources.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

const chart = `
data: { values: [{ way: Boiling, minutes: 1 }, { way: Chlorine, minutes: 30 }] }
mark: bar
encoding:
  x: { field: minutes, type: quantitative }
  y: { field: way, type: nominal }
`;

const files = {
  'content/water/booklet.yaml': 'title: Safe water\nlanguage: en\neditions: [student]\n',
  'content/water/sections/01-boil.md':
    '# Boil it\n\nBoil *cloudy* water.\n\n![Boiling takes 1 minute, chlorine 30.](charts/wait.vl.yaml "Waiting")\n',
  'content/water/charts/wait.vl.yaml': chart,
  'content/water/glossary.yaml': '- term: cloudy\n  definition: Not clear.\n',
};

const request: engine.BuildRequest = { folder: 'content/water', templates: 'templates', producer: 'Octavo' };

/** What a booklet became: its pages and its twins. */
interface Built {
  readonly pdf: Uint8Array;
  readonly twins: readonly string[];
  readonly problems: readonly string[];
}

/** Runs a booklet through an engine, which may live in another context than this. */
async function runBooklet({ openBooklet, composeEdition, composeTwin, paintPdf }: typeof engine): Promise<Built> {
  const problems: string[] = [];
  const report = (diagnostic: engine.Diagnostic): void => {
    problems.push(diagnostic.message);
  };
  const open = await openBooklet(memoryWorkspace(files), testResources(), request, report);
  const { document } = await composeEdition(open!, 'student', report);
  const twins = [await composeTwin(open!, 'student', 'html', report), await composeTwin(open!, 'student', 'text', report)];
  return { pdf: await paintPdf(document), twins, problems };
}

/** Of the web's standard classes and functions the dependencies use these, as every browser, worker and Node has them. */
const standardNames = { TextDecoder, TextEncoder, URL, atob, structuredClone };

let code: string;

beforeAll(async () => {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/engine/index.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'engine',
    platform: 'browser',
    conditions: ['worker'],
    target: 'es2023',
    logLevel: 'silent',
    define: { 'import.meta.url': '"file:///engine.js"' },
  });
  code = outputFiles[0]!.text;
});

/** Loads the engine into a context that has the standard classes and otherwise only what the language defines. */
function engineApart(): typeof engine {
  const context = createContext({ ...standardNames });
  return new Script(`${code}\nengine`, { filename: 'engine.js' }).runInContext(context) as typeof engine;
}

describe('the engine in an empty context', () => {
  it('finds nothing of Node or a browser there', () => {
    const found = new Script(
      '[typeof process, typeof require, typeof Buffer, typeof document, typeof fetch, typeof setTimeout].join()',
    ).runInContext(createContext({}));
    expect(found).toBe('undefined,undefined,undefined,undefined,undefined,undefined');
  });

  it('builds the same pages as here', async () => {
    const there = await runBooklet(engineApart());
    expect(there.problems).toEqual([]);
    const text = new TextDecoder('latin1').decode(there.pdf);
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(text.trimEnd().endsWith('%%EOF')).toBe(true);
    const here = await runBooklet(await import('../src/engine/index.ts'));
    expect(pageCount(there.pdf)).toBe(pageCount(here.pdf));
    expect(pageCount(there.pdf)).toBeGreaterThan(1);
    expect(there.twins).toEqual(here.twins);
  });
});

/** Counts page objects, which are never packed into object streams. */
function pageCount(pdf: Uint8Array): number {
  return new TextDecoder('latin1').decode(pdf).match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
}
