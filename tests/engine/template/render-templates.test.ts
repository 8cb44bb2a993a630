import { describe, expect, it } from 'vitest';
import type { Booklet, Edition } from '../../../src/engine/content/booklet.ts';
import { labelsFor } from '../../../src/engine/content/labels.ts';
import { parseMarkdown } from '../../../src/engine/content/parse-markdown.ts';
import type { ProseNode } from '../../../src/engine/content/prose.ts';
import { type MarkupElement, textOf } from '../../../src/engine/markup/element.ts';
import { parseMarkup } from '../../../src/engine/markup/parse-markup.ts';
import type { Diagnostic } from '../../../src/engine/source/diagnostic.ts';
import { createSourceFile, positionAt } from '../../../src/engine/source/source-file.ts';
import { PrintedProse } from '../../../src/engine/template/printed-prose.ts';
import { renderTemplates } from '../../../src/engine/template/render-templates.ts';
import { writeRendered } from '../../support/write-prose.ts';

const content = createSourceFile(0, 'content/x/booklet.yaml', 'Two *words*');
const origin = { file: content, start: 0, end: 11 };
const prose = parseMarkdown(content, { start: 0, end: 11 }, { language: 'en', mode: 'auto' }, () => {});
const edition: Edition = {
  name: 'student',
  audience: 'student',
  showsAnswers: false,
  showsAnswerLines: true,
  leastSizes: { text: 8, notes: 7 },
};

const booklet: Booklet = {
  name: 'x',
  title: 'Salt & <Pepper>',
  language: 'en',
  direction: 'ltr',
  date: '2026-03-03',
  authors: ['Ada', 'Ben'],
  template: 'briefing',
  paper: 'a4',
  chartData: 'none',
  sourceCodes: false,
  objectives: [prose],
  keyFacts: [],
  isWhole: true,
  sections: [
    { id: 'one', title: 'First', body: prose, origin },
    { id: 'two', title: 'Second', body: prose, origin },
  ],
  glossary: [],
  questions: ['two', 'one', undefined].map((section, index) => ({
    id: `question-${index + 1}`,
    question: prose,
    level: 'apply',
    kind: 'open',
    ...(section !== undefined && { section }),
    minutes: 6,
    grouping: 'pairs',
    answerLines: 3,
    options: [],
    matches: [],
    lookFor: [],
    origin,
  })),
  sources: [],
  editions: [edition],
  origin,
};

