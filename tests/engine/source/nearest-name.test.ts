/** "Did you mean": near names are found, and far ones are not guessed at. */
import { describe, expect, it } from 'vitest';
import { nearestName } from '../../../src/engine/source/nearest-name.ts';

describe('the nearest name', () => {
  const known = ['objectives', 'keyFacts', 'title', 'subtitle', 'id'];

  it.each([
    ['objectivs', 'objectives'],
    ['key-facts', 'keyFacts'],
    ['KEYFACTS', 'keyFacts'],
    ['tilte', 'title'],
    ['subtitel', 'subtitle'],
  ])('of %s is %s', (name, nearest) => {
    expect(nearestName(name, known)).toBe(nearest);
  });

  it.each(['colour', 'xy', '', 'x'.repeat(1000)])('of %j is none', (name) => {
    expect(nearestName(name, known)).toBeUndefined();
  });
});
