/**
 * The built-in stylesheet: what elements look like before a template says anything. Plain on purpose, but complete:
 * a booklet without any stylesheet can be printed and read.
 */
import type { Diagnostic } from '../source/diagnostic.ts';
import type { ParseKeeper } from '../source/parse-keeper.ts';
import { createSourceFile } from '../source/source-file.ts';
import { parseStylesheet } from './parse-stylesheet.ts';
import type { Stylesheet } from './stylesheet.ts';

/** The text of the built-in stylesheet, which the manual prints. */
export const baseCss = `
@page {
  margin: 20mm;
  font-size: 9pt;
  line-height: 12pt;
  @top-left { text-align: left; vertical-align: middle }
  @top-center { text-align: center; vertical-align: middle }
  @top-right { text-align: right; vertical-align: middle }
  @bottom-left { text-align: left; vertical-align: middle }
  @bottom-center { text-align: center; vertical-align: middle; content: counter(page) }
  @bottom-right { text-align: right; vertical-align: middle }
}
@page :blank { @bottom-center { content: none } }
@footnote { margin-top: 9pt; padding-top: 4pt; border-top: 0.5pt solid; font-size: 8.5pt; line-height: 11.5pt }

@sidenote { column-gap: 5mm; row-gap: 2mm }

/* Blocks */
body, header, main, section, nav, article, aside, div, address, blockquote, figure, figcaption,
h1, h2, h3, h4, h5, h6, p, ul, ol, dl, dt, dd, pre, hr, img, chart, answer-lines, page-break, contents, index { display: block }
body { font: 10.5pt/15pt "Source Serif 4", "Noto Naskh Arabic", serif; hyphens: manual }
p, ul, ol, dl, pre, blockquote, address { margin: 0 0 7.5pt }
blockquote { margin-inline: 15pt }
figure { margin: 15pt 0; break-inside: avoid }
li > p + figure { break-before: avoid }
.float-top { float: top }
.float-bottom { float: bottom }
figcaption { font-size: 9pt; line-height: 12pt; margin-top: 4pt; break-before: avoid }
hr { border-top: 0.5pt solid; margin: 15pt 0 }
p img { display: inline }
formula { display: inline }
formula[display="block"] { display: block; text-align: center; margin: 10pt 0; break-before: avoid }
.align-left { text-align: left }
.align-center { text-align: center }
.align-right { text-align: right }
pre, code { font-family: monospace; font-variant-numeric: lining-nums; hyphens: none; text-autospace: no-autospace }
pre { white-space: pre; text-align: start; font-size: 8.5pt; line-height: 12pt; border-inline-start: 1pt solid #767676; padding-inline-start: 14pt }
pre::marker { color: #5c5c5c }
code { font-size: 0.9em }
.code-keyword { font-weight: 700 }
.code-value { color: #5c4a1f }
.code-comment { font-style: italic; color: #5c5c5c }
.code-added { font-weight: 600 }
.code-removed { text-decoration: line-through }
page-break { break-after: page }
answer-lines { line-height: 8.5mm; border-bottom: 0.5pt solid #767676; margin-bottom: 7.5pt }

.side-by-side { display: grid; grid-template-columns: repeat(auto-fit, minmax(42mm, 1fr)); column-gap: 6mm; row-gap: 7.5pt; margin: 15pt 0 }

aside.margin-note { float: sidenote; margin: 7.5pt 0; font-size: 8.5pt; line-height: 11.5pt; text-align: start; hyphens: manual }

/* Headings */
h1, h2, h3, h4, h5, h6 {
  font-family: "Source Sans 3", "Noto Sans Arabic", sans-serif; font-weight: 700; margin: 15pt 0 7.5pt;
  break-after: avoid; break-inside: avoid; text-align: start; text-wrap: balance; hyphens: manual;
}
h1 { font-size: 24pt; line-height: 30pt; bookmark-level: 1 }
h2 { font-size: 17pt; line-height: 22.5pt; bookmark-level: 2 }
h3 { font-size: 13pt; line-height: 17pt; bookmark-level: 3 }
h4 { font-size: 11pt; line-height: 15pt; bookmark-level: 4 }
h5, h6 { font-size: 10.5pt; line-height: 15pt; bookmark-level: 5 }

/* Lists */
ul, ol { padding-inline-start: 18pt }
li { display: list-item }
ol { list-style-type: decimal }
ol:lang(ar) { list-style-type: arabic-indic }
ol[type="a"] { list-style-type: lower-alpha }
ol[type="A"] { list-style-type: upper-alpha }
ol[type="i"] { list-style-type: lower-roman }
ol[type="I"] { list-style-type: upper-roman }
ul { list-style-type: disc }
ul ul { list-style-type: circle }
li > ul, li > ol, li > p:last-child { margin-bottom: 0 }
nav ol, nav ul, nav ol:lang(ar) { list-style-type: none }
dt { font-weight: 700; break-after: avoid }
dd { margin-inline-start: 18pt; margin-bottom: 4pt }

/* Tables */
table { display: table; margin: 15pt 0; text-align: start; hyphens: manual; font-size: 9.5pt; line-height: 13pt }
caption { display: table-caption; break-after: avoid; margin-bottom: 4pt }
thead { display: table-header-group }
tbody { display: table-row-group }
tfoot { display: table-footer-group }
tr { display: table-row; break-inside: avoid }
th, td { display: table-cell; padding: 3pt 5pt; vertical-align: top; border-bottom: 0.5pt solid #767676 }
th { font-weight: 700; vertical-align: bottom }
th[scope^="row"] { vertical-align: top }
td.align-right { text-align: "." }
td.align-right:lang(ar) { text-align: "٫" }
td.align-right:lang(es), td.align-right:lang(fr), td.align-right:lang(pt), td.align-right:lang(de), td.align-right:lang(it),
td.align-right:lang(nl), td.align-right:lang(ru), td.align-right:lang(pl), td.align-right:lang(sv), td.align-right:lang(tr),
td.align-right:lang(id), td.align-right:lang(uk), td.align-right:lang(el), td.align-right:lang(vi) { text-align: "," }

/* Inline */
strong, b { font-weight: bolder }
em, i, cite, dfn { font-style: italic }
:lang(ar) em, :lang(ar) i, :lang(ar) cite, :lang(ar) dfn, :lang(he) em, :lang(he) i, :lang(he) cite, :lang(he) dfn { font-style: normal; font-weight: bolder }
s { text-decoration: line-through }
small { font-size: 85% }
sub { vertical-align: sub; font-size: 70% }
sup { vertical-align: super; font-size: 70% }
mark { background-color: #eee }
a { color: inherit }
q::before { content: "“" }
q::after { content: "”" }
q:lang(fr)::before { content: "«\\202f" }
q:lang(fr)::after { content: "\\202f»" }
q:lang(es)::before, q:lang(pt-PT)::before, q:lang(ar)::before { content: "«" }
q:lang(es)::after, q:lang(pt-PT)::after, q:lang(ar)::after { content: "»" }
q:lang(he)::before { content: "”" }
q:lang(he)::after { content: "”" }
term[first] { text-decoration: underline dotted }
index ul { list-style-type: none; padding-inline-start: 0; margin: 0 }
index li { padding-inline-start: 12pt; text-indent: -12pt; text-align: start; hyphens: manual }
index p.letter { font-weight: 700; margin: 7.5pt 0 0; break-after: avoid }
page-of.principal { font-weight: bolder }
footnote { display: inline; font-family: inherit; font-size: 8.5pt; line-height: 11.5pt; font-style: normal; font-weight: 400; text-align: start; text-indent: 0; padding-inline-start: 1.4em }
`;

let parsed: Stylesheet | undefined;

/** Returns the built-in stylesheet, parsed once. */
export function baseStylesheet(keeper?: ParseKeeper): Stylesheet {
  parsed ??= parseStylesheet(createSourceFile(-1, 'octavo:base.css', baseCss), complain, keeper);
  return parsed;
}

function complain({ message }: Diagnostic): never {
  throw new Error(`the built-in stylesheet is wrong: ${message}`);
}
