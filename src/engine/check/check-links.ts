/** Links whose words do not say where they lead: readers who jump from link to link hear only the words. */

import { type MarkupElement, textOf } from '../markup/element.ts';
import type { Report } from '../source/diagnostic.ts';
import { plainWords } from './plain-words.ts';
import { bareAddress, vagueLink } from './problems.ts';
import { vagueWords } from './vague-words.ts';

/** Checks the words of an `<a>`. In the list of sources an address is what readers look for. */
export function checkLink(link: MarkupElement, isInSources: boolean, report: Report): void {
  const href = link.attributes.get('href') ?? '';
  const text = textOf(link).trim();
  if (href === '' || text === '') return;
  if (vagueWords().has(plainWords(text))) report(vagueLink(text, link.origin));
  else if (!isInSources && /^(?:https?:\/\/|www\.)\S+$/i.test(text)) report(bareAddress(text, link.origin));
}
