/** What the words after `octavo` mean, and what is said of those that mean nothing. */
import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../src/cli/arguments.ts';
import { WrongUsage } from '../../src/library/wrong-usage.ts';

const defaults = { names: [], json: false, strict: false };

/** Returns the message and the hint with which a command line is refused. */
function refusal(...words: string[]): string {
  try {
    parseCommandLine(words);
  } catch (error) {
    if (error instanceof WrongUsage) return `${error.message}; ${error.hint}`;
    throw error;
  }
  throw new Error('it was not refused');
}

describe('a command line', () => {
  it('names a command and booklets', () => {
    expect(parseCommandLine(['build'])).toEqual({ ...defaults, command: 'build' });
    expect(parseCommandLine(['check', 'a', 'content/b'])).toEqual({ ...defaults, command: 'check', names: ['a', 'content/b'] });
  });

  it('takes options before, between and after booklets', () => {
    expect(parseCommandLine(['--strict', 'build', '--paper', 'a5', 'a', '--out=print', '--json'])).toEqual({
      command: 'build',
      names: ['a'],
      json: true,
      strict: true,
      paper: 'a5',
      out: 'print',
    });
  });

  it('takes editions one by one or in a list', () => {
    expect(parseCommandLine(['build', '--edition', 'a', '--edition=b,c']).editions).toEqual(['a', 'b', 'c']);
  });

  it('takes formats one by one, in a list, or all', () => {
    expect(parseCommandLine(['build', '--format', 'text', '--format=html']).formats).toEqual(['html', 'text']);
    expect(parseCommandLine(['build', '--format', 'html,pdf']).formats).toEqual(['pdf', 'html']);
    expect(parseCommandLine(['build', '--format', 'all']).formats).toEqual(['pdf', 'html', 'text']);
    expect(parseCommandLine(['build']).formats).toBeUndefined();
  });

  it('asks for help or the version in all usual ways', () => {
    for (const words of [['--help'], ['-h'], ['help']]) expect(parseCommandLine(words)).toEqual({ ...defaults, command: 'help' });
    for (const words of [
      ['help', 'build'],
      ['build', '--help'],
      ['build', '-h'],
    ]) {
      expect(parseCommandLine(words)).toEqual({ ...defaults, command: 'help', names: ['build'] });
    }
    for (const words of [['--version'], ['-v']]) expect(parseCommandLine(words)).toEqual({ ...defaults, command: 'version' });
  });

  it('takes what follows two hyphens as booklets', () => {
    expect(parseCommandLine(['build', '--', '--odd']).names).toEqual(['--odd']);
  });
});

describe('a wrong command line', () => {
  it('without a command says how to go on', () => {
    expect(refusal()).toBe('say what octavo is to do; write `octavo build`, or `octavo --help` for everything it can do');
  });

  it('with a misspelt command suggests the right one', () => {
    expect(refusal('biuld')).toBe('unknown command `biuld`; did you mean `build`?');
    expect(refusal('safe-water')).toContain('to build one booklet write `octavo build safe-water`');
  });

  it('with a misspelt option suggests the right one', () => {
    expect(refusal('build', '--editon', 'student')).toBe('unknown option --editon; did you mean `--edition`?');
    expect(refusal('build', '--strickt')).toBe('unknown option --strickt; did you mean `--strict`?');
    expect(refusal('--hepl')).toBe('unknown option --hepl; did you mean `--help`?');
    expect(refusal('build', '-x')).toBe('unknown option -x; `octavo help build` lists the options');
  });

  it('with an option of another command says so', () => {
    expect(refusal('check', '--out', 'x')).toBe('`octavo check` has no option --out; `octavo help check` lists the options');
  });

  it('without the value of an option says what is wanted', () => {
    const wanted = '--paper needs a format; write for example `--paper a5`';
    expect(refusal('build', '--paper')).toBe(wanted);
    expect(refusal('build', '--paper=')).toBe(wanted);
    expect(refusal('build', '--paper', '--json')).toBe(wanted);
    expect(refusal('build', '--edition')).toBe('--edition needs the name of an edition; write for example `--edition student`');
  });

  it('with a format that does not exist says which do', () => {
    expect(refusal('build', '--format', 'htm')).toBe('unknown format `htm`; did you mean `html`?');
    expect(refusal('build', '--format', 'docx')).toBe('unknown format `docx`; use pdf, html, text');
    expect(refusal('build', '--format')).toBe('--format needs pdf, html, text or all; write for example `--format html`');
    expect(refusal('check', '--format', 'html')).toBe('`octavo check` has no option --format; `octavo help check` lists the options');
  });

  it('with a value where none is taken says so', () => {
    expect(refusal('build', '--json=yes')).toBe('--json takes no value; write only --json');
  });

  it('is not fooled by names that every object has', () => {
    expect(refusal('build', '--constructor')).toContain('unknown option --constructor');
    expect(refusal('constructor')).toContain('unknown command `constructor`');
    expect(refusal('build', '--__proto__=x')).toContain('unknown option --__proto__');
  });
});
