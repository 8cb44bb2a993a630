/** The layers of ARCHITECTURE.md as data, checked against every import of the sources. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));

/** What each folder of the engine may import besides itself. */
const engineLayers: Readonly<Record<string, readonly string[]>> = {
  source: [],
  geometry: [],
  content: ['source', 'geometry'],
  markup: ['source'],
  template: ['source', 'content', 'markup'],
  text: ['source', 'geometry'],
  drawing: ['source', 'geometry', 'text', 'markup/parse-xml.ts'],
  style: ['source', 'geometry', 'markup', 'drawing/color.ts', 'drawing/drawing.ts'],
  document: ['source', 'geometry', 'drawing', 'text'],
  layout: ['source', 'geometry', 'style', 'text', 'drawing', 'document', 'markup'],
  check: ['source', 'geometry', 'content', 'markup', 'style', 'text', 'drawing', 'document', 'layout'],
  paint: ['source', 'geometry', 'document', 'drawing', 'text'],
  twin: ['source', 'geometry', 'content/labels.ts', 'content/format-labels.ts', 'markup', 'drawing', 'text/line-breaks.ts', 'paint/svg'],
};

/** What each folder around the engine may import besides itself. */
const outerLayers: Readonly<Record<string, readonly string[]>> = {
  host: ['engine/source', 'engine/text/data/pack-patterns.ts'],
  library: ['engine/index.ts', 'host'],
  cli: ['engine/index.ts', 'host', 'library'],
  bundle: ['cli', 'index.ts', 'host/cache-folder.ts', 'host/make-folder.ts'],
};

/** The one folder through which each dependency enters. */
const doors: Readonly<Record<string, string>> = {
  '@cfworker/json-schema': 'engine/content',
  '@mathjax/mathjax-mhchem-font-extension': 'engine/drawing',
  '@mathjax/mathjax-newcm-font': 'engine/drawing',
  '@mathjax/src': 'engine/drawing',
  'bidi-js': 'engine/text',
  'css-tree': 'engine/style',
  fflate: 'engine/drawing',
  handlebars: 'engine/template',
  'highlight.js': 'engine/markup',
  htmlparser2: 'engine/markup',
  'markdown-it': 'engine/content',
  'markdown-it-footnote': 'engine/content',
  pdfkit: 'engine/paint/pdf',
  'speech-rule-engine': 'engine/drawing',
  uqr: 'engine/drawing',
  vega: 'engine/drawing',
  'vega-lite': 'engine/drawing',
  yaml: 'engine/content',
};

const escaped = (path: string): string => path.replace(/[.]/g, '\\.');
const folderOrFile = (path: string): string => `^src/${escaped(path)}${path.endsWith('.ts') ? '$' : '/'}`;

const layerRule = (folder: string, allowed: readonly string[]): IForbiddenRuleType => ({
  name: `${folder} imports only its layers`,
  severity: 'error',
  from: { path: folderOrFile(folder) },
  to: { path: '^src/', pathNot: [folder, ...allowed].map(folderOrFile) },
});

const rules: readonly IForbiddenRuleType[] = [
  { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
  { name: 'every import is found', severity: 'error', from: {}, to: { couldNotResolve: true } },
  {
    name: 'no node in the engine',
    severity: 'error',
    from: { path: '^src/engine/', pathNot: '\\.mjs$' },
    to: { dependencyTypes: ['core'] },
  },
  ...Object.entries(engineLayers).map(([folder, allowed]) =>
    layerRule(
      `engine/${folder}`,
      allowed.map((name) => `engine/${name}`),
    ),
  ),
  ...Object.entries(outerLayers).map(([folder, allowed]) => layerRule(folder, allowed)),
  {
    name: 'the engine knows nobody around it',
    severity: 'error',
    from: { path: '^src/engine/' },
    to: { path: '^src/', pathNot: '^src/engine/' },
  },
  ...Object.entries(doors).map(
    ([name, folder]): IForbiddenRuleType => ({
      name: `${name} enters through ${folder}`,
      severity: 'error',
      from: { path: '^src/', pathNot: [folderOrFile(folder), '^src/bundle/'] },
      to: { path: `(^|/)node_modules/${escaped(name)}/` },
    }),
  ),
  {
    name: 'every dependency has a door',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/bundle/', '\\.mjs$'] },
    to: { path: '(^|/)node_modules/', pathNot: Object.keys(doors).map((name) => `(^|/)node_modules/${escaped(name)}/`) },
  },
];

async function cruiseSources(forbidden: readonly IForbiddenRuleType[]): Promise<ICruiseResult> {
  const { output } = await cruise(['src'], {
    baseDir: root,
    ruleSet: { forbidden: [...forbidden] },
    validate: true,
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  });
  if (typeof output === 'string') throw new Error('dependency-cruiser wrote text');
  return output;
}

const sources: readonly string[] = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(ts|mjs)$/.test(path))
  .sort();

const lengthOf = (path: string): number => readFileSync(`${root}src/${path}`, 'utf8').split('\n').length - 1;

describe('the sources', () => {
  it('import only what their layer may, in no circle, each dependency through its door', async () => {
    const { summary, modules } = await cruiseSources(rules);
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
    expect(modules.filter((module) => module.source.startsWith('src/')).length).toBeGreaterThanOrEqual(150);
  });

  it('would be caught if they did not', async () => {
    const { summary } = await cruiseSources([layerRule('engine/layout', [])]);
    expect(summary.violations.length).toBeGreaterThan(10);
  });

  it('all lie in a folder that has a layer', () => {
    const engineFolders = new Set(sources.filter((path) => /^engine\/.*\//.test(path)).map((path) => path.split('/')[1]!));
    expect([...engineFolders].sort()).toEqual(Object.keys(engineLayers).sort());
    const outerFolders = new Set(
      sources.filter((path) => path.includes('/') && !path.startsWith('engine/')).map((path) => path.split('/')[0]!),
    );
    expect([...outerFolders].sort()).toEqual(Object.keys(outerLayers).sort());
  });

  it('are short enough to read: at most 350 lines a file', () => {
    expect(sources.filter((path) => lengthOf(path) > 350)).toEqual([]);
  });

  it('each open with a comment that says what they are', () => {
    const unopened = sources.filter((path) => !/^(#!.*\n)?\/\*\*/.test(readFileSync(`${root}src/${path}`, 'utf8')));
    expect(unopened).toEqual([]);
  });

  it('each have a name in kebab case', () => {
    expect(sources.filter((path) => !/^([a-z0-9-]+\/)*[a-z0-9-]+(\.d)?\.(ts|mjs)$/.test(path))).toEqual([]);
  });
});
