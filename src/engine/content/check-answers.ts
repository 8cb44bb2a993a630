/**
 * Finds answers that cannot be those of their questions, and options that stand there twice. Answers are free text, so only
 * what is sure is told: an answer that explains, or says an option in other words at some length, is left alone.
 */
import { nearestName } from '../source/nearest-name.ts';
import { wordsOf } from './answer-words.ts';
import type { Question } from './booklet.ts';
import { choosingWordsOf } from './choosing-words.ts';
import { type Prose, textOfProse, visitProse } from './prose.ts';
import { disorderedAnswer, repeatedOption, strayAnswer, withoutGap } from './question-problems.ts';
import type { FieldContext } from './yaml-fields.ts';

/** Reports them. */
export function checkAnswer(question: Question, context: FieldContext): void {
  const { kind, options, answer } = question;
  if (kind === 'choice' || kind === 'scale') checkRepeats(options, context);
  if (kind === 'fill-in') checkGap(question, context);
  if (!answer || options.length < 2 || ![answer, ...options].every(isPlain)) return;
  if (kind === 'choice') checkChoice(answer, options, context);
  if (kind === 'order') checkOrder(answer, options, context);
}

const textOf = (prose: Prose): string => textOfProse(prose.nodes).replace(/\s+/g, ' ').trim();

/** Whether a prose is all words: formulas and pictures are not compared. */
function isPlain({ nodes }: Prose): boolean {
  let isWords = true;
  visitProse(nodes, (node) => {
    if (node.kind === 'callout' || (node.kind === 'element' && /^(?:formula|img|chart|table|figure)$/.test(node.name))) isWords = false;
  });
  return isWords;
}

function checkRepeats(options: readonly Prose[], { file, report }: FieldContext): void {
  const seen = new Set<string>();
  for (const { origin } of options) {
    const written = file.text.slice(origin.start, origin.end).trim();
    if (seen.has(written)) report(repeatedOption(origin));
    seen.add(written);
  }
}

/** Gaps may also be dots, or in a picture or a table, and lines to write on do as well. */
function checkGap({ question, answerLines, origin }: Question, { report }: FieldContext): void {
  const text = textOf(question);
  if (answerLines === 0 && text !== '' && isPlain(question) && !/_{2}|\.{3}|…|[□▢☐]/u.test(text)) {
    report(withoutGap(question.origin.start === question.origin.end ? origin : question.origin));
  }
}

function checkChoice(answer: Prose, options: readonly Prose[], { language, report }: FieldContext): void {
  const choosing = choosingWordsOf(language);
  const given = wordsOf(textOf(answer));
  const offered = options.map((option) => wordsOf(textOf(option)));
  const longest = Math.max(...offered.map((words) => words.length));
  if (!choosing || given.length === 0 || given.length > longest + 1) return;
  if (given.some((word) => choosing.has(word) || isPointer(word, options.length)) || isShort(given, offered)) return;
  const telling = tellingWords(offered);
  if (given.some((word) => telling.some((other) => areAlike(word, other)))) return;
  // A number may be told in words, and a fraction with a point or in percent.
  const hasNumber = (words: readonly string[]): boolean => words.some((word) => /\d/.test(word));
  const signIn = (prose: Prose): string | undefined => /[/⁄%٪]/.exec(textOf(prose).normalize('NFKD'))?.[0];
  if (hasNumber(given) !== offered.some(hasNumber) || !options.some((option) => signIn(option) === signIn(answer))) return;
  // Of several words some are like those of another option, and numbers and letters are as near as any.
  const isName = given.length === 1 && given[0]!.length > 1 && !hasNumber(given);
  report(strayAnswer(isName ? nearestName(given[0]!, options.map(textOf)) : undefined, answer.origin));
}

/** A word of every option picks none of them, unless it is an option that has no other: “red” beside “red and blue”. */
function tellingWords(offered: readonly (readonly string[])[]): readonly string[] {
  return offered.flatMap((words) => {
    const own = words.filter((word) => !offered.every((others) => others.includes(word)));
    return own.length > 0 ? own : words;
  });
}

const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi'];

/** Whether a word is the letter or the number of an option, or letters of several; which letter is which, is known of Latin ones. */
function isPointer(word: string, count: number): boolean {
  if (/^\d+$/.test(word)) return Number(word) >= 1 && Number(word) <= count;
  if (roman.slice(0, count).includes(word)) return true;
  if (!/^[a-z]/.test(word)) return word.length === 1;
  const places = [...word].map((letter) => letter.charCodeAt(0) - 97);
  return places.every((place, index) => place < count && place > (places[index - 1] ?? -1));
}

/** Whether an answer is an option with its points left out, or the beginning of one, as T is of True; or begins with one. */
function isShort(given: readonly string[], offered: readonly (readonly string[])[]): boolean {
  const word = given.join('');
  const isOne = given.length === 1 && !/\d/.test(word);
  return offered.some((words) => {
    const whole = words.join('');
    if (whole === word || !isOne || words.length > 1) return whole === word;
    return whole.startsWith(word) || (whole.length > 1 && word.startsWith(whole));
  });
}

/** Whether two words may be forms of one: numbers are not. */
function areAlike(word: string, other: string): boolean {
  if (word === other) return true;
  const [short, long] = word.length < other.length ? [word, other] : [other, word];
  if (/\d/.test(short) || short.length < 3) return false;
  return long.includes(short) || (short.length > 3 && long.startsWith(short.slice(0, 4)));
}

/** An order that is told in numbers or letters alone names each item once. */
function checkOrder(answer: Prose, options: readonly Prose[], { report }: FieldContext): void {
  const text = textOf(answer).replace(/\.$/, '');
  const isListed = /^\d{1,2}(?:(?:\s*[,;>→–-]\s*|\s+)\d{1,2})+$/.test(text) || /^[A-Za-z](?:(?:\s*[,;>→–-]\s*|\s+)[A-Za-z])+$/.test(text);
  if (!isListed) return;
  const given = wordsOf(text);
  const offered = options.map((option) => wordsOf(textOf(option)).join(' '));
  const places = given.map((word) => (/\d/.test(word) ? Number(word) : word.charCodeAt(0) - 96));
  const isWhole = (found: readonly (string | number)[], wanted: readonly (string | number)[]): boolean =>
    found.length === wanted.length && new Set(found).size === found.length && found.every((one) => wanted.includes(one));
  if (
    isWhole(given, offered) ||
    isWhole(
      places,
      [...options.keys()].map((index) => index + 1),
    )
  )
    return;
  report(disorderedAnswer(options.length, answer.origin));
}
