/**
 * A booklet as one web page that needs nothing else: no script, no network, no font of its own. It begins with its
 * head, then the main part in the order of the booklet, then a way back to the contents.
 */
import { type MarkupElement, type MarkupNode, textOf } from '../markup/element.ts';
import { claimId, escapeHtml, type HtmlPage, type HtmlPlace, openPage } from './html-page.ts';
import { htmlStyle } from './html-style.ts';
import { hasTitle, levelHeadings } from './level-headings.ts';
import type { Twin } from './twin.ts';
import { writeElement, writeNodes, writeNotes } from './write-html.ts';

/** Renders the page. The same twin gives the same text. */
export function renderHtml(twin: Twin): string {
  const isTitled = hasTitle(twin.root);
  const page = openPage(twin, levelHeadings(twin.root, isTitled ? 1 : 2));
  const top = claimId('top', page);
  const { head, rest } = splitHead(twin.root);
  const textStart = rest.find((node) => node.kind === 'element' && node.name === 'main');
  const textId = claimId('text', page);
  page.parts.push(
    `<body id="${top}">\n<a class="twin-skip" href="#${textId}">${escapeHtml(twin.labels.skipToText)}</a>\n`,
    isTitled ? '' : `<header><h1>${escapeHtml(twin.title)}</h1></header>`,
  );
  if (head?.name === 'h1') {
    page.parts.push('<header>');
    writeElement(head, outside, page);
    page.parts.push('\n</header>');
  } else if (head) writeElement(head, outside, page);
  page.parts.push(textStart ? '\n<main>' : `\n<main id="${textId}" tabindex="-1">`);
  for (const node of rest) {
    if (node === textStart) page.parts.push(`\n<span id="${textId}" tabindex="-1"></span>`);
    writeNodes([node], outside, page);
  }
  writeNotes(page);
  page.parts.push(`\n</main>\n${footer(page, top)}\n</body>\n</html>\n`);
  return `${documentHead(twin)}\n${page.parts.join('')}`;
}

const outside: HtmlPlace = { isInline: false, isInLink: false, isVerbatim: false, isInHead: false, isInSection: false, isInFigure: false };

/** The head is the cover or the masthead, or at least the title. */
function splitHead(root: MarkupElement): { readonly head: MarkupElement | undefined; readonly rest: readonly MarkupNode[] } {
  const at = root.children.findIndex((node) => node.kind === 'element' || node.text.trim() !== '');
  const first = root.children[at];
  const isHead = first?.kind === 'element' && (first.name === 'header' || first.name === 'h1');
  return isHead ? { head: first, rest: root.children.slice(at + 1) } : { head: undefined, rest: root.children };
}

function documentHead(twin: Twin): string {
  const described = [
    ['generator', twin.producer],
    ['author', twin.authors.join(twin.labels.listComma)],
    ['description', twin.subject ?? ''],
  ].filter(([, content]) => content !== '');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(twin.language)}" dir="${twin.direction}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(`${twin.title} · ${twin.edition}`)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
${described.map(([name, content]) => `<meta name="${name}" content="${escapeHtml(content!)}">\n`).join('')}<style>${htmlStyle}</style>
</head>`;
}

function footer(page: HtmlPage, top: string): string {
  const { twin } = page;
  const saysRights = twin.rights === undefined || textOf(twin.root).includes(twin.rights);
  const rights = saysRights ? '' : `\n<p>${escapeHtml(twin.rights!)}</p>`;
  const [target, words] = page.contentsId === undefined ? [top, twin.title] : [page.contentsId, twin.labels.contents];
  return `<footer>${rights}\n<p><a href="#${escapeHtml(target)}">↑ ${escapeHtml(words)}</a></p>\n</footer>`;
}
