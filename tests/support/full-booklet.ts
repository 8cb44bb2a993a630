/** A booklet with everything that markup knows, in which every word of the text is another one. */
import type { ProjectFiles } from './memory-workspace.ts';
import { plainPng } from './plain-png.ts';

const layout = `
<header><p class="edition">w01</p><h1>{{booklet.title}}</h1><p>w02 <leader/></p></header>
<nav class="menu"><ul><li><a href="#02">w03</a></li></ul></nav>
<section><h2 class="no-contents">w04</h2><contents depth="3"/></section>
<main>
  {{#each booklet.sections}}<section id="{{id}}"><h2>{{title}}</h2>{{body}}</section>{{/each}}
  <section id="own"><h4 class="no-contents">w05</h4>
    <ul><li>w06</li><li><p>w07</p><ol type="i" start="3"><li>w08</li><li>w09 <checkbox/> w10</li></ol></li></ul>
    <dl><dt>w11</dt><dd>w12</dd><div><dt>w13</dt><dd><p>w14</p></dd></div></dl>
    <table id="t-span"><caption>w15</caption><thead><tr><th rowspan="2">w16</th><th colspan="2">w17</th></tr><tr><th>w18</th><th>w19</th></tr></thead>
      <tbody><tr><th rowspan="2">w20</th><td>w21</td><td>w22</td></tr><tr><td colspan="2">w23</td></tr></tbody></table>
    <figure id="f-one"><img src="images/a.png" alt="w24 w25" width="40%"/><figcaption>w26<footnote>w27</footnote></figcaption></figure>
    <figure><chart src="charts/a.vl.yaml" alt="w28 w29"/><figcaption>w30</figcaption></figure>
    <p>w31 <img src="images/a.png" alt="w32"/> <img src="images/a.png" alt=""/> w33<br/>w34 <small>w35</small> <b>w36</b> <i>w37</i> <s>w38</s></p>
    <p>w39<sub>2</sub> w40<sup>3</sup> <code>w41</code> <abbr title="w42">w43</abbr> <cite>w44</cite> <q>w45</q> <mark>w46</mark> <time>w47</time></p>
    <p>See <ref to="f-one"/>, <page-of to="t-span"/> and <a href="#own">w48<footnote><p>w49</p><p>w50</p></footnote></a>.</p>
    <p>w51 <a href="https://example.org/one">w52</a> <a href="https://example.org/one">w53</a> <a href="mailto:a@example.org">a@example.org</a></p>
    <p lang="ar" dir="rtl">w54</p>
    <pre>w55
  w56</pre>
    <blockquote><p>w57</p></blockquote><aside class="callout"><p>w58</p></aside><address>w59</address><article><p>w60</p></article>
    <hr/><page-break/><answer-lines count="4"/><answer-lines fill/>
    <p><dfn>w61</dfn> <em>w62</em> <strong>w63</strong> <span class="x">w64</span></p>
  </section>
</main>
<section class="glossary" id="glossary"><h2>w65</h2><dl>{{#each booklet.glossary}}<dt id="glossary-{{id}}">{{term}}</dt><dd>{{definition}}<p><pages-of term="{{id}}" phrase/></p></dd>{{/each}}</dl></section>
`;

const chart = `
data: { values: [{ way: alpha, minutes: 1 }, { way: beta, minutes: 30 }] }
mark: bar
encoding: { x: { field: minutes, type: quantitative, title: null }, y: { field: way, type: nominal, title: null } }
`;

/** The files; the template is the booklet's own. */
export const fullBooklet: ProjectFiles = {
  'templates/own/layout.hbs': layout,
  'templates/own/theme.css': 'figure { margin: 0 }',
  'booklet.yaml':
    'title: Everything\nlanguage: en\ntemplate: own\neditions: [student]\nrights: w66\nauthors: [Somebody]\nsubtitle: Something\n',
  'glossary.yaml': '- term: kettle\n  definition: w67\n',
  'sections/01.md': '# First\n\nw68 *w69* kettle w70[^a] and kettle w71.\n\n[^a]: w72\n\n## Inner\n\n:::note{title="w73"}\nw74\n:::\n',
  'sections/02.md':
    '# Second\n\n| w75 | w76 |\n|---|--:|\n| w77 | w78 |\n\n1. w79\n2. w80\n\n> w81\n\n::::side-by-side\n:::side{title="w82"}\nw83\n\n- w84\n:::\nw85\n::::\n',
  'images/a.png': plainPng(40, 30),
  'charts/a.vl.yaml': chart,
};

/** The words that must all be there. */
export const fullBookletWords: readonly string[] = Array.from({ length: 85 }, (_, index) => `w${String(index + 1).padStart(2, '0')}`);
