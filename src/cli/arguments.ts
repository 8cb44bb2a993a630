/** Reads the words after `octavo` into a command, strictly: a misspelt option is never taken for something else. */
import { parseArgs } from 'node:util';
import { type BuildFormat, buildFormats } from '../library/build-result.ts';
import { requireFormats, suggestion, WrongUsage } from '../library/wrong-usage.ts';

/** The commands, in the order in which help lists them. */
export const commandNames = ['build', 'check', 'init', 'help'] as const;
export type CommandName = (typeof commandNames)[number];

/** What is asked for. */
export interface CommandLine {
  readonly command: CommandName | 'version';
  /** Booklets to build or check; the folder of `init`; the command that `help` explains. */
  readonly names: readonly string[];
  readonly editions?: readonly string[];
  readonly formats?: readonly BuildFormat[];
  readonly paper?: string;
  readonly out?: string;
  readonly json: boolean;
  readonly strict: boolean;
}

const options = {
  edition: { type: 'string', multiple: true },
  format: { type: 'string', multiple: true },
  paper: { type: 'string' },
  out: { type: 'string', short: 'o' },
  json: { type: 'boolean' },
  strict: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

type OptionName = keyof typeof options;

/** Which options mean something to a command. */
const optionsOf: Readonly<Record<CommandName, readonly OptionName[]>> = {
  build: ['edition', 'format', 'paper', 'out', 'json', 'strict'],
  check: ['edition', 'paper', 'json', 'strict'],
  init: [],
  help: [],
};

/** What each option with a value wants, for messages. */
const wantedValues: Readonly<Record<'edition' | 'format' | 'paper' | 'out', { readonly what: string; readonly example: string }>> = {
  edition: { what: 'the name of an edition', example: '--edition student' },
  format: { what: 'pdf, html, text or all', example: '--format html' },
  paper: { what: 'a format', example: '--paper a5' },
  out: { what: 'a folder', example: '--out print' },
};

/** Returns the command. Throws `WrongUsage` for whatever it does not know. */
export function parseCommandLine(words: readonly string[]): CommandLine {
  const { values, positionals, tokens } = parseArgs({ args: [...words], options, allowPositionals: true, strict: false, tokens: true });
  const wantsHelp = values.help === true;
  const [first, ...rest] = positionals;
  if (values.version === true && !wantsHelp) return plain('version');
  if (first === undefined) {
    checkOptions(tokens, undefined);
    if (wantsHelp) return plain('help');
    throw new WrongUsage('say what octavo is to do', 'write `octavo build`, or `octavo --help` for everything it can do');
  }
  if (!isCommand(first)) throw unknownCommand(first, `; to build one booklet write \`octavo build ${first}\``);
  checkOptions(tokens, first);
  if (wantsHelp) return { ...plain('help'), names: [first] };
  const topic = first === 'help' ? rest[0] : undefined;
  if (topic !== undefined && !isCommand(topic)) throw unknownCommand(topic);
  const editions = listOf(values.edition);
  const formats = listOf(values.format);
  return {
    command: first,
    names: rest,
    json: values.json === true,
    strict: values.strict === true,
    ...(editions && { editions }),
    ...(formats && { formats: formats.includes('all') ? buildFormats : requireFormats(formats) }),
    ...(typeof values.paper === 'string' && { paper: values.paper }),
    ...(typeof values.out === 'string' && { out: values.out }),
  };
}

const unknownCommand = (word: string, more = ''): WrongUsage =>
  new WrongUsage(`unknown command \`${word}\``, suggestion(word, commandNames) ?? `the commands are ${commandNames.join(', ')}${more}`);

/** An option may be given several times, or once with a list. */
const listOf = (value: unknown): readonly string[] | undefined =>
  (value as readonly string[] | undefined)?.flatMap((names) => names.split(',')).filter((name) => name !== '');

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];

function checkOptions(tokens: readonly Token[], command: CommandName | undefined): void {
  const allowed: readonly string[] = [...(command === undefined ? [] : optionsOf[command]), 'help', 'version'];
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName } = token;
    if (!allowed.includes(name)) {
      const known = Object.hasOwn(options, name);
      const message = known && command !== undefined ? `\`octavo ${command}\` has no option ${rawName}` : `unknown option ${rawName}`;
      const near = known
        ? undefined
        : suggestion(
            rawName,
            allowed.map((option) => `--${option}`),
          );
      throw new WrongUsage(message, near ?? `\`octavo ${command === undefined ? '--help' : `help ${command}`}\` lists the options`);
    }
    checkValue(token);
  }
}

function checkValue(token: Extract<Token, { kind: 'option' }>): void {
  const wanted = Object.hasOwn(wantedValues, token.name) ? wantedValues[token.name as keyof typeof wantedValues] : undefined;
  if (!wanted) {
    if (token.value !== undefined) throw new WrongUsage(`${token.rawName} takes no value`, `write only ${token.rawName}`);
  } else if (!token.value || (!token.inlineValue && token.value.startsWith('-'))) {
    throw new WrongUsage(`${token.rawName} needs ${wanted.what}`, `write for example \`${wanted.example}\``);
  }
}

const isCommand = (word: string): word is CommandName => (commandNames as readonly string[]).includes(word);
const plain = (command: CommandLine['command']): CommandLine => ({ command, names: [], json: false, strict: false });
