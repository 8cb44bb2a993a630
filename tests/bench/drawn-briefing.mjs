/** The shipped briefing with its charts as SVG files, which Typst takes too: then both set the same text, tables and pictures. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeSimpleCharts } from './simple-charts.mjs';
import { readBooklet } from './typst-document.mjs';

/** The shipped booklet, which has the charts. */
export const briefing = 'guns-across-the-border';

/** Copies the briefing into `content/` of the bench's folder, its charts drawn. Returns its name there. */
export function writeDrawnBriefing(bench) {
  const name = 'briefing-svg';
  const target = join(bench.folder, 'content', name);
  cpSync(join(bench.root, 'content', briefing), target, { recursive: true });
  for (const { id } of readBooklet(target).sections) {
    const path = join(target, 'sections', `${id}.md`);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/\.vl\.\w+(?= "|\))/g, '.svg'));
  }
  writeSimpleCharts(target);
  return name;
}
