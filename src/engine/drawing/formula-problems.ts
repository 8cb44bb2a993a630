/** What is wrong with a formula, in the author's words, with the place in its LaTeX. */
import { nearestName } from '../source/nearest-name.ts';
import type { FormulaProblem } from './formula.ts';

interface Place {
  readonly start: number;
  readonly end: number;
}

/** A formula longer or deeper than any that is printed. */
export const tooLarge = (place: Place): FormulaProblem => ({
  severity: 'error',
  code: 'drawing/formula-too-large',
  message: 'this formula is too large to set',
  hint: 'divide it into several formulas',
  ...place,
});

/** Commands of LaTeX that a booklet has other means for, and what they are. */
const elsewhere: Readonly<Record<string, string>> = {
  tag: 'write {#eq-name} after the closing $$: Octavo numbers the formula',
  label: 'write {#eq-name} after the closing $$, and [](#eq-name) where you refer to it',
  ref: 'write [](#eq-name) in the text',
  eqref: 'write [](#eq-name) in the text',
  notag: 'leave it out: only a formula with an id is numbered',
  nonumber: 'leave it out: only a formula with an id is numbered',
  href: 'write a link in the text',
  require: 'leave it out: everything that Octavo can set is there already',
  unicode: 'write the character itself',
  color: 'leave it out: a formula has the color of its text',
  textcolor: 'leave it out: a formula has the color of its text',
  includegraphics: 'put the picture in the text',
};

/** Finds the first command that LaTeX has and Octavo does otherwise. */
export function leftOut(tex: string): FormulaProblem | undefined {
  for (const match of tex.matchAll(/\\(?:([A-Za-z]+)|.)/g)) {
    const name = match[1];
    const hint = name !== undefined && Object.hasOwn(elsewhere, name) ? elsewhere[name] : undefined;
    if (hint === undefined) continue;
    const place = { start: match.index, end: match.index + match[0].length };
    return { severity: 'error', code: 'drawing/formula-left-out', message: `\`\\${name}\` cannot stand in a formula`, hint, ...place };
  }
  return undefined;
}

/** Finds chemistry without its braces: LaTeX would take the next sign alone. */
export function chemistryWithoutBraces(tex: string): FormulaProblem | undefined {
  const match = /\\ce(?![A-Za-z])(?!\s*\{)/.exec(tex);
  if (!match) return undefined;
  const place = { start: match.index, end: match.index + match[0].length };
  const hint = 'put the whole of it in braces, as in \\ce{2H2 + O2 -> 2H2O}';
  return { severity: 'error', code: 'drawing/invalid-latex', message: '`\\ce` has no braces', hint, ...place };
}

/** A character that the font of formulas has not, with the small digits and signs around it. */
export function missingCharacter(missing: string, tex: string): FormulaProblem {
  const [character = ''] = missing;
  const start = Math.max(0, tex.indexOf(character));
  for (const [sign, small] of smallSigns) {
    for (const { index, 0: run } of tex.matchAll(small)) {
      if (index > start || index + run.length <= start) continue;
      const plain = run.normalize('NFKC').replaceAll('−', '-');
      // Chemistry lowers numbers by itself.
      const written = sign === '_' && tex.includes('\\ce') ? plain : `${sign}{${plain}}`;
      return noShape(character, `write ${written} instead`, { start: index, end: index + run.length });
    }
  }
  return noShape(character, 'write the words in the text around the formula', { start, end: start + character.length });
}

const smallSigns = [
  ['_', /[₀-₎]+/g],
  ['^', /[⁰-⁾¹²³]+/g],
] as const;

const noShape = (character: string, hint: string, place: Place): FormulaProblem => ({
  severity: 'error',
  code: 'drawing/formula-character',
  message: `formulas have no shape for ${character}`,
  hint,
  ...place,
});

/** An error as MathJax has it. */
interface TexError {
  readonly id: string;
  readonly message: string;
}

/** Says what MathJax means, where the LaTeX shows it. `namesOf` gives what may have been meant. */
export function explainTexError(
  error: TexError,
  tex: string,
  namesOf: (kind: 'command' | 'environment') => readonly string[],
): FormulaProblem {
  if (error.id === 'UndefinedControlSequence') {
    const name = /\\([A-Za-z]+|.)$/.exec(error.message)?.[1] ?? '';
    const place = placeOfCommand(name, tex);
    return {
      severity: 'error',
      code: 'drawing/unknown-formula-command',
      message: `unknown command \`\\${name}\`${meant(name.length < 3 ? undefined : nearestName(name, namesOf('command')), '\\')}`,
      hint: /^(?:ce|cf|chem\w*)$/i.test(name)
        ? 'chemistry is written as in \\ce{2H2 + O2 -> 2H2O}'
        : 'see the manual for the commands that formulas can have; letters that are a word go into \\text{…}',
      ...place,
    };
  }
  if (error.id === 'UnknownEnv') {
    const name = /'([^']*)'/.exec(error.message)?.[1] ?? '';
    return {
      severity: 'error',
      code: 'drawing/unknown-formula-environment',
      message: `unknown environment \`${name}\`${meant(nearestName(name, namesOf('environment')), '')}`,
      hint: 'use `aligned`, `cases`, `array` or a matrix such as `pmatrix`',
      ...placeOfText(`{${name}}`, tex),
    };
  }
  const unbalanced = error.id === 'ExtraOpenMissingClose' || error.id === 'MissingCloseBrace' || error.id === 'ExtraCloseMissingOpen';
  if (unbalanced) return explainBraces(tex);
  return {
    severity: 'error',
    code: 'drawing/invalid-latex',
    message: messages[error.id] ?? `this is not LaTeX: ${lowered(error.message)}`,
    hint: hints[error.id] ?? 'compare it with a formula that works',
    ...placeOfText(/\\[A-Za-z]+|\\.|&/.exec(error.message)?.[0] ?? '', tex),
  };
}

