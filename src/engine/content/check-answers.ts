/**
 * Finds answers that cannot be those of their questions, and options that stand there twice. Answers are free text, so only
 * what is sure is told: an answer that explains, or says an option in other words at some length, is left alone.
 */
import { letterPattern } from '../source/letter-pattern.ts';
import { nearestName } from '../source/nearest-name.ts';
import type { Question } from './booklet.ts';
import { choosingWords } from './choosing-words.ts';
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

const wordPattern = letterPattern(String.raw`[\p{L}\p{M}\p{N}]+`, 'g');

/** Of Arabic, Persian and Indian digits. */
const zeros = [0x660, 0x6f0, 0x966];

function wordsOf(text: string): readonly string[] {
  const digits = text.replace(/[٠-٩۰-۹०-९]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - zeros.findLast((zero) => zero <= code)!);
  });
  const plain = digits.normalize('NFKC').toLowerCase();
  return plain.match(wordPattern(plain)) ?? [];
}

function checkChoice(answer: Prose, options: readonly Prose[], { language, report }: FieldContext): void {
  const choosing = choosingWords.get(language.toLowerCase().split('-')[0]!);
  const given = wordsOf(textOf(answer));
  const offered = options.map((option) => wordsOf(textOf(option)));
  const longest = Math.max(...offered.map((words) => words.length));
  if (!choosing || given.length === 0 || given.length > longest + 1) return;
  // A word of every option picks none of them.
  const telling = offered.flat().filter((word) => !offered.every((words) => words.includes(word)));
  if (given.some((word) => choosing.has(word) || isPointer(word, options.length) || telling.some((other) => areAlike(word, other)))) return;
  // A number may be told in words.
  const hasNumber = (words: readonly string[]): boolean => words.some((word) => /\d/.test(word));
  if (hasNumber(given) !== offered.some(hasNumber)) return;
  // Of several words some are like those of another option, and numbers are as near as any.
  const nearest = given.length === 1 && !hasNumber(given) ? nearestName(given[0]!, options.map(textOf)) : undefined;
  report(strayAnswer(nearest, answer.origin));
}

/** Whether a word is the letter or the number of an option; which letter is which, is known of Latin ones. */
function isPointer(word: string, count: number): boolean {
  if (/^\d+$/.test(word)) return Number(word) >= 1 && Number(word) <= count;
  return /^[a-z]$/.test(word) ? word.charCodeAt(0) - 97 < count : word.length === 1;
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
