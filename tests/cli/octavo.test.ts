/** The program as people run it: the bundle in dist/, in a project of its own. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = join(root, 'dist', 'octavo.cjs');
let base: string;
let project: string;

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function octavo(...words: readonly string[]): Ran {
  const run = spawnSync(process.execPath, [program, ...words], { cwd: project, encoding: 'utf8' });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const booklet = (name: string, yaml: string, section = '# One\n\nA paragraph.\n'): void => {
  const folder = join(project, 'content', name);
  mkdirSync(join(folder, 'sections'), { recursive: true });
  writeFileSync(join(folder, 'booklet.yaml'), yaml);
  writeFileSync(join(folder, 'sections', '01-one.md'), section);
};

/** Builds the booklet `one` with a folder for caches, without a word, and returns its PDF. */
const buildWith = (cache: string): Buffer => {
  const ran = spawnSync(process.execPath, [program, 'build'], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, OCTAVO_CACHE: cache },
  });
  expect([ran.status, ran.stderr]).toEqual([0, '']);
  return readFileSync(join(project, 'output', 'one-student.pdf'));
};

const broken = 'title: Broken\nlanguage: en\nobjectivs: [a]\neditions: [student, facilitator]\n';
const good = 'title: Good\nlanguage: en\neditions: [student, facilitator]\n';

beforeAll(() => {
  const bundled = spawnSync(process.execPath, [join(root, 'src', 'bundle', 'bundle.mjs'), '--if-stale'], { encoding: 'utf8' });
  if (bundled.status !== 0) throw new Error(bundled.stderr);
  base = mkdtempSync(join(tmpdir(), 'octavo-'));
});

afterAll(() => rmSync(base, { recursive: true, force: true }));

beforeEach(() => {
  project = mkdtempSync(join(base, 'project-'));
});

