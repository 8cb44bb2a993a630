/** Random blocks for fast-check: their Markdown, what they say, and the notes that they call, in four scripts. */
import fc from 'fast-check';
import type { ProjectFiles } from './memory-workspace.ts';
import { plainPng } from './plain-png.ts';

/** The scripts of the bundled fonts, each with a language. */
export const scripts = ['en', 'ar', 'he', 'hi'] as const;
export type Script = (typeof scripts)[number];

/** Words without anything that Markdown or typography would change. */
export const words: Readonly<Record<Script, readonly string[]>> = {
  en: 'water well is of the affluent fjord office germ boiling and a treatment sediment to chlorine household WAVE Type in container bacteria purification'.split(
    ' ',
  ),
  ar: 'الماء ماء في من على التصفية والغلي الشمس بيت لا إلى الجراثيم نظيف وعاء دقيقة حفظه سلام تعليم'.split(' '),
  he: 'מים נקיים של את הבית שמש על רתיחה חיידקים לא כלי שתייה בטוחה עם כל'.split(' '),
  hi: 'पानी स्वच्छ और में क्षेत्र उबालना कीटाणु घर सूर्य है की विद्यार्थी प्रक्रिया बर्तन शिक्षा'.split(' '),
};

/** A block: its Markdown, its text, and the notes that it calls. */
export interface Block {
  readonly markdown: string;
  readonly texts: readonly string[];
  readonly notes: readonly string[];
}

/** The pictures that blocks show. */
export const pictures: ProjectFiles = {
  'images/wide.png': plainPng(600, 150),
  'images/tall.png': plainPng(200, 500),
  'images/small.png': plainPng(40, 40),
};

/** Some words of a script. */
export const phrase = (script: Script, maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...words[script]), { minLength: 1, maxLength }).map((list) => list.join(' '));

/** A piece of a paragraph and what it prints. */
const inline = (script: Script): fc.Arbitrary<readonly [markdown: string, text: string]> => {
  const wrap = (open: string, close: string) =>
    phrase(script, 4).map((text): readonly [string, string] => [`${open}${text}${close}`, text]);
  const plain = phrase(script, 14).map((text): readonly [string, string] => [text, text]);
  const foreign = phrase(script === 'en' ? 'ar' : 'en', 3).map((text): readonly [string, string] => [text, text]);
  return fc.oneof(
    { weight: 6, arbitrary: plain },
    { weight: 1, arbitrary: wrap('*', '*') },
    { weight: 1, arbitrary: wrap('**', '**') },
    { weight: 1, arbitrary: wrap('`', '`') },
    { weight: 1, arbitrary: wrap('[', '](https://example.org/page)') },
    { weight: 1, arbitrary: wrap('[', '](#02)') },
    { weight: 1, arbitrary: foreign },
  );
};

const line = (script: Script, maxLength: number): fc.Arbitrary<readonly [markdown: string, text: string]> =>
  fc
    .array(inline(script), { minLength: 1, maxLength })
    .map((pieces) => [pieces.map(([markdown]) => markdown).join(' '), pieces.map(([, text]) => text).join(' ')] as const);

/** Stands in for the number that makes a note's name unique in its file. */
export const noteMark = '\u0001';

/** A line that calls a note, what it prints, and what the note says. */
const notedLine = (script: Script): fc.Arbitrary<readonly [markdown: string, text: string, note: string]> =>
  fc
    .tuple(phrase(script, 8), phrase(script, 8), phrase(script, 12))
    .map(([before, after, note]) => [`${before}[^${noteMark}] ${after}`, `${before} ${after}`, note] as const);

