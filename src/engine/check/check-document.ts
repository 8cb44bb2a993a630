/**
 * What keeps some readers out, found in the markup, in the charts and on the finished pages: words that pictures and
 * links lack, languages that nobody named, text too pale or too small. Everything here is a warning.
 */
import type { PagedDocument } from '../document/paged-document.ts';
import { type MarkupElement, textOf } from '../markup/element.ts';
import { headingNames } from '../markup/vocabulary.ts';
import type { Report } from '../source/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { StyledDocument } from '../style/style.ts';
import { checkAlternative } from './check-alternatives.ts';
import { checkChartColors } from './check-chart-colors.ts';
import { createContrastCheck } from './check-contrast.ts';
import { checkLanguage } from './check-languages.ts';
import { checkLink } from './check-links.ts';
import { checkPassages } from './check-passages.ts';
import { checkTableReading } from './check-tables.ts';
import { createSizeCheck, type LeastSizes } from './check-text-sizes.ts';
import type { CheckedCharts } from './checked-chart.ts';
import type { Written } from './find-words.ts';
import { emptyHeading } from './problems.ts';
import { visitTexts } from './seen-texts.ts';
import { createStyleFinder } from './style-finder.ts';

/** One edition, from its markup to its pages. */
export interface CheckInput {
  readonly markup: MarkupElement;
  readonly styled: StyledDocument;
  readonly document: PagedDocument;
  readonly charts: CheckedCharts;
  readonly least: LeastSizes;
  /** The author's own files: what a template prints was written in one of them. */
  readonly files: readonly SourceFile[];
}

/** Reports everything about an edition that some readers cannot read. */
export function checkDocument(input: CheckInput, report: Report): void {
  const { markup, styled, document, charts, least } = input;
  const language = document.metadata.language;
  const written = { files: input.files, authors: document.metadata.authors };
  const shown = new Set<string>();
  checkChildren(markup, { language, isInSources: false, figure: undefined, written, shown, report });
  for (const [src, chart] of charts) if (shown.has(src)) checkChartColors(chart, report);
  const finder = createStyleFinder(styled.root);
  const checks = [createContrastCheck({ finder, charts }), createSizeCheck({ finder, charts, least, structure: document.structure })];
  for (const page of document.pages) {
    visitTexts(page, (text) => {
      for (const check of checks) check.see(text);
    });
  }
  for (const check of checks) check.finish(report);
}

interface Surroundings {
  readonly language: string;
  readonly isInSources: boolean;
  readonly figure: MarkupElement | undefined;
  readonly written: Written;
  /** Takes the charts that are met. */
  readonly shown: Set<string>;
  readonly report: Report;
}

/** Code is in no human language. */
const wordless: ReadonlySet<string> = new Set(['code', 'pre']);

function checkChildren(element: MarkupElement, around: Surroundings): void {
  for (let at = 0; at < element.children.length; at++) {
    const child = element.children[at]!;
    if (child.kind === 'element') checkElement(child, around);
    else checkLanguage(child, around.language, around.written, around.report);
  }
}

function checkElement(element: MarkupElement, around: Surroundings): void {
  const { name, attributes } = element;
  if (wordless.has(name)) return;
  if (name === 'chart') around.shown.add(attributes.get('src') ?? '');
  if (name === 'img' || name === 'chart') checkAlternative(element, around.figure, around.report);
  else if (name === 'a') checkLink(element, around.isInSources, around.report);
  else if (name === 'table') checkTableReading(element, around.report);
  else if (headingNames.has(name) && isEmpty(element)) around.report(emptyHeading(name, element.origin));
  if (element.children.length === 0) return;
  const language = attributes.get('lang') || around.language;
  const isInSources = around.isInSources || isSources(attributes.get('id'));
  const figure = name === 'figure' ? element : around.figure;
  if (!isInSources) checkPassages(element, language, around.written, around.report);
  const isSame = language === around.language && isInSources === around.isInSources && figure === around.figure;
  checkChildren(element, isSame ? around : { ...around, language, isInSources, figure });
}

/** Citations lead to `#source-…`, so that is what a source is called in every template. */
const isSources = (id: string | undefined): boolean => id !== undefined && (id === 'sources' || id.startsWith('source-'));

const isEmpty = (heading: MarkupElement): boolean => textOf(heading).trim() === '' && !holdsNamedPicture(heading);

const holdsNamedPicture = (element: MarkupElement): boolean =>
  element.children.some(
    (child) => child.kind === 'element' && ((child.attributes.get('alt') ?? '').trim() !== '' || holdsNamedPicture(child)),
  );
