/**
 * How the web page looks: one calm column, large letters, the reader's own fonts where the booklet's are missing.
 * Every pair of colors has a contrast of at least 7 : 1 for text, in the light and in the dark.
 */

/** The stylesheet of every page. Class names of our own begin with `twin-`; the others are those of the shipped templates. */
export const htmlStyle = `
:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --ink: #1f2124; --quiet: #54585e; --accent: #0b4a57; --tint: #eef3f4; --line: #c9cfd1;
  --text: "Source Serif 4", "Source Serif Pro", Charter, "Iowan Old Style", Georgia, "Noto Serif", serif;
  --head: "Source Sans 3", "Source Sans Pro", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
:root:lang(ar) {
  --text: "Noto Naskh Arabic", "Geeza Pro", "Traditional Arabic", "Noto Sans Arabic", serif;
  --head: "Noto Sans Arabic", "Geeza Pro", system-ui, "Segoe UI", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #15181a; --ink: #e4e3df; --quiet: #b0b4b8; --accent: #9fd0da; --tint: #1f2628; --line: #454c50 }
}
*, ::before, ::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.6 var(--text); overflow-wrap: break-word }
:root:lang(ar) body, :root:lang(he) body, :root:lang(hi) body { line-height: 1.85 }
body > header, main, footer { max-width: 40rem; margin-inline: auto; padding-inline: 1.25rem }

/* Blocks */
p, ul, ol, dl, pre, blockquote, address, figure { margin: 0 0 1rem }
h1, h2, h3, h4, h5, h6 { margin: 2.25rem 0 .75rem; font-family: var(--head); line-height: 1.25; color: var(--accent); text-wrap: balance }
:root:lang(ar) :is(h1, h2, h3, h4, h5, h6) { line-height: 1.6 }
h1 { margin-top: 0; font-size: clamp(2rem, 8vw, 2.75rem) }
h2 { margin-top: 3.5rem; border-top: 3px solid var(--accent); padding-top: .75rem; font-size: 1.65rem }
h3 { font-size: 1.3rem }
h4, h5, h6 { font-size: 1.1rem; color: inherit }
h2 .number { font-weight: 400; color: var(--quiet) }
ul, ol { padding-inline-start: 1.5rem }
ol:lang(ar) { list-style-type: arabic-indic }
li { margin-bottom: .4rem }
li > :last-child, dd > :last-child, td > :last-child { margin-bottom: 0 }
dt { font-weight: 700 }
dd { margin: 0 0 .75rem; margin-inline-start: 1.5rem }
dfn { font-style: inherit }
blockquote { margin-inline-start: 0; border-inline-start: 3px solid var(--line); padding-inline-start: 1.25rem }
pre { overflow-x: auto; border-radius: .3rem; padding: .75rem 1rem; background: var(--tint); font-size: .9rem; white-space: pre-wrap }
pre .code-keyword, pre .code-added { font-weight: 700 }
pre .code-comment { font-style: italic }
pre .code-removed { text-decoration: line-through }
.twin-code { display: flex; margin: 0 0 1rem; border-radius: .3rem; background: var(--tint) }
.twin-code > pre { flex: 1; min-width: 0; margin: 0; white-space: pre }
.twin-code > pre[aria-hidden] { flex: none; padding-inline-end: 0; text-align: right; color: var(--quiet); user-select: none; -webkit-user-select: none }
.twin-formula { display: flex; align-items: center; gap: 1rem; margin: 0 0 1rem; overflow-x: auto }
.twin-formula math { flex: 1 }
hr { margin: 2rem 0; border: 0; border-top: 1px solid var(--line) }
sup, sub { line-height: 0; font-size: .75em }
small { font-size: .875em }
mark { background: #f3e6a8; color: #1f2124 }
:is(em, i, cite):is(:lang(ar), :lang(he)) { font-style: normal; font-weight: 700 }

/* Links: underlined, raised or in brackets, so that color is never all they have. */
a { color: var(--accent); text-underline-offset: .2em; text-decoration-thickness: 1px }
a:hover { text-decoration-thickness: 2px }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px }
a.twin-term { color: inherit; text-decoration-style: dotted }
sup a, a.citation { text-decoration: none; font-family: var(--head) }
sup a { padding: .35em .1em }
a.citation { font-size: .85em }
.twin-skip { position: absolute; inset-inline-start: .5rem; top: -6rem; z-index: 1; padding: .75rem 1rem; background: var(--paper); font-family: var(--head) }
.twin-skip:focus { top: .5rem }
.twin-unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }

/* Head and foot */
body > header { margin-top: 0; border-top: .6rem solid var(--accent); padding-block: clamp(2rem, 8vw, 4.5rem) 1rem; font-family: var(--head) }
body > header p { margin-bottom: .5rem }
p.edition, p.rights, p.imprint, p.date, p.authors { color: var(--quiet); font-size: 1rem }
p.subtitle { font-size: 1.3rem; line-height: 1.4 }
footer { margin-top: 4rem; border-top: 1px solid var(--line); padding-block: 1.25rem 3rem; font-family: var(--head); font-size: 1rem; color: var(--quiet) }

/* Parts of the shipped templates */
nav.contents { font-family: var(--head) }
nav.contents ol { list-style: none; padding: 0 }
nav.contents ol ol { margin: .25rem 0 .5rem; padding-inline-start: 1.25rem; font-size: 1rem }
nav.contents a { display: block; padding-block: .3rem; text-decoration: none }
nav.contents a:hover { text-decoration: underline }
.content-note { border: 1px solid var(--line); border-radius: .4rem; padding: .25rem 1.25rem }
.content-note h2 { margin-top: .75rem; border: 0; padding: 0; font-size: 1.1rem; color: inherit }
.key-facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 1.25rem; margin-bottom: 1.5rem; font-family: var(--head) }
div.key-fact { border-top: 3px solid var(--accent); padding-top: .5rem }
div.key-fact p { margin: 0; font-size: 1rem; line-height: 1.45 }
div.key-fact p.value { font-size: 1.7rem; font-weight: 700; line-height: 1.25; color: var(--accent) }
aside { margin: 1.75rem 0; border-inline-start: 4px solid var(--accent); padding: .25rem 0; padding-inline-start: 1.25rem; font-family: var(--head); font-size: 1.05rem }
aside > :last-child { margin-bottom: 0 }
aside.key-fact, aside.activity, aside.answer { padding: 1rem 1.25rem; background: var(--tint) }
aside.caution { border-inline-start-width: 10px; border-color: var(--ink) }
aside.facilitator { border-inline-start-style: dotted; border-color: var(--ink) }
p.callout-title, p.answer-title, p.look-for { margin-bottom: .25rem; font-weight: 700 }
p.callout-details, p.meta { margin-bottom: .25rem; font-family: var(--head); font-size: .9rem; color: var(--quiet) }
ol.questions > li { margin-bottom: 1.75rem; padding-inline-start: .25rem }
ol.questions > li::marker { font-family: var(--head); font-weight: 700 }
ul.options, ul.matches { list-style: none; padding: 0 }
.pairing { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 0 1.5rem }
.side-by-side { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 0 1.5rem; align-items: start; margin-bottom: 1rem }
span.letter { font-weight: 700 }
dl.timeline { border-inline-start: 2px solid var(--accent); padding-inline-start: 1.25rem }
dl.timeline dt { font-family: var(--head); color: var(--accent) }
dl.timeline dd { margin-inline-start: 0 }
span.translations { font-weight: 400; color: var(--quiet) }
section.sources { font-size: 1rem; line-height: 1.5 }
.align-right { text-align: right }
.align-center { text-align: center }

/* Pictures and tables */
figure { margin: 2rem 0 }
figure:has(.twin-chart) { margin-bottom: .5rem }
figcaption, caption { font-family: var(--head); font-size: 1rem; line-height: 1.45; color: var(--quiet); text-align: start }
figcaption { margin-top: .6rem }
caption { padding-bottom: .5rem }
figcaption .label, caption .label { font-weight: 700; color: var(--ink) }
img { max-width: 100%; height: auto; vertical-align: middle }
figure > img { display: block }
.twin-chart { display: block }
.twin-chart svg { width: 100%; height: auto; max-width: 40rem; vertical-align: top }
.twin-drawing { display: inline-block; max-width: 100% }
.twin-drawing svg { width: 100%; height: auto; vertical-align: middle }
.twin-narrow { display: none }
@media (max-width: 34rem) {
  .twin-narrow { display: inline }
  .twin-wide { display: none }
}
/* Charts and drawings are made for paper, so in the dark they stay on it. */
@media (prefers-color-scheme: dark) { .twin-chart, .twin-drawing { border-radius: .4rem; padding: .75rem; background: #fff } }
.twin-words { margin-bottom: 2rem; font-family: var(--head); font-size: 1rem; color: var(--quiet) }
.twin-words summary { padding-block: .25rem; cursor: pointer }
.twin-words p { margin: .25rem 0 0 }
.twin-table { margin: 1.75rem 0; overflow-x: auto }
table { width: 100%; border-collapse: collapse; font-family: var(--head); font-size: 1rem; line-height: 1.45; font-variant-numeric: tabular-nums }
th, td { padding: .45rem .6rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top }
table:not(:has([rowspan])) :is(th, td):first-child { padding-inline-start: 0 }
thead th { border-bottom: 2px solid var(--accent); vertical-align: bottom; color: var(--accent) }
:is(th, td).align-right { text-align: right }
:is(th, td).align-center { text-align: center }

/* Notes, and places to write in */
.twin-notes { margin-top: 2rem; border-top: 1px solid var(--line); padding-top: .75rem; font-size: 1rem; line-height: 1.5 }
.twin-notes ol { margin-bottom: 0 }
.twin-back { padding: .2em .4em }
.twin-answer { border: 1px dashed var(--quiet); border-radius: .3rem; padding: .4rem .75rem; font-family: var(--head); font-size: .9rem; color: var(--quiet) }
.twin-blank, .twin-gap { display: inline-block; width: 12rem; max-width: 60%; border-bottom: 1px solid var(--quiet) }
.twin-gap { width: 5rem }
:target { scroll-margin-top: 1rem }
li:target, dt:target { background: var(--tint) }

@media print {
  :root { --paper: #fff; --ink: #000; --quiet: #444; --accent: #0b4a57; --tint: #fff; --line: #999 }
  body { font-size: 11pt; line-height: 1.45 }
  body > header, main, footer { max-width: none; padding-inline: 0 }
  .twin-skip, footer a, .twin-back { display: none }
  .twin-table { overflow: visible }
  figure, table, aside, li { break-inside: avoid }
  h1, h2, h3, h4, h5, h6 { break-after: avoid }
  .twin-wide { display: inline }
  .twin-narrow { display: none }
  .twin-words { display: none }
  figure:has(.twin-chart) { margin-bottom: 2rem }
  .twin-answer { height: calc(var(--lines) * 9mm); border: 0; padding: 0; background: repeating-linear-gradient(transparent 0 8.7mm, #777 8.7mm 9mm); font-size: 0; print-color-adjust: exact; -webkit-print-color-adjust: exact }
}
`;
