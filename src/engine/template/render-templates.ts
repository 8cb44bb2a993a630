/**
 * The booklet through its templates to HTML with places for its prose: each template is parsed and stamped with its places, checked against the
 * names that exist, and run. `layout.hbs` is where it begins; every other file is a partial under its name.
 */
import type { Booklet, Edition } from '../content/booklet.ts';
import type { Labels } from '../content/labels.ts';
import type { RenderedHtml } from '../markup/rendered-html.ts';
import type { Diagnostic, Report } from '../source/diagnostic.ts';
import type { ParseKeeper } from '../source/parse-keeper.ts';
import type { SourceFile } from '../source/source-file.ts';
import { checkTemplate } from './check-template.ts';
import { shapeOfContext } from './context-shape.ts';
import { createHelpers } from './helpers.ts';
import { parseTemplates } from './parse-template.ts';
import * as problems from './problems.ts';
import { runTemplate } from './run-template.ts';
import { buildContext } from './template-context.ts';

/** What is rendered, and with what. */
export interface RenderInput {
  readonly booklet: Booklet;
  readonly edition: Edition;
  /** All `.hbs` files of the template's folder. */
  readonly templates: readonly SourceFile[];
  readonly labels: Labels;
  readonly keeper?: ParseKeeper;
}

/** Renders a booklet. With a template that cannot run, the result is empty and the report says why. */
export function renderTemplates({ booklet, edition, templates, labels, keeper }: RenderInput, report: Report): RenderedHtml {
  const reportOnce = withoutRepetition(report);
  const parsed = new Map(parseTemplates(templates, reportOnce, keeper).map((template) => [template.name, template]));
  const layout = parsed.get('layout');
  if (!layout) {
    report(problems.missingLayout());
    return { html: '', parts: [] };
  }
  const context = buildContext(booklet, edition, labels);
  const broken = checkTemplate(layout, parsed, shapeOfContext(context.labels as object), reportOnce);
  return runTemplate(layout, context, { templates: parsed, broken, helpers: createHelpers(labels, reportOnce) }, reportOnce);
}

/** A mistake in a loop or a partial is met many times but told once. */
function withoutRepetition(report: Report): Report {
  const told = new Set<string>();
  return (diagnostic: Diagnostic) => {
    const { code, message, span } = diagnostic;
    const key = `${code} ${span?.file.id} ${span?.start} ${message}`;
    if (told.has(key)) return;
    told.add(key);
    report(diagnostic);
  };
}
