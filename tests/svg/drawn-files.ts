/** The drawings of this folder, read and drawn, and sheets that show all of them: on paper and in a browser. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PageItem } from '../../src/engine/document/paged-document.ts';
import { black } from '../../src/engine/drawing/color.ts';
import type { Bitmap, Drawing } from '../../src/engine/drawing/drawing.ts';
import { readPicture } from '../../src/engine/drawing/read-picture.ts';
import { drawSvg } from '../../src/engine/drawing/svg/draw-svg.ts';
import { readSvg } from '../../src/engine/drawing/svg/svg-file.ts';
import { paintPdf } from '../../src/engine/paint/pdf/paint-pdf.ts';
import { paintDrawing } from '../../src/engine/paint/svg/paint-drawing.ts';
import type { Diagnostic } from '../../src/engine/source/diagnostic.ts';
import { createSourceFile } from '../../src/engine/source/source-file.ts';
import { createFontLibrary } from '../../src/engine/text/font-library.ts';
import { shootPage } from '../support/browser.ts';
import { testResources } from '../support/test-resources.ts';

const folder = fileURLToPath(new URL('./drawings', import.meta.url));
const library = createFontLibrary(testResources(), () => {});

/** A drawing and what was said of it. */
export interface DrawnFile {
  readonly drawing: Drawing | undefined;
  readonly problems: readonly Diagnostic[];
}

/** Draws the text of an SVG file. */
export function drawFile(svg: string, name = 'images/drawing.svg'): DrawnFile {
  const problems: Diagnostic[] = [];
  const report = (problem: Diagnostic): void => void problems.push(problem);
  const file = readSvg(createSourceFile(0, name, svg), report);
  const drawing = file && drawSvg(file, { color: black, fontFamilies: ['Source Sans 3'], language: 'en' }, library, report);
  return { drawing, problems };
}

/** Names and texts of all drawings. */
export const drawingFiles: readonly (readonly [name: string, svg: string])[] = readdirSync(folder)
  .sort()
  .map((name) => [name.replace('.svg', ''), readFileSync(join(folder, name), 'utf8')]);

/** Pixels of a cell on a sheet, and the columns of cells. */
const cell = { width: 330, height: 260 } as const;
const columns = 3;
const sheet = { width: columns * cell.width, height: Math.ceil(drawingFiles.length / columns) * cell.height } as const;
const scale = 2;
const pointsPerPixel = 0.75;

const cornerOf = (index: number) => ({ x: (index % columns) * cell.width + 5, y: Math.floor(index / columns) * cell.height + 5 });

/** Prints all drawings on one page and makes pixels of it by poppler. */
export async function shootPaper(drawings: readonly Drawing[]): Promise<Bitmap> {
  const items = drawings.map((drawing, index): PageItem => {
    const { x, y } = cornerOf(index);
    const rect = { x: x * pointsPerPixel, y: y * pointsPerPixel, width: drawing.width, height: drawing.height };
    return { kind: 'drawing', mark: 'layout', rect, drawing };
  });
  const size = { width: sheet.width * pointsPerPixel, height: sheet.height * pointsPerPixel };
  const pdf = await paintPdf({
    pages: [{ size, label: '1', side: 'right', contentArea: { x: 0, y: 0, ...size }, items }],
    structure: { role: 'Document', children: [] },
    bookmarks: [],
    destinations: new Map(),
    metadata: { title: 'Drawings', language: 'en', direction: 'ltr', authors: [], producer: 'Octavo test' },
  });
  return rasterize(pdf);
}

