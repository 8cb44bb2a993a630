/** Which words Octavo needs in every language that it speaks. */
import type { Grouping, QuestionLevel } from '../booklet.ts';

/** Forms of a phrase that counts something; `{n}` is the number. Which ones a language needs, its plural rule says. */
export interface CountedPhrase {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** What a reading voice says for the signs of chemistry. */
export interface ChemistryWords {
  /** Between two substances. */
  readonly plus: string;
  /** Charges, after a number that is left out for 1. */
  readonly positive: string;
  readonly negative: string;
  /** The arrows `->`, `<=>` and `<->`. */
  readonly gives: string;
  readonly balances: string;
  readonly resonates: string;
  /** `(s)`, `(l)`, `(g)` and `(aq)`. */
  readonly solid: string;
  readonly liquid: string;
  readonly gas: string;
  readonly dissolved: string;
  /** The arrows up and down after a substance. */
  readonly rises: string;
  readonly settles: string;
  readonly singleBond: string;
  readonly doubleBond: string;
  readonly tripleBond: string;
  readonly opens: string;
  readonly closes: string;
  /** Between a salt and its water. */
  readonly dot: string;
  /** Δ and hν above an arrow. */
  readonly heat: string;
  readonly light: string;
  /** `{label}`. */
  readonly aboveArrow: string;
  readonly belowArrow: string;
  /** Of an atom; `{n}`. */
  readonly massNumber: string;
  readonly atomicNumber: string;
}

/** CLDR's plural categories for whole numbers. */
export type PluralRule = 'one-is-1' | 'one-is-0-and-1' | 'arabic' | 'hebrew';

/** All words of one language. Words in braces are filled in. */
export interface LanguageWords {
  /** BCP 47 primary language. */
  readonly language: string;
  readonly contents: string;
  readonly glossary: string;
  readonly discussionQuestions: string;
  /** Heading above the questions of a section. */
  readonly questions: string;
  readonly sources: string;
  /** Heading above the objectives. */
  readonly objectives: string;
  readonly keyFacts: string;
  /** Heading of the note before a text on a hard subject. */
  readonly contentNote: string;
  readonly page: string;
  /** `{page}` and `{pages}`. */
  readonly pageOf: string;
  readonly figure: string;
  readonly table: string;
  /** Of a displayed formula that is referred to. */
  readonly equation: string;
  /** After a reference; `{page}`. */
  readonly onPage: string;
  /** Around the title of a section that is referred to; `{title}`. */
  readonly quotedTitle: string;
  /** After a term in the glossary; `{pages}`. */
  readonly usedOnPage: string;
  readonly usedOnPages: string;
  /** Pages that follow each other; `{from}` and `{to}`. */
  readonly pageRange: string;
  /** The first and the last term on a page; `{from}` and `{to}`. */
  readonly headRange: string;
  /** Heading of the index. */
  readonly index: string;
  /** Leads from an entry of the index to another; `{entry}`. */
  readonly see: string;
  readonly seeAlso: string;
  readonly question: string;
  readonly answer: string;
  readonly answers: string;
  readonly lookFor: string;
  readonly facilitatorNote: string;
  readonly activity: string;
  readonly minutes: CountedPhrase;
  readonly groupings: Readonly<Record<Grouping, string>>;
  readonly levels: Readonly<Record<QuestionLevel, string>>;
  /** Titles of the teaching blocks, by directive. */
  readonly callouts: Readonly<Record<string, string>>;
  readonly yes: string;
  readonly no: string;
  readonly correct: string;
  readonly incorrect: string;
  /** Before the line to write on. */
  readonly studentName: string;
  readonly studentDate: string;
  readonly studentClass: string;
  /** What a footnote's call is announced as; `{number}`. */
  readonly footnoteNumber: string;
  /** Read aloud where lines to write on are. */
  readonly answerSpace: string;
  /** Read aloud for a gap in a sentence, `____`. */
  readonly gap: string;
  /** Read aloud for a box to tick. */
  readonly emptyBox: string;
  readonly tickedBox: string;
  /** Caption of the table that repeats what a chart shows. */
  readonly chartNumbers: string;
  /** Heading above the tables of all charts. */
  readonly chartAppendix: string;
  /** Read aloud where a QR code is, with `{address}`. */
  readonly codeFor: string;
  /** Opens the description of a chart, on the web page. */
  readonly chartInWords: string;
  readonly chemistry: ChemistryWords;
  /** After the label of a table on its later pages, and below what a cell says again there. */
  readonly continued: string;
  /** At the foot of a box that goes on, and where it does: `page`. */
  readonly continuedOn: string;
  readonly continuedFrom: string;
  /** The first link of the web page, for those who use no mouse. */
  readonly skipToText: string;
  /** Names the list of footnotes. */
  readonly notes: string;
  /** Leads from a footnote to its call. */
  readonly backToText: string;
  /** `{date}`. */
  readonly accessed: string;
  /** By edition name. */
  readonly editions: Readonly<Record<string, string>>;
  /** January to December, as they stand in a date. */
  readonly months: readonly string[];
  /** `{day}`, `{month}` and `{year}`. */
  readonly fullDate: string;
  readonly monthDate: string;
  /** How the first day of a month is written where that is special. */
  readonly firstDay?: string;
  readonly pluralRule: PluralRule;
  /** The ten digits. */
  readonly digits: string;
  readonly decimalSign: string;
  readonly groupSign: string;
  /** Numbers with fewer digits before the decimal sign are not grouped. */
  readonly groupsFrom: number;
  /** Digits of the groups after the last three. */
  readonly groupSize: 2 | 3;
  /** Joins items in a line, as in "2, 5". */
  readonly listComma: string;
  /** `{label}` and `{title}`, as in "Activity: Two shops". */
  readonly labelledTitle: string;
}
