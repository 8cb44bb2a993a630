/**
 * markdown-it, set up for Octavo: our own constructs, no raw HTML, and what it lacks by nature, places. Every
 * token that a rule begins with carries where that rule matched, in offsets of the text the rule was reading.
 */
import MarkdownIt, {
  type MarkdownIt as Markdown,
  type Ruler,
  type StateBlock,
  type StateCore,
  type StateInline,
  type Token,
} from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { comment, directiveFence, tableCaption } from './block-rules.ts';
import { displayedFormula, inlineFormula } from './formula-rules.ts';
import { attributedSpan, brokenPicture, citation, inlineComment, inlineNote, rawHtml, undefinedNote } from './inline-rules.ts';
import { isUnclosedBlock, parseAttributes, trailingAttributesAt } from './parse-attributes.ts';

/** What our rules leave in `token.meta`. */
export interface TokenPlace {
  /** For blocks an offset in the whole text; inside a line of text an offset in the content of its `inline` token. */
  readonly start?: number;
  readonly end?: number;
  /** Attributes in braces that belong to the token, as written, and where they stand. */
  readonly attributes?: string;
  readonly attributesAt?: number;
  /** Where the caption of an image begins, from the image's start. */
  readonly titleAt?: number;
  /** Set on text that lies deeper than the parser goes. */
  readonly isTooDeep?: boolean;
}

/** What passes between the rules while one text is parsed. */
export interface MarkdownEnvironment {
  [key: string | symbol]: unknown;
  /** Where each note is defined, by label. */
  noteStarts?: Map<string, number[]>;
  /** How many images and notes the inline parser is inside of. */
  depth?: number;
  /** Labels of the notes, each after a colon, and their numbers; -1 for those that nothing calls. Filled by the footnote plugin. */
  footnotes?: { refs?: Record<string, number> };
}

/** Returns what our rules left on a token. */
export function placeOf(token: Token): TokenPlace {
  return (token.meta ?? {}) as TokenPlace;
}

/** Parses a text with normalized line ends into tokens; inline content is parsed as well. */
export function parseTokens(text: string, isInline: boolean, environment: MarkdownEnvironment): readonly Token[] {
  parser ??= createParser();
  return isInline ? parser.parseInline(text, environment) : parser.parse(text, environment);
}

/** Most addresses need no encoding, and encoding is slow. */
const plainAddress = /^[\w:/.?#&=~+,;@!$'()*-]*$/;

/** Returns a link as it may stand in a PDF: in ASCII, with everything else percent-encoded. */
export function encodeLink(address: string): string {
  return plainAddress.test(address) ? address : new MarkdownIt().normalizeLink(address);
}

/** Parses the text of a caption or another single line, in the same environment as the text around it. */
export function parseInlineTokens(text: string, environment: MarkdownEnvironment): readonly Token[] {
  const tokens: Token[] = [];
  parser ??= createParser();
  parser.inline.parse(text, parser, environment, tokens);
  return tokens;
}

/** Images and notes written inside each other beyond this depth are read as plain text; each level is parsed anew. */
const deepestNesting = 4;

let parser: Markdown | undefined;

function createParser(): Markdown {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false, maxNesting: 100 });
  markdown.use(footnotes);
  markdown.core.ruler.disable(['linkify', 'replacements', 'smartquotes', 'text_join']);
  markdown.core.ruler.at('inline', parseParagraphs);
  // Links are judged, and images found, when the tree is built: only there can a problem name its place.
  markdown.normalizeLink = (address) => address;
  markdown.normalizeLinkText = (address) => address;
  markdown.validateLink = () => true;

  const interrupting = ['paragraph', 'reference', 'blockquote', 'list'];
  markdown.block.ruler.before('fence', 'directive', directiveFence, { alt: interrupting });
  markdown.block.ruler.before('fence', 'comment', comment, { alt: interrupting });
  markdown.block.ruler.before('fence', 'displayed_formula', displayedFormula, { alt: interrupting });
  markdown.block.ruler.before('lheading', 'table_caption', tableCaption, { alt: ['blockquote'] });
  markdown.inline.ruler.at('footnote_inline', inlineNote);
  markdown.inline.ruler.before('emphasis', 'formula', inlineFormula);
  markdown.inline.ruler.before('link', 'citation', citation);
  markdown.inline.ruler.before('link', 'attributed_span', attributedSpan);
  markdown.inline.ruler.after('image', 'broken_picture', brokenPicture);
  markdown.inline.ruler.after('autolink', 'comment', inlineComment);
  markdown.inline.ruler.after('comment', 'raw_html', rawHtml);
  markdown.inline.ruler.after('footnote_ref', 'undefined_note', undefinedNote);

  wrapRules(markdown.block.ruler, () => true, locateBlock);
  const located = new Set([
    'link',
    'image',
    'autolink',
    'footnote_inline',
    'footnote_ref',
    'citation',
    'attributed_span',
    'raw_html',
    'broken_picture',
    'undefined_note',
    'formula',
  ]);
  wrapRules(markdown.inline.ruler, (name) => located.has(name), locateInline);
  keepDeepText(markdown);
  return markdown;
}

