import { describe, expect, it } from 'vitest';
import { formatCounter } from '../../../src/engine/markup/format-counter.ts';
import { findProperty, initialValues, logicalNames, properties } from '../../../src/engine/style/properties.ts';
import { shorthands } from '../../../src/engine/style/shorthands.ts';
import { insteadOfProperty } from '../../../src/engine/style/unsupported.ts';

describe('the table of properties', () => {
  it('names every property once, with words for the manual', () => {
    const names = [
      ...properties.map((property) => property.name),
      ...shorthands.map((shorthand) => shorthand.name),
      ...logicalNames.keys(),
    ];
    expect(new Set(names).size).toBe(names.length);
    for (const property of properties) {
      expect(property.description, property.name).toMatch(/^[^A-Z].*[^.%]$/);
      expect(property.syntax, property.name).not.toBe('');
    }
  });

  it('has an initial value that it can read for every property', () => {
    expect(Object.keys(initialValues()).length).toBe(properties.length);
    expect(initialValues()).toMatchObject({
      fontSize: 10.5,
      marginTop: 0,
      textAlign: 'start',
      borderTopStyle: 'none',
      gridTemplateColumns: { kind: 'shares', shares: [1] },
    });
  });

  it('knows every longhand of a shorthand', () => {
    for (const shorthand of shorthands) {
      for (const longhand of shorthand.longhands) expect(findProperty(longhand), longhand).toBeDefined();
    }
  });

  it('calls nothing unsupported that it supports', () => {
    const names = [...properties.map((property) => property.name), ...shorthands.map((shorthand) => shorthand.name)];
    expect(names.filter((name) => insteadOfProperty(name) !== undefined && !/^(?:background|grid|font)/.test(name))).toEqual([]);
  });

  it('turns logical names by the direction', () => {
    const found = findProperty('border-inline-end-color');
    expect([found?.ltr.name, found?.rtl.name]).toEqual(['border-right-color', 'border-left-color']);
    expect(findProperty('padding-block-start')?.rtl.name).toBe('padding-top');
  });
});

describe('counters', () => {
  it('are written in letters, Roman numerals and Arabic-Indic figures', () => {
    expect([1, 26, 27, 703].map((value) => formatCounter(value, 'lower-alpha'))).toEqual(['a', 'z', 'aa', 'aaa']);
    expect([4, 49, 1994].map((value) => formatCounter(value, 'upper-roman'))).toEqual(['IV', 'XLIX', 'MCMXCIV']);
    expect(formatCounter(1205, 'arabic-indic')).toBe('١٢٠٥');
    expect([formatCounter(0, 'lower-roman'), formatCounter(-3, 'lower-alpha'), formatCounter(7, 'decimal')]).toEqual(['0', '-3', '7']);
  });
});
