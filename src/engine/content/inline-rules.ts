/** markdown-it rules for what stands inside a line of text: citations, comments, words with attributes, and three mistakes worth a message. */
import type { StateInline, Token } from 'markdown-it';
import { parseAttributes } from './parse-attributes.ts';

const citationText = /\[(\s*@[^[\]\n]*)\](?!\()/y;
const commentText = /<!--(?:(?!-->)[\s\S]){0,1000}-->/y;
const tagText = /<\/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]{0,1000})?\/?>|<!--/y;
const pictureText = /!\[[^[\]]*\][ \t]?\((?:[^()\n]|\([^()\n]*\))*\)?/y;
const noteText = /\[\^([^\]\s]+)\]/y;

/** Takes `[@smith-2026; @lee-2020]`; what is inside is judged when the tree is built. */
export function citation(state: StateInline, silent: boolean): boolean {
  return take(state, silent, { first: 0x5b, pattern: citationText, type: 'citation' });
}

/** Takes `<!-- … -->` inside a paragraph. */
export function inlineComment(state: StateInline, silent: boolean): boolean {
  return take(state, silent, { first: 0x3c, pattern: commentText, type: 'comment' });
}

/** Takes an HTML tag, which Octavo does not read, so that it can be reported and printed as it stands. */
export function rawHtml(state: StateInline, silent: boolean): boolean {
  return take(state, silent, { first: 0x3c, pattern: tagText, type: 'raw_html' });
}

/** Takes `![alt](path …)` that could not be read as a picture. */
export function brokenPicture(state: StateInline, silent: boolean): boolean {
  return take(state, silent, { first: 0x21, pattern: pictureText, type: 'broken_picture' });
}

/**
 * Takes `^[a note written in place]`. The plugin's own rule numbers a note before the notes inside it, which get
 * the same number, so it is not used.
 */
export function inlineNote(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('^[', state.pos)) return false;
  const start = state.pos + 2;
  const end = state.md.helpers.parseLinkLabel(state, state.pos + 1);
  if (end < 0) return false;
  if (!silent) {
    const children: Token[] = [];
    state.md.inline.parse(state.src.slice(start, end), state.md, state.env, children);
    const token = state.push('inline_note', '', 0);
    token.children = children;
    token.info = state.src.slice(start, end);
  }
  state.pos = end + 1;
  return true;
}

/**
 * Takes `[words]{lang=ar}` and `[words]{index}`: words with attributes of their own. Brackets before braces that hold
 * no attribute are ordinary text.
 */
export function attributedSpan(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src.charCodeAt(pos) !== 0x5b || /[@^]/.test(src[pos + 1] ?? '') || pos > lastSpanEnd(state)) return false;
  const end = state.md.helpers.parseLinkLabel(state, pos);
  const attributes = end < 0 ? undefined : parseAttributes(src, end + 1);
  if (!attributes || attributes.end > posMax) return false;
  if (attributes.list.length === 0 && !attributes.malformed.some(({ text }) => text === 'index')) return false;
  if (!silent) {
    const open = state.push('span_open', 'span', 1);
    open.meta = { attributes: src.slice(end + 1, attributes.end), attributesAt: end + 1 };
    state.pos = pos + 1;
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.push('span_close', 'span', -1);
    state.posMax = posMax;
  }
  state.pos = attributes.end;
  return true;
}

/** A bracket behind this place begins no span. Looked up once for each text, so that a text full of brackets is read in one go. */
function lastSpanEnd(state: StateInline): number {
  const environment = state.env as { lastSpan?: { readonly text: string; readonly end: number } };
  if (environment.lastSpan?.text !== state.src) environment.lastSpan = { text: state.src, end: state.src.lastIndexOf(']{') };
  return environment.lastSpan.end;
}

/** Takes `[^note]` where no such note is defined; defined ones were taken before. */
export function undefinedNote(state: StateInline, silent: boolean): boolean {
  return take(state, silent, { first: 0x5b, pattern: noteText, type: 'undefined_note' });
}

function take(
  state: StateInline,
  silent: boolean,
  rule: { readonly first: number; readonly pattern: RegExp; readonly type: string },
): boolean {
  if (state.src.charCodeAt(state.pos) !== rule.first) return false;
  rule.pattern.lastIndex = state.pos;
  const match = rule.pattern.exec(state.src);
  if (!match || state.pos + match[0].length > state.posMax) return false;
  if (!silent) {
    const token = state.push(rule.type, '', 0);
    token.content = match[0];
    token.info = match[1] ?? '';
  }
  state.pos += match[0].length;
  return true;
}
