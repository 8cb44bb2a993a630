/** The order in which a page is read aloud, where it differs from left to right. */
import { describe, expect, it } from 'vitest';
import { textOfItem } from '../../src/engine/document/describe-document.ts';
import { compileSound } from '../support/compile-project.ts';

const template = {
  'templates/own/layout.hbs':
    '<h1>{{booklet.title}}</h1>{{#each booklet.sections}}<section id="{{id}}"><h2>{{title}}</h2>{{body}}</section>{{/each}}',
};

/** The pieces of the last paragraph in the order in which they are written. */
async function piecesOf(language: string, paragraph: string): Promise<readonly string[]> {
  const document = await compileSound({
    ...template,
    'booklet.yaml': `title: x\nlanguage: ${language}\ntemplate: own\n`,
    'sections/01.md': `# x\n\n${paragraph}\n`,
  });
  const items = document.pages[0]!.items.filter((item) => item.kind === 'text' && typeof item.mark === 'number');
  const last = items.at(-1)!.mark;
  return items.flatMap((item) => (item.kind === 'text' && item.mark === last ? [textOfItem(item).trim()] : []));
}

describe('a line of mixed directions is read as it was written', () => {
  it('when English words of two styles stand in Hebrew', async () => {
    expect(await piecesOf('he', 'מים *water* bacteria')).toEqual(['מים', 'water', 'bacteria']);
  });

  it('when Hebrew words of two styles stand in English', async () => {
    expect(await piecesOf('en', 'water *מים* נקיים')).toEqual(['water', 'מים', 'נקיים']);
  });
});