/** Renders templates given as texts by name; says each problem with its place. */
function render(texts: Readonly<Record<string, string>>, language = 'en') {
  const found: Diagnostic[] = [];
  const templates = Object.entries(texts).map(([name, text], index) => createSourceFile(index + 1, `t/${name}.hbs`, text));
  const rendered = renderTemplates({ booklet, edition, templates, labels: labelsFor(language) }, (diagnostic) => found.push(diagnostic));
  const html = writeRendered(rendered);
  const problems = found.map(({ code, message, span }) => {
    if (!span) return `${code} ${message}`;
    const { line, column } = positionAt(span.file, span.start);
    return `${span.file.path}:${line}:${column} ${code} ${message}`;
  });
  return { rendered, html, plain: html.replace(/ origin="[^"]*"/g, ''), problems, found, files: [content, ...templates] };
}

const layout = (text: string) => render({ layout: text });

describe('renderTemplates', () => {
  it('prints text escaped and prose as elements', () => {
    expect(layout('<h1>{{booklet.title}}</h1>').plain).toBe('<h1>Salt &amp; &lt;Pepper&gt;</h1>');
    expect(layout('{{#each booklet.objectives}}<p>{{this}}</p>{{/each}}').plain).toBe('<p><span>Two <em>words</em></span></p>');
    expect(layout('{{#each booklet.sections}}{{number}}{{body}}{{/each}}').plain).toBe(
      '1<p>Two <em>words</em></p>2<p>Two <em>words</em></p>',
    );
  });

  it('counts questions in the order in which they are printed', () => {
    const { plain } = layout(
      '{{#each booklet.sections}}{{#each questions}}{{id}}={{number}} {{/each}}{{/each}}{{#each booklet.questions}}{{id}}={{number}}{{/each}}',
    );
    expect(plain).toBe('question-2=1 question-1=2 question-3=3');
  });

  it('has everything optional there as nothing', () => {
    expect(
      layout('{{#if booklet.subtitle}}a{{else}}b{{/if}}{{booklet.rights}}{{#each booklet.glossary}}x{{else}}none{{/each}}'),
    ).toMatchObject({ plain: 'bnone', problems: [] });
  });

  it('includes partials, with what they are given', () => {
    const { plain, problems } = render({
      layout: '{{#each booklet.sections}}{{> part}}{{> part title="Z"}}{{/each}}',
      part: '<p>{{title}}{{@root.edition.name}}</p>',
    });
    expect(problems).toEqual([]);
    expect(plain).toBe('<p>Firststudent</p><p>Zstudent</p><p>Secondstudent</p><p>Zstudent</p>');
  });

  it('means by names what Handlebars means', () => {
    const texts: Readonly<Record<string, string>> = {
      '{{#each booklet.authors as |name place|}}{{place}}{{name}}{{@index}}{{@first}}{{@last}};{{/each}}': '0Ada0truefalse;1Ben1falsetrue;',
      '{{#each booklet.sections}}{{#each ../booklet.authors}}{{@../index}}{{@index}}{{../id}}{{this}} {{/each}}{{/each}}':
        '00oneAda 01oneBen 10twoAda 11twoBen ',
      '{{#with edition as |e|}}{{name}}{{e.name}}{{../booklet.name}}{{@root.booklet.name}}{{/with}}': 'studentstudentxx',
      '{{#each edition}}{{@key}}={{this}}{{#unless @last}}, {{/unless}}{{/each}}':
        'name=student, label=Student edition, audience=student, showsAnswers=false, showsAnswerLines=true',
      '{{#if booklet.rights}}a{{else if booklet.title}}b{{else}}c{{/if}}': 'b',
      '{{^if booklet.rights}}a{{/if}}{{#unless booklet.rights}}b{{else}}c{{/unless}}': 'ab',
      '{{#if 0}}a{{else}}b{{/if}}{{#if 0 includeZero=true}}c{{/if}}{{#if ""}}d{{/if}}{{#if booklet.sources}}e{{/if}}': 'bc',
      '{{#with booklet.rights}}a{{else}}b{{/with}}{{#with 0}}c{{/with}}': 'bc',
      '{{#each booklet.sections}}{{#if number}}{{#if ../booklet}}{{this.number}}{{./number}}{{/if}}{{/if}}{{/each}}': '1122',
      '{{#eq (lookup booklet.authors 0) "Ada"}}{{booklet.authors.[1]}}{{booklet.authors.length}}{{/eq}}': 'Ben2',
      '{{12}}{{letter @index}}x': 'x',
      ' {{~#if true~}} a {{~/if~}} b': 'ab',
      '<i>\n  {{#if true}}\n  a\n  {{/if}}\n</i>': '<i>\n  a\n</i>',
    };
    for (const [text, expected] of Object.entries(texts)) expect(layout(text).plain, text).toBe(expected);
  });

  it('puts partials where they stand, with what is around them', () => {
    const { plain, problems } = render({
      layout: '<i>\n  {{> part booklet.authors sep="-"}}\n</i>{{#each booklet.authors}}{{> line}}{{> line @root.edition}}{{/each}}',
      part: '{{sep}}{{[0]}}\n',
      line: '{{@index}}{{@root.booklet.name}} ',
    });
    expect(problems).toEqual([]);
    expect(plain).toBe('<i>\n  -Ada\n</i>0x 0x 1x 1x ');
  });

  it('lets helpers print in the language of the booklet', () => {
    const text =
      '{{label "contents"}}|{{date booklet.date}}|{{#with booklet.questions.[0]}}{{minutes minutes}}|{{level level}}|{{grouping grouping}}{{/with}}|{{join booklet.authors ", "}}|{{number 12}}|{{letter 1}}{{letter 26}}';
    expect(layout(text)).toMatchObject({ plain: 'Contents|3\u00a0March 2026|6 minutes|Apply|in pairs|Ada, Ben|12|BAA', problems: [] });
    expect(render({ layout: '{{label "glossary"}} {{number 12}} {{letter 1}}' }, 'ar').plain).toBe('مسرد المصطلحات ١٢ ب');
    expect(
      layout('{{#eq edition.name "student"}}s{{else}}f{{/eq}}{{lookup booklet.authors 1}}{{fill labels.accessed date="now"}}').plain,
    ).toBe('sBenaccessed now');
  });

  it('finds no text in lists and groups that helpers are given', () => {
    expect(layout('{{fill "[{a}]" a=booklet}}{{lookup booklet booklet}}{{join booklet.authors booklet}}').plain).toBe('[]AdaBen');
    expect(layout('{{label booklet}}').problems).toEqual(['t/layout.hbs:1:1 template/bad-argument `label`: there is no ""']);
    expect(layout('{{lookup booklet "authors"}}').problems).toEqual([
      't/layout.hbs:1:1 template/not-printable `lookup` is a list and cannot be printed as it is',
    ]);
  });

  it('escapes what helpers print', () => {
    expect(layout('{{join booklet.authors "<"}}').plain).toBe('Ada&lt;Ben');
  });
});

describe('prose', () => {
  const elementOf = (name: string, children: readonly ProseNode[]): ProseNode => ({
    kind: 'element',
    name,
    attributes: new Map(),
    children,
    start: 0,
    end: 0,
  });
  const listOf = (items: readonly string[]) =>
    elementOf(
      'ul',
      items.map((text) => elementOf('li', [{ kind: 'text', text }])),
    );

  const markup = (text: string) => {
    const { rendered, files } = layout(text);
    const found: string[] = [];
    const root = parseMarkup(rendered, files, ({ message }) => found.push(message));
    return { root, found };
  };

  it('is plain text in the value of an attribute and in what a helper prints', () => {
    const { root, found } = markup(
      '<p class="{{#each booklet.objectives}}<{{this}}>{{/each}}">{{fill "[{a}]" a=(lookup booklet.objectives 0)}}</p>',
    );
    expect(found).toEqual([]);
    expect(root.children).toMatchObject([{ name: 'p', children: [{ text: '[Two words]' }] }]);
    expect((root.children[0] as MarkupElement).attributes).toEqual(new Map([['class', '<Two words>']]));
  });

  it('says blocks apart in the value of an attribute', () => {
    const made = { file: content, isInline: false, nodes: [listOf(['One', 'Two'])], origin };
    expect(new PrintedProse(made, { labels: labelsFor('en'), sourceNumbers: new Map(), direction: 'ltr' }).text).toBe('One Two');
  });

  it('has no place in a tag, which a message shows as the template has it', () => {
    const sayings: Readonly<Record<string, readonly string[]>> = {
      '<div>a</div {{booklet.sections.[0].body}}>': ['a text with markup stands inside a tag'],
      '<p>x</p><e{{booklet.sections.[0].body}}': ['a text with markup stands inside a tag'],
      '<!doctype {{booklet.sections.[0].body}}>': ['`<doctype {{…}}>` has no place in a template'],
      '<p class="{{booklet.sections.[0].body}}': ['the tag `<p class="{{…}}` has no end'],
      '</p{{booklet.sections.[0].body}}>': ['</p{{…}}> closes nothing'],
    };
    for (const [text, expected] of Object.entries(sayings))
      expect(markup(text).found.map((message) => message.replaceAll('‹', '<'))).toEqual(expected);
    expect(markup('<p{{booklet.sections.[0].body}}>x').root.children).toMatchObject([{ name: 'p{{…}}' }]);
  });

  it('counts its elements as output, of which there may be too much', () => {
    const body = { file: content, isInline: false, nodes: [listOf(Array.from({ length: 20_000 }, () => 'a'))], origin };
    const sections = Array.from({ length: 10 }, (_, index) => ({ id: `s${index}`, title: 'S', body, origin }));
    const template = createSourceFile(
      1,
      't/layout.hbs',
      '{{#each booklet.sections}}{{#each ../booklet.sections}}{{body}}{{/each}}{{/each}}',
    );
    const found: string[] = [];
    const input = { booklet: { ...booklet, sections }, edition, templates: [template], labels: labelsFor('en') };
    renderTemplates(input, ({ code }) => found.push(code));
    expect(found).toEqual(['template/output-too-large']);
  });

  it('is not seen in a comment, and stays in its place after one', () => {
    const { root, found } = markup('<!-- {{booklet.sections.[0].body}} --><p>\ufffc{{#each booklet.objectives}}{{this}}{{/each}}</p>');
    expect(found).toEqual([]);
    expect(root.children).toMatchObject([{ name: 'p', children: [{ text: '\ufffc' }, { name: 'span' }] }]);
    expect(textOf(root)).toBe('\ufffcTwo words');
  });

  it('is a part of the text around it', () => {
    const { root } = markup('<div>a &amp; {{#each booklet.sections}}{{body}} b{{/each}}</div>');
    expect(textOf(root)).toBe('a & Two words bTwo words b');
  });
});

describe('the places of templates', () => {
  /** Pairs each element with the text that its stamp points to. */
  function places(texts: Readonly<Record<string, string>>): readonly string[] {
    const { rendered, files } = render(texts);
    const lines: string[] = [];
    const visit = (node: ReturnType<typeof parseMarkup>) => {
      for (const child of node.children) {
        if (child.kind === 'text') continue;
        const { file, start, end } = child.origin!;
        lines.push(`${child.name} ${file.path} ${file.text.slice(start, end)}`);
        visit(child);
      }
    };
    visit(parseMarkup(rendered, files, () => {}));
    return lines;
  }

  it('survive loops, partials and trimmed white space', () => {
    expect(
      places({
        layout: '<main>\n  {{#each booklet.sections~}}\n  <section id="{{id}}">\n    {{~> part}}\n  </section>\n  {{~/each}}\n</main>',
        part: '\n\n  <h2 class="a">{{title}}</h2>\n',
      }),
    ).toEqual([
      'main t/layout.hbs <main>',
      'section t/layout.hbs <section id="{{id}}">',
      'h2 t/part.hbs <h2 class="a">',
      'section t/layout.hbs <section id="{{id}}">',
      'h2 t/part.hbs <h2 class="a">',
    ]);
  });

  it('are right for tags that are made of pieces', () => {
    expect(places({ layout: '<h{{number 2}} class="x">a</h2><p{{#if booklet.title}} class="a>b"{{/if}}>x<br/></p>' })).toEqual([
      'h2 t/layout.hbs <h{{number 2}} class="x">',
      'p t/layout.hbs <p{{#if booklet.title}} class="a>b"{{/if}}>',
      'br t/layout.hbs <br/>',
    ]);
  });

  it('are right in both branches of a block', () => {
    const text = '{{#if booklet.subtitle}}<p class="a">{{else}}<p class="b">{{/if}}x</p>';
    expect(places({ layout: text })).toEqual(['p t/layout.hbs <p class="b">']);
  });

  it('pass over comments, escapes and signs that are no tags', () => {
    const { plain, html } = layout('<!-- <p> {{booklet.name}} --><p>1 < 2 \\{{x}}</p>');
    expect(plain).toBe('<!-- <p> x --><p>1 < 2 {{x}}</p>');
    expect(html.match(/origin=/g)).toHaveLength(2);
  });

  it('point to the file of the content for its own elements', () => {
    expect(places({ layout: '<div>{{#each booklet.objectives}}<p>{{this}}</p>{{/each}}</div>' })).toEqual([
      'div t/layout.hbs <div>',
      'p t/layout.hbs <p>',
      'span content/x/booklet.yaml Two *words*',
      'em content/x/booklet.yaml Two *words*',
    ]);
  });
});

describe('mistakes in templates', () => {
  it('says when there is no layout', () => {
    expect(render({ cover: 'x' })).toMatchObject({ html: '', problems: ['template/missing-layout the template folder has no layout.hbs'] });
  });

  it.each([
    ['<p>\n  {{booklet.titel}}</p>', 't/layout.hbs:2:5 template/unknown-name `booklet` has no `titel`', 'did you mean `title`?'],
    ['{{bookelt.title}}', 't/layout.hbs:1:3 template/unknown-name the template has no `bookelt`', 'did you mean `booklet`?'],
    [
      '{{#each booklet.glossary}}{{trem}}{{/each}}',
      't/layout.hbs:1:29 template/unknown-name this place has no `trem`',
      'did you mean `term`?',
    ],
    [
      '{{#each booklet.sections}}{{edition.name}}{{/each}}',
      't/layout.hbs:1:29 template/unknown-name this place has no `edition`',
      'did you mean `@root.edition.name`?',
    ],
    ['{{#each booklet.sections}}{{../../x}}{{/each}}', 't/layout.hbs:1:29 template/unknown-name this place has no `../../x`', undefined],
    ['{{@indx}}', 't/layout.hbs:1:3 template/unknown-name a template has no `@indx`', 'did you mean `@index`?'],
    ['{{lable "contents"}}', 't/layout.hbs:1:3 template/unknown-helper there is no helper `lable`', 'did you mean `label`?'],
    ['{{#iff booklet.title}}x{{/iff}}', 't/layout.hbs:1:4 template/unknown-helper there is no helper `iff`', 'did you mean `if`?'],
    [
      '{{#booklet.sections}}x{{/booklet.sections}}',
      't/layout.hbs:1:4 template/unknown-helper there is no helper `booklet.sections`',
      undefined,
    ],
    [
      '{{join booklet.authors}}',
      't/layout.hbs:1:3 template/wrong-arguments `join` has too few or too many arguments',
      'write {{join list ", "}}',
    ],
    ['{{if booklet.title "a"}}', 't/layout.hbs:1:3 template/wrong-helper-use `if` is not used like this', undefined],
    ['{{label "contnets"}}', 't/layout.hbs:1:1 template/bad-argument `label`: there is no "contnets"', 'did you mean `contents`?'],
    ['{{level "hard"}}', 't/layout.hbs:1:1 template/bad-argument `level`: there is no "hard"', undefined],
    ['a {{number booklet.title}}', 't/layout.hbs:1:3 template/bad-argument `number`: needs a number', undefined],
    [
      '{{#each booklet.title}}x{{/each}}',
      't/layout.hbs:1:9 template/bad-argument `each`: `booklet.title` is not a list',
      'use {{#if}} to test it',
    ],
    [
      '{{booklet.sections}}',
      't/layout.hbs:1:1 template/not-printable `booklet.sections` is a list and cannot be printed as it is',
      undefined,
    ],
    ['{{booklet}}', 't/layout.hbs:1:1 template/not-printable `booklet` is a group of names and cannot be printed as it is', undefined],
    ['{{> covr}}', 't/layout.hbs:1:1 template/unknown-partial there is no partial `covr`', 'did you mean `cover`?'],
    [
      '{{> (lookup booklet "name")}}',
      "t/layout.hbs:1:1 template/unsupported a computed partial name is not part of Octavo's templates",
      undefined,
    ],
    ['{{#> cover}}x{{/cover}}', "t/layout.hbs:1:1 template/unsupported {{#> partial}} is not part of Octavo's templates", undefined],
    ['{{#*inline "x"}}y{{/inline}}', "t/layout.hbs:1:1 template/unsupported a decorator is not part of Octavo's templates", undefined],
    ['{{{booklet.title}}}', "t/layout.hbs:1:1 template/unsupported {{{…}}} is not part of Octavo's templates", undefined],
    ['{{{{raw}}}}x{{{{/raw}}}}', "t/layout.hbs:1:1 template/unsupported {{{{raw}}}} is not part of Octavo's templates", undefined],
    ['{{#if booklet.title}}\nx', 't/layout.hbs:1:1 template/unclosed-block {{#if}} is never closed', 'add {{/if}}'],
    [
      'x\n{{#if booklet.title}}{{/each}}',
      't/layout.hbs:2:22 template/stray-block-end {{/each}} closes nothing',
      'close {{#if}} first, with {{/if}}',
    ],
    ['x{{/if}}', 't/layout.hbs:1:2 template/stray-block-end {{/if}} closes nothing', undefined],
    ['x\n {{booklet.title', 't/layout.hbs:2:2 template/unclosed-mustache `{{` is never closed', 'add `}}`'],
    ['x\n {{!-- note', 't/layout.hbs:2:2 template/unclosed-mustache `{{!--` is never closed', 'add `--}}`'],
    ['<p>\n  {{label x=}}</p>', 't/layout.hbs:2:13 template/syntax `}}` is not expected here', undefined],
    ['one\ntwo {{else}}', 't/layout.hbs:2:5 template/syntax `{{else}}` is not expected here', undefined],
    ['{{booklet/../title}}', 't/layout.hbs:1:3 template/syntax `booklet/../title` is not expected here', undefined],
  ])('%s', (text, problem, hint) => {
    const { problems, found } = render({ layout: text, cover: 'cover' });
    expect(problems).toEqual([problem]);
    if (hint !== undefined) expect(found[0]?.hint).toBe(hint);
    expect(found[0]?.severity).toBe('error');
  });

  it('tells a mistake in a loop or a partial once, in the file where it is', () => {
    const { problems } = render({
      layout: '{{#each booklet.sections}}{{> part}}{{> part}}{{/each}}',
      part: 'x\n{{titel}}{{label "nope"}}',
    });
    expect(problems).toEqual([
      't/part.hbs:2:3 template/unknown-name this place has no `titel`',
      't/part.hbs:2:10 template/bad-argument `label`: there is no "nope"',
    ]);
  });

  it('renders the rest when something is wrong', () => {
    expect(layout('<p>{{booklet.titel}}</p>{{> none}}{{nope 1}}{{#each booklet.sectoins}}x{{/each}}<p>{{booklet.name}}</p>').plain).toBe(
      '<p></p><p>x</p>',
    );
    expect(render({ layout: 'a{{> broken}}b', broken: '{{#if' }).plain).toBe('ab');
  });

  it('names partials that include each other', () => {
    const { problems, html } = render({ layout: 'a{{> one}}', one: 'b{{> two}}', two: 'c{{> one}}' });
    expect(problems).toEqual(['t/two.hbs:1:2 template/partial-cycle partials include each other without end: one → two → one']);
    expect(html).toBe('abc');
  });

  it('gives partials nothing above them', () => {
    const { problems, found } = render({ layout: '{{#with booklet}}{{> part}}{{/with}}', part: '{{../edition.name}}' });
    expect(problems).toEqual(['t/part.hbs:1:3 template/unknown-name this place has no `../edition.name`']);
    expect(found[0]?.hint).toBe('did you mean `@root.edition.name`?');
  });

  it('checks a partial with each shape that it is given', () => {
    const { problems } = render({
      layout: '{{#each booklet.sections}}{{> part}}{{/each}}{{#each booklet.sources}}{{> part}}{{/each}}',
      part: '{{body}}',
    });
    expect(problems).toEqual(['t/part.hbs:1:3 template/unknown-name this place has no `body`']);
  });
});

describe('hostile templates', () => {
  it.each([
    '{{constructor}}',
    '{{booklet.constructor}}',
    '{{booklet.__proto__}}',
    '{{booklet.title.constructor}}',
    '{{#with (lookup booklet "name")}}{{constructor}}{{/with}}',
    '{{#with booklet.objectives.[0]}}{{toHTML}}{{/with}}',
    '{{@root.constructor}}',
    '{{#each booklet.authors}}{{this.constructor.constructor}}{{/each}}',
  ])('%s reaches no prototype', (text) => {
    const { problems, html } = layout(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('template/unknown-name');
    expect(html).toBe('');
  });

  it('finds nothing of an object by look-up', () => {
    expect(layout('{{lookup booklet "constructor"}}{{lookup booklet "__proto__"}}{{lookup booklet.authors "length"}}')).toMatchObject({
      html: '',
      problems: [],
    });
  });

  it('has no helper that writes to a console', () => {
    expect(layout('{{log "x"}}').problems).toEqual(['t/layout.hbs:1:3 template/unknown-helper there is no helper `log`']);
  });

  it.each([
    ['{{#if booklet}}'.repeat(5_000) + '{{/if}}'.repeat(5_000), 'template/too-deep'],
    [`{{#if booklet}}${'{{else if booklet}}'.repeat(5_000)}{{/if}}`, 'template/too-deep'],
    [`{{label ${'(label '.repeat(5_000)}"x"${')'.repeat(5_000)}}}`, 'template/too-deep'],
    ['x'.repeat(1_100_000), 'template/too-large'],
  ])('stops before a template that would exhaust Handlebars', (text, code) => {
    const { found, html } = layout(text);
    expect(found.map((each) => each.code)).toEqual([code]);
    expect(html).toBe('');
  });

  it('stops partials that double without end', () => {
    const texts: Record<string, string> = { layout: '{{> p0}}', p40: 'x' };
    for (let level = 0; level < 40; level++) texts[`p${level}`] = `{{> p${level + 1}}}{{> p${level + 1}}}`;
    expect(render(texts).found.map((each) => each.code)).toEqual(['template/output-too-large']);
  });

  it('stops loops in loops that print too much or nothing', () => {
    const loops = (body: string) => '{{#each @root.booklet.sections}}'.repeat(30) + body + '{{/each}}'.repeat(30);
    expect(layout(loops('x')).found.map((each) => each.code)).toEqual(['template/output-too-large']);
    expect(layout(loops('')).found.map((each) => each.code)).toEqual(['template/output-too-large']);
  });
});
