/** Booklets that the test suite makes for other ends, as projects that `npm run conformance` can build and prove. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type CaseKind, casesIn, marginPaper, projectOf, readCase } from './golden-cases.ts';
import type { ProjectFiles } from './memory-workspace.ts';
import { scriptSamples } from './script-samples.ts';

/** A project with one booklet. */
export interface CaseBooklet {
  readonly name: string;
  readonly files: ProjectFiles;
  readonly paper?: string;
  /** Whether it needs the fonts that are installed beside Octavo for its tests. */
  readonly hasScriptFonts?: boolean;
}

/** Cases with mistakes on purpose, of which no PDF is written. */
export const brokenCases: ReadonlySet<string> = new Set(['broken-tables.case']);

const kinds: readonly CaseKind[] = ['structure', 'layout/pages', 'layout/tables', 'layout/margins'];

/** Returns every golden case, each drawing, and a sentence in each script; `tests` is the folder of the tests. */
export function caseBooklets(tests: string): readonly CaseBooklet[] {
  const golden = kinds.flatMap((kind) =>
    casesIn(join(tests, kind))
      .filter((name) => !brokenCases.has(name))
      .map((name) => ({
        name: `${kind.replace('/', ' ')} ${basename(name, '.case')}`,
        files: projectOf(kind, readCase(join(tests, kind), name)),
        ...(kind === 'layout/margins' && { paper: marginPaper }),
      })),
  );
  return [...golden, drawings(join(tests, 'svg', 'drawings')), scripts(false), scripts(true), skipped];
}

const head = (language: string): string => `title: Case\nlanguage: ${language}\ntemplate: briefing\neditions: [student]\npaper: a5\n`;

function drawings(folder: string): CaseBooklet {
  const names = readdirSync(folder).filter((name) => name.endsWith('.svg'));
  const section = names.map((name) => `![What ${name} of the test suite looks like](images/${name})`).join('\n\n');
  const images = names.map((name) => [`images/${name}`, readFileSync(join(folder, name), 'utf8')] as const);
  return {
    name: 'drawings',
    files: { 'booklet.yaml': head('en'), 'sections/01.md': `# Drawings\n\n${section}\n`, ...Object.fromEntries(images) },
  };
}

function scripts(isRightToLeft: boolean): CaseBooklet {
  const sentences = scriptSamples
    .filter((sample) => sample.isRightToLeft === isRightToLeft)
    .map(({ sentence, language }) => `[${sentence}]{lang=${language}}`);
  return {
    name: isRightToLeft ? 'scripts from right to left' : 'scripts from left to right',
    files: {
      'booklet.yaml': head(isRightToLeft ? 'ar' : 'en'),
      'sections/01.md': `# ${isRightToLeft ? 'لغات' : 'Scripts'}\n\n${sentences.join('\n\n')}\n`,
    },
    hasScriptFonts: true,
  };
}

/** Levels of headings that the author skips, and code in several languages. */
const skipped: CaseBooklet = {
  name: 'skipped headings and code',
  files: {
    'booklet.yaml': head('en'),
    'sections/01.md': `# One\n\n#### Three levels down\n\nText.\n\n## Up again\n\n1. Type:\n\n   \`\`\`python
   def double(x):
       return 2 * x  # twice
   \`\`\`\n\n> \`\`\`html\n> <p class="a">b</p>\n> \`\`\`\n\n\`\`\`\n\n\`\`\`\n\n\`x\`\n`,
  },
};