const messages: Readonly<Record<string, string>> = {
  DoubleExponent: 'one exponent follows another',
  DoubleSubscripts: 'one subscript follows another',
  ExtraLeftMissingRight: '`\\left` has no `\\right`',
  MissingLeftExtraRight: '`\\right` has no `\\left`',
  MaxMacroSub1: 'a command of this formula is replaced without end',
  MaxMacroSub2: 'an environment of this formula is replaced without end',
  MaxBufferSize: 'a command of this formula becomes too long',
};

const hints: Readonly<Record<string, string>> = {
  MissingArgFor: 'put what belongs to the command in braces after it, as in \\frac{1}{2}',
  DoubleExponent: 'put braces around the first part, as in {x^2}^3',
  DoubleSubscripts: 'put braces around the first part, as in {x_2}_3',
  ExtraLeftMissingRight: 'write \\right) for every \\left(; where no bracket is wanted, \\right.',
  MissingLeftExtraRight: 'write \\left( for every \\right); where no bracket is wanted, \\left.',
  MissingOrUnrecognizedDelim: 'write a bracket after it, or a dot for none',
  Misplaced: 'put the lines into \\begin{aligned} … \\end{aligned}',
  EnvMissingEnd: 'add the \\end with the same name',
  EnvBadEnd: 'give \\begin and \\end the same name',
  MaxMacroSub1: 'a command that you have defined calls itself',
  MaxMacroSub2: 'an environment that you have defined calls itself',
  MaxBufferSize: 'a command that you have defined makes too much text',
};

/** Braces that lack their partner: the first too many, or the last that stays open. */
function explainBraces(tex: string): FormulaProblem {
  const open: number[] = [];
  let extra = -1;
  for (let at = 0; at < tex.length && extra === -1; at++) {
    if (tex[at] === '\\') at++;
    else if (tex[at] === '{') open.push(at);
    else if (tex[at] === '}' && open.pop() === undefined) extra = at;
  }
  const isOpen = extra === -1;
  const at = isOpen ? (open.at(-1) ?? 0) : extra;
  return {
    severity: 'error',
    code: 'drawing/unbalanced-braces',
    message: isOpen ? 'this brace is never closed' : 'this brace closes nothing',
    hint: isOpen ? 'add } where its part of the formula ends' : 'remove it, or write \\} to print a brace',
    start: at,
    end: at + 1,
  };
}

const meant = (nearest: string | undefined, sign: string): string => (nearest === undefined ? '' : `; did you mean \`${sign}${nearest}\`?`);

const lowered = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1);

/** A command ends where its letters do: `\al` is not the start of `\alpha`. */
function placeOfCommand(name: string, tex: string): Place {
  for (const match of tex.matchAll(/\\([A-Za-z]+|.)/g))
    if (match[1] === name) return { start: match.index, end: match.index + match[0].length };
  return { start: 0, end: tex.length };
}

function placeOfText(text: string, tex: string): Place {
  const at = text === '' ? -1 : tex.lastIndexOf(text);
  return at === -1 ? { start: 0, end: tex.length } : { start: at, end: at + text.length };
}
