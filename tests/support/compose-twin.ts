/** Takes a project in memory through the engine to one of its twins. */
import { composeTwin, type Diagnostic, openBooklet, type TwinFormat } from '../../src/engine/index.ts';
import { memoryWorkspace, type ProjectFiles } from './memory-workspace.ts';
import { testResources } from './test-resources.ts';

const resources = testResources();

/** A twin, and what was reported on the way. */
export interface ComposedTwin {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Composes the first edition of a project. A path outside `content/` and `templates/` is one of the booklet's. */
export async function composeProject(files: ProjectFiles, format: TwinFormat, edition?: string): Promise<ComposedTwin> {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const paths = Object.entries(files).map(([path, content]) => [
    /^(content|templates)\//.test(path) ? path : `content/booklet/${path}`,
    content,
  ]);
  const request = { folder: 'content/booklet', templates: 'templates', producer: 'Octavo test' };
  const open = await openBooklet(memoryWorkspace(Object.fromEntries(paths)), resources, request, report);
  if (!open) throw new Error(`there is no booklet: ${diagnostics.map((diagnostic) => diagnostic.message).join('; ')}`);
  return { text: await composeTwin(open, edition, format, report), diagnostics };
}

/** Composes a project that must have no errors. */
export async function composeSoundTwin(files: ProjectFiles, format: TwinFormat): Promise<string> {
  const { text, diagnostics } = await composeProject(files, format);
  if (diagnostics.some((diagnostic) => diagnostic.severity === 'error'))
    throw new Error(`unexpected problems: ${diagnostics.map((diagnostic) => diagnostic.message).join('; ')}`);
  return text;
}

/** Returns what the body of a page says: its text without tags, with the marks of HTML read back. */
export function visibleText(html: string): string {
  const body = html.slice(html.indexOf('<body'));
  const bare = body.replace(
    /<(\/?)(?:h\d|p|li|td|th|dt|dd|div|section|figure|figcaption|caption|br|svg|text|details|summary)\b[^>]*>/g,
    ' ',
  );
  return bare
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