/** Replaces rules by wrapped ones. markdown-it offers no public way to reach a rule it already has; the version is pinned. */
function wrapRules<Arguments extends unknown[], Result>(
  ruler: Ruler<Arguments, Result>,
  isWanted: (name: string) => boolean,
  wrap: (rule: (...values: Arguments) => Result, name: string) => (...values: Arguments) => Result,
): void {
  for (const rule of ruler.__rules__) if (isWanted(rule.name)) rule.fn = wrap(rule.fn, rule.name);
  ruler.__cache__ = null;
}

type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;
type InlineRule = (state: StateInline, silent: boolean) => boolean;

function locateBlock(rule: BlockRule): BlockRule {
  return (state, startLine, endLine, silent) => {
    if (silent) return rule(state, startLine, endLine, true);
    const index = state.tokens.length;
    const start = state.bMarks[startLine]! + state.tShift[startLine]!;
    if (!rule(state, startLine, endLine, false)) return false;
    const token = state.tokens[index];
    if (token) {
      const lastLine = Math.max(startLine, state.line - 1);
      token.meta = { ...token.meta, start, end: trimEnd(state.src, start, state.eMarks[lastLine]!) };
    }
    return true;
  };
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1]!)) at--;
  return at;
}

function locateInline(rule: InlineRule, name: string): InlineRule {
  return (state, silent) => {
    const start = state.pos;
    const index = state.tokens.length + (state.pending ? 1 : 0);
    const environment = state.env as MarkdownEnvironment;
    const depth = environment.depth ?? 0;
    if (depth > deepestNesting) return false;
    environment.depth = depth + (silent || name === 'link' || name === 'attributed_span' ? 0 : 1);
    const isMatch = rule(state, silent);
    environment.depth = depth;
    if (!isMatch) return false;
    const attributesAt = name === 'image' ? braceAfterImage(state.src, state.pos) : state.pos;
    const attributes = name === 'image' ? attributesAfterImage(state.src, attributesAt) : undefined;
    if (attributes && attributes.end <= state.posMax) state.pos = attributes.end;
    const token = silent ? undefined : state.tokens[index];
    if (token) {
      const written = attributes && { attributes: state.src.slice(attributesAt, state.pos), attributesAt };
      const title = token.attrGet('title');
      const titleAt = title ? state.src.slice(start, attributesAt).lastIndexOf(String(title)) : -1;
      token.meta = { ...token.meta, start, end: state.pos, ...written, ...(titleAt !== -1 && { titleAt }) };
    }
    return true;
  };
}

/** Where attributes would begin: directly behind the image, or after spaces if those braces do hold attributes. */
function braceAfterImage(text: string, at: number): number {
  let brace = at;
  while (text[brace] === ' ' || text[brace] === '\t') brace++;
  if (brace === at || text[brace] !== '{') return at;
  return (parseAttributes(text, brace)?.list.length ?? 0) > 0 || isUnclosedBlock(text, brace) ? brace : at;
}

/** Braces that are never closed count too: they are reported when they are read again. */
function attributesAfterImage(text: string, at: number): { readonly end: number } | undefined {
  return parseAttributes(text, at) ?? (isUnclosedBlock(text, at) ? { end: text.length } : undefined);
}

/** Beyond its nesting limit markdown-it drops text without a word; we keep it as one paragraph that will be reported. */
function keepDeepText(markdown: Markdown): void {
  const tokenize = markdown.block.tokenize.bind(markdown.block);
  markdown.block.tokenize = (state, startLine, endLine) => {
    const first = state.skipEmptyLines(startLine);
    const isTooDeep = state.level >= markdown.options.maxNesting && first < endLine && state.sCount[first]! >= state.blkIndent;
    if (!isTooDeep) {
      tokenize(state, startLine, endLine);
      return;
    }
    const start = state.bMarks[first]! + state.tShift[first]!;
    const open = state.push('paragraph_open', 'p', 1);
    open.map = [first, endLine];
    open.meta = { isTooDeep: true, start, end: trimEnd(state.src, start, state.eMarks[endLine - 1]!) };
    const inline = state.push('inline', '', 0);
    inline.content = state.src.slice(open.meta.start as number, open.meta.end as number);
    inline.map = open.map;
    inline.children = [];
    state.push('paragraph_close', 'p', -1);
    state.line = endLine;
  };
}

/** Parses the text of every block, after taking the attributes at its end away from headings and captions. */
function parseParagraphs(state: StateCore): void {
  let opening: Token | undefined;
  const environment = state.env as MarkdownEnvironment;
  environment.noteStarts = new Map();
  for (const token of state.tokens) {
    if (token.type === 'footnote_reference_open') {
      const label = String(token.meta?.label);
      const starts = environment.noteStarts.get(label);
      const start = placeOf(token).start ?? 0;
      if (starts) starts.push(start);
      else environment.noteStarts.set(label, [start]);
    }
    if (token.type === 'inline') {
      if (opening?.type === 'heading_open' || opening?.type === 'table_caption_open') takeAttributes(opening, token);
      state.md.inline.parse(token.content, state.md, state.env, token.children!);
    }
    opening = token;
  }
}

function takeAttributes(opening: Token, inline: Token): void {
  const attributesAt = trailingAttributesAt(inline.content);
  // Braces right behind a bracket belong to the words in the brackets.
  if (attributesAt === -1 || inline.content[attributesAt - 1] === ']') return;
  const attributes = inline.content.slice(attributesAt);
  opening.meta = { ...opening.meta, attributes, attributesAt };
  inline.content = inline.content.slice(0, attributesAt).trimEnd();
}
