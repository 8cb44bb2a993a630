/** One PDFKit process: `node run-pdfkit.mjs <text file> <output.pdf>` pours plain text into justified pages, with no structure at all. */
import { createWriteStream, readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import { bookFaces } from './book-faces.mjs';

const [source, output] = process.argv.slice(2);
const millimeter = 72 / 25.4;
const document = new PDFDocument({
  size: 'A4',
  margins: { top: 26 * millimeter, bottom: 30 * millimeter, left: 25 * millimeter, right: 50 * millimeter },
});
document.pipe(createWriteStream(output));
document.font(bookFaces()[0]).fontSize(10.5);
for (const paragraph of readFileSync(source, 'utf8').split('\n'))
  document.text(paragraph, { align: 'justify', lineGap: 1.8, paragraphGap: 6.4 });
document.end();
