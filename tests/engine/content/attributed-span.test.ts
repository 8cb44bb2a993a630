/** `[words]{lang=ar}`: words with attributes of their own. */
import { describe, expect, it } from 'vitest';
import { growthOf, mostGrowth } from '../../support/growth.ts';
import { readProse } from './read-prose.ts';

describe('words in brackets before braces', () => {
  it('get a language', () => {
    const { markup, origins, problems } = readProse('He said [buenos *días*]{lang=es} and left.');
    expect(markup).toBe('<p>He said <span lang="es">buenos <em>días</em></span> and left.</p>');
    expect(origins).toContain('span: [buenos *días*]{lang=es}');
    expect(problems).toEqual([]);
  });

  it('get classes and an id as blocks do, in table cells and notes too', () => {
    expect(readProse('A [b]{#here .quiet .small}.').markup).toBe('<p>A <span id="here" class="quiet small">b</span>.</p>');
    expect(readProse('| a |\n|---|\n| [ماء]{lang=ar} |\n').markup).toContain('<td><span lang="ar" dir="rtl">ماء</span></td>');
    expect(readProse('A^[See [ماء]{lang=ar}.]').markup).toBe('<p>A<footnote>See <span lang="ar" dir="rtl">ماء</span>.</footnote></p>');
  });

  it('may hold links and other such words', () => {
    expect(readProse('[un [lien](https://a.org) [x]{lang=de}]{lang=fr}').markup).toBe(
      '<p><span lang="fr">un <a href="https://a.org">lien</a> <span lang="de">x</span></span></p>',
    );
  });

  it('keep their braces at the end of a heading, where braces after a space are those of the heading', () => {
    expect(readProse('## The word [ماء]{lang=ar}\n').markup).toBe('<h2>The word <span lang="ar" dir="rtl">ماء</span></h2>');
    expect(readProse('## The word [ماء]{lang=ar} {#word}\n').markup).toBe(
      '<h2 id="word">The word <span lang="ar" dir="rtl">ماء</span></h2>',
    );
  });

  it('stay as they are without an attribute', () => {
    expect(readProse('an array [1]{2} and [x] {y}').markup).toBe('<p>an array [1]{2} and [x] {y}</p>');
    expect(readProse('[a](https://a.org){b} and `[x]{lang=ar}`').markup).toBe(
      '<p><a href="https://a.org">a</a>{b} and <code>[x]{lang=ar}</code></p>',
    );
  });

  it('are judged where they stand', () => {
    expect(readProse('One [ماء]{lang=arabic_} two').problems).toEqual(['1:11-23 `arabic_` is not a value for `lang`']);
    expect(readProse('One [ماء]{lan=ar} two').problems).toEqual(['1:11-17 unknown attribute `lan`; did you mean `lang`?']);
  });

  it.each<[string, (count: number) => string]>([
    ['brackets', (count) => '['.repeat(count) + ']'.repeat(count)],
    ['braces', (count) => '[a]{'.repeat(count)],
  ])('are read in linear time when a text is full of %s', async (_, textOf) => {
    expect(await growthOf(2_500, (count) => readProse(textOf(count)))).toBeLessThan(mostGrowth);
  });
});

describe('blocks', () => {
  it('have a language', () => {
    expect(readProse(':::note{lang=es title="Hola"}\nBuenos días.\n:::\n').markup).toBe(
      '<aside class="callout note" lang="es"><p class="callout-title">Hola</p><p>Buenos días.</p></aside>',
    );
    expect(readProse('## Hola {lang=es}\n').markup).toBe('<h2 lang="es">Hola</h2>');
  });

  it('that are written the other way turn their text, and what is inside turns it back', () => {
    expect(readProse('[ماء [water]{lang=en} ماء]{lang=ar}').markup).toBe(
      '<p><span lang="ar" dir="rtl">ماء <span lang="en" dir="ltr">water</span> ماء</span></p>',
    );
    expect(readProse('[مرحبا]{lang=ar} [water]{lang=en}', 'block', 'ar').markup).toBe(
      '<p><span lang="ar">مرحبا</span> <span lang="en" dir="ltr">water</span></p>',
    );
    expect(readProse(':::note{lang=he title=א}\nב [c]{lang=en}\n:::\n').markup).toBe(
      '<aside class="callout note" lang="he" dir="rtl"><p class="callout-title">א</p><p>ב <span lang="en" dir="ltr">c</span></p></aside>',
    );
  });
});
