/** Answers that cannot be right: what is told, and what is left alone because it may be. */
import { describe, expect, it } from 'vitest';
import { readBooklet } from './read-booklet.ts';

const problemsOf = async (question: string, language = 'en'): Promise<readonly string[]> => {
  const { problems } = await readBooklet({ 'booklet.yaml': `title: T\nlanguage: ${language}\n`, 'questions.yaml': `- ${question}\n` });
  return problems.map((problem) => problem.replace(/^questions\.yaml:/, ''));
};

const choice = (options: string, answer: string): string =>
  `question: Which?\n  kind: choice\n  options: [${options}]\n  answer: ${answer}`;
const order = (answer: string): string =>
  `question: In which order?\n  kind: order\n  options: [Octavo, Folio, Quarto]\n  answer: ${answer}`;

describe('the answer to a choice', () => {
  it.each([
    ['Boiling, Chlorine', 'Sunlight.', 'this answer is none of the options'],
    ['Boiling, Chlorine', 'Clorine', 'this answer is none of the options; did you mean `Chlorine`?'],
    ['4, 8, 16', '15', 'this answer is none of the options'],
    ['10 %, 20 %', '30 %', 'this answer is none of the options'],
    ['10 minutes, 20 minutes', '30 minutes', 'this answer is none of the options'],
    ['a red one, a blue one', 'C', 'this answer is none of the options'],
    ['a red one, a blue one', 'BA', 'this answer is none of the options'],
    ['red, red and blue', 'green', 'this answer is none of the options'],
    ['A, B, C', 'D', 'this answer is none of the options'],
    ['University of Oxford, University of Warwick', 'University of Cambridge', 'this answer is none of the options'],
  ])('is none of %s: %s', async (options, answer, message) => {
    const problems = await problemsOf(choice(options, `"${answer}"`));
    expect(problems).toEqual([expect.stringMatching(/^4:11-\d+ /)]);
    expect(problems[0]).toMatch(new RegExp(` ${message.replace(/[?`]/g, '\\$&')}$`));
  });

  it.each([
    ['Boiling, Chlorine', 'Chlorine.'],
    ['Boiling, Chlorine', 'To boil it'],
    ['Boiling, Chlorine', 'B'],
    ['Boiling, Chlorine', 'A and b'],
    ['Boiling, Chlorine', '2'],
    ['Boiling, Chlorine', 'The second'],
    ['Boiling, Chlorine', 'Both'],
    ['Boiling, Chlorine', 'None'],
    ['Boiling, Chlorine', 'Because wood costs nothing where they live.'],
    ['4, 8, 16', 'Sixteen'],
    ['"4", "8", "16"', '١٦'],
    ['three, four', '4'],
    ['"$x^2$", "$x^3$"', 'cube'],
    ['"![A cup](cup.png)", "![A pot](pot.png)"', 'pot'],
    ['One millilitre, Two millilitres', '**Two** millilitres'],
    ['Boiling, Chlorine', ''],
    ['Boiling, Chlorine', 'AB'],
    ['Boiling, Chlorine', 'ii'],
    ['Boiling, Chlorine', 'It depends'],
    ['Boiling, Chlorine', 'the latter'],
    ['"True", "False"', 'T'],
    ['"Yes", "No"', 'n.'],
    ['Café, Tea', 'cafe'],
    ['U.S., U.K.', 'US'],
    ['"1,000", "2,000"', '1000'],
    ['"1 000", "2 000"', '2,000'],
    ['"1/2", "1/4"', '0.5'],
    ['"½", "¼"', '25 %'],
    ['red, red and blue', 'red'],
    ['"Let us eat, Ann.", "Let us eat Ann."', 'Let us eat, Ann.'],
  ])('may be one of %s: %s', async (options, answer) => {
    expect((await problemsOf(choice(options, answer === '' ? '""' : `"${answer}"`))).filter((problem) => /option/.test(problem))).toEqual(
      [],
    );
  });

  it('is compared in the languages of Octavo only', async () => {
    expect(await problemsOf(choice('Agua, Leche', 'Vino'), 'es')).toHaveLength(1);
    expect(await problemsOf(choice('Agua, Leche', 'La segunda'), 'es')).toEqual([]);
    expect(await problemsOf(choice('ماء, حليب', 'عصير'), 'ar')).toHaveLength(1);
    expect(await problemsOf(choice('ماء, حليب', 'ب'), 'ar')).toEqual([]);
    for (const answer of ['كليهما', 'الماء', 'مَاء', 'ما', '٢']) expect(await problemsOf(choice('ماء, حليب', answer), 'ar')).toEqual([]);
    for (const answer of ['صحيح', 'خطا', 'صـح']) expect(await problemsOf(choice('صح, خطأ', answer), 'ar')).toEqual([]);
    expect(await problemsOf(choice('"عَلِمَ", "عُلِمَ"', 'عُلِمَ'), 'ar')).toEqual([]);
    for (const answer of ['si', 'S', 'la otra', 'Última']) expect(await problemsOf(choice('"Sí", "No"', answer), 'es')).toEqual([]);
    expect(await problemsOf(choice('Wasser, Milch', 'Die zweite'), 'de')).toEqual([expect.stringContaining('booklet.yaml')]);
  });
});

describe('an order in numbers or letters', () => {
  it.each(['1, 2', '1, 2, 2', '2 > 3 > 4', 'A, B, D', '"3 1 2 3"'])('leaves something out: %s', async (answer) => {
    expect(await problemsOf(order(answer))).toEqual([expect.stringContaining('this order does not name each of the 3 options once')]);
  });

  it.each(['2, 3, 1', 'b – c – a', 'Folio, quarto, octavo', 'First 2, then 3', '1 or 2 first', '"12"'])(
    'may be right: %s',
    async (answer) => {
      expect(await problemsOf(order(answer))).toEqual([]);
    },
  );

  it('may be of options that are numbers', async () => {
    expect(await problemsOf('question: Order\n  kind: order\n  options: ["7", "3", "5"]\n  answer: 3, 5, 7')).toEqual([]);
  });
});

describe('a question', () => {
  it('has an option twice', async () => {
    expect(await problemsOf(choice('Yes, No, Yes', 'Yes'))).toEqual(['3:22-25 this option stands above already']);
    expect(await problemsOf('question: Mark\n  kind: scale\n  options: [Good, Good]')).toHaveLength(1);
    expect(await problemsOf('question: Order\n  kind: order\n  options: [Stir, Wait, Stir]')).toEqual([]);
  });

  it('has no gap to fill in', async () => {
    const fillIn = (question: string): Promise<readonly string[]> => problemsOf(`question: ${question}\n  kind: fill-in`);
    expect(await fillIn('Water boils at 100 degrees.')).toEqual(['1:13-40 there is no gap to fill in']);
    for (const good of ['Water ____ at 100.', 'Water ... at 100.', 'Water … at 100.', '"$2 + \\\\Box = 3$"'])
      expect(await fillIn(good)).toEqual([]);
    expect(await fillIn('Fill in\n  answerLines: 2')).toEqual([]);
  });
});
