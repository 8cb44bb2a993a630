import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Booklet, Edition } from '../../../src/engine/content/booklet.ts';
import { labelsFor } from '../../../src/engine/content/labels.ts';
import type { Diagnostic } from '../../../src/engine/source/diagnostic.ts';
import { createSourceFile } from '../../../src/engine/source/source-file.ts';
import { renderTemplates } from '../../../src/engine/template/render-templates.ts';

const content = createSourceFile(0, 'content/x/booklet.yaml', '');
const origin = { file: content, start: 0, end: 0 };
const edition: Edition = {
  name: 'student',
  audience: 'student',
  showsAnswers: false,
  showsAnswerLines: true,
  leastSizes: { text: 8, notes: 7 },
};
const prose = { file: content, isInline: true, nodes: [{ kind: 'text', text: 'x' }], origin } as const;
const booklet: Booklet = {
  name: 'x',
  title: 'X',
  language: 'en',
  direction: 'ltr',
  authors: ['A'],
  template: 'briefing',
  paper: 'a4',
  chartData: 'none',
  sourceCodes: false,
  objectives: [prose],
  keyFacts: [],
  isWhole: true,
  sections: [{ id: 'a', title: 'A', body: prose, origin }],
  glossary: [],
  questions: [],
  sources: [],
  editions: [edition],
  origin,
};

const piece = fc.constantFrom(
  '{{#each booklet.sections}}',
  '{{#each booklet.sections as |s i|}}',
  '{{#if booklet.title}}',
  '{{#unless @first}}',
  '{{#with booklet}}',
  '{{#eq 1 2}}',
  '{{/each}}',
  '{{/if}}',
  '{{/unless}}',
  '{{/with}}',
  '{{/eq}}',
  '{{else}}',
  '{{else if title}}',
  '{{^}}',
  '{{title}}',
  '{{s.title}}',
  '{{booklet.title}}',
  '{{../booklet.title}}',
  '{{number 3}}',
  '{{number}}',
  '{{date booklet.date}}',
  '{{label (lookup booklet "x")}}',
  '{{> part}}',
  '{{> layout}}',
  '{{> part this x=1}}',
  '{{{body}}}',
  '{{~title~}}',
  '{{!-- c --}}',
  '{{! c }}',
  '{{',
  '}}',
  '{{{',
  '{{{{',
  '\\{{',
  '<p>',
  '</p>',
  '<p class="',
  '">',
  '<',
  "'",
  '<!--',
  '-->',
  ' ',
  '\n',
  '\r',
  '\u2028',
  '{{@root.x}}',
  '{{this}}',
  '{{.}}',
  '{{"x"}}',
  '{{1}}',
  '{{true}}',
  '{{null}}',
  '{{[a b]}}',
  '{{@partial-block}}',
  '{{> @partial-block}}',
  '{{*x}}',
  '{{&title}}',
  '{{x y=1}}',
);

describe('hostile templates', () => {
  it('end in text and in diagnostics with a place, never in an exception', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), fc.array(piece, { maxLength: 10 }), (layout, part) => {
        const found: Diagnostic[] = [];
        const templates = [createSourceFile(1, 't/layout.hbs', layout.join('')), createSourceFile(2, 't/part.hbs', part.join(''))];
        const { html } = renderTemplates({ booklet, edition, templates, labels: labelsFor('en') }, (diagnostic) => found.push(diagnostic));
        expect(typeof html).toBe('string');
        for (const { message, span } of found) {
          expect(span, message).toBeDefined();
          expect(message).not.toMatch(/undefined|\[object|Parse error/);
        }
      }),
      { numRuns: 1_500 },
    );
  });
});
