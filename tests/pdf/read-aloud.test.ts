/** Each booklet read aloud, so to say: what its tags say, in their order and with their roles, is what the source says. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { paintPdf } from '../../src/engine/index.ts';
import { diskWorkspace } from '../../src/host/disk-workspace.ts';
import { type CompiledProject, compileProject, compileWorkspace } from '../support/compile-project.ts';
import { nastyBooklets } from '../support/nasty-booklets.ts';
import { createSpeech, type SpokenBlock, speakSource, unknownPages, unknownPhrase } from '../support/render-source.ts';
import { shippedEditions } from '../support/shipped-booklets.ts';
import { openPdf } from './open-pdf.ts';
import { isTag, readTags, shownWords, type Tag, type TaggedFile } from './read-tags.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const shipped = shippedEditions(root);

const inlineRoles = new Set(['Span', 'Link', 'Quote', 'Reference', 'Figure', 'Formula', 'Code']);

/** Reads the tags as a screen reader does: alternative texts for pictures and formulas, no numbers and bullets of lists, notes after their block. */
function speakTags(tagged: TaggedFile): readonly SpokenBlock[] {
  const speech = createSpeech();
  const visit = (tag: Tag, around: string): void => {
    const role = /^(H[1-6]|TH|TD)$/.test(tag.role) ? tag.role : tag.role === 'Note' ? 'P' : around;
    let alt = tag.alt;
    const visitChildren = (): void => {
      for (const child of tag.children) {
        if (isTag(child)) visit(child, role);
        else if (alt !== undefined) {
          speech.say(` ${alt} `, role);
          alt = '';
        } else if (child.kind === 'content') speech.say(shownWords(tagged.textsOf(child), tag.isRightToLeft), role);
      }
    };
    const isInline = inlineRoles.has(tag.role);
    if (tag.role === 'Lbl' && tag.parent!.parent!.attributes.has('ListNumbering') && !isDefinition(tag)) return;
    if (tag.role === 'Lbl' && tag.parent!.role === 'Note') return;
    if (tag.actualText !== undefined) {
      if (isInline) speech.say(tag.actualText, role);
      else speech.apart(() => speech.say(tag.actualText!, role));
    } else if (tag.role === 'Note') speech.afterwards(() => speech.apart(visitChildren));
    else if (isInline) visitChildren();
    else speech.apart(visitChildren);
  };
  visit(tagged.root, 'P');
  return speech.blocks();
}

/** A term of a list of definitions is tagged as a label, and read. */
const isDefinition = ({ parent }: Tag): boolean => (parent!.parent!.attributes.get('ListNumbering') as { name: string }).name === 'None';

const hasRightToLeft = (text: string): boolean => /[\u0590-\u08ff]/.test(text);

/**
 * Blocks as lines. Page numbers, which the source cannot know, are left out; where text runs from right to left, neither
 * the order of words on a line nor the signs around them can be told from a PDF, so there only words count.
 */
function describeBlocks(blocks: readonly SpokenBlock[], source: readonly SpokenBlock[], isRightToLeft: boolean): readonly string[] {
  return blocks.map(({ role, text }, index) => {
    if (source[index]?.text === unknownPhrase && text !== '') return `${role}: the pages that use it`;
    const isOpen = source[index]?.text.includes(unknownPages) ?? false;
    const said = isOpen
      ? text
          .replace(new RegExp(`${unknownPages}|[\\p{N},،–]+`, 'gu'), ' ')
          .replace(/\s+/g, ' ')
          .trim()
      : text;
    return `${role}: ${isRightToLeft || hasRightToLeft(said) ? looselyRead(said) : said}`;
  });
}

/** Words from right to left in the order of the alphabet, then all other letters and digits in theirs. */
function looselyRead(text: string): string {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const others = words.filter((word) => !hasRightToLeft(word)).join('');
  return [...words.filter(hasRightToLeft).sort(), [...others].sort().join('')].join(' ').trim();
}

async function expectSameWords({ document, open }: CompiledProject, edition?: string): Promise<void> {
  const source = speakSource(open!, edition);
  const tagged = readTags(openPdf(await paintPdf(document!)));
  const spoken = describeBlocks(speakTags(tagged), source, tagged.isRightToLeft);
  expect(spoken).toEqual(describeBlocks(source, source, tagged.isRightToLeft));
}

describe('what is read aloud is what was written', () => {
  it.each(shipped)('in $name, $edition', async ({ name, edition }) => {
    const options = { folder: `content/${name}`, edition, hasScriptFonts: true };
    await expectSameWords(await compileWorkspace(diskWorkspace(root), options), edition);
  });

  it.each(nastyBooklets)('in the nasty booklet $name', async ({ files, paper }) => {
    await expectSameWords(await compileProject(files, { paper }));
  });

  it('and not, when two paragraphs change places', async () => {
    const { document, open } = await compileProject(nastyBooklets.find(({ name }) => name === 'bare')!.files);
    const structure = { ...document!.structure, children: document!.structure.children.toReversed() };
    await expect(expectSameWords({ document: { ...document!, structure }, open, diagnostics: [], pdf: undefined })).rejects.toThrow();
  });
});
