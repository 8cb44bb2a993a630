/**
 * Text of one direction cut where the script changes, after UAX #24: marks stay with their base,
 * punctuation and digits with what stands before them, closing brackets with their opening ones.
 */
import { type Script, scriptOf, scriptOfLanguage } from './script.ts';

/** A stretch of text in one script, as UTF-16 offsets. */
export interface ScriptRun {
  readonly start: number;
  readonly end: number;
  readonly script: Script;
}

/** Splits a text by script. A text without letters is in the script of its language. */
export function splitScripts(text: string, language: string): readonly ScriptRun[] {
  if (text === '') return [];
  if (onlyLatinAndCommon.test(text)) {
    return [{ start: 0, end: text.length, script: latinLetter.test(text) ? 'Latn' : scriptOfLanguage(language) }];
  }
  const runs: ScriptRun[] = [];
  const brackets: { readonly closing: number; readonly script: Script | undefined }[] = [];
  let start = 0;
  let script: Script | undefined;
  // Scripts that the run may have, while only shared characters have been seen.
  let candidates: readonly Script[] = [];
  const close = (end: number): void => {
    if (end > start) runs.push({ start, end, script: script ?? settle(candidates, language) });
    start = end;
  };
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at)!;
    const property = scriptOf(codePoint);
    const isShared = property.script.startsWith('Z');
    let wanted: readonly Script[] = isShared ? property.extensions : [property.script];
    const bracket = isShared ? bracketsOpening.indexOf(text[at]!) : -1;
    if (bracket >= 0) {
      if (brackets.length < deepestBrackets) brackets.push({ closing: bracketsClosing.charCodeAt(bracket), script });
    } else if (isShared && brackets.length > 0) {
      const opened = brackets.findLastIndex((each) => each.closing === codePoint);
      if (opened >= 0) {
        const opening = brackets[opened]!.script;
        brackets.length = opened;
        if (opening !== undefined) wanted = [opening];
      }
    }
    if (property.script !== 'Zinh' && wanted.length > 0) {
      const fits =
        script === undefined ? candidates.length === 0 || candidates.some((each) => wanted.includes(each)) : wanted.includes(script);
      if (!fits && at > start && /\p{M}/u.test(String.fromCodePoint(codePoint))) {
        // A mark of another script is still drawn on the letter before it.
        wanted = [];
      } else if (!fits) {
        close(at);
        script = undefined;
        candidates = [];
      }
      if (wanted.length === 1) script = wanted[0];
      else if (script === undefined) candidates = candidates.length === 0 ? wanted : candidates.filter((each) => wanted.includes(each));
    }
    at += codePoint > 0xffff ? 2 : 1;
  }
  close(text.length);
  return runs;
}

/** Everything before the Greek block is Latin or common to all scripts, but for a few modifier letters without consequence. */
const onlyLatinAndCommon = /^[\0-\u024f\u2010-\u2027\u2030-\u205e]*$/;
const latinLetter = /[A-Za-zªºÀ-ÖØ-öø-\u024f]/;

/** As deep as the bidirectional algorithm looks (UAX #9, BD16); keeps the search for the opening one short. */
const deepestBrackets = 63;

const bracketsOpening = '([{⟨«‹〈《「『【〔';
const bracketsClosing = ')]}⟩»›〉》」』】〕';

function settle(candidates: readonly Script[], language: string): Script {
  const usual = scriptOfLanguage(language);
  return candidates.length === 0 || candidates.includes(usual) ? usual : candidates[0]!;
}
