/** Codes of problems are stable names: well formed, and each of one folder only, so that one code means one thing. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const engine = fileURLToPath(new URL('../../src/engine/', import.meta.url));

interface WrittenCode {
  readonly file: string;
  readonly code: string;
}

/** Whole codes such as 'markup/unclosed-element', and the names that a file puts behind its own `content/${name}`. */
function codesIn(file: string): readonly WrittenCode[] {
  const text = readFileSync(engine + file, 'utf8');
  const stage = /`([a-z]+)\/\$\{/.exec(text)?.[1];
  const whole = [...text.matchAll(/'([a-z]+\/[^'\s.]+)'/gi)].map((match) => match[1]!);
  const named =
    stage === undefined
      ? []
      : [...text.matchAll(/\b(?:error|warning|problem|unreadable)\(\s*(?:'(?:error|warning)',\s*)?'(?!(?:error|warning)')([^'/]+)'/g)].map(
          (match) => `${stage}/${match[1]}`,
        );
  return [...whole, ...named].map((code) => ({ file, code }));
}

const sourceFiles = readdirSync(engine, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))
  .sort();
const files = sourceFiles.filter((file) => /(?:^|[/-])problems\.ts$/.test(file));
const codes = files.flatMap(codesIn);

describe('the codes of problems', () => {
  it('are found in every stage that complains', () => {
    expect(files.length).toBeGreaterThanOrEqual(8);
    for (const file of files) expect(codes.filter((code) => code.file === file).length, file).toBeGreaterThan(0);
    expect(new Set(codes.map(({ code }) => code)).size).toBeGreaterThan(100);
  });

  it('are written like stage/problem', () => {
    for (const { code, file } of codes) expect(code, file).toMatch(/^[a-z]+\/[a-z]+(?:-[a-z0-9]+)*$/);
  });

  it('belong to one file of messages each', () => {
    const homes = new Map<string, Set<string>>();
    for (const { code, file } of codes) homes.set(code, (homes.get(code) ?? new Set()).add(file));
    expect([...homes].filter(([, where]) => where.size > 1).map(([code, where]) => `${code}: ${[...where].join(', ')}`)).toEqual([]);
  });

  it('stand in files of messages and nowhere else', () => {
    const others = sourceFiles.filter((file) => !files.includes(file));
    const strays = others.filter((file) => /\bcode: '[a-z]+\//.test(readFileSync(engine + file, 'utf8')));
    expect(strays).toEqual([]);
  });
});

describe('the messages of problems', () => {
  const messages = files.flatMap((file) => {
    const text = readFileSync(engine + file, 'utf8').replace(/\/\*\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    return [...text.matchAll(/'((?:[^'\\\n]|\\.)* (?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)* (?:[^`\\]|\\.)*)`/g)].map((match) => ({
      file,
      words: match[1] ?? match[2]!,
    }));
  });

  it('do not begin with a capital letter and do not end with a full stop', () => {
    expect(messages.length).toBeGreaterThan(200);
    const wrong = messages.filter(({ words }) => /^(?!Octavo )[A-Z][a-z]/.test(words) || /[^.]\.$/.test(words));
    expect(wrong).toEqual([]);
  });
});
