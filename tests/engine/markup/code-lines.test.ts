/** Lines of code are counted once for pages, web pages and plain texts. */
import { describe, expect, it } from 'vitest';
import { lineNumbersOf, linesOfCode } from '../../../src/engine/markup/code-lines.ts';
import { compileProject } from '../../support/compile-project.ts';
import { composeSoundTwin } from '../../support/compose-twin.ts';
import { element } from '../style/style-markup.ts';

describe('lines of code', () => {
  it('end at line ends and <br/>, and not once more at the end of the text', () => {
    expect(linesOfCode(element('pre', '', 'a\n', element('span', '', 'b\r\nc'), '\n'))).toEqual(['a', 'b', 'c']);
    expect(linesOfCode(element('pre', '', 'a', element('br'), 'b', element('br')))).toEqual(['a', 'b']);
    expect(linesOfCode(element('pre', '', 'a\n\n'))).toEqual(['a', '']);
    expect(linesOfCode(element('pre'))).toEqual(['']);
  });

  it('have numbers where the block says so', () => {
    expect(lineNumbersOf(element('pre', '', 'a\nb'))).toBeUndefined();
    expect(lineNumbersOf(element('pre', 'numbers', 'a\nb'))).toEqual([1, 2]);
    expect(lineNumbersOf(element('pre', 'numbers;start=9', 'a', element('br'), 'b'))).toEqual([9, 10]);
  });

  it('are the same on pages, on a web page and in plain text', async () => {
    const project = {
      'booklet.yaml': 'title: Code\ntemplate: own\n',
      'sections/01.md': '# Code\n\nx\n',
      'templates/own/layout.hbs': '<pre numbers="" start="9">first<br/>second\nthird\n</pre>',
    };
    const { document } = await compileProject(project);
    const shown = document!.pages[0]!.items.flatMap((item) => (item.kind === 'drawing' && item.shown ? [item.shown] : []));
    expect(shown.map(({ words }) => words.map((word) => word.text).join(''))).toEqual(['9', '10', '11']);
    // The room beside the code is that of the widest number.
    expect(new Set(shown.map(({ x, width }) => Math.round(x + width))).size).toBe(1);
    expect(await composeSoundTwin(project, 'text')).toContain('     9  first\n    10  second\n    11  third\n');
    expect(await composeSoundTwin(project, 'html')).toContain('>9\n10\n11</pre>');
  });
});
