import { describe, expect, it } from 'vitest';
import { type MarkupNode, textOf } from '../../../src/engine/markup/element.ts';
import { parseMarkup } from '../../../src/engine/markup/parse-markup.ts';
import type { Diagnostic } from '../../../src/engine/source/diagnostic.ts';
import { createSourceFile } from '../../../src/engine/source/source-file.ts';

const file = createSourceFile(0, 'templates/t/layout.hbs', 'x'.repeat(400));

function parse(html: string) {
  const found: Diagnostic[] = [];
  const root = parseMarkup(html, [file], (diagnostic) => found.push(diagnostic));
  return { root, found, codes: found.map((diagnostic) => diagnostic.code), shape: root.children.map(describeNode).join('') };
}

function describeNode(node: MarkupNode): string {
  if (node.kind === 'text') return node.text;
  const attributes = [...node.attributes].map(([name, value]) => ` ${name}=${value}`).join('');
  return `(${node.name}${attributes}${node.children.length > 0 ? ' ' : ''}${node.children.map(describeNode).join('')})`;
}

describe('parseMarkup', () => {
  it('builds a tree under a body', () => {
    const { root, shape, found } = parse('<section id=a><p class="x y">One <em>two</em></p></section>');
    expect(root.name).toBe('body');
    expect(shape).toBe('(section id=a (p class=x y One (em two)))');
    expect(found).toEqual([]);
  });

  it('turns stamps into origins, which children inherit', () => {
    const { root } = parse('<p origin="0:10-13">a <em>b</em></p>');
    const [p] = root.children;
    expect(p?.origin).toEqual({ file, start: 10, end: 13 });
    expect(p?.kind === 'element' && p.attributes.has('origin')).toBe(false);
    expect(p?.kind === 'element' && p.children.map((child) => child.origin?.start)).toEqual([10, 10]);
  });

  it('keeps a forged origin as an ordinary, unknown attribute', () => {
    expect(parse('<p origin="nonsense">a</p>').shape).toBe('(p origin=nonsense a)');
    expect(parse('<p origin="7:1-2">a</p>').shape).toBe('(p origin=7:1-2 a)');
  });

  it('decodes entities in text and attributes', () => {
    const { root, shape } = parse('<p class="a&amp;b">x &lt; y&nbsp;&eacute; &#x41;&#66;</p>');
    expect(textOf(root)).toBe('x < y\u00a0é AB');
    expect(shape).toContain('class=a&b');
  });

  it('reports an entity that stands for nothing', () => {
    const { found, root } = parse('<p origin="0:5-8">a &nosuch; b</p>');
    expect(found).toEqual([
      {
        severity: 'error',
        code: 'markup/unknown-entity',
        message: '`&nosuch;` stands for no character',
        hint: expect.any(String),
        span: { file, start: 5, end: 8 },
      },
    ]);
    expect(textOf(root)).toBe('a &nosuch; b');
  });

  it('leaves a bare ampersand and a bare less-than sign alone', () => {
    const { root, found } = parse('<p>a & b < c</p>');
    expect(textOf(root)).toBe('a & b < c');
    expect(found).toEqual([]);
  });

  it('says at its start tag that an element is never closed', () => {
    const { found, shape } = parse('<section origin="0:0-9"><p origin="0:20-23">text');
    expect(found.map((each) => [each.message, each.span?.start])).toEqual([
      ['<p> is never closed', 20],
      ['<section> is never closed', 0],
    ]);
    expect(shape).toBe('(section (p text))');
  });

  it('says that an element is not closed before the end of one around it', () => {
    const { found, shape } = parse('<section><p origin="0:20-23">text</section><p>after</p>');
    expect(found.map((each) => [each.message, each.span?.start])).toEqual([['<p> is not closed before </section>', 20]]);
    expect(shape).toBe('(section (p text))(p after)');
  });

  it('reports crossed elements once', () => {
    const { codes, shape } = parse('<p><b>one <i>two</b> three</i></p>');
    expect(codes).toEqual(['markup/unclosed-element']);
    expect(shape).toBe('(p (b one (i two)) three)');
  });

  it('reports a stray end tag at its own place when it is stamped', () => {
    const { found } = parse('<p origin="0:0-3">a</p></section origin="0:30-40">');
    expect(found.map((each) => [each.code, each.span?.start])).toEqual([['markup/stray-end-tag', 30]]);
  });

  it('reports a stray end tag near the element before it otherwise', () => {
    expect(parse('<p origin="0:7-9">a</p></b>').found[0]?.span?.start).toBe(7);
  });

  it('takes void elements with or without a slash, and as an empty pair', () => {
    const { shape, codes } = parse('<p>a<br>b<br/>c<checkbox></checkbox>d</p><answer-lines fill/><div/>');
    expect(shape).toBe('(p a(br)b(br)c(checkbox)d)(answer-lines fill=)(div)');
    expect(codes).toEqual([]);
  });

  it('reports a duplicate attribute and keeps the first', () => {
    const { found, shape } = parse('<p class="a" class="b" origin="0:3-5">x</p>');
    expect(found.map((each) => [each.message, each.span?.start])).toEqual([['<p> has `class` twice', 3]]);
    expect(shape).toBe('(p class=a x)');
  });

  it('reports a tag without an end', () => {
    expect(parse('<p>a</p><section class="x').found.map((each) => each.message)).toEqual(['the tag `<section class="x` has no end']);
  });

  it('drops comments and reports declarations', () => {
    const { shape, codes } = parse('<!DOCTYPE html><!-- <p> --><p>a<!-- b -->c</p>');
    expect(shape).toBe('(p ac)');
    expect(codes).toEqual(['markup/declaration']);
  });

  it('drops white space between blocks and keeps it in text', () => {
    expect(parse('<ul>\n  <li> <b>a</b> <i>b</i>\n  </li>\n  <li>c\n <ul> <li>d</li> </ul> </li>\n</ul>').shape).toBe(
      '(ul (li (b a) (i b))(li c\n (ul (li d))))',
    );
    expect(parse('<p><b>a</b> <i>b</i></p>').shape).toBe('(p (b a) (i b))');
    expect(parse('<pre>\n a\n</pre>').shape).toBe('(pre \n a\n)');
  });

  it('reads names without regard to case', () => {
    expect(parse('<DIV CLASS="A">x</Div>')).toMatchObject({ shape: '(div class=A x)', codes: [] });
  });

  it('does not complain twice of an unknown element', () => {
    expect(parse('<p><input>a</p>').codes).toEqual([]);
  });

  it('survives nesting far beyond reason, and says so once', () => {
    const { codes, root } = parse(`${'<div>'.repeat(20_000)}x${'</div>'.repeat(20_000)}`);
    expect(codes).toEqual(['markup/too-deep']);
    expect(textOf(root)).toBe('x');
  });

  it('takes time in proportion to a long text', () => {
    const { root, codes } = parse('<p>a <b>b</b> c</i></p>\n'.repeat(20_000));
    expect(root.children).toHaveLength(20_000);
    expect(codes).toHaveLength(20_000);
  });
});
