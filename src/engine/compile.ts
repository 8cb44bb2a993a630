/**
 * The whole pipeline on one screen: files in, laid-out pages out.
 *
 * A booklet is opened once and composed for each of its editions. Only opening it and loading its pictures
 * wait, and they reach the world only through the workspace; everything else is a function of what came before.
 */

import { addChartTables } from './add-chart-tables.ts';
import { type ChartDrawer, createChartDrawer } from './chart-drawer.ts';
import { checkDocument } from './check/check-document.ts';
import { colorCode } from './color-code.ts';
import type { Booklet, Edition } from './content/booklet.ts';
import { fillPattern, formatNumber } from './content/format-labels.ts';
import { type Labels, labelsFor } from './content/labels.ts';
import { loadBooklet } from './content/parse-booklet.ts';
import { selectEdition } from './content/select-edition.ts';
import type { PagedDocument } from './document/paged-document.ts';
import { createDrawingKeeper } from './drawing-keeper.ts';
import { paperSizes, parsePaper } from './geometry/paper.ts';
import { type KeptCuts, openKeptCuts } from './layout/keep-cuts.ts';
import type { PrintedWords } from './layout/layout-context.ts';
import { layoutDocument } from './layout/layout-document.ts';
import { type FormulaCache, loadFormulas } from './load-formulas.ts';
import { chartsIn, createPictureCache, loadPictures, type PictureCache } from './load-pictures.ts';
import { loadTemplate } from './load-template.ts';
import { checkMarkup } from './markup/check-markup.ts';
import type { MarkupElement } from './markup/element.ts';
import { expandCodes } from './markup/expand-codes.ts';
import { hasFrench, setFrenchSpaces } from './markup/french-spaces.ts';
import { markGlossary } from './markup/mark-glossary.ts';
import { parseMarkup } from './markup/parse-markup.ts';
import { resolveReferences } from './markup/resolve-references.ts';
import { unknownPaper } from './problems.ts';
import type { Report } from './source/diagnostic.ts';
import { hashText } from './source/hash.ts';
import { createParseKeeper, type ParseKeeper } from './source/parse-keeper.ts';
import type { SourceFile, Span } from './source/source-file.ts';
import { createSourceList, type SourceList } from './source/source-list.ts';
import type { Resources, Workspace } from './source/workspace.ts';
import { applyStyles } from './style/apply-styles.ts';
import { parseStylesheet } from './style/parse-stylesheet.ts';
import type { Stylesheet } from './style/stylesheet.ts';
import { createSvgDrawer, type SvgDrawer } from './svg-drawer.ts';
import { renderTemplates } from './template/render-templates.ts';
import { nameFonts } from './text/font-families.ts';
import { createTextContext, type KeptTextContext } from './text/text-context.ts';
import { dropPageNumbers, withoutPages } from './twin/drop-page-numbers.ts';
import { renderHtml } from './twin/render-html.ts';
import { renderText } from './twin/render-text.ts';
import type { Twin, TwinFormat } from './twin/twin.ts';
import { twinPictures } from './twin/twin-pictures.ts';

/** Which booklet, and what overrides its own wishes. */
export interface BuildRequest {
  /** The booklet's folder, such as `content/guns-across-the-border`. */
  readonly folder: string;
  /** The folder that holds a folder for each template, `templates` usually. */
  readonly templates: string;
  /** Overrides `paper:` of the booklet. */
  readonly paper?: string;
  /** The document's date, ISO 8601, where the booklet has none; the engine never asks the clock. */
  readonly date?: string;
  /** Written into the document as its maker, such as `Octavo 0.1.0`. */
  readonly producer: string;
}

/** A booklet in memory, ready for each of its editions. */
export interface OpenBooklet {
  readonly booklet: Booklet;
  readonly request: BuildRequest;
  readonly workspace: Workspace;
  readonly sources: SourceList;
  readonly templates: readonly SourceFile[];
  readonly stylesheets: readonly Stylesheet[];
  readonly text: KeptTextContext;
  /** Opens what is kept of the page breaks of an edition. */
  cutsOf(edition: string): KeptCuts | undefined;
  readonly pictures: PictureCache;
  readonly drawer: ChartDrawer;
  readonly drawSvg: SvgDrawer;
  readonly formulas: FormulaCache;
  readonly drawings: Resources['drawings'];
  readonly keeper: ParseKeeper;
}

