/** The author's project on disk: what can be read, and that nothing outside can. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskWorkspace } from '../../src/host/disk-workspace.ts';

let base: string;
let root: string;

const write = (path: string, content: string | Uint8Array): string => {
  const target = join(root, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
  return target;
};

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'octavo-'));
  root = join(base, 'project');
  mkdirSync(root);
  writeFileSync(join(base, 'secret.txt'), 'secret');
});

afterEach(() => rmSync(base, { recursive: true, force: true }));

describe('reading', () => {
  it('decodes UTF-8 and drops the byte order mark', async () => {
    write('content/a.md', '\ufeffgrüße');
    expect(await diskWorkspace(root).readText('content/a.md')).toMatchObject({ ok: true, content: 'grüße' });
  });

  it('returns bytes as they are', async () => {
    write('a.png', Uint8Array.of(0x89, 0, 255));
    expect(await diskWorkspace(root).readBytes('a.png')).toEqual({ ok: true, content: Uint8Array.of(0x89, 0, 255) });
  });

  it('says why a file cannot be had', async () => {
    write('latin1.md', Uint8Array.of(0x67, 0x72, 0xfc, 0xdf, 0x65));
    write('folder/file.md', '');
    truncateSync(write('huge.md', ''), 20_000_001);
    truncateSync(write('huge.png', ''), 60_000_001);
    const workspace = diskWorkspace(root);
    expect(await workspace.readText('latin1.md')).toEqual({ ok: false, failure: 'not-utf8' });
    expect(await workspace.readText('no.md')).toEqual({ ok: false, failure: 'missing' });
    expect(await workspace.readText('folder/file.md/more')).toEqual({ ok: false, failure: 'missing' });
    expect(await workspace.readText('folder')).toEqual({ ok: false, failure: 'unreadable' });
    expect(await workspace.readText('')).toEqual({ ok: false, failure: 'unreadable' });
    expect(await workspace.readText('huge.md')).toEqual({ ok: false, failure: 'too-large' });
    expect(await workspace.readBytes('huge.png')).toEqual({ ok: false, failure: 'too-large' });
    expect(await workspace.readText('x'.repeat(5000))).toEqual({ ok: false, failure: 'missing' });
  });

  it('does not wait for a named pipe', async () => {
    expect(spawnSync('mkfifo', [join(root, 'pipe.md')]).status).toBe(0);
    expect(await diskWorkspace(root).readText('pipe.md')).toEqual({ ok: false, failure: 'unreadable' });
  });

  it('works in a project that is itself reached through a link', async () => {
    write('a.md', 'a');
    symlinkSync(root, join(base, 'link'));
    expect(await diskWorkspace(join(base, 'link')).readText('a.md')).toMatchObject({ ok: true, content: 'a' });
  });
});

describe('paths', () => {
  const outside = [
    '../secret.txt',
    'content/../../secret.txt',
    './../secret.txt',
    '..\\secret.txt',
    'content\\..\\..\\secret.txt',
    '..',
    '/etc/passwd',
    '//etc/passwd',
    '\\\\server\\share\\a.txt',
    '/',
    'C:/Windows/win.ini',
    'c:\\Windows\\win.ini',
    'c:secret.txt',
    'file:///etc/passwd',
    'http://127.0.0.1/a.csv',
    'data:text/plain,a',
    'a.md\0.png',
    '\0',
  ];

  it.each(outside)('%j leads outside', async (path) => {
    mkdirSync(join(root, 'content'));
    const workspace = diskWorkspace(root);
    expect(await workspace.readText(path)).toEqual({ ok: false, failure: 'outside' });
    expect(await workspace.readBytes(path)).toEqual({ ok: false, failure: 'outside' });
    expect(await workspace.list(path)).toEqual([]);
  });

  it('may go up as long as they stay inside', async () => {
    write('content/a/x.md', 'x');
    const workspace = diskWorkspace(root);
    for (const path of ['content/b/../a/x.md', './content//a/x.md', 'content\\a\\x.md', 'x/../../project/content/a/x.md']) {
      const expected = path.startsWith('x/') ? { ok: false, failure: 'outside' } : { ok: true, content: 'x' };
      expect(await workspace.readText(path)).toMatchObject(expected);
    }
  });

  it('are not decoded a second time', async () => {
    expect(await diskWorkspace(root).readText('%2e%2e/secret.txt')).toEqual({ ok: false, failure: 'missing' });
  });

  it('do not confuse a neighbor whose name begins alike', async () => {
    mkdirSync(join(base, 'project-two'));
    writeFileSync(join(base, 'project-two', 'a.md'), 'a');
    symlinkSync(join(base, 'project-two'), join(root, 'two'));
    expect(await diskWorkspace(root).readText('two/a.md')).toEqual({ ok: false, failure: 'outside' });
  });
});

describe('symbolic links', () => {
  it('out of the project are refused, whether of files, folders or chains', async () => {
    symlinkSync(join(base, 'secret.txt'), join(root, 'file.md'));
    symlinkSync(base, join(root, 'folder'));
    symlinkSync('folder', join(root, 'chain'));
    symlinkSync('../secret.txt', join(root, 'relative.md'));
    const workspace = diskWorkspace(root);
    for (const path of ['file.md', 'folder/secret.txt', 'chain/secret.txt', 'relative.md']) {
      expect(await workspace.readText(path)).toEqual({ ok: false, failure: 'outside' });
    }
    expect(await workspace.list('folder')).toEqual([]);
    expect(await workspace.list('')).toEqual([]);
  });

  it('inside the project are followed', async () => {
    write('shared/logo.png', 'logo');
    mkdirSync(join(root, 'images'));
    symlinkSync('../shared/logo.png', join(root, 'images', 'logo.png'));
    const workspace = diskWorkspace(root);
    expect(await workspace.readText('images/logo.png')).toMatchObject({ ok: true, content: 'logo' });
    expect(await workspace.list('images')).toEqual(['logo.png']);
  });

  it('that lead nowhere or in circles are no files', async () => {
    symlinkSync('gone.md', join(root, 'broken.md'));
    symlinkSync('circle.md', join(root, 'circle.md'));
    const workspace = diskWorkspace(root);
    expect(await workspace.readText('broken.md')).toEqual({ ok: false, failure: 'missing' });
    expect(await workspace.readText('circle.md')).toEqual({ ok: false, failure: 'unreadable' });
    expect(await workspace.list('')).toEqual([]);
  });
});

describe('listing', () => {
  it('gives visible files only, sorted by code unit', async () => {
    for (const name of ['b.md', 'B.md', 'ä.md', 'a.md', '10.md', '9.md', '.DS_Store', '.#b.md']) write(`sections/${name}`, '');
    write('sections/more/c.md', '');
    expect(await diskWorkspace(root).list('sections')).toEqual(['10.md', '9.md', 'B.md', 'a.md', 'b.md', 'ä.md']);
  });

  it('of a folder that is missing, a file or forbidden is empty', async () => {
    write('a.md', '');
    const workspace = diskWorkspace(root);
    expect(await workspace.list('no')).toEqual([]);
    expect(await workspace.list('a.md')).toEqual([]);
  });
});

describe('shipped templates', () => {
  const withFallback = (): ReturnType<typeof diskWorkspace> => {
    const fallback = join(base, 'package');
    mkdirSync(join(fallback, 'templates', 'briefing'), { recursive: true });
    writeFileSync(join(fallback, 'templates', 'briefing', 'layout.hbs'), 'shipped');
    writeFileSync(join(fallback, 'templates', 'briefing', 'theme.css'), 'shipped');
    mkdirSync(join(fallback, 'content'));
    writeFileSync(join(fallback, 'content', 'a.md'), 'shipped');
    return diskWorkspace(root, { fallback });
  };

  it('stand in for a template that the project does not have', async () => {
    const workspace = withFallback();
    expect(await workspace.list('templates/briefing')).toEqual(['layout.hbs', 'theme.css']);
    expect(await workspace.readText('templates/briefing/layout.hbs')).toMatchObject({ ok: true, content: 'shipped' });
  });

  it('are never mixed with those of the project', async () => {
    write('templates/briefing/layout.hbs', 'own');
    const workspace = withFallback();
    expect(await workspace.list('templates/briefing')).toEqual(['layout.hbs']);
    expect(await workspace.readText('templates/briefing/theme.css')).toEqual({ ok: false, failure: 'missing' });
  });

  it('are the only thing that is read from there', async () => {
    const workspace = withFallback();
    expect(await workspace.readText('content/a.md')).toEqual({ ok: false, failure: 'missing' });
    expect(await workspace.readText('templates/../content/a.md')).toEqual({ ok: false, failure: 'missing' });
    expect(await workspace.readText('templates/briefing/../../../secret.txt')).toEqual({ ok: false, failure: 'outside' });
  });
});

describe('permissions', () => {
  it('that forbid reading make a file unreadable', async () => {
    chmodSync(write('locked.md', 'x'), 0o000);
    // The superuser may read everything.
    const expected = process.getuid?.() === 0 ? { ok: true, content: 'x' } : { ok: false, failure: 'unreadable' };
    expect(await diskWorkspace(root).readText('locked.md')).toMatchObject(expected);
  });
});
