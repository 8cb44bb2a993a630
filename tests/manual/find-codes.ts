/** Reads the codes of all messages out of the sources that make them, so that the manual can be held against them. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One code and how serious it is. */
export interface FoundCode {
  readonly code: string;
  readonly severity: 'error' | 'warning';
}

const engine = fileURLToPath(new URL('../../src/engine/', import.meta.url));

/** All sources of the engine, by path. */
export const engineSources: ReadonlyMap<string, string> = new Map(
  readdirSync(engine, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => [path, readFileSync(`${engine}${path}`, 'utf8')]),
);

/** Whether messages are made in a file. */
export const makesMessages = (path: string): boolean => /(^|[/-])problems\.ts$/.test(path);

/**
 * Returns the codes that one file makes, each once. A code is written whole, or without its stage where the file puts the
 * stage before all of its codes; a severity is the name of the local function, its first argument, or the field beside the code. Some codes have both.
 */
export function codesIn(text: string): readonly FoundCode[] {
  const stage = /code: `([a-z]+)\/\$\{/.exec(text)?.[1];
  const found = new Map<string, FoundCode>();
  const add = (code: string, severity: string): void => {
    const whole = code.includes('/') ? code : `${stage}/${code}`;
    found.set(`${severity} ${whole}`, { code: whole, severity: severity === 'warning' ? 'warning' : 'error' });
  };
  for (const [, severity = '', code = ''] of text.matchAll(/severity: '(error|warning)',\s*code: '([a-z]+\/[a-z-]+)'/g))
    add(code, severity);
  const call =
    /\b(error|warning|problem)\(\s*(?:'(error|warning)',\s*)?(?:\w+ === '[\w-]+' \? '([a-z]+[/-][a-z/-]+)' : )?'([a-z]+[/-][a-z/-]+)'\s*,/g;
  for (const [, name = '', severity = name, other, code = ''] of text.matchAll(call)) {
    add(code, severity);
    if (other !== undefined) add(other, severity);
  }
  const choice = /\bproblem\(\s*[^,']+\? '(error|warning)' : '(error|warning)',\s*'([a-z]+-[a-z-]+)'\s*,/g;
  for (const [, one = '', other = '', code = ''] of text.matchAll(choice)) {
    add(code, one);
    add(code, other);
  }
  return [...found.values()];
}

/** Returns every code that Octavo can report, each once, in alphabetical order. */
export function allCodes(): readonly FoundCode[] {
  const codes = [...engineSources].filter(([path]) => makesMessages(path)).flatMap(([, text]) => codesIn(text));
  return [...new Map(codes.map((found) => [`${found.code} ${found.severity}`, found])).values()].sort((one, other) =>
    one.code < other.code ? -1 : 1,
  );
}
