/** What it means to an author that a file cannot be read: words that the messages of several stages share. */
import type { ReadFailure } from './workspace.ts';

/** What is wrong, to be put behind the name of the file, and what to do. */
export interface FailureWords {
  readonly what: string;
  readonly hint: string;
}

const asText = 'in Word or LibreOffice, choose “Save as” and the type “Plain text (.txt)” with the encoding UTF-8, then rename that file';

/** Returns the words for a failure. */
export const wordsOfFailure = (failure: ReadFailure): FailureWords => words[failure];

const words: Readonly<Record<ReadFailure, FailureWords>> = {
  missing: { what: 'does not exist', hint: 'check the name; upper and lower case matter' },
  outside: { what: 'lies outside the project', hint: 'copy it into the folder of the booklet' },
  'not-utf8': {
    what: 'is not UTF-8 text',
    hint: 'open it in a text editor and save it again with the encoding UTF-8; if it looks like nonsense there, it is no text file',
  },
  'word-document': { what: 'is a document of a word processor and not a text file', hint: asText },
  spreadsheet: {
    what: 'is a spreadsheet and not a text file',
    hint: 'in Excel or LibreOffice, choose “Save as” and the type “CSV UTF-8”; renaming the file is not enough',
  },
  'office-document': {
    what: 'was written by an office program, or is an archive: it is not a text file',
    hint: `${asText}; a spreadsheet is saved as “CSV UTF-8”`,
  },
  pdf: { what: 'is a PDF and not a text file', hint: 'copy the text out of the PDF into a new file, in a text editor' },
  'too-large': { what: 'is too large', hint: 'make it smaller, or split it' },
  unreadable: { what: 'cannot be read', hint: 'check that it is a file and that you may read it' },
};
