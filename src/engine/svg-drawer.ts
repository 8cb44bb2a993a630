/** Draws the SVG files of a booklet, or takes them as an earlier build has drawn them. */
import type { Drawing } from './drawing/drawing.ts';
import { drawSvg } from './drawing/svg/draw-svg.ts';
import type { SvgFile } from './drawing/svg/svg-file.ts';
import type { SvgLook, SvgPlace } from './drawing/svg/svg-walk.ts';
import { type DrawingKeeper, type Drawn, type KeptDrawings, noteRequests } from './drawing-keeper.ts';
import type { Report } from './source/diagnostic.ts';
import type { FontLibrary } from './text/font-library.ts';

/** Draws an SVG file in a look. What is said of it is said each time, whoever has drawn it. */
export type SvgDrawer = (svg: SvgFile, look: SvgLook, report: Report) => Drawing;

/** Longer files, in UTF-16 units, are drawn anew: to read what was kept of a map would take as long. */
const longestKept = 100_000;

/** Makes the drawer of one compilation. */
export function createSvgDrawer(keeper: DrawingKeeper, library: FontLibrary): SvgDrawer {
  const kept = new Map<SvgFile, KeptDrawings<SvgPlace>>();
  const keptOf = (svg: SvgFile): KeptDrawings<SvgPlace> => {
    let known = kept.get(svg);
    if (!known) kept.set(svg, (known = keeper(['svg', svg.file.text])));
    return known;
  };
  return (svg, look, report) => {
    if (svg.file.text.length > longestKept) return drawSvg(svg, look, library, report);
    const { file } = svg;
    const lookKey = JSON.stringify(look);
    const drawn = keptOf(svg).take(lookKey);
    if (drawn?.drawing) {
      for (const { diagnostic, place } of drawn.problems) report({ ...diagnostic, ...(place && { span: { file, ...place } }) });
      return drawn.drawing;
    }
    const problems: Drawn<SvgPlace>['problems'][number][] = [];
    const noting = noteRequests(library);
    const drawing = drawSvg(svg, look, noting.library, (diagnostic) => {
      const { span, ...rest } = diagnostic;
      problems.push({ diagnostic: rest, ...(span && { place: { start: span.start, end: span.end } }) });
      report(diagnostic);
    });
    keptOf(svg).keep(lookKey, { drawing, problems, requests: noting.requests() });
    return drawing;
  };
}
