/**
 * Writes `origin="file:start-end"` into every tag of a template, before it is compiled, so that elements remember
 * their place through loops, partials and trimmed white space. The stamp goes at the end of the tag, where it holds
 * for `<h{{level}}>` and `<p{{#if x}} class="y"{{/if}}>` too; end tags get one for messages about stray ones.
 */

import { type SourceFile, stampOf } from '../source/source-file.ts';
import { spanOfNode } from './span-of-node.ts';

/** Where the scanner stands between two pieces of HTML. */
interface Place {
  readonly within: 'text' | 'tag' | 'comment' | '"' | "'";
  /** Offset of `<` in the file, for the tag that is open. */
  readonly tagStart: number;
}

/** Returns the same tree with a stamp in every tag of its HTML. */
export function stampOrigins(program: hbs.AST.Program, file: SourceFile): hbs.AST.Program {
  let place: Place = { within: 'text', tagStart: 0 };

  const stampProgram = (part: hbs.AST.Program): hbs.AST.Program => ({ ...part, body: part.body.map(stampStatement) });

  const stampStatement = (statement: hbs.AST.Statement): hbs.AST.Statement => {
    if (statement.type === 'ContentStatement') {
      const content = statement as unknown as { readonly value: string; readonly original: string };
      const start = spanOfNode(file, statement.loc).start + content.original.indexOf(content.value);
      const stamped = stampText(content.value, start, file, place);
      place = stamped.place;
      return { ...statement, value: stamped.text } as hbs.AST.Statement;
    }
    if (statement.type === 'BlockStatement') {
      const blockStatement = statement as hbs.AST.BlockStatement;
      const before = place;
      const main = blockStatement.program && stampProgram(blockStatement.program);
      const after = place;
      // Both branches of a block begin where the block begins.
      place = before;
      const inverse = blockStatement.inverse && stampProgram(blockStatement.inverse);
      if (blockStatement.program) place = after;
      return { ...blockStatement, program: main, inverse } as hbs.AST.Statement;
    }
    return statement;
  };

  return stampProgram(program);
}

/** `start` is the offset of the text in the file. */
function stampText(text: string, start: number, file: SourceFile, from: Place): { readonly text: string; readonly place: Place } {
  let { within, tagStart } = from;
  let stamped = '';
  let copied = 0;
  for (let at = 0; at < text.length; ) {
    if (within === 'text') {
      at = text.indexOf('<', at);
      if (at === -1) break;
      if (text.startsWith('<!--', at)) {
        within = 'comment';
        at += 4;
      } else if (/[a-zA-Z/]/.test(text[at + 1] ?? 'a')) {
        within = 'tag';
        tagStart = start + at;
        at++;
      } else at++;
    } else if (within === 'comment') {
      at = text.indexOf('-->', at);
      if (at === -1) break;
      within = 'text';
      at += 3;
    } else if (within === 'tag') {
      const character = text[at]!;
      if (character === '"' || character === "'") within = character;
      else if (character === '>') {
        const isSelfClosing = text[at - 1] === '/' && at - 1 >= copied;
        const insertAt = isSelfClosing ? at - 1 : at;
        stamped += `${text.slice(copied, insertAt)} origin="${stampOf({ file, start: tagStart, end: start + at + 1 })}"`;
        copied = insertAt;
        within = 'text';
      }
      at++;
    } else {
      at = text.indexOf(within, at);
      if (at === -1) break;
      within = 'tag';
      at++;
    }
  }
  return { text: stamped + text.slice(copied), place: { within, tagStart } };
}