/** Loads and parses a booklet and its template. Undefined when there is nothing to go on with; the report says why. */
export async function openBooklet(
  workspace: Workspace,
  resources: Resources,
  request: BuildRequest,
  report: Report,
): Promise<OpenBooklet | undefined> {
  const sources = createSourceList();
  const keeper = createParseKeeper(resources.trees);
  const booklet = await loadBooklet({ workspace, folder: request.folder, sources, keeper }, report);
  if (!booklet) return undefined;
  const files = await loadTemplate(
    booklet.template,
    { workspace, folder: request.templates, sources, place: placeOfKey('template', booklet) },
    report,
  );
  if (files.length === 0) return undefined;
  const kept = nameOf(booklet, request, resources);
  const text = createTextContext(resources, report, kept);
  const drawings = createDrawingKeeper(resources, text.library);
  return {
    booklet,
    request,
    workspace,
    sources,
    templates: files.filter((file) => file.path.endsWith('.hbs')),
    stylesheets: files.filter((file) => file.path.endsWith('.css')).map((file) => parseStylesheet(file, report, keeper)),
    text,
    cutsOf: (edition) => resources.cuts && openKeptCuts(resources.cuts, hashText(`${kept} ${request.paper} ${edition}`)),
    pictures: createPictureCache(),
    drawer: createChartDrawer(drawings, text.library),
    drawSvg: createSvgDrawer(drawings, text.library),
    formulas: new Map(),
    drawings: resources.drawings,
    keeper,
  };
}

/** Lays out one edition. `name` undefined means the booklet's first. */
export async function composeEdition(
  open: OpenBooklet,
  name: string | undefined,
  reportAll: Report,
): Promise<{ document: PagedDocument; edition: Edition }> {
  const { booklet, edition, labels, marked, report } = renderEdition(open, name, 'paper', reportAll);
  const colored = await colorCode(marked, report);
  const pictures = await loadPictures(colored, { ...open, folder: open.request.folder }, report);
  const formulas = await loadFormulas(colored, { ...open, language: booklet.language }, report);
  const charts = chartsIn(open.pictures);
  const whole = addChartTables(colored, { charts, place: booklet.chartData, labels, language: booklet.language }, report);
  const markup = resolveReferences(whole, { labels, language: booklet.language }, report);
  const paper = parsePaper(open.request.paper ?? booklet.paper);
  if (!paper) report(unknownPaper(open.request.paper ?? booklet.paper, [...paperSizes.keys()], placeOfKey('paper', booklet)));
  const styled = applyStyles(
    markup,
    {
      stylesheets: open.stylesheets,
      paper: paper ?? paperSizes.get('a4')!,
      language: booklet.language,
      direction: booklet.direction,
      labels,
      keeper: open.keeper,
    },
    report,
  );
  const laidOut = {
    styled,
    text: open.text,
    pictures,
    formulas,
    words: wordsOf(labels),
    metadata: metadataOf(booklet, open.request),
    leastTextSize: edition.leastSizes.text,
    cuts: open.cutsOf(edition.name),
  };
  const document = await open.drawer.drawing(() => layoutDocument(laidOut, report));
  open.text.keep();
  laidOut.cuts?.keep();
  checkDocument({ markup, styled, document, charts, least: edition.leastSizes, files: filesOf(open) }, report);
  return { document, edition };
}

/** Writes one edition as a web page or a plain text that says the same as its pages. `name` undefined means the booklet's first. */
export async function composeTwin(open: OpenBooklet, name: string | undefined, format: TwinFormat, reportAll: Report): Promise<string> {
  const { booklet, edition, labels, marked, report } = renderEdition(open, name, 'screen', reportAll);
  const colored = await colorCode(marked, report);
  const loaded = await loadPictures(colored, { ...open, folder: open.request.folder }, report);
  const formulas = await loadFormulas(colored, { ...open, language: booklet.language }, report);
  const whole = addChartTables(
    colored,
    { charts: chartsIn(open.pictures), place: booklet.chartData, labels, language: booklet.language },
    report,
  );
  const markup = resolveReferences(whole, { labels: withoutPages(labels), language: booklet.language }, report);
  const root = dropPageNumbers(markup, labels.listComma);
  const twin: Twin = {
    ...metadataOf(booklet, open.request),
    root,
    edition: labels.editions[edition.name] ?? edition.name,
    labels,
    pictures: twinPictures(loaded, booklet, report),
    formulas: formulas.within(root),
  };
  return open.drawer.drawing(() => (format === 'html' ? renderHtml(twin) : renderText(twin)));
}

