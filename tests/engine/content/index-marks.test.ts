/** `[words]{index}`: marks for the index. */
import { describe, expect, it } from 'vitest';
import { readProse } from './read-prose.ts';

describe('marks for the index', () => {
  it('stand on words or between them', () => {
    expect(readProse('Then [boil *it*]{index} now.').markup).toBe('<p>Then <index-term>boil <em>it</em></index-term> now.</p>');
    expect(readProse('Then[]{index="water!boiling of"} go.').markup).toBe(
      '<p>Then<index-term entry="water!boiling of"></index-term> go.</p>',
    );
    expect(readProse('[a]{index principal range=start see="b" see-also="c!d" sort=e .x #y lang=es}').markup).toBe(
      '<p><index-term principal="" range="start" see="b" see-also="c!d" sort="e" class="x" id="y" lang="es">a</index-term></p>',
    );
    expect(readProse('## The [kettle]{index}\n').markup).toBe('<h2>The <index-term>kettle</index-term></h2>');
  });

  it('are judged where they stand', () => {
    const problemsOf = (text: string) => readProse(text).problems;
    expect(problemsOf('A [b]{index="c!"} d')).toEqual(['1:7-17 `c!` is not a value for `index`']);
    expect(problemsOf('A [b]{index="a!b!c!d"} d')).toEqual(['1:7-22 `a!b!c!d` is not a value for `index`']);
    expect(problemsOf('A []{index} d')).toEqual(['1:3-12 this mark has no words for the index']);
    expect(problemsOf('A [b]{see=c} d')).toEqual(['1:3-13 `see` says something of an entry in the index, but there is none here']);
    expect(problemsOf('A [b]{index range=middle} d')).toEqual(['1:13-25 `middle` is not a value for `range`']);
    expect(problemsOf('A [b]{index principal=yes} d')).toEqual(['1:13-26 `yes` is not a value for `principal`']);
    expect(problemsOf('A [b]{index prinicpal} d')).toEqual(['1:13-22 `prinicpal` is not an attribute; did you mean `principal`?']);
  });

  it('are no marks in other braces', () => {
    expect(readProse('an array [1]{2} and [x] {index}').markup).toBe('<p>an array [1]{2} and [x] {index}</p>');
  });
});
