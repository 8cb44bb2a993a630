/** The help texts, written for people who do not spend their days in a terminal. */
import type { CommandName } from './arguments.ts';

const overview = `octavo: printable booklets from plain text

  octavo build              make a PDF of every booklet in content/
  octavo build safe-water   only of this one
  octavo check              look for mistakes, write nothing
  octavo init my-project    start a new project that builds at once
  octavo help build         explain a command and its options

Run it in the folder that holds content/. The PDFs go to output/.
When something is wrong with a text, octavo names the file, the line and what to do.

  --help, -h                this text
  --version, -v             which version this is
`;

const build = `octavo build [booklet…] [options]

Makes a PDF of each edition of each booklet: output/<booklet>-<edition>.pdf. On request also a web page and a plain
text that say the same, for screen readers, phones and braille: .html and .txt.
Name a booklet by its folder (safe-water) or its path (content/safe-water). Name none to build all.
A booklet with mistakes is not written: one mistake holds back all its editions, so good PDFs from before stay.

  --edition <name>    only this edition, such as student or facilitator; may be given more than once
  --format <format>   pdf, html, text or all; may be given more than once
  --paper <format>    print on this paper instead of the booklet's own:
                      a4, letter, a5, half-letter, or a size such as "148mm x 210mm"
  --out <folder>, -o  put the files here instead of output/
  --strict            take warnings as seriously as mistakes
  --json              print one JSON object for other programs instead of text

Examples
  octavo build
  octavo build safe-water --edition facilitator
  octavo build safe-water --format html --format text
  octavo build --paper letter --out for-the-printer

Exit code: 0 all built, 1 a booklet has mistakes, 2 the command is wrong, 3 octavo or the machine failed.
`;

const check = `octavo check [booklet…] [options]

Finds everything that \`octavo build\` would complain about, and writes nothing.

  --edition <name>    only this edition; may be given more than once
  --paper <format>    as if printed on this paper
  --strict            take warnings as seriously as mistakes
  --json              print one JSON object for other programs instead of text

Exit code: 0 no mistakes, 1 there are mistakes, 2 the command is wrong, 3 octavo or the machine failed.
`;

const init = `octavo init [folder]

Makes a new project in a folder, or in the current one: a small booklet to change, which builds at once.
Nothing that is there already is touched.

  octavo init my-project
  cd my-project
  octavo build
`;

const texts: Readonly<Record<CommandName, string>> = { build, check, init, help: overview };

/** Returns the help for a command, or the overview. */
export const helpFor = (command: CommandName = 'help'): string => texts[command].trimEnd();
