/**
 * Reads an XML file into a tree that knows where everything stands, strictly: the first mistake against the rules of XML
 * ends it. There are no entities but the five of XML itself, and no document type can bring in others.
 */
import { QuoteType, Tokenizer } from 'htmlparser2';
import type { Report } from '../source/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import * as problems from './xml-problems.ts';

/** An attribute with the offsets of its value. */
export interface XmlAttribute {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface XmlText {
  readonly kind: 'text';
  readonly text: string;
  readonly start: number;
}

export interface XmlElement {
  readonly kind: 'element';
  /** As written, with its prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, XmlAttribute>;
  readonly children: readonly (XmlElement | XmlText)[];
  /** Offsets of the start tag: of its `<`, and after its name. */
  readonly start: number;
  readonly end: number;
}

/** Deeper trees exhaust the stack of those who walk them. */
const deepestNesting = 200;

type OpenElement = Omit<XmlElement, 'children' | 'attributes'> & {
  readonly children: (XmlElement | XmlText)[];
  readonly attributes: Map<string, XmlAttribute>;
};

/** Ends the reading at the first mistake. */
class Malformed extends Error {}

/** Parses an XML file and returns its root; undefined after a mistake was reported. */
export function parseXml(file: SourceFile, report: Report): XmlElement | undefined {
  try {
    return readTree(file, report);
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}

function readTree(file: SourceFile, report: Report): XmlElement {
  const { text: xml } = file;
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let current: OpenElement | undefined;
  let isInTag = false;
  let attribute = { name: '', value: '', start: 0 };

  const fail = (problem: ReturnType<typeof problems.unclosedTag>, start: number, end = start + 1): never => {
    report({ ...problem, span: { file, start, end: Math.min(end, xml.length) } });
    throw new Malformed();
  };
  const addText = (text: string, start: number): void => {
    const parent = open.at(-1);
    if (parent) {
      const last = parent.children.at(-1);
      if (last?.kind === 'text') parent.children[parent.children.length - 1] = { ...last, text: last.text + text };
      else parent.children.push({ kind: 'text', text, start });
    } else if (/[^\s\ufeff]/.test(text)) fail(problems.textOutside(), start + text.search(/[^\s\ufeff]/));
  };
  const checkEntities = (text: string, start: number): void => {
    const match = /&[^\s;&<]*;?/.exec(text);
    if (match) fail(problems.unknownXmlEntity(match[0]), start + match.index, start + match.index + match[0].length);
  };
  const close = (): void => {
    const element = open.pop()!;
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root = element;
  };
  const endStartTag = (): void => {
    isInTag = false;
    open.push(current!);
    if (open.length > deepestNesting) fail(problems.nestedXml(deepestNesting), current!.start, current!.end);
  };

  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: true },
    {
      ontext(start, end) {
        const text = xml.slice(start, end);
        checkEntities(text, start);
        addText(text, start);
      },
      ontextentity: (codepoint, end) => addText(String.fromCodePoint(codepoint), end),
      onopentagname(start, end) {
        if (root && open.length === 0) fail(problems.secondRoot(), start - 1, end);
        isInTag = true;
        current = { kind: 'element', name: xml.slice(start, end), attributes: new Map(), children: [], start: start - 1, end };
      },
      onattribname(start, end) {
        attribute = { name: xml.slice(start, end), value: '', start: -1 };
        if (current!.attributes.has(attribute.name)) fail(problems.doubleAttribute(attribute.name), start, end);
      },
      onattribdata(start, end) {
        const text = xml.slice(start, end);
        checkEntities(text, start);
        if (attribute.start === -1) attribute.start = start;
        attribute.value += text;
      },
      onattribentity(codepoint) {
        attribute.value += String.fromCodePoint(codepoint);
      },
      onattribend(quote, end) {
        const { name, value } = attribute;
        if (quote === QuoteType.NoValue || quote === QuoteType.Unquoted) fail(problems.unquotedAttribute(name), end - 1, end);
        const start = attribute.start === -1 ? end : attribute.start;
        // White space in attributes is a space (XML 1.0, section 3.3.3).
        current!.attributes.set(name, { value: value.replace(/[\t\r\n]/g, ' '), start, end: Math.max(start, end) });
      },
      onopentagend: endStartTag,
      onselfclosingtag() {
        endStartTag();
        close();
      },
      onclosetag(start, end) {
        const name = xml.slice(start, end);
        const parent = open.at(-1);
        if (!parent) fail(problems.strayXmlEndTag(name), start - 2, end);
        else if (parent.name !== name) fail(problems.unclosedTag(parent.name, name), parent.start, parent.end);
        else close();
      },
      oncdata(start, end, endOffset) {
        // The token begins after `<!` and ends before `]]>`; `[CDATA[` has seven letters.
        addText(xml.slice(start + 7, end - endOffset), start + 7);
      },
      oncomment() {},
      onprocessinginstruction() {},
      ondeclaration(start, end) {
        if (xml.slice(start, end).includes('[')) fail(problems.ownEntities(), start - 2, end);
      },
      onend() {},
    },
  );
  tokenizer.write(xml);
  tokenizer.end();
  if (isInTag) fail(problems.unfinishedXmlTag(current!.name), current!.start, current!.end);
  const last = open.at(-1);
  if (last) fail(problems.unclosedTag(last.name, undefined), last.start, last.end);
  return root ?? fail(problems.noElement(), 0);
}
