/**
 * Turns the Markdown that booklets are written in into Typst markup with the same words and the same structure:
 * headings, lists, tables, footnotes, figures, references, citations, callouts and marked glossary terms.
 */
import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).use(footnotes);

/** Blocks that the student edition leaves out. */
const facilitatorOnly = new Set(['facilitator']);

/**
 * What a conversion knows: the number of each source, and how to find glossary terms.
 *
 * @typedef {{ sourceNumbers: ReadonlyMap<string, number>, terms: { pattern: RegExp, idOf: ReadonlyMap<string, string> } | undefined }} Context
 */

/** Collects all forms of all glossary terms in one pattern, so that a text is read once however many there are. */
export function findTerms(glossary) {
  if (glossary.length === 0) return undefined;
  const idOf = new Map();
  for (const entry of glossary) for (const form of [entry.term, ...(entry.aliases ?? [])]) idOf.set(form.toLowerCase(), idFor(entry.term));
  const forms = [...idOf.keys()].sort((a, b) => b.length - a.length).map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { pattern: new RegExp(`\\b(?:${forms.join('|')})\\b`, 'gi'), idOf };
}

/** Returns a label name for a term. */
export const idFor = (term) => term.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** Escapes what Typst would read as markup. Quotation marks stay: both contestants turn straight ones into curly ones. */
export function escapeTypst(text) {
  return text
    .replace(/[\\#$*_`<>@[\]~]/g, '\\$&')
    .replaceAll('//', '/\\/')
    .replace(/^([-+=/]|\d+\.)/, (mark) => mark.replace(/.$/, '\\$&'));
}

/** Converts one section. The first heading of the file becomes a heading of level 1 with the section's name as its label. */
export function sectionToTypst(text, sectionId, context) {
  const state = { ...context, seen: new Set(), notes: new Map(), label: sectionId };
  return convertLines(text.replace(/<!--.*?-->/gs, '').split('\n'), state);
}

/** Converts a short text such as a question or a definition. */
export function proseToTypst(text, context) {
  return convertLines(String(text).split('\n'), { ...context, seen: new Set(), notes: new Map(), label: undefined }).trim();
}

/** Splits at `:::` fences; what is between them is plain Markdown. */
function convertLines(lines, state) {
  const parts = [];
  let plain = [];
  // Notes may stand outside the block that calls them, so the whole file's notes are known to every part.
  const definitions = lines.join('\n').match(/^\[\^[^\]]+\]:.*(?:\n {4}.*)*/gm) ?? [];
  const flush = () => {
    if (plain.some((line) => line.trim())) parts.push(convertBlocks(plain.join('\n'), definitions, state));
    plain = [];
  };
  for (let index = 0; index < lines.length; index += 1) {
    const fence = /^(:{3,})([a-z-]+)(?:\{(.*)\})?\s*$/.exec(lines[index]);
    if (!fence) {
      plain.push(lines[index]);
      continue;
    }
    flush();
    const end = lines.indexOf(fence[1], index + 1);
    const inner = lines.slice(index + 1, end);
    if (!facilitatorOnly.has(fence[2])) parts.push(`#callout[${titleOf(fence)}][\n${convertLines(inner, state)}\n]\n`);
    index = end;
  }
  flush();
  return parts.join('\n');
}

function titleOf(fence) {
  const title = /title="([^"]*)"/.exec(fence[3] ?? '')?.[1];
  const name = fence[2][0].toUpperCase() + fence[2].slice(1).replaceAll('-', ' ');
  return escapeTypst(title ? `${name}: ${title}` : name);
}

function convertBlocks(text, definitions, state) {
  const withNotes = definitions.reduce((all, definition) => (all.includes(definition) ? all : `${all}\n\n${definition}`), text);
  const tokens = markdown.parse(withNotes, {});
  readNotes(tokens, state);
  const end = tokens.findIndex((token) => token.type === 'footnote_block_open');
  return renderBlocks(end < 0 ? tokens : tokens.slice(0, end), state);
}

/** Notes come last in the tokens but are needed where they are called. */
function readNotes(tokens, state) {
  let id;
  for (const token of tokens) {
    if (token.type === 'footnote_open') id = token.meta.id;
    if (token.type === 'inline' && id !== undefined) state.notes.set(id, renderInline(token.children, state));
    if (token.type === 'footnote_close') id = undefined;
  }
}

