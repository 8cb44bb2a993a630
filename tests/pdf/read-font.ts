/** Reads what a font says of its codes: the text that each stands for, and its width. */
import { idOf, type PdfFile } from './open-pdf.ts';
import { decodeUtf16, isArray, type PdfValue, readValues, wordOf } from './pdf-value.ts';

/** A font with codes of two bytes. */
export interface ReadFont {
  readonly isBold: boolean;
  /** Returns undefined for a code without a meaning. */
  textOf(code: number): string | undefined;
  /** Returns the width in thousandths of the text size. */
  widthOf(code: number): number;
}

const fonts = new WeakMap<PdfFile, Map<number, ReadFont>>();

/** Reads a font; the same reference gives the same font. */
export function readFont(file: PdfFile, reference: PdfValue | undefined): ReadFont {
  const known = fonts.get(file) ?? new Map<number, ReadFont>();
  fonts.set(file, known);
  const id = idOf(reference)!;
  let font = known.get(id);
  if (!font) known.set(id, (font = openFont(file, reference)));
  return font;
}

function openFont(file: PdfFile, reference: PdfValue | undefined): ReadFont {
  const dictionary = file.resolve(reference);
  if (wordOf(file.look(dictionary, 'Encoding')) !== 'Identity-H') throw new Error('only fonts with codes of two bytes are read here');
  const descendants = file.look(dictionary, 'DescendantFonts');
  const descendant = isArray(descendants) ? descendants[0] : undefined;
  const texts = readToUnicode(file.contentOf((dictionary as ReadonlyMap<string, PdfValue>).get('ToUnicode')));
  const widths = readWidths(file.look(descendant, 'W'));
  const usual = Number(file.look(descendant, 'DW') ?? 1000);
  const name = wordOf(file.look(dictionary, 'BaseFont')) ?? '';
  return { isBold: /bold|black|700|[89]00/i.test(name), textOf: (code) => texts.get(code), widthOf: (code) => widths.get(code) ?? usual };
}

function readToUnicode(map: string): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  for (const [, kind, block] of map.matchAll(/beginbf(char|range)([\s\S]*?)endbf/g)) {
    const values = readValues(block!);
    for (let value = values.next(); value !== undefined; value = values.next()) {
      const first = codeOf(value);
      const last = kind === 'char' ? first : codeOf(values.next());
      const target = wordOf(values.next()) ?? '';
      for (let code = first; code <= last; code += 1) {
        const end = target.slice(0, -1) + String.fromCharCode(target.charCodeAt(target.length - 1) + code - first);
        texts.set(code, decodeUtf16(end));
      }
    }
  }
  return texts;
}

const codeOf = (value: PdfValue | undefined): number => [...(wordOf(value) ?? '')].reduce((sum, byte) => sum * 256 + byte.charCodeAt(0), 0);

function readWidths(list: PdfValue | undefined): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  if (!isArray(list)) return widths;
  for (let at = 0; at < list.length; ) {
    const first = Number(list[at]);
    const second = list[at + 1];
    if (isArray(second)) {
      for (const [index, width] of second.entries()) widths.set(first + index, Number(width));
      at += 2;
    } else {
      for (let code = first; code <= Number(second); code += 1) widths.set(code, Number(list[at + 2]));
      at += 3;
    }
  }
  return widths;
}