/** What an author wrote: the YAML files, then the sections. */
function filesOf({ sources, request }: OpenBooklet): readonly SourceFile[] {
  const own = sources.files.filter((file) => file.path.startsWith(`${request.folder}/`));
  return ['.yaml', '.md'].flatMap((ending) => own.filter((file) => file.path.endsWith(ending)));
}

/** What an edition says, as checked markup: the way that pages and twins have in common. */
function renderEdition(open: OpenBooklet, name: string | undefined, medium: 'paper' | 'screen', report: Report): RenderedEdition {
  const { booklet, edition } = selectEdition(open.booklet, name, report);
  const labels = labelsFor(booklet.language);
  let isWhole = booklet.isWhole;
  const watch: Report = (diagnostic) => {
    isWhole &&= diagnostic.severity !== 'error';
    report(diagnostic);
  };
  const rendered = renderTemplates({ booklet, edition, templates: open.templates, labels, keeper: open.keeper }, watch);
  const typed = parseMarkup(rendered, open.sources.files, watch);
  const parsed = hasFrench(typed, booklet.language) ? setFrenchSpaces(typed, booklet.language) : typed;
  const later = isWhole ? report : errorsTo(report);
  checkMarkup(parsed, later);
  const expanded = expandCodes(parsed, { alt: labels.codeFor, isPrinted: medium === 'paper' });
  return { booklet, edition, labels, marked: markGlossary(expanded, booklet.glossary, later), report: later };
}

/** Where a mistake leaves out a part of the text, warnings and names that seem to be missing would tell of what is not so. */
const errorsTo =
  (report: Report): Report =>
  (diagnostic) => {
    if (diagnostic.severity === 'error' && diagnostic.code !== 'markup/dangling-reference') report(diagnostic);
  };

interface RenderedEdition {
  readonly booklet: Booklet;
  readonly edition: Edition;
  readonly labels: Labels;
  /** With glossary terms marked, and references still to be resolved. */
  readonly marked: MarkupElement;
  /** Takes what later steps find; no warnings where files or templates with errors leave something out. */
  readonly report: Report;
}

/** Names what is kept of a booklet between builds: other booklets have other words, and other fonts shape them otherwise. */
function nameOf(booklet: Booklet, request: BuildRequest, resources: Resources): string {
  return hashText(JSON.stringify([request.folder, booklet.title, nameFonts(resources)]));
}

/** Where a key of booklet.yaml has its value; where the file begins when it leaves the key out. */
function placeOfKey(key: string, { origin }: Booklet): Span {
  const match = new RegExp(`^(${key}\\s*:\\s*)(\\S.*?)\\s*$`, 'm').exec(origin.file.text);
  if (!match) return origin;
  const start = match.index + match[1]!.length;
  return { file: origin.file, start, end: start + match[2]!.length };
}

function wordsOf(labels: Labels): PrintedWords {
  const texts = new Map<string, string>(Object.entries(labels).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  return {
    number: (value) => formatNumber(value, labels),
    label: (name, values) => fillPattern(texts.get(name) ?? '', values ?? {}),
  };
}

function metadataOf(booklet: Booklet, request: BuildRequest): PagedDocument['metadata'] {
  return {
    title: booklet.title,
    language: booklet.language,
    direction: booklet.direction,
    authors: booklet.authors,
    producer: request.producer,
    ...(booklet.subtitle !== undefined && { subject: booklet.subtitle }),
    ...(booklet.rights !== undefined && { rights: booklet.rights }),
    ...((booklet.date ?? request.date) !== undefined && { date: booklet.date ?? request.date! }),
  };
}