function rasterize(pdf: Uint8Array): Bitmap {
  const temporary = mkdtempSync(join(tmpdir(), 'octavo-'));
  try {
    const path = join(temporary, 'sheet');
    writeFileSync(`${path}.pdf`, pdf);
    const run = spawnSync('pdftoppm', ['-r', String(96 * scale), '-png', '-singlefile', `${path}.pdf`, path], { encoding: 'utf8' });
    if (run.error || run.status !== 0) throw new Error(`pdftoppm of poppler-utils: ${run.error?.message ?? run.stderr}`);
    return bitmapOf(readFileSync(`${path}.png`));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Shows the files themselves in the browser, each as large as its drawing. */
export const shootFiles = (drawings: readonly Drawing[]): Bitmap =>
  shootSheet(
    drawingFiles.map(([, svg], index) => {
      const named = svg.replace(
        /<svg[^>]*>/,
        (tag) =>
          `${/xmlns=/.test(tag) ? tag : tag.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')}<style>${svg.includes('<text') ? fontFaces : ''}</style>`,
      );
      return `<img style="${placeOf(index)};${sizeOf(drawings[index]!)}" src="data:image/svg+xml;base64,${Buffer.from(named).toString('base64')}">`;
    }),
  );

/** Shows what the web page of a booklet has of them. */
export const shootTwins = (drawings: readonly Drawing[]): Bitmap =>
  shootSheet(
    drawings.map((drawing, index) => {
      const svg = paintDrawing(drawing, { alt: '', className: 'drawing', idPrefix: `d${index}-` });
      return `<div style="${placeOf(index)};${sizeOf(drawing)}">${svg}</div>`;
    }),
  );

const sizeOf = ({ width, height }: Drawing): string => `width:${width / pointsPerPixel}px;height:${height / pointsPerPixel}px`;

function placeOf(index: number): string {
  const { x, y } = cornerOf(index);
  return `position:absolute;left:${x}px;top:${y}px`;
}

const shootSheet = (bodies: readonly string[]): Bitmap =>
  bitmapOf(
    shootPage(
      `<!doctype html><meta charset="utf-8"><style>${fontFaces} body{margin:0;background:#fff} div svg{width:100%;height:100%;display:block}</style>${bodies.join('\n')}`,
      { ...sheet, scale },
    ),
  );

const fontFaces = [
  ['400', 'normal', '400Regular', '400Regular'],
  ['700', 'normal', '700Bold', '700Bold'],
  ['400', 'italic', '400Regular_Italic', '400Regular_Italic'],
]
  .map(([weight, style, place, name]) => {
    const file = createRequire(import.meta.url).resolve(`@expo-google-fonts/source-sans-3/${place}/SourceSans3_${name}.ttf`);
    const source = `url(data:font/ttf;base64,${readFileSync(file).toString('base64')})`;
    return ['Source Sans 3', 'sans-serif']
      .map((family) => `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:${source}}`)
      .join('');
  })
  .join('');

function bitmapOf(png: Uint8Array): Bitmap {
  const reading = readPicture(png);
  if (!reading.ok) throw new Error(reading.message);
  return reading.bitmap;
}

/** How far two sheets differ in a cell. */
export interface Difference {
  /** Mean of the differences of all channels, 0 to 1. */
  readonly mean: number;
  /** Share of the points, each four pixels large, that differ clearly. */
  readonly clear: number;
}

/** Compares a cell of two sheets. Points are means of 2 x 2 pixels: edges are smoothed otherwise in each program. */
export function compareCell(one: Bitmap, other: Bitmap, index: number): Difference {
  const corner = cornerOf(index);
  const [left, top] = [(corner.x - 5) * scale, (corner.y - 5) * scale];
  let [sum, clear, count] = [0, 0, 0];
  for (let y = top; y < top + cell.height * scale; y += 2) {
    for (let x = left; x < left + cell.width * scale; x += 2) {
      let worst = 0;
      for (let channel = 0; channel < 3; channel++) {
        const difference = Math.abs(meanAt(one, x, y, channel) - meanAt(other, x, y, channel)) / 255;
        sum += difference / 3;
        worst = Math.max(worst, difference);
      }
      if (worst > 0.25) clear++;
      count++;
    }
  }
  return { mean: sum / count, clear: clear / count };
}

function meanAt({ bytes, channels, widthPx }: Bitmap, x: number, y: number, channel: number): number {
  const at = (column: number, row: number): number => bytes[(row * widthPx + column) * channels + (channels === 1 ? 0 : channel)]!;
  return (at(x, y) + at(x + 1, y) + at(x, y + 1) + at(x + 1, y + 1)) / 4;
}
