/** Writes a number in one of the styles of lists and counters. */

const romanSteps: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** Roman numerals end here: larger numbers are written in figures, as CSS has it. */
const largestRoman = 3999;

/** Returns `value` in a style such as `lower-roman`; in figures where the style has no way to write it. */
export function formatCounter(value: number, style: string): string {
  switch (style) {
    case 'lower-alpha':
      return letters(value);
    case 'upper-alpha':
      return letters(value).toUpperCase();
    case 'lower-roman':
      return roman(value);
    case 'upper-roman':
      return roman(value).toUpperCase();
    case 'arabic-indic':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    default:
      return String(value);
  }
}

function letters(value: number): string {
  if (value < 1) return String(value);
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  return text;
}

function roman(value: number): string {
  if (value < 1 || value > largestRoman) return String(value);
  let text = '';
  let rest = value;
  for (const [step, numeral] of romanSteps) {
    for (; rest >= step; rest -= step) text += numeral;
  }
  return text;
}
