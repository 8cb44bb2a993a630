/** Chemistry in words: what is said of it, and what is left alone. */
import { describe, expect, it } from 'vitest';
import { labelLanguages, labelsFor } from '../../src/engine/content/labels.ts';
import { speakChemistry } from '../../src/engine/speak-chemistry.ts';

const speak = (body: string, language = 'en'): string | undefined => speakChemistry(`\\ce{${body}}`, labelsFor(language));

describe('chemistry in words', () => {
  it.each([
    ['2H2 + O2 -> 2H2O', '2 H 2 plus O 2 gives 2 H 2 O'],
    ['CaCO3 + H2O + CO2 <=> Ca^2+ + 2HCO3-', 'Ca C O 3 plus H 2 O plus C O 2 is in equilibrium with Ca 2 plus plus 2 H C O 3 minus'],
    ['NaCl(s) ->[H2O] Na+(aq) + Cl^-(aq)', 'Na Cl solid gives, with H 2 O above the arrow, Na plus in water plus Cl minus in water'],
    ['SO4^{2-} + Ba^2+ -> BaSO4 v', 'S O 4 2 minus plus Ba 2 plus gives Ba S O 4 as precipitate'],
    ['Zn + 2HCl -> ZnCl2 + H2 ^', 'Zn plus 2 H Cl gives Zn Cl 2 plus H 2 as gas'],
    ['2 H2O (l) -> 2 H2 (g) + O2 (g)', '2 H 2 O liquid gives 2 H 2 gas plus O 2 gas'],
    ['CaCO3 ->[\\Delta][1000 K] CaO + CO2', 'Ca C O 3 gives, with heat above the arrow, with 1000 K below the arrow, Ca O plus C O 2'],
    [
      'N2 + 3H2 <=>[Fe, 450–500 °C][200 atm] 2NH3',
      'N 2 plus 3 H 2 is in equilibrium with, with Fe, 450–500 °C above the arrow, with 200 atm below the arrow, 2 N H 3',
    ],
    ['CaCO3 ->[$900^\\circ$C] CaO + CO2', 'Ca C O 3 gives, with 900 °C above the arrow, Ca O plus C O 2'],
    ['Cl2 ->[$h\\nu$] 2Cl', 'Cl 2 gives, with light above the arrow, 2 Cl'],
    ['A <=>>[] B', 'A is in equilibrium with B'],
    ['O=O <-> O-O', 'O double bond O is in resonance with O single bond O'],
    ['HC#CH', 'H C triple bond C H'],
    ['CuSO4.5H2O', 'Cu S O 4 dot 5 H 2 O'],
    ['CaSO4 * 0.5 H2O', 'Ca S O 4 dot 0.5 H 2 O'],
    ['[Cu(NH3)4]^2+', 'open bracket Cu open bracket N H 3 close bracket 4 close bracket 2 plus'],
    ['n CH2=CH2 -> (CH2-CH2)_n', 'n C H 2 double bond C H 2 gives open bracket C H 2 single bond C H 2 close bracket n'],
    [
      '^{14}_{6}C -> ^{14}_7N + ^0_{-1}e',
      'C, mass number 14, atomic number 6, gives N, mass number 14, atomic number 7, plus e, mass number 0, atomic number minus 1',
    ],
    ['3^1_0n', '3 n, mass number 1, atomic number 0'],
    ['^{14}C', 'C, mass number 14'],
    ['Fe^3+ + e- -> Fe^2+', 'Fe 3 plus plus e minus gives Fe 2 plus'],
    ['1/2 O2', '1/2 O 2'],
    ['acid + {a metal} -> Salt + \\text{hydrogen}', 'acid plus a metal gives Salt plus hydrogen'],
    ['{вода} + CO2 ->[\\text{ماء}] H2CO3', 'вода plus C O 2 gives, with ماء above the arrow, H 2 C O 3'],
    ['CO + Co', 'C O plus Co'],
    ['Al2(SO4)3', 'Al 2 open bracket S O 4 close bracket 3'],
    ['H2O', 'H 2 O'],
  ])('says %s', (body, words) => {
    expect(speak(body)).toBe(words);
  });

  it.each([
    ['a^2'],
    ['\\pu{5 km}'],
    ['K = \\frac{[\\ce{H+}][\\ce{OH-}]}{[\\ce{H2O}]}'],
    ['\\ce{H2O} + x'],
    ['\\ce{}'],
    ['\\ce{Fe(III)}'],
    ['\\ce{Fe^{III}}'],
    ['\\ce{A\\bond{~}B}'],
    ['\\ce{OH^.}'],
    ['\\ce{A <- B}'],
    ['\\ce{A ->[\\alpha] B}'],
    ['\\ce{A - B}'],
    ['\\ce{$x$ H2O}'],
    ['\\ce{H2O'],
    ['\\cesium'],
    ['\\ce{H2O} \\text{ burns}'],
  ])('has none for %s', (tex) => {
    expect(speakChemistry(tex, labelsFor('en'))).toBeUndefined();
  });

  it('says equations below each other', () => {
    const tex = String.raw`\begin{aligned} \ce{C + O2} &\ce{-> CO2} \\ \ce{2C + O2} &\ce{-> 2CO}. \end{aligned}`;
    expect(speakChemistry(tex, labelsFor('en'))).toBe('C plus O 2 gives C O 2, 2 C plus O 2 gives 2 C O');
  });

  it.each([
    ['en-GB', 'Na plus in water plus Cl minus gives Na Cl'],
    ['es', 'Na más en agua más Cl menos da Na Cl'],
    ['fr', 'Na plus dans l’eau plus Cl moins donne Na Cl'],
    ['pt-BR', 'Na mais em água mais Cl menos dá Na Cl'],
    ['ar', 'Na موجب في الماء زائد Cl سالب يعطي Na Cl'],
    ['he', 'Na פלוס במים ועוד Cl מינוס נותן Na Cl'],
    ['hi', 'Na धन आवेश जल में प्लस Cl ऋण आवेश से बनता है Na Cl'],
  ])('speaks %s', (language, words) => {
    expect(speak('Na+(aq) + Cl- -> NaCl', language)).toBe(words);
  });

  it.each(Array.from(labelLanguages.values(), (make) => make()))('fills the places of $language', ({ language, chemistry }) => {
    expect(chemistry.aboveArrow + chemistry.belowArrow).toMatch(/\{label\}.*\{label\}/);
    expect(chemistry.massNumber + chemistry.atomicNumber).toMatch(/\{n\}.*\{n\}/);
    expect(speak('A ->[\\Delta] ^{14}_6C', language)).not.toMatch(/[{}]|,,|،،| [,،]|[,،]$/);
  });
});
