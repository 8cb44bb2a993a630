/** Printed labels in the booklet's language, as `label(page-of)` names them. */
import type { Report } from '../source/diagnostic.ts';
import type { Span } from '../source/source-file.ts';
import { unknownLabel } from './problems.ts';

/** Labels by the names that stylesheets use: `page-of` is the field `pageOf`. */
export interface LabelReader {
  /** Returns the name of the field, or undefined, with a report, when there is none. */
  readonly find: (name: string, span: Span | undefined) => string | undefined;
  /** Returns the text of a field. */
  readonly textOf: (field: string) => string;
}

/** Makes a reader of the texts among `labels`. */
export function createLabelReader(labels: object, report: Report): LabelReader {
  const texts = new Map(Object.entries(labels).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  return {
    find(name, span) {
      const field = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
      if (texts.has(field)) return field;
      report(unknownLabel(name, [...texts.keys()].map(kebab), span));
      return undefined;
    },
    textOf: (field) => texts.get(field) ?? '',
  };
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
