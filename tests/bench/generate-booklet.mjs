/** Writes a booklet of about a given number of pages: sections with headings, lists, tables, footnotes, references and terms. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { createWriter } from './vocabulary.mjs';

/** How much of each thing there is, as in a schoolbook. */
export const usualMix = {
  sectionsPerPage: 0.1,
  /** Footnotes, references and marked terms in 100 paragraphs. */
  footnotes: 20,
  references: 12,
  uses: 40,
  terms: 60,
  seed: 1,
};

/** Lines of text on a page of the briefing, and words on a line, so that a text can be made of a wanted length. */
const linesPerPage = 49;
const wordsPerLine = 11.6;

/**
 * Writes `content/<name>/` below the folder.
 *
 * @param {{ name: string, pages: number, mix?: Partial<typeof usualMix> }} wish
 */
export function generateBooklet(folder, vocabulary, wish) {
  const mix = { ...usualMix, ...wish.mix };
  const writer = createWriter(vocabulary, mix.seed);
  const target = join(folder, 'content', wish.name);
  mkdirSync(join(target, 'sections'), { recursive: true });
  const glossary = makeGlossary(writer, vocabulary, mix.terms);
  const count = Math.max(1, Math.round(wish.pages * mix.sectionsPerPage));
  const state = { writer, mix, glossary, targets: [], tables: 0, notes: 0, uses: 0 };
  for (let number = 1; number <= count; number += 1) {
    const id = `${String(number).padStart(4, '0')}-section`;
    writeFileSync(join(target, 'sections', `${id}.md`), makeSection(state, id, (wish.pages / count) * linesPerPage));
  }
  writeFileSync(
    join(target, 'booklet.yaml'),
    stringify({ title: `A booklet of ${wish.pages} pages`, language: 'en', editions: ['student'] }),
  );
  writeFileSync(join(target, 'glossary.yaml'), stringify(glossary));
  return target;
}

/** Terms are rare words, so that a glossary of any size can be filled and every term is really used. */
function makeGlossary(writer, vocabulary, count) {
  return Array.from({ length: count }, (_, index) => {
    const word = vocabulary.tail[vocabulary.tail.length - 1 - index];
    const term = index % 4 === 0 ? `${word} ${vocabulary.tail[vocabulary.tail.length - 5000 - index]}` : word;
    return { term, definition: `${writer.phrase(8).join(' ')}.` };
  });
}

function makeSection(state, id, lines) {
  const { writer } = state;
  const blocks = [`# ${writer.phrase(writer.between(2, 5)).join(' ')}`];
  state.targets.push(id);
  let used = 8;
  let sinceHeading = 0;
  const add = (block, height) => {
    blocks.push(block);
    used += height;
    sinceHeading += height;
  };
  while (used < lines) {
    if (sinceHeading > 30) {
      sinceHeading = 0;
      add(`## ${writer.phrase(writer.between(2, 6)).join(' ')}`, 3.5);
    }
    const draw = writer.below(100);
    if (draw < 8) add(...makeList(state));
    else if (draw < 12) add(...makeTable(state));
    else if (draw < 14) add(...makeCallout(state));
    else add(...makeParagraph(state));
  }
  return `${blocks.join('\n\n')}\n`;
}

function makeParagraph(state) {
  const { writer, mix, glossary, targets } = state;
  const sentences = Array.from({ length: writer.between(3, 7) }, () => writer.sentence());
  let lines = sentences.flat().length / wordsPerLine + 0.9;
  const pick = () => sentences[writer.below(sentences.length)];
  const notes = [];
  // A share over 100 means more than one to a paragraph.
  for (let left = mix.uses; left > 0 && glossary.length > 0; left -= 100) {
    if (writer.below(100) >= left) continue;
    // Each term is used once before any is used again by chance, so that none stays unused.
    const entry = glossary[state.uses < glossary.length ? state.uses : writer.below(glossary.length)];
    pick().splice(2, 0, entry.term);
    state.uses += 1;
  }
  for (let left = mix.references; left > 0; left -= 100) {
    if (writer.below(100) < left) pick().push(`([](#${targets[writer.below(targets.length)]}))`);
  }
  for (let left = mix.footnotes; left > 0; left -= 100) {
    if (writer.below(100) >= left) continue;
    state.notes += 1;
    pick().push(`as said[^n${state.notes}]`);
    notes.push(`[^n${state.notes}]: ${writer.phrase(writer.between(4, 12)).join(' ')}.`);
    lines += 1;
  }
  const text = sentences.map((words) => `${words.join(' ')}.`).join(' ');
  return [[emphasize(text, writer), ...notes].join('\n\n'), lines];
}

/** Sets a word or two in italics or bold. */
function emphasize(text, writer) {
  if (writer.below(3) > 0) return text;
  const mark = writer.below(3) === 0 ? '**' : '*';
  return text.replace(/ ([a-z]+ [a-z]+)\. /, ` ${mark}$1${mark}. `);
}

function makeList({ writer }) {
  const items = Array.from({ length: writer.between(3, 6) }, () => writer.sentence());
  const ordered = writer.below(3) === 0;
  const text = items.map((words, index) => `${ordered ? `${index + 1}.` : '-'} ${words.join(' ')}.`).join('\n');
  return [text, items.reduce((sum, words) => sum + words.length / (wordsPerLine - 1) + 0.7, 0.5)];
}

function makeTable(state) {
  const { writer, targets } = state;
  state.tables += 1;
  const id = `tbl-${state.tables}`;
  targets.push(id);
  const columns = writer.between(3, 4);
  const row = (length) => `| ${Array.from({ length: columns }, () => writer.phrase(writer.between(1, length)).join(' ')).join(' | ')} |`;
  const rows = Array.from({ length: writer.between(4, 9) }, () => row(5));
  const lines = [row(2), `|${'---|'.repeat(columns)}`, ...rows, '', `Table: ${writer.phrase(6).join(' ')} {#${id}}`];
  return [lines.join('\n'), rows.length * 1.9 + 6];
}

function makeCallout({ writer }) {
  const text = [writer.sentence(), writer.sentence()].map((words) => `${words.join(' ')}.`).join(' ');
  return [`:::note\n${text}\n:::`, 5.5];
}
