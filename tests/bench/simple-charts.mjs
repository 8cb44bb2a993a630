/** Draws the three charts of the briefing as plain SVG, since Typst takes pictures and not Vega-Lite. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const width = 382;
const face = 'font-family="Source Sans 3" font-size="12"';

const picture = (height, marks) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${marks.join('')}</svg>\n`;
const bar = (x, y, size, color) => `<rect x="${x}" y="${y}" width="${size.width}" height="${size.height}" fill="${color}"/>`;
const label = (x, y, text, weight = 400) => `<text x="${x}" y="${y}" text-anchor="middle" font-weight="${weight}" ${face}>${text}</text>`;

function axis(values, scale, y) {
  const ticks = values.flatMap((value) => [
    `<line x1="${scale(value)}" y1="${y}" x2="${scale(value)}" y2="${y + 4}" stroke="#8a8a8a"/>`,
    label(scale(value), y + 14, value.toLocaleString('en')),
  ]);
  return [`<line x1="0" y1="${y}" x2="${width}" y2="${y}" stroke="#8a8a8a"/>`, ...ticks];
}

function shareChart() {
  const scale = (value) => 10 + (value / 100) * 360;
  return picture(120, [
    bar(scale(0), 50, { width: 288, height: 30 }, '#0b4a57'),
    bar(scale(80), 50, { width: 72, height: 30 }, '#8fb8bf'),
    label(scale(40), 25, 'at least 80%', 700),
    label(scale(40), 40, 'Said to come from the United States'),
    label(scale(90), 25, 'up to 20%', 700),
    label(scale(90), 40, 'Not stated'),
    ...axis([0, 20, 40, 60, 80, 100], scale, 90),
  ]);
}

function estimateChart() {
  const scale = (value) => 20 + (value / 600_000) * 330;
  return picture(120, [
    bar(scale(200_000), 45, { width: 165, height: 26 }, '#0b4a57'),
    label(scale(200_000), 38, '200,000', 700),
    label(scale(500_000), 38, '500,000', 700),
    ...axis([0, 200_000, 400_000, 600_000], scale, 90),
  ]);
}

function allowedChart() {
  const rows = ['Small handguns', '.22-calibre rifles', 'Certain shotguns', 'Military-grade rifles'];
  return picture(150, [
    label(200, 14, 'May buy'),
    label(320, 14, 'May not buy'),
    ...rows.flatMap((row, index) => [
      label(60, 43 + index * 30, row),
      index < 3
        ? `<circle cx="200" cy="${40 + index * 30}" r="5" fill="#0b4a57"/>`
        : `<path d="M315 ${35 + index * 30}l10 10m0-10l-10 10" stroke="#0b4a57" stroke-width="3"/>`,
    ]),
  ]);
}

/** Writes the charts below `charts/` in the given folder. */
export function writeSimpleCharts(folder) {
  mkdirSync(join(folder, 'charts'), { recursive: true });
  writeFileSync(join(folder, 'charts', 'share.svg'), shareChart());
  writeFileSync(join(folder, 'charts', 'estimate.svg'), estimateChart());
  writeFileSync(join(folder, 'charts', 'allowed.svg'), allowedChart());
}
