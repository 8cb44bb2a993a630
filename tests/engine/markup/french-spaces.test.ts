/** Spaces around the punctuation of French passages. `~` is the narrow no-break space, `_` the no-break space. */
import { describe, expect, it } from 'vitest';
import { type MarkupElement, type MarkupNode, textOf } from '../../../src/engine/markup/element.ts';
import { hasFrench, setFrenchSpaces } from '../../../src/engine/markup/french-spaces.ts';
import { parseMarkup } from '../../../src/engine/markup/parse-markup.ts';

const parse = (html: string): MarkupElement => parseMarkup(html, [], () => {});
const set = (html: string, language = 'fr'): string =>
  textOf(setFrenchSpaces(parse(html), language))
    .replaceAll('\u202f', '~')
    .replaceAll('\u00a0', '_');

describe('French spaces', () => {
  it.each([
    ['Quoi ? Non ! Si ; voici : rien', 'Quoi~? Non~! Si~; voici_: rien'],
    ['« oui » et ‹ non ›', '«_oui_» et ‹_non_›'],
    ['Il dit : « Bonjour ! »', 'Il dit_: «_Bonjour~!_»'],
    ['Comment ?! Quoi !!!', 'Comment~?! Quoi~!!!'],
    ['<em>Qui</em> ? « <em>Moi</em> »', 'Qui~? «_Moi_»'],
    ['oui? non! là: «ici»', 'oui? non! là: «ici»'],
    ['a :b, un !mot, ?x', 'a :b, un !mot, ?x'],
    ['déjà&nbsp;? fixe', 'déjà_? fixe'],
    ['<p>a <code>a ? b : c</code></p><pre>x ; y</pre>', 'a a ? b : cx ; y'],
  ])('%s', (typed, expected) => {
    expect(set(typed)).toBe(expected);
  });

  it('are set in the passages that are French, whatever the booklet is', () => {
    expect(set('What ? <span lang="fr-CA">Quoi ? <i lang="en">What ?</i> Si !</span> Oh !', 'en')).toBe('What ? Quoi~? What ? Si~! Oh !');
    expect(set('Quoi ? <span lang="de">Was ?</span>')).toBe('Quoi~? Was ?');
  });

  it('change nothing but the kind of space, and no origin', () => {
    const tree = parse('<p>Quoi ? « <b>oui</b> » : 1 ; <i>a</i> !</p>');
    const changed = setFrenchSpaces(tree, 'fr');
    expect(textOf(changed).replace(/[\u00a0\u202f]/g, ' ')).toBe(textOf(tree));
    const origins = (node: MarkupNode): unknown => [node.origin, node.kind === 'element' ? node.children.map(origins) : []];
    expect(origins(changed)).toEqual(origins(tree));
  });

  it('are looked for only where French may be', () => {
    expect(hasFrench(parse('<p>a</p>'), 'fr-CH')).toBe(true);
    expect(hasFrench(parse('<p lang="fr">a</p>'), 'en')).toBe(true);
    expect(hasFrench(parse('<p lang="frr">a</p><p>lang fr</p>'), 'fy')).toBe(false);
  });
});
