/** Numbers, dates and counted phrases as a language writes them, without `Intl`, whose results differ between machines. */
import type { CountedPhrase, LanguageWords as Labels, PluralRule } from './labels/language-words.ts';

/** Fills the words in braces of a pattern; unknown ones stay as they are. */
export function fillPattern(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? values[name]! : whole));
}

/** Writes a number with the language's digits, decimal sign and groups. At most six decimals are kept. */
export function formatNumber(value: number, labels: Labels): string {
  if (!Number.isFinite(value)) return String(value);
  const rounded = Math.abs(value) < 1e15 ? String(Number(Math.abs(value).toFixed(6))) : String(Math.abs(value));
  if (rounded.includes('e')) return localDigits(String(value), labels);
  const [whole = '0', decimals] = rounded.split('.');
  const sign = value < 0 && Number(rounded) !== 0 ? '\u2212' : '';
  const grouped = whole.length < labels.groupsFrom ? whole : groupDigits(whole, labels);
  return localDigits(sign + grouped + (decimals === undefined ? '' : labels.decimalSign + decimals), labels);
}

/** Replaces European digits by the language's own. */
export function localDigits(text: string, labels: Labels): string {
  if (labels.digits === '0123456789') return text;
  return text.replace(/[0-9]/g, (digit) => labels.digits[Number(digit)]!);
}

/** Writes `2026-03-03`, `2026-03` or `2026` in words. Anything else is returned as it is. */
export function formatDate(iso: string, labels: Labels): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
  if (!match) return iso;
  const [, year = '', monthNumber, dayNumber] = match;
  const localYear = localDigits(year, labels);
  if (monthNumber === undefined) return localYear;
  const month = labels.months[Number(monthNumber) - 1];
  if (month === undefined) return iso;
  if (dayNumber === undefined) return fillPattern(labels.monthDate, { month, year: localYear });
  const isFirst = Number(dayNumber) === 1 && labels.firstDay !== undefined;
  const day = isFirst ? labels.firstDay! : localDigits(String(Number(dayNumber)), labels);
  // The day never stands alone at the end of a line.
  return fillPattern(labels.fullDate, { day, month, year: localYear }).replace(' ', '\u00a0');
}

/** Writes a phrase that counts, as in "15 minutes". */
export function formatCount(count: number, phrase: CountedPhrase, labels: Labels): string {
  const form = phrase[pluralCategory(count, labels.pluralRule)] ?? phrase.other;
  return fillPattern(form, { n: formatNumber(count, labels) });
}

/** Returns the CLDR plural category of a number. */
export function pluralCategory(count: number, rule: PluralRule): keyof CountedPhrase {
  switch (rule) {
    case 'one-is-1':
      return count === 1 ? 'one' : 'other';
    case 'one-is-0-and-1':
      return count >= 0 && count < 2 ? 'one' : 'other';
    case 'hebrew':
      return count === 1 ? 'one' : count === 2 ? 'two' : 'other';
    case 'arabic':
      return arabicCategory(count);
  }
}

function arabicCategory(count: number): keyof CountedPhrase {
  if (count === 0) return 'zero';
  if (count === 1) return 'one';
  if (count === 2) return 'two';
  const hundreds = count % 100;
  if (hundreds >= 3 && hundreds <= 10) return 'few';
  return hundreds >= 11 && hundreds <= 99 ? 'many' : 'other';
}

function groupDigits(whole: string, labels: Labels): string {
  const groups: string[] = [whole.slice(-3)];
  for (let rest = whole.slice(0, -3); rest !== ''; rest = rest.slice(0, -labels.groupSize)) groups.unshift(rest.slice(-labels.groupSize));
  return groups.join(labels.groupSign);
}
