/** What a booklet says before anything is known of styles and pages: its markup, as blocks of text. */
import { addChartTables } from '../../src/engine/add-chart-tables.ts';
import { labelsFor } from '../../src/engine/content/labels.ts';
import { selectEdition } from '../../src/engine/content/select-edition.ts';
import type { OpenBooklet } from '../../src/engine/index.ts';
import { chartsIn } from '../../src/engine/load-pictures.ts';
import type { MarkupElement, MarkupNode } from '../../src/engine/markup/element.ts';
import { expandCodes } from '../../src/engine/markup/expand-codes.ts';
import { markGlossary } from '../../src/engine/markup/mark-glossary.ts';
import { parseMarkup } from '../../src/engine/markup/parse-markup.ts';
import { resolveReferences } from '../../src/engine/markup/resolve-references.ts';
import { isBlock } from '../../src/engine/markup/vocabulary.ts';
import { renderTemplates } from '../../src/engine/template/render-templates.ts';

/** A block of text, and its place: H1 to H6, TH, TD, or P for all others. */
export interface SpokenBlock {
  readonly role: string;
  readonly text: string;
}

/** Stands for page numbers, which markup does not know. */
export const unknownPages = '\u0001';

/** Stands for “used on pages 4, 7–9”, whose words depend on how many pages there are. */
export const unknownPhrase = '\u0002';

const ignore = (): void => {};

/** Returns an edition's blocks in reading order, each note after the block that calls it. Pictures and formulas are their alternative text. */
export function speakSource(open: OpenBooklet, editionName?: string): readonly SpokenBlock[] {
  const { booklet, edition } = selectEdition(open.booklet, editionName, ignore);
  const labels = labelsFor(booklet.language);
  const rendered = renderTemplates({ booklet, edition, templates: open.templates, labels }, ignore);
  const parsed = parseMarkup(rendered, open.sources.files, ignore);
  const expanded = expandCodes(parsed, { alt: labels.codeFor, isPrinted: true });
  const marked = markGlossary(expanded, booklet.glossary, ignore);
  const whole = addChartTables(
    marked,
    { charts: chartsIn(open.pictures), place: booklet.chartData, labels, language: booklet.language },
    ignore,
  );
  const root = resolveReferences(whole, { labels, language: booklet.language }, ignore);
  const speech = createSpeech();
  let notes = 0;
  const visit = (node: MarkupNode, role: string, isLast = false): void => {
    if (node.kind === 'text') {
      speech.say(node.text.replace(/_{3,}/g, labels.gap), role);
      return;
    }
    switch (node.name) {
      case 'page-of':
      case 'pages-of':
        speech.say(node.attributes.has('phrase') ? unknownPhrase : unknownPages, role);
        return;
      case 'leader':
        speech.say(isLast ? ` ${labels.answerSpace} ` : ' ', role);
        return;
      case 'br':
        speech.say(' ', role);
        return;
      case 'checkbox':
        speech.say(node.attributes.has('checked') ? labels.tickedBox : labels.emptyBox, role);
        return;
      case 'img':
      case 'chart':
        speech.say(` ${node.attributes.get('alt') ?? ''} `, role);
        return;
      case 'formula': {
        const isDisplayed = node.attributes.get('display') === 'block';
        const speak = (): void => {
          speech.say(` ${wordsOf(node, open, isDisplayed)} `, role);
          visitChildren(node, role);
        };
        if (isDisplayed) speech.apart(speak);
        else speak();
        return;
      }
      case 'answer-lines':
        speech.apart(() => speech.say(labels.answerSpace, 'P'));
        return;
      case 'footnote':
        notes += 1;
        speech.say(
          String(notes).replace(/\d/g, (digit) => labels.digits[Number(digit)]!),
          role,
        );
        speech.afterwards(() => visitChildren(node, 'P'));
        return;
      case 'q':
        // What the built-in stylesheet adds in English.
        speech.say('“', role);
        visitChildren(node, role);
        speech.say('”', role);
        return;
    }
    if (isBlock(node.name)) speech.apart(() => visitChildren(node, roleOf(node, role)));
    else visitChildren(node, role);
  };
  const visitChildren = (element: MarkupElement, role: string): void => {
    const last = element.children.findLast((child) => child.kind === 'element' || child.text.trim() !== '');
    for (const child of element.children) visit(child, role, child === last && element.name !== 'a');
  };
  visit(root, 'P');
  return speech.blocks();
}

/** What is said of a formula: the author's words, or those that were found when it was set, or its LaTeX. */
function wordsOf({ attributes }: MarkupElement, { formulas }: OpenBooklet, isDisplayed: boolean): string {
  const tex = attributes.get('tex')!;
  const set = [...formulas].find(([key]) => key.endsWith(` ${isDisplayed} ${tex}`))?.[1];
  return attributes.get('alt') ?? set?.formula?.spoken ?? tex;
}

const roleOf = ({ name }: MarkupElement, around: string): string => {
  if (/^h[1-6]$/.test(name)) return name.toUpperCase();
  if (name === 'th' || name === 'td') return name.toUpperCase();
  return around === 'TH' || around === 'TD' ? around : 'P';
};

/** Gathers what is said into blocks. */
export interface Speech {
  say(text: string, role: string): void;
  /** Says something as blocks of its own. */
  apart(speak: () => void): void;
  /** Says something once the block at hand has ended. */
  afterwards(speak: () => void): void;
  blocks(): readonly SpokenBlock[];
}

/** Starts an empty speech. */
export function createSpeech(): Speech {
  const blocks: SpokenBlock[] = [];
  let open: { role: string; text: string } | undefined;
  let later: (() => void)[] = [];
  const end = (): void => {
    const text =
      open?.text
        .replace(/\u00ad/g, '')
        .replace(/\s+/g, ' ')
        .trim()
        .normalize('NFC')
        .toLowerCase() ?? '';
    if (text !== '') blocks.push({ role: open!.role, text });
    open = undefined;
    const due = later;
    later = [];
    for (const speak of due) {
      speak();
      end();
    }
  };
  return {
    say(text, role) {
      open ??= { role, text: '' };
      open.text += text;
    },
    apart(speak) {
      end();
      speak();
      end();
    },
    afterwards: (speak) => void later.push(speak),
    blocks() {
      end();
      return blocks;
    },
  };
}
