/** Builds small laid-out documents by hand: shaped words side by side on lines, with the tags given. */
import type { Page, PagedDocument, PageItem, TextItem } from '../../../src/engine/document/paged-document.ts';
import type { StructureElement } from '../../../src/engine/document/structure.ts';
import { paintPdf } from '../../../src/engine/paint/pdf/paint-pdf.ts';
import { bidiLevels, visualRuns } from '../../../src/engine/text/bidi.ts';
import { type ShapedWord, type TextStyle, widthOf } from '../../../src/engine/text/font.ts';
import type { PlacedWords } from '../../../src/engine/text/placed-words.ts';
import { shapeHyphen, shapeText } from '../../../src/engine/text/shape-text.ts';
import { createTextContext } from '../../../src/engine/text/text-context.ts';
import { serif } from '../../support/serif-style.ts';
import { testResources } from '../../support/test-resources.ts';

const context = createTextContext(testResources(), () => {});

export const black = { red: 0, green: 0, blue: 0, alpha: 1 };

/** Shapes a line word by word and puts the words side by side in visual order. */
export function setLine(text: string, changes: Partial<TextStyle> = {}, direction: 'ltr' | 'rtl' = 'ltr'): PlacedWords {
  const style = { ...serif, ...changes };
  const levels = bidiLevels(text, direction) ?? new Uint8Array(text.length);
  const words: ShapedWord[] = [];
  for (const run of visualRuns(levels, 0, text.length)) {
    const isRightToLeft = run.level % 2 === 1;
    const pieces = text.slice(run.start, run.end).match(/\S+ ?| /g) ?? [];
    const shaped = pieces.flatMap((piece) => shapeText(context.library, piece, style, isRightToLeft));
    words.push(...(isRightToLeft ? shaped.reverse() : shaped));
  }
  return placeWords(words, style);
}

/** Returns the sign that shows where a word is broken. */
export const hyphen = (): ShapedWord => shapeHyphen(context.library, serif, false);

export function placeWords(words: readonly ShapedWord[], style: TextStyle): PlacedWords {
  let width = 0;
  const offsets = words.map((word) => {
    const offset = width;
    width += widthOf(word, style.size);
    return offset;
  });
  return { words, offsets };
}

export function textItem(mark: TextItem['mark'], placed: PlacedWords, changes: Partial<TextItem> = {}): TextItem {
  return { kind: 'text', mark, x: 40, y: 60, width: 200, size: 10, color: black, letterSpacing: 0, ...placed, ...changes };
}

export const page = (items: readonly PageItem[], label = '1'): Page => ({
  size: { width: 420, height: 595 },
  label,
  side: 'right',
  contentArea: { x: 40, y: 40, width: 340, height: 515 },
  items,
});

export function pagedDocument(changes: Partial<PagedDocument> & { readonly structure: StructureElement }): PagedDocument {
  return {
    pages: [],
    bookmarks: [],
    destinations: new Map(),
    metadata: { title: 'Fractions & <Decimals>', language: 'en', direction: 'ltr', authors: ['A. Author'], producer: 'Octavo test' },
    ...changes,
  };
}

/** A document of one paragraph for each line, one under the other on one page. */
export function documentOfLines(lines: readonly PlacedWords[], changes: Partial<TextItem> = {}): PagedDocument {
  return pagedDocument({
    pages: [page(lines.map((line, index) => textItem(index, line, { y: 60 + 30 * index, ...changes })))],
    structure: { role: 'Document', children: lines.map((_, index) => ({ role: 'P', children: [index] }) as const) },
  });
}

export const paint = (document: PagedDocument): Promise<Uint8Array> => paintPdf(document);
