/** Formulas as paths, and what is said of those that are no LaTeX. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Formula } from '../../../src/engine/drawing/formula.ts';
import { setFormula } from '../../../src/engine/drawing/set-formula.ts';
import { formatFormula, formulaKey, parseFormula } from '../../../src/engine/drawing/store-formula.ts';

const request = (tex: string, isDisplayed = false, language = 'en') => ({ tex, isDisplayed, language });

async function formulaOf(tex: string, isDisplayed = false, language = 'en'): Promise<Formula> {
  const { formula, problems } = await setFormula(request(tex, isDisplayed, language));
  expect(problems).toEqual([]);
  return formula!;
}

/** Problems with the LaTeX that they point at. */
async function problemsOf(tex: string): Promise<readonly string[]> {
  const { formula, problems } = await setFormula(request(tex));
  expect(formula).toBeUndefined();
  return problems.map(({ code, message, start, end }) => `${code.slice('drawing/'.length)}: ${message} (${tex.slice(start, end)})`);
}

describe('setFormula', () => {
  it('gives size and baseline in ems', async () => {
    const [part, ...others] = (await formulaOf('y')).parts;
    expect(others).toEqual([]);
    expect(part!.width).toBeCloseTo(0.49, 2);
    expect(part!.ascent).toBeCloseTo(0.442, 2);
    expect(part!.descent).toBeCloseTo(0.205, 2);
    expect(part!.drawing.width).toBeCloseTo(490 + 500, -1);
    expect(part!.drawing.items).toHaveLength(1);
  });

  it('divides text formulas after relations and operators, at no width of their own', async () => {
    const { parts } = await formulaOf('a + b = f(c + d)');
    expect(parts.map(({ breakPenalty }) => breakPenalty)).toEqual([0, 700, 500]);
    expect(parts[2]!.spaceBefore).toBeCloseTo(5 / 18, 3);
    const [whole] = (await formulaOf('a + b = f(c + d)', true)).parts;
    const sum = parts.reduce((width, part) => width + part.spaceBefore + part.width, 0);
    expect(sum).toBeCloseTo(whole!.width, 3);
    expect((await formulaOf('-a')).parts).toHaveLength(1);
    expect((await formulaOf('\\left(a + b\\right)')).parts).toHaveLength(1);
  });

  it.each([
    ['y = a + b \\cdot c', 'formula relation sum product'],
    ['= a + b', 'relation sum'],
    ['a = -b, \\qquad c \\le d', 'formula relation statement relation'],
    ['a = b \\iff c = d \\quad\\text{for all } x', 'formula relation statement relation statement'],
    ['a \\equiv b \\pmod{p} \\quad (b > 0)', 'formula relation'],
    ['A \\xrightarrow{f} B \\overset{!}{=} C \\not= D', 'formula relation relation relation'],
    ['\\ce{2H2 + O2 -> 2H2O}', 'formula sum relation'],
    ['\\displaystyle a = b', 'formula relation'],
    ['[a + b] = |c + d| - \\|e - f\\|', 'formula relation sum'],
    ['x = \\left.\\frac{a + b}{c = d}\\right|_{a = 0} + \\sqrt{a + b}', 'formula relation sum'],
    ['y = \\begin{cases} a = b \\\\ c + d \\end{cases}', 'formula relation'],
  ])('divides %s before what lines may begin with', async (tex, beginnings) => {
    const { parts, pieces } = await formulaOf(tex, true);
    expect(pieces!.map(({ begins }) => begins).join(' ')).toBe(beginnings);
    const sum = pieces!.reduce((width, piece) => width + piece.spaceBefore + piece.width, 0);
    expect(sum).toBeCloseTo(parts[0]!.width, 3);
    expect(await formulaOf(tex)).not.toHaveProperty('pieces');
  });

  it.each([
    ['x'],
    ['-x'],
    ['x ='],
    ['(a + b = c'],
    ['|a + b|'],
    ['\\frac{a + b}{c}'],
    ['\\left(a + b\\right)'],
    ['\\begin{aligned} a &= b \\\\ &= c \\end{aligned}'],
    ['\\begin{pmatrix} a + b & c \\end{pmatrix}'],
    ['\\,'],
  ])('divides %s nowhere', async (tex) => {
    expect(await formulaOf(tex, true)).not.toHaveProperty('pieces');
  });

  it('makes the pieces of a displayed formula as high as what they show', async () => {
    const { parts, pieces } = await formulaOf('x = \\frac{1}{2} + y', true);
    const [x, half, y] = pieces!;
    expect(x!.ascent).toBeCloseTo(0.442, 2);
    expect(x!.descent).toBeCloseTo(0.011, 2);
    expect(half!.ascent).toBeCloseTo(parts[0]!.ascent, 1);
    expect(half!.descent).toBeCloseTo(parts[0]!.descent, 1);
    expect(y!.descent).toBeCloseTo(0.205, 2);
    // The sign with the thick space behind it.
    expect(half!.sign).toBeCloseTo(0.778 + 5 / 18, 2);
    expect(x!.sign).toBe(0);
  });

  it('keeps bars around what they enclose in text as well', async () => {
    expect((await formulaOf('|a + b| + c')).parts).toHaveLength(2);
    expect((await formulaOf('a | b + c')).parts).toHaveLength(2);
  });

  it('says the formula in the languages that have rules', async () => {
    expect((await formulaOf('\\frac{a^2}{2}')).spoken).toBe('the fraction with numerator a squared and denominator 2');
    expect((await formulaOf('a = b \\qquad c')).spoken).toBe('a equals b comma c');
    expect((await formulaOf('a^2', false, 'es-MX')).spoken).toBe('a al cuadrado');
    expect((await formulaOf('a^2', false, 'fr')).spoken).toBe('a au carré');
    expect((await formulaOf('a^2', false, 'hi')).spoken).toContain('वर्ग');
    expect((await formulaOf('a^2', false, 'ar')).spoken).toBeUndefined();
    expect((await formulaOf('\\ce{H2O}')).spoken).toBeUndefined();
  });

  it('gives MathML without private signs', async () => {
    expect((await formulaOf('\\sqrt{x}')).mathml).toBe('<math xmlns="http://www.w3.org/1998/Math/MathML"><msqrt><mi>x</mi></msqrt></math>');
    expect((await formulaOf('\\ce{A <=> B}')).mathml).not.toMatch(/[\ue000-\uf8ff]|&#xE[0-9A-F]{3};/);
  });

  it.each([
    ['\\mathbb{R} \\mathfrak{g} \\mathscr{L} \\mathsf{x} \\mathtt{y}'],
    ['\\begin{array}{|c:c|}\\hline a & b \\\\ \\hdashline c & d \\\\ \\hline\\end{array}'],
    ['\\underbrace{a + b + c + d + e + f}_{n} \\overline{AB} \\boxed{x} \\cancel{y}'],
    ['\\left\\{\\begin{array}{l}1\\\\2\\\\3\\\\4\\\\5\\end{array}\\right. \\sqrt[3]{\\frac{\\frac{a}{b}}{c}}'],
    ['\\text{né à Łódź, где} \\ce{2H2 + O2 ->[\\Delta] 2H2O}'],
    ['\\newcommand{\\R}{\\mathbb{R}} \\R^n'],
  ])('sets %s', async (tex) => {
    const { parts } = await formulaOf(tex, true);
    expect(parts[0]!.drawing.items.length).toBeGreaterThan(0);
    expect(parts[0]!.width).toBeGreaterThan(0);
    expect(parts[0]!.ascent).toBeGreaterThan(0);
    expect(parts[0]!.descent).toBeGreaterThanOrEqual(0);
  });

  it('is the same every time, and no formula changes another', async () => {
    const first = await formulaOf('\\sum_{i=1}^n i');
    await formulaOf('\\renewcommand{\\sum}{\\int} \\sum');
    expect(await formulaOf('\\sum_{i=1}^n i')).toEqual(first);
    expect(await problemsOf('\\R')).toEqual(['unknown-formula-command: unknown command `\\R` (\\R)']);
  });
});

describe('a mistake in a formula', () => {
  it.each([
    ['a + \\alpah', 'unknown-formula-command: unknown command `\\alpah`; did you mean `\\alpha`? (\\alpah)'],
    ['\\al + \\alx', 'unknown-formula-command: unknown command `\\al` (\\al)'],
    ['\\begin{pmatrx}1\\end{pmatrx}', 'unknown-formula-environment: unknown environment `pmatrx`; did you mean `pmatrix`? ({pmatrx})'],
    ['\\frac{1}{2', 'unbalanced-braces: this brace is never closed ({)'],
    ['\\{ x}', 'unbalanced-braces: this brace closes nothing (})'],
    ['\\frac{1}', 'invalid-latex: this is not LaTeX: missing argument for \\frac (\\frac)'],
    ['x^2^3', 'invalid-latex: one exponent follows another (x^2^3)'],
    ['\\left( x', 'invalid-latex: `\\left` has no `\\right` (\\left)'],
    ['a & b', 'invalid-latex: this is not LaTeX: misplaced & (&)'],
    ['\\text{水}', 'formula-character: formulas have no shape for 水 (水)'],
    ['\\ce{SO₄²⁻}', 'formula-character: formulas have no shape for ₄ (₄)'],
    ['\\ce{Ca²⁺}', 'formula-character: formulas have no shape for ⁺ (²⁺)'],
    ['\\ce2H2', 'invalid-latex: `\\ce` has no braces (\\ce)'],
    ['\\Ce{H2O}', 'unknown-formula-command: unknown command `\\Ce` (\\Ce)'],
    ['x \\tag{3}', 'formula-left-out: `\\tag` cannot stand in a formula (\\tag)'],
    ['\\href{https://example.org}{x}', 'formula-left-out: `\\href` cannot stand in a formula (\\href)'],
    ['\\def\\a{\\a\\a}\\a', 'invalid-latex: a command of this formula is replaced without end (\\def\\a{\\a\\a}\\a)'],
  ])('is named where it is: %s', async (tex, problem) => {
    expect(await problemsOf(tex)).toEqual([problem]);
  });

  it.each([
    ['\\ce{SO₄}', 'write 4 instead'],
    ['\\ce{Ca²⁺}', 'write ^{2+} instead'],
    ['x₁₂', 'write _{12} instead'],
    ['x⁻¹', 'write ^{-1} instead'],
    ['\\text{水}', 'write the words in the text around the formula'],
    ['\\chem{H2O}', 'chemistry is written as in \\ce{2H2 + O2 -> 2H2O}'],
  ])('is told with what to do: %s', async (tex, hint) => {
    const { problems } = await setFormula(request(tex));
    expect(problems.map((problem) => problem.hint)).toEqual([hint]);
  });

  it.each([
    ['deep', `${'{'.repeat(1990)}x${'}'.repeat(1990)}`],
    ['long', 'x'.repeat(5000)],
    ['wide', '\\begin{array}{*{100000}{c}}a\\end{array}'],
    [
      'doubling',
      '\\def\\a{xx}\\def\\b{\\a\\a}\\def\\c{\\b\\b}\\def\\d{\\c\\c}\\def\\e{\\d\\d}\\def\\f{\\e\\e}\\def\\g{\\f\\f}\\def\\h{\\g\\g}\\def\\i{\\h\\h}\\i\\i\\i\\i',
    ],
    ['full of signs', '&'.repeat(3000)],
  ])('ends soon when it is %s', async (_, tex) => {
    // Without a limit each of these would outlast the test's time.
    expect(await problemsOf(tex)).toHaveLength(1);
  });

  it('never throws', async () => {
    const piece = fc.constantFrom(
      'x',
      '^',
      '_',
      '{',
      '}',
      '\\',
      '\\frac',
      '\\left',
      '\\right',
      '(',
      '&',
      '\\\\',
      '\\begin{array}',
      '\\end{array}',
      '#',
      '%',
      '$',
      '~',
      '\\sqrt',
      '[',
      ']',
      'é',
      '\\text',
      ' ',
      '\\newcommand',
      '\\ce',
      '\u0000',
      '\ud800',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 12 }), async (pieces) => {
        const { formula, problems } = await setFormula(request(pieces.join('')));
        expect(formula !== undefined).toBe(problems.length === 0);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

describe('a kept formula', () => {
  it('comes back with its pieces', async () => {
    const asked = request('a + b', true);
    const formula = await formulaOf('a + b', true);
    expect(formula.pieces).toHaveLength(2);
    expect(parseFormula(formatFormula(asked, formula), asked)).toEqual(formula);
  });

  it('comes back as it was, for the same request only', async () => {
    const asked = request('a + b');
    const formula = await formulaOf('a + b');
    const content = formatFormula(asked, formula);
    expect(parseFormula(content, asked)).toEqual(formula);
    expect(parseFormula(content, request('a + c'))).toBeUndefined();
    expect(parseFormula(content.replace('"width"', '"wodth"'), asked)).toBeUndefined();
    expect(parseFormula(undefined, asked)).toBeUndefined();
    expect(new Set([formulaKey(asked), formulaKey(request('a + b', true)), formulaKey(request('a + b', false, 'es'))]).size).toBe(3);
  });
});
