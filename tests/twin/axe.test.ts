/** The web pages of the shipped booklets, judged by axe-core in a real browser. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/index.ts';
import { runAxe } from '../support/browser.ts';
import { composeSoundTwin } from '../support/compose-twin.ts';
import { fullBooklet } from '../support/full-booklet.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

async function pagesOf(options: Parameters<typeof build>[0]): Promise<readonly (readonly [name: string, html: string])[]> {
  const { booklets } = await build({ ...options, formats: ['html'], write: false });
  return booklets.map(({ name, edition, files }) => [`${name}, ${edition}`, new TextDecoder().decode(files[0]!.content)]);
}

const pages: readonly (readonly [name: string, html: string])[] = [
  ...(await pagesOf({ project: root })),
  ['a booklet with everything', await composeSoundTwin(fullBooklet, 'html')],
];

/** Replaces questions to the browser by their answer. */
const assume = (html: string, condition: string): string => {
  expect(html).toContain(`@media (${condition})`);
  return html.replaceAll(`@media (${condition})`, '@media all');
};

describe('axe-core finds nothing wrong', () => {
  it.each(pages)('with %s', (_name, html) => expect(runAxe(html)).toEqual([]));

  it('in the dark, on a phone', () => {
    for (const [, html] of [pages[0]!, pages.at(-1)!]) {
      expect(runAxe(assume(assume(html, 'prefers-color-scheme: dark'), 'max-width: 34rem'))).toEqual([]);
    }
  });
});

describe('axe-core would find', () => {
  it('a picture without words, a skipped heading and gray letters', () => {
    const [, html] = pages[0]!;
    const broken = html
      .replace('<main>', '<main><h5>Too deep</h5><img src="data:,"><p style="color: #bbb; background: #fff">Hardly there</p>')
      .replace(/lang="en[^"]*"/, 'lang="zz-nowhere-at-all"');
    const rules = new Set(runAxe(broken).map((line) => line.slice(0, line.indexOf(':'))));
    expect([...rules].sort()).toEqual(expect.arrayContaining(['color-contrast', 'heading-order', 'html-lang-valid', 'image-alt']));
  });
});
