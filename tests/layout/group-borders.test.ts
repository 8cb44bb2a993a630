/** Lines below row groups: as long as the table is wide, also below cells that span to the end of the group. */
import { expect, it } from 'vitest';
import { compileSound } from '../support/compile-project.ts';
import { areaOf } from '../support/read-document.ts';

it('the line below a row group is whole below cells that span rows', async () => {
  const document = await compileSound({
    'booklet.yaml': 'title: Case\nlanguage: en\ntemplate: own\npaper: a6\neditions: [student]\n',
    'templates/own/layout.hbs': `<h1>Case</h1><table>
      <tbody><tr><th rowspan="2">A</th><td>b</td></tr><tr><td>c</td></tr></tbody>
      <tbody><tr><th rowspan="3">D</th><td>e</td></tr><tr><td rowspan="2">f</td></tr><tr></tr></tbody></table>`,
    'templates/own/theme.css': 'table { width: 100% } td, th { border-bottom: 0.5pt solid } tbody { border-bottom: 2pt solid }',
    'sections/01.md': '# Text\n\nText.\n',
  });
  const [page] = document.pages;
  const thick = page!.items.flatMap((item) => (item.kind === 'shape' && item.stroke?.width === 2 ? [areaOf(item)] : []));
  const lengths = new Map<number, number>();
  for (const { y, width } of thick) lengths.set(Math.round(y), (lengths.get(Math.round(y)) ?? 0) + width);
  expect([...lengths.values()].map(Math.round)).toEqual([1, 1].map(() => Math.round(page!.contentArea.width)));
});
