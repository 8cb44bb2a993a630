/** Writes the map from character codes to Unicode that makes the text of a PDF searchable and readable aloud. */
import { hexOfUnit, hexOfUnits } from './pdf-syntax.ts';

/** Returns a ToUnicode CMap in which code `n` means `texts[n]`; code 0 is never shown and stays out. */
export function writeToUnicode(texts: readonly string[]): string {
  const singles: string[] = [];
  const ranges: string[] = [];
  for (let code = 1; code < texts.length; ) {
    const length = rangeLength(texts, code);
    if (length > 1) ranges.push(`<${hexOfUnit(code)}> <${hexOfUnit(code + length - 1)}> <${hexOfUnits(texts[code]!)}>`);
    else singles.push(`<${hexOfUnit(code)}> <${hexOfUnits(texts[code]!)}>`);
    code += length;
  }
  return `${opening}${inBlocks(singles, 'bfchar')}${inBlocks(ranges, 'bfrange')}${closing}`;
}

const opening = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`;

const closing = `endcmap
CMapName currentdict /CMap defineresource pop
end
end`;

/** Counts how many codes from `start` on mean consecutive characters; a range may change only the last byte of either side. */
function rangeLength(texts: readonly string[], start: number): number {
  const first = texts[start]!;
  if (first.length !== 1) return 1;
  const unit = first.charCodeAt(0);
  const limit = Math.min(0x100 - (start & 0xff), 0x100 - (unit & 0xff), texts.length - start);
  let length = 1;
  while (length < limit && texts[start + length]!.length === 1 && texts[start + length]!.charCodeAt(0) === unit + length) length++;
  return length;
}

/** The format allows at most 100 entries in one block. */
const blockSize = 100;

function inBlocks(entries: readonly string[], operator: string): string {
  let blocks = '';
  for (let start = 0; start < entries.length; start += blockSize) {
    const block = entries.slice(start, start + blockSize);
    blocks += `${block.length} begin${operator}\n${block.join('\n')}\nend${operator}\n`;
  }
  return blocks;
}