describe('octavo build', () => {
  it('writes every edition of every booklet and tells of each in a line', () => {
    booklet('one', good);
    booklet('two', 'title: Two\nlanguage: en\neditions: [student]\n');
    const { code, out, err } = octavo('build');
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(readdirSync(join(project, 'output'))).toEqual(['one-facilitator.pdf', 'one-student.pdf', 'two-student.pdf']);
    expect(out).toMatch(
      /^output\/one-student\.pdf +\d+ pages? +\d+ KB +\d+ ms\noutput\/one-facilitator\.pdf .*\noutput\/two-student\.pdf .*\n3 PDFs in \d+\.\d s: no problems\n$/,
    );
    expect(readFileSync(join(project, 'output', 'one-student.pdf'), 'latin1')).toMatch(/^%PDF-1\.7/);
  });

  it('shows a mistake once for all editions, keeps the old file and builds the other booklets', () => {
    booklet('broken', broken);
    booklet('good', good);
    mkdirSync(join(project, 'output'));
    writeFileSync(join(project, 'output', 'broken-student.pdf'), 'the good one of yesterday');
    const { code, out, err } = octavo('build');
    expect(code).toBe(1);
    expect(err.match(/objectivs/g)).toHaveLength(2);
    expect(err).toContain('content/broken/booklet.yaml:3:1: error: ');
    expect(err).toContain(' 3 | objectivs: [a]\n   | ^^^^^^^^^\nhint: ');
    expect(err).toContain('content/broken, student edition: not written');
    expect(out).toMatch(/2 PDFs in .* s: 1 error\n$/);
    expect(readFileSync(join(project, 'output', 'broken-student.pdf'), 'utf8')).toBe('the good one of yesterday');
    expect(readdirSync(join(project, 'output')).sort()).toEqual(['broken-student.pdf', 'good-facilitator.pdf', 'good-student.pdf']);
  });

  it('writes no edition of a booklet whose picture is missing', () => {
    booklet('one', good, '# One\n\n![A well in a village.](images/missing.png)\n');
    const names = ['one-facilitator.pdf', 'one-student.pdf'];
    mkdirSync(join(project, 'output'));
    for (const name of names) writeFileSync(join(project, 'output', name), 'the good one of yesterday');
    const { code, out, err } = octavo('build');
    expect(code).toBe(1);
    expect(err.match(/^content\/one, (student|facilitator) edition: not written$/gm)).toHaveLength(2);
    expect(out).toMatch(/^0 PDFs in \d+\.\d s: 1 error\n$/);
    expect(readdirSync(join(project, 'output'))).toEqual(names);
    for (const name of names) expect(readFileSync(join(project, 'output', name), 'utf8')).toBe('the good one of yesterday');
  });

  it('builds only what is named, by name or path, from inside the project too', () => {
    booklet('one', good);
    booklet('two', good);
    expect(octavo('build', 'two', '--edition', 'student').code).toBe(0);
    expect(octavo('build', 'content/one/', '--edition=facilitator', '--out', 'print').code).toBe(0);
    expect(readdirSync(join(project, 'output'))).toEqual(['two-student.pdf']);
    expect(readdirSync(join(project, 'print'))).toEqual(['one-facilitator.pdf']);
    const inside = spawnSync(process.execPath, [program, 'build', '.', '--edition', 'student'], {
      cwd: join(project, 'content', 'one'),
      encoding: 'utf8',
    });
    expect(inside.stderr).toBe('');
    expect(readdirSync(join(project, 'output')).sort()).toEqual(['one-student.pdf', 'two-student.pdf']);
  });

  it('prints on other paper', () => {
    booklet('one', good);
    expect(octavo('build', '--paper', 'half-letter', '--edition', 'student').code).toBe(0);
    const pages = spawnSync('pdfinfo', [join(project, 'output', 'one-student.pdf')], { encoding: 'utf8' }).stdout;
    expect(pages).toContain('396 x 612 pts');
  });

  it('writes the same bytes every time', () => {
    booklet('one', good);
    octavo('build', '--out', 'a');
    octavo('build', '--out', 'b');
    for (const name of readdirSync(join(project, 'a')))
      expect(readFileSync(join(project, 'a', name)).equals(readFileSync(join(project, 'b', name)))).toBe(true);
  });

  it('answers other programs with one JSON object', () => {
    booklet('broken', broken);
    booklet('good', 'title: Good\nlanguage: en\neditions: [student]\n');
    const { code, out, err } = octavo('build', '--json');
    expect(code).toBe(1);
    expect(err).toBe('');
    const { booklets } = JSON.parse(out);
    expect(booklets.map(({ name, edition, output }: Record<string, unknown>) => ({ name, edition, output }))).toEqual([
      { name: 'broken', edition: 'student', output: null },
      { name: 'broken', edition: 'facilitator', output: null },
      { name: 'good', edition: 'student', output: 'output/good-student.pdf' },
    ]);
    expect(booklets[0].diagnostics[0]).toMatchObject({
      severity: 'error',
      code: expect.stringMatching(/^[a-z-]+\/[a-z-]+$/),
      file: 'content/broken/booklet.yaml',
      line: 3,
      column: 1,
      endLine: 3,
      endColumn: 10,
    });
    expect(booklets[2]).toMatchObject({ diagnostics: [], pages: expect.any(Number) });
    expect(booklets[2].bytes).toBe(readFileSync(join(project, 'output', 'good-student.pdf')).length);
  });

  it('writes a web page and a plain text beside the PDF when they are asked for', () => {
    booklet('one', 'title: One\nlanguage: en\neditions: [student]\n');
    const { code, out, err } = octavo('build', '--format', 'all');
    expect([code, err]).toEqual([0, '']);
    expect(readdirSync(join(project, 'output'))).toEqual(['one-student.html', 'one-student.pdf', 'one-student.txt']);
    expect(out).toMatch(
      /^output\/one-student\.pdf +\d+ pages? +\d+ KB +\d+ ms\noutput\/one-student\.html +\d+ KB\noutput\/one-student\.txt +\d+ KB\n3 files in /,
    );
    rmSync(join(project, 'output'), { recursive: true });
    const [result] = JSON.parse(octavo('build', '--format', 'text', '--json').out).booklets;
    expect(readdirSync(join(project, 'output'))).toEqual(['one-student.txt']);
    const bytes = readFileSync(join(project, 'output', 'one-student.txt')).length;
    expect(result).toMatchObject({
      output: 'output/one-student.txt',
      pages: 0,
      bytes,
      files: [{ format: 'text', path: 'output/one-student.txt', bytes }],
    });
  });

  it('takes warnings seriously only when it is told to', () => {
    booklet('one', 'title: One\nlanguage: en\neditions: [student]\n', '# One\n\n### Two levels down\n\nA paragraph.\n');
    const relaxed = octavo('build');
    expect(relaxed.err).toContain(': warning: ');
    expect(relaxed.out).toMatch(/: \d warnings?\n$/);
    expect(relaxed.code).toBe(0);
    rmSync(join(project, 'output'), { recursive: true });
    expect(octavo('build', '--strict').code).toBe(1);
    expect(existsSync(join(project, 'output', 'one-student.pdf'))).toBe(false);
  });

  it('blames the machine, not the author, when it cannot write', () => {
    booklet('one', good);
    writeFileSync(join(project, 'output'), 'a file');
    const { code, out, err } = octavo('build');
    expect(code).toBe(3);
    expect(err.match(/: a file stands where a folder is needed\nhint: /g)).toHaveLength(1);
    expect(err.match(/ edition: not written\n/g)).toHaveLength(2);
    expect(err).not.toMatch(/our bug|\n {4}at /);
    expect(out).toMatch(/^0 PDFs in \d+\.\d s: 2 could not be written\n$/);
    const nowhere = octavo('build', '--out', 'output/below');
    expect([nowhere.code, nowhere.err]).toEqual([3, err.replace('/output/', '/output/below/')]);
    if (existsSync('/proc')) expect(octavo('build', '--out', '/proc/octavo').err).toContain('no folder can be made there\nhint: ');
  });

  it('stops at Ctrl-C with 130 and leaves no half file', async () => {
    for (let number = 0; number < 12; number++) booklet(`b${number}`, good);
    const child = spawn(process.execPath, [program, 'build'], { cwd: project, stdio: ['ignore', 'pipe', 'ignore'] });
    const exited = new Promise((resolve) => child.on('exit', (code) => resolve(code)));
    child.stdout.once('data', () => child.kill('SIGINT'));
    expect(await exited).toBe(130);
    const names = readdirSync(join(project, 'output'));
    expect(names.every((name) => /^b\d+-(student|facilitator)\.pdf$/.test(name))).toBe(true);
    expect(names.length).toBeLessThan(24);
  });

  it('does not mind when nobody reads on', () => {
    booklet('one', good);
    const script = 'set -o pipefail; "$0" "$1" build | head -c 1 >/dev/null';
    const run = spawnSync('bash', ['-c', script, process.execPath, program], { cwd: project, encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
  });
});

describe('octavo check', () => {
  it('says what it looked at and writes nothing', () => {
    booklet('one', good);
    const { code, out, err } = octavo('check');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^checked 1 booklet, 2 editions, \d+ pages in \d+\.\d s: no problems\n$/);
    expect(existsSync(join(project, 'output'))).toBe(false);
  });

  it('finds what build finds', () => {
    booklet('broken', broken, '# One\n\n[@nobody]\n');
    const built = octavo('build');
    const checked = octavo('check');
    expect(checked.code).toBe(1);
    expect(built.err.replace(/^content\/broken, .*\n/gm, '')).toBe(checked.err);
    expect(checked.err).toContain('nobody');
  });
});

describe('bundles', () => {
  it('hold ASCII only, as they are read, and know signs beyond it all the same', () => {
    for (const name of ['engine.cjs', 'vega.cjs']) expect(readFileSync(join(root, 'dist', name), 'utf8')).toMatch(/^[\0-\x7f]*$/);
    booklet('bullets', good, '# One\n\n• one\n• two\n');
    expect(octavo('check').err).toContain('hint: write each like `- one`');
  });

  it("find Node's own modules loaded before a flag changes, since V8 would compile them anew", () => {
    booklet('one', good);
    const spy = join(project, 'spy.cjs');
    writeFileSync(
      spy,
      `const v8 = require('node:v8');
      const { setFlagsFromString } = v8;
      let before;
      v8.setFlagsFromString = (flag) => {
        before = new Set(process.moduleLoadList);
        setFlagsFromString(flag);
      };
      process.on('exit', () => {
        const late = before ? process.moduleLoadList.filter((name) => !before.has(name)) : [];
        process._rawDebug(late.filter((name) => /zlib|stream|net$/.test(name)).join());
      });`,
    );
    const ran = spawnSync(process.execPath, ['--require', spy, program, 'build'], { cwd: project, encoding: 'utf8' });
    expect([ran.status, ran.stderr.trim()]).toEqual([0, '']);
    expect(ran.stdout).toContain('one-student.pdf');
  });
});

describe('octavo init', () => {
  it('makes a project that builds without a problem, and nothing twice', () => {
    expect(octavo('init', 'new').code).toBe(0);
    const build = spawnSync(process.execPath, [program, 'build', '--strict'], { cwd: join(project, 'new'), encoding: 'utf8' });
    expect(build.stderr).toBe('');
    expect(build.status).toBe(0);
    expect(octavo('init', 'new')).toMatchObject({ code: 2, err: expect.stringContaining('new/content is not empty') });
  });
});

describe('octavo init where nothing can be made', () => {
  const places = ['a-file', 'a-file/below', 'taken', ...(existsSync('/proc') ? ['/proc/octavo'] : [])];

  it('blames the machine in plain words', () => {
    writeFileSync(join(project, 'a-file'), '');
    mkdirSync(join(project, 'taken'));
    writeFileSync(join(project, 'taken', 'content'), '');
    for (const place of places) {
      const { code, out, err } = octavo('init', place);
      expect({ place, code, out }).toEqual({ place, code: 3, out: '' });
      expect(err).toMatch(
        /^octavo: cannot write \S+: (a file stands where a folder is needed|no folder can be made there)\nhint: .*name another folder\n$/,
      );
    }
  });
});

describe('wrong usage', () => {
  it('is answered with 2, what is wrong and what to do', () => {
    booklet('safe-water', good);
    const cases: readonly (readonly [readonly string[], string])[] = [
      [[], 'octavo: say what octavo is to do\nhint: write `octavo build`'],
      [['biuld'], 'octavo: unknown command `biuld`\nhint: did you mean `build`?'],
      [['help', 'biuld'], 'octavo: unknown command `biuld`\nhint: did you mean `build`?'],
      [['help', 'nosuch'], 'octavo: unknown command `nosuch`\nhint: the commands are build, check, init, help\n'],
      [['build', '--editon', 'x'], 'octavo: unknown option --editon\nhint: did you mean `--edition`?'],
      [['build', 'safe-watr'], 'octavo: there is no booklet `safe-watr`\nhint: did you mean `safe-water`?'],
      [['build', '../elsewhere'], 'octavo: there is no booklet `../elsewhere`\nhint: there are: safe-water'],
      [['build', '--edition', 'studnt'], 'octavo: no booklet here has an edition `studnt`\nhint: did you mean `student`?'],
      [['build', '--paper', 'a44'], 'octavo: unknown paper `a44`\nhint: did you mean `a'],
      [['build', '--paper', '0mm x 5mm'], 'octavo: unknown paper `0mm x 5mm`\nhint: use '],
    ];
    for (const [words, message] of cases) {
      const { code, out, err } = octavo(...words);
      expect({ words, code, out }).toEqual({ words, code: 2, out: '' });
      expect(err.startsWith(message), err).toBe(true);
    }
    expect(existsSync(join(project, 'output'))).toBe(false);
  });

  it('outside a project names the way in', () => {
    const { code, err } = octavo('build');
    expect(code).toBe(2);
    expect(err).toContain('octavo init');
  });
});

describe('help and version', () => {
  it('are printed', () => {
    expect(octavo('--help')).toMatchObject({ code: 0, err: '', out: expect.stringContaining('octavo build') });
    expect(octavo('help', 'build').out).toContain('--edition <name>');
    expect(octavo('check', '-h').out).toContain('writes nothing');
    expect(octavo('--version').out).toBe(`${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}\n`);
  });
});

describe('compiled code', () => {
  it('that is damaged, or of another bundle, is not used and not missed', () => {
    booklet('one', good);
    const cache = join(project, 'cache');
    const run = (): Ran => {
      const ran = spawnSync(process.execPath, [program, 'build'], {
        cwd: project,
        encoding: 'utf8',
        env: { ...process.env, OCTAVO_CACHE: cache },
      });
      return { code: ran.status, out: ran.stdout, err: ran.stderr };
    };
    // The second build takes other ways through the program than the first; then the code is complete.
    const runTwice = (): void => {
      for (let round = 0; round < 2; round++) expect(run()).toMatchObject({ code: 0, err: '' });
    };
    runTwice();
    const code = readdirSync(cache).filter((file) => file.endsWith('.v8'));
    // The second build finds everything parsed.
    expect(code.sort()).toEqual([expect.stringMatching(/^engine\.cjs-.*-2\.v8$/), expect.stringMatching(/^readers\.cjs-.*-1\.v8$/)]);
    const [name] = code;
    const kept = readFileSync(join(cache, name!));
    for (const damaged of [
      Buffer.alloc(0),
      Buffer.from('nonsense'),
      kept.subarray(0, kept.length / 2),
      Buffer.concat([Buffer.from('x'), kept]),
    ]) {
      writeFileSync(join(cache, name!), damaged);
      runTwice();
      expect(readFileSync(join(cache, name!)).length).toBeGreaterThan(100_000);
    }
    const modified = statSync(join(cache, name!)).mtimeMs;
    run();
    expect(statSync(join(cache, name!)).mtimeMs).toBe(modified);
  });

  it('is not needed where nothing can be kept', () => {
    booklet('one', good);
    writeFileSync(join(project, 'cache'), 'a file');
    for (const cache of [join(project, 'cache'), 'off']) {
      const ran = spawnSync(process.execPath, [program, 'build'], {
        cwd: project,
        encoding: 'utf8',
        env: { ...process.env, OCTAVO_CACHE: cache },
      });
      expect([ran.status, ran.stderr]).toEqual([0, '']);
    }
  });
});

describe('parsed files', () => {
  it('are kept, so that the next run does without what reads them, and make no difference', () => {
    booklet('one', good);
    const cache = join(project, 'cache');
    const trees = join(cache, 'trees');
    const section = join(project, 'content', 'one', 'sections', '01-one.md');
    const codeOfReaders = (): string | undefined => readdirSync(cache).find((name) => name.startsWith('readers.cjs'));
    const fresh = buildWith('off');
    expect(buildWith(cache).equals(fresh)).toBe(true);
    rmSync(join(cache, codeOfReaders()!));
    expect(buildWith(cache).equals(fresh)).toBe(true);
    expect(codeOfReaders()).toBeUndefined();
    for (const name of readdirSync(trees)) {
      const kept = readFileSync(join(trees, name), 'utf8');
      writeFileSync(join(trees, name), kept.slice(0, -9));
      expect(buildWith(cache).equals(fresh)).toBe(true);
      expect(readFileSync(join(trees, name), 'utf8')).toBe(kept);
    }
    const count = readdirSync(trees).length;
    writeFileSync(section, `${readFileSync(section, 'utf8')}\nMore.\n`);
    expect(buildWith(cache).equals(buildWith('off'))).toBe(true);
    expect(readdirSync(trees)).toHaveLength(count + 1);
  });
});

describe('page breaks', () => {
  it('are kept, and make no difference, whatever becomes of them', () => {
    const text = (count: number) =>
      Array.from({ length: count }, (_, index) => `Line ${index} of the text, with a note.[^${index}]\n`).join('\n');
    const notes = (count: number) => Array.from({ length: count }, (_, index) => `[^${index}]: Note ${index}.\n`).join('');
    const section = (count: number) => `# One\n\n${text(count)}\n${notes(count)}`;
    booklet('one', 'title: One\nlanguage: en\neditions: [student]\n', section(80));
    const cache = join(project, 'cache');
    const cuts = join(cache, 'cuts');
    const fresh = buildWith('off');
    expect(buildWith(cache).equals(fresh)).toBe(true);
    const [name, ...others] = readdirSync(cuts);
    expect(others).toEqual([]);
    const path = join(cuts, name!);
    const kept = readFileSync(path);
    for (const damaged of [Buffer.alloc(0), kept.subarray(0, kept.length - 9), Buffer.concat([kept, Buffer.from('x')])]) {
      writeFileSync(path, damaged);
      expect(buildWith(cache).equals(fresh)).toBe(true);
      expect(readFileSync(path).equals(kept)).toBe(true);
    }
    const modified = statSync(path).mtimeMs;
    expect(buildWith(cache).equals(fresh)).toBe(true);
    expect(statSync(path).mtimeMs).toBe(modified);
    writeFileSync(join(project, 'content', 'one', 'sections', '01-one.md'), section(77));
    expect(buildWith(cache).equals(buildWith('off'))).toBe(true);
    expect(readFileSync(path).equals(kept)).toBe(false);
  });
});

describe('drawn charts', () => {
  it('are kept, so that the next run does without Vega, and make no difference', () => {
    booklet('one', 'title: One\nlanguage: en\neditions: [student]\n', '# One\n\n![May has 3, June 8.](charts/rain.vl.yaml "Rain")\n');
    const charts = join(project, 'content', 'one', 'charts');
    mkdirSync(charts);
    writeFileSync(
      join(charts, 'rain.vl.yaml'),
      'data: { values: [{ m: May, mm: 3 }, { m: June, mm: 8 }] }\nmark: bar\nencoding: { x: { field: mm, type: quantitative }, y: { field: m } }\n',
    );
    const cache = join(project, 'cache');
    const drawings = join(cache, 'drawings');
    const codeOfVega = (): string | undefined => readdirSync(cache).find((name) => name.startsWith('vega.cjs'));
    const drawn = buildWith('off');
    expect(existsSync(cache)).toBe(false);
    expect(buildWith(cache).equals(drawn)).toBe(true);
    rmSync(join(cache, codeOfVega()!));
    expect(buildWith(cache).equals(drawn)).toBe(true);
    expect(codeOfVega()).toBeUndefined();
    const [name] = readdirSync(drawings);
    const kept = readFileSync(join(drawings, name!), 'utf8');
    for (const damaged of ['', kept.slice(0, -9), kept.replace('"size":', '"size":1')]) {
      writeFileSync(join(drawings, name!), damaged);
      expect(buildWith(cache).equals(drawn)).toBe(true);
      expect(readFileSync(join(drawings, name!), 'utf8')).toBe(kept);
    }
    expect(codeOfVega()).toBeDefined();
  });
});

describe('the package', () => {
  it('works where it is installed, and keeps compiled code in the folder for caches', () => {
    booklet('one', good);
    const packed = spawnSync('npm', ['pack', '--ignore-scripts', '--pack-destination', base], { cwd: root, encoding: 'utf8' });
    const archive = packed.stdout.trim().split('\n').at(-1)!;
    const modules = join(project, 'node_modules');
    mkdirSync(join(modules, 'octavo'), { recursive: true });
    expect(spawnSync('tar', ['-xzf', join(base, archive), '-C', join(modules, 'octavo'), '--strip-components=1']).status).toBe(0);
    cpSync(join(root, 'node_modules', 'harfbuzzjs'), join(modules, 'harfbuzzjs'), { recursive: true });
    cpSync(join(root, 'node_modules', '@expo-google-fonts'), join(modules, '@expo-google-fonts'), { recursive: true });
    expect(existsSync(join(modules, 'octavo', 'dist', 'compiled'))).toBe(false);
    const cache = join(project, 'cache');
    const run = (script: string): Ran => {
      const ran = spawnSync(process.execPath, [...script.split(' ')], {
        cwd: project,
        encoding: 'utf8',
        env: { ...process.env, XDG_CACHE_HOME: cache, OCTAVO_CACHE: '' },
      });
      return { code: ran.status, out: ran.stdout, err: ran.stderr };
    };
    for (let round = 0; round < 2; round++) {
      expect(run('node_modules/octavo/dist/octavo.cjs build')).toMatchObject({ code: 0, err: '', out: expect.stringContaining('2 PDFs') });
    }
    expect(existsSync(join(cache, 'octavo')) || process.platform !== 'linux').toBe(true);
    writeFileSync(
      join(project, 'use.mjs'),
      `import * as octavo from 'octavo';
      const result = await octavo.build({ write: false, editions: ['student'] });
      console.log(Object.keys(octavo).sort().join(), result.isComplete, result.booklets[0].pdf.length > 1000);`,
    );
    const used = run('use.mjs');
    expect(used.err).toBe('');
    expect(used.out).toBe('WrongUsage,build,check,formatDiagnostic,positionAt true true\n');
  });
});