/** Any block. */
export const block = (script: Script): fc.Arbitrary<Block> => {
  const paragraph = line(script, 9).map(([markdown, text]): Block => ({ markdown: `${markdown}.`, texts: [`${text}.`], notes: [] }));
  const noted = fc.tuple(line(script, 4), line(script, 3), line(script, 3)).map(
    ([[before, beforeText], [after, afterText], [note, noteText]]): Block => ({
      markdown: `${before}[^${noteMark}] ${after}\n\n[^${noteMark}]: ${note}`,
      texts: [`${beforeText} ${afterText}`],
      notes: [noteText],
    }),
  );
  const section = fc.tuple(phrase(script, 6), paragraph).map(
    ([title, first]): Block => ({
      markdown: `## ${title}\n\n${first.markdown}`,
      texts: [title, ...first.texts],
      notes: [],
    }),
  );
  const list = fc.tuple(fc.constantFrom('-', '1.'), fc.array(line(script, 3), { minLength: 1, maxLength: 6 })).map(
    ([marker, items]): Block => ({
      markdown: items.map(([markdown]) => `${marker} ${markdown}`).join('\n'),
      texts: items.map(([, text]) => text),
      notes: [],
    }),
  );
  const quote = line(script, 6).map(([markdown, text]): Block => ({ markdown: `> ${markdown}`, texts: [text], notes: [] }));
  const callout = fc.tuple(phrase(script, 4), line(script, 6), line(script, 6)).map(
    ([title, [first, firstText], [second, secondText]]): Block => ({
      markdown: `:::note{title="${title}"}\n${first}\n\n${second}\n:::`,
      texts: [title, firstText, secondText],
      notes: [],
    }),
  );
  const table = fc.integer({ min: 1, max: 3 }).chain((columns) =>
    fc.array(fc.array(phrase(script, 3), { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 9 }).map((rows): Block => {
      const [head, ...body] = rows.map((row) => `| ${row.join(' | ')} |`);
      return { markdown: [head, `|${'---|'.repeat(columns)}`, ...body].join('\n'), texts: rows.flat(), notes: [] };
    }),
  );
  const picture = fc.constantFrom(...Object.keys(pictures)).map((path) => `![${words[script].slice(0, 3).join(' ')}](${path})`);
  const figure = picture.map((markdown): Block => ({ markdown, texts: [], notes: [] }));
  // A text stands between blocks of code: two in a row would be read as one.
  const codeBlock = fc
    .tuple(
      fc.array(fc.constantFrom('const well = 3;', '// deep', '  return "water";', 'if (a < b) {}'), { minLength: 1, maxLength: 5 }),
      paragraph,
    )
    .map(
      ([lines, { markdown, texts }]): Block => ({
        markdown: `\`\`\`js\n${lines.join('\n')}\n\`\`\`\n\n${markdown}`,
        texts: [lines.join(''), ...texts],
        notes: [],
      }),
    );
  const formula = fc.tuple(phrase(script, 5), phrase(script, 5), fc.constantFrom('x^2', '\\frac{a}{b}', 'a + b = c')).map(
    ([before, after, tex]): Block => ({
      markdown: `${before} $${tex}$ ${after}\n\n$$\n${tex}\n$$`,
      texts: [`${before} ${after}`],
      notes: [],
    }),
  );
  // Below a paragraph: where nothing but a float that fills a page follows a heading, the heading stands alone.
  const floating = fc
    .tuple(
      paragraph,
      fc.constantFrom('float-top', 'float-bottom'),
      fc.oneof(
        picture.map((each) => [each, '']),
        notedLine(script),
      ),
    )
    .map(
      ([first, side, [markdown, text, note]]): Block =>
        text === '' || note === undefined
          ? { ...first, markdown: `${first.markdown}\n\n${markdown}{.${side}}` }
          : {
              markdown: `${first.markdown}\n\n:::note{.${side} title=""}\n${markdown}\n:::\n\n[^${noteMark}]: ${note}`,
              texts: [...first.texts, text],
              notes: [note],
            },
    );
  const columns = fc.tuple(paragraph, notedLine(script)).map(
    ([first, [markdown, text, note]]): Block => ({
      markdown: `:::note{.columns title=""}\n${first.markdown}\n\n${markdown}\n:::\n\n[^${noteMark}]: ${note}`,
      texts: [...first.texts, text],
      notes: [note],
    }),
  );
  const initial = paragraph.map(({ markdown, ...said }): Block => ({ markdown: `:::note{.initial title=""}\n${markdown}\n:::`, ...said }));
  const marginal = fc
    .tuple(phrase(script, 8), paragraph)
    .map(
      ([note, { markdown, texts }]): Block => ({ markdown: `:::margin\n${note}\n:::\n\n${markdown}`, texts: [note, ...texts], notes: [] }),
    );
  const sides = fc.tuple(notedLine(script), fc.array(fc.oneof(paragraph, list, table, callout), { minLength: 1, maxLength: 3 })).map(
    ([[markdown, text, note], others]): Block => ({
      markdown: `::::side-by-side\n${markdown}\n\n${others.map((each) => `:::side\n${each.markdown.replaceAll(':::', '::::')}\n:::`).join('\n')}\n::::\n\n[^${noteMark}]: ${note}`,
      texts: [text, ...others.flatMap((each) => each.texts)],
      notes: [note],
    }),
  );
  const notedTable = fc.array(notedLine(script), { minLength: 2, maxLength: 6 }).map((cells): Block => {
    const mark = (index: number) => `${noteMark}-${index}`;
    const rows = cells.map(([markdown], index) => `| ${markdown.replace(noteMark, mark(index))} | ${index} |`);
    const bodies = cells.map(([, , note], index) => `[^${mark(index)}]: ${note}`);
    return {
      markdown: [rows[0], '|---|--:|', ...rows.slice(1), '', ...bodies].join('\n'),
      texts: cells.flatMap(([, text], index) => [text, String(index)]),
      notes: cells.map(([, , note]) => note),
    };
  });
  return fc.oneof(
    { weight: 6, arbitrary: paragraph },
    { weight: 3, arbitrary: noted },
    { weight: 2, arbitrary: section },
    { weight: 2, arbitrary: list },
    { weight: 1, arbitrary: quote },
    { weight: 1, arbitrary: callout },
    { weight: 2, arbitrary: table },
    { weight: 1, arbitrary: figure },
    ...[codeBlock, formula, columns, initial, marginal, notedTable].map((arbitrary) => ({ weight: 1, arbitrary })),
    ...[floating, sides].map((arbitrary) => ({ weight: 2, arbitrary })),
  );
};
