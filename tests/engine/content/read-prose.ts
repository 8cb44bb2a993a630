/** Markdown to markup and problems in one step, for the tests of this folder. */

import { labelsFor } from '../../../src/engine/content/labels.ts';
import { directionOf } from '../../../src/engine/content/language.ts';
import { parseMarkdown } from '../../../src/engine/content/parse-markdown.ts';
import type { Diagnostic } from '../../../src/engine/source/diagnostic.ts';
import { createSourceFile, readStamp } from '../../../src/engine/source/source-file.ts';
import { describeProblem } from '../../support/describe-problems.ts';
import { writeProse } from '../../support/write-prose.ts';

export interface ReadProse {
  /** Without origins. */
  readonly markup: string;
  /** The source text behind every origin, in order, after the name of its element. */
  readonly origins: readonly string[];
  readonly problems: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly isInline: boolean;
}

export function readProse(text: string, mode: 'block' | 'inline' | 'auto' = 'block', language = 'en'): ReadProse {
  const file = createSourceFile(0, 'text.md', text);
  const diagnostics: Diagnostic[] = [];
  const prose = parseMarkdown(file, { start: 0, end: text.length }, { language, mode }, (diagnostic) => diagnostics.push(diagnostic));
  const markup = writeProse(prose, {
    sourceNumbers: new Map([
      ['a', 1],
      ['b', 2],
    ]),
    labels: labelsFor(language),
    direction: directionOf(language),
  });
  const origins = [...markup.matchAll(/<([a-z-]+\d?)[^>]* origin="([^"]+)"/g)].map(([, name, stamp]) => {
    const span = readStamp(stamp!, [file])!;
    return `${name}: ${text.slice(span.start, span.end)}`;
  });
  const problems = diagnostics.map(describeProblem);
  return { markup: markup.replace(/ origin="[^"]+"/g, ''), origins, problems, diagnostics, isInline: prose.isInline };
}