function renderBlocks(tokens, state) {
  const output = [];
  const lists = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token.type === 'heading_open') {
      output.push(
        `${'='.repeat(Number(token.tag[1]))} ${renderInline(tokens[index + 1].children, state)}${token.tag === 'h1' && state.label ? ` <${state.label}>` : ''}\n`,
      );
      index += 2;
    } else if (token.type === 'bullet_list_open') lists.push('-');
    else if (token.type === 'ordered_list_open') lists.push('+');
    else if (token.type.endsWith('_list_close')) {
      lists.pop();
      output.push('');
    } else if (token.type === 'list_item_open') output.push(`${'  '.repeat(lists.length - 1)}${lists.at(-1)} `);
    else if (token.type === 'table_open') {
      const end = tokens.findIndex((other, at) => at > index && other.type === 'table_close');
      output.push(renderTable(tokens.slice(index, end), tokens[end + 2], state));
      // A caption is a paragraph of its own below the table: opening, words, closing.
      index = captionOf(tokens[end + 2]) ? end + 3 : end;
    } else if (token.type === 'inline') renderParagraph(token, output, { state, inList: lists.length > 0 });
  }
  return output.join('\n');
}

function renderParagraph(token, output, { state, inList }) {
  const image = token.children.find((child) => child.type === 'image');
  if (image) {
    const label = /\{#([\w-]+)\}/.exec(token.content)?.[1];
    output.push(
      `#figure(image("${image.attrGet('src')}", width: 100%, alt: ${JSON.stringify(image.content)}), caption: [${escapeTypst(image.attrGet('title') ?? '')}])${label ? ` <${label}>` : ''}\n`,
    );
    return;
  }
  const text = renderInline(token.children, state);
  if (inList) output[output.length - 1] += text;
  else output.push(`${text}\n`);
}

const captionOf = (token) => (token?.type === 'inline' ? /^Table: (.*?)\s*(?:\{#([\w-]+)\})?$/s.exec(token.content) : null);

function renderTable(tokens, after, state) {
  const cells = { head: [], body: [] };
  let part = 'head';
  for (const token of tokens) {
    if (token.type === 'tbody_open') part = 'body';
    if (token.type === 'inline') cells[part].push(`[${renderInline(token.children, state)}]`);
  }
  const caption = captionOf(after);
  const columns = cells.head.length;
  return `#figure(table(columns: (1fr,) * ${columns}, table.header(${cells.head.join(', ')}), ${cells.body.join(', ')}), kind: table${
    caption ? `, caption: [${escapeTypst(caption[1])}]` : ''
  })${caption?.[2] ? ` <${caption[2]}>` : ''}\n`;
}

function renderInline(children, state) {
  const output = [];
  for (let index = 0; index < children.length; index += 1) {
    const token = children[index];
    if (token.type === 'text') output.push(renderText(token.content, state));
    else if (token.type === 'softbreak') output.push(' ');
    else if (token.type === 'strong_open') output.push('#strong[');
    else if (token.type === 'em_open') output.push('#emph[');
    else if (token.type === 'strong_close' || token.type === 'em_close') output.push(']');
    else if (token.type === 'footnote_ref') output.push(`#footnote[${state.notes.get(token.meta.id) ?? ''}]`);
    else if (token.type === 'code_inline') output.push(escapeTypst(token.content));
    else if (token.type === 'link_open') {
      const target = token.attrGet('href');
      if (children[index + 1]?.type === 'link_close') output.push(`#see(<${target.slice(1)}>)`);
    }
  }
  // A bracket or parenthesis after a closed function call would be read as one more argument.
  return output.join('').replace(/\](?=[([.])/g, '];');
}

/** Marks the first use of each term in a section, and turns citations into linked numbers. */
function renderText(text, state) {
  return text
    .split(/(\[@[^\]]+\])/)
    .map((part) => {
      if (!part.startsWith('[@')) return markTerms(part, state);
      const ids = [...part.matchAll(/@([\w:.-]+)/g)].map((match) => match[1]);
      return ids.map((id) => `#cite-source(<source-${id}>)[${state.sourceNumbers.get(id) ?? '?'}]`).join(', ');
    })
    .join('');
}

function markTerms(text, state) {
  if (!state.terms) return escapeTypst(text);
  let output = '';
  let from = 0;
  for (const match of text.matchAll(state.terms.pattern)) {
    const id = state.terms.idOf.get(match[0].toLowerCase());
    if (state.seen.has(id)) continue;
    state.seen.add(id);
    output += `${escapeTypst(text.slice(from, match.index))}#term(<term-${id}>)[${escapeTypst(match[0])}]`;
    from = match.index + match[0].length;
  }
  return output + escapeTypst(text.slice(from));
}
