/** What holds for any Markdown at all, tried on thousands of scraps put together at random. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelsFor } from '../../../src/engine/content/labels.ts';
import { parseMarkdown } from '../../../src/engine/content/parse-markdown.ts';
import { type ProseNode, textOfProse, visitProse } from '../../../src/engine/content/prose.ts';
import { createSourceFile } from '../../../src/engine/source/source-file.ts';
import { writeProse } from '../../support/write-prose.ts';

const scrap = fc.constantFrom(
  ...[
    'word ',
    'deux ',
    '\n',
    '\n\n',
    '\r\n',
    '> ',
    '- ',
    '1. ',
    '  ',
    '\t',
    '# ',
    '**',
    '*',
    '`',
    '```\n',
    '~~',
    '[',
    ']',
    '(',
    ')',
    '](#x)',
    '![',
  ],
  ...[
    '[^a]',
    '[^a]: ',
    '^[',
    '[@a]',
    '[@b; c]',
    ':::note\n',
    ':::\n',
    '::::activity{minutes=5}\n',
    ':::timeline\n',
    '{#id}',
    '{.x',
    '| a | b |\n',
    '|---|---|\n',
  ],
  ...[
    'Table: x {#t}\n',
    '![a](b.png "c")',
    '<b>',
    '<!-- ',
    ' -->',
    '\\',
    '&amp;',
    '"',
    "'",
    '--',
    '...',
    '\0',
    '\u00E9',
    '\u{1F600}',
    'نص ',
  ],
);
const markdown = fc.array(scrap, { maxLength: 40 }).map((scraps) => scraps.join(''));
const runs = { numRuns: 1500 };

function parse(text: string): { readonly nodes: readonly ProseNode[]; readonly markup: string; readonly ends: readonly number[] } {
  const file = createSourceFile(0, 'text.md', text);
  const ends: number[] = [];
  const prose = parseMarkdown(file, { start: 0, end: text.length }, { language: 'en', mode: 'block' }, ({ span }) =>
    ends.push(span?.start ?? -1, span?.end ?? -1),
  );
  return {
    nodes: prose.nodes,
    markup: writeProse(prose, { sourceNumbers: new Map(), labels: labelsFor('en'), direction: 'ltr' }),
    ends,
  };
}

describe('any Markdown', () => {
  it('is parsed and rendered without an exception, with every place inside the file', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const { nodes, ends } = parse(text);
        visitProse(nodes, (node) => {
          if (node.kind === 'text' || node.start === -1) return;
          expect(node.start).toBeGreaterThanOrEqual(0);
          expect(node.end).toBeGreaterThanOrEqual(node.start);
          expect(node.end).toBeLessThanOrEqual(text.length);
        });
        for (const end of ends) {
          expect(end).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      runs,
    );
  });

  it('becomes markup whose tags are balanced', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const open: string[] = [];
        for (const [, close, name, empty] of parse(text).markup.matchAll(/<(\/?)([a-z][a-z0-9-]*)(?:\s[^<>]*?)?(\/?)>/g)) {
          if (empty) continue;
          if (close) expect(open.pop()).toBe(name);
          else open.push(name!);
        }
        expect(open).toEqual([]);
      }),
      runs,
    );
  });

  it('loses no plain words', () => {
    const words = fc.array(
      fc.constantFrom('alpha', 'beta', '*gamma*', '**delta**', '`eps`', '\n', '\n\n', '\n> ', '\n- ', '\n:::note\n', '\n:::\n'),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(words, (list) => {
        const written = list.join(' ').match(/alpha|beta|gamma|delta|eps/g) ?? [];
        const printed = textOfProse(parse(list.join(' ')).nodes).match(/alpha|beta|gamma|delta|eps/g) ?? [];
        expect(printed).toEqual(written);
      }),
      runs,
    );
  });
});
