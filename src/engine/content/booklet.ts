/** What is said: the author's folder as data, before anything is known of templates, styles or pages. */
import type { Span } from '../source/source-file.ts';
import type { Prose } from './prose.ts';

/** Levels of the revised Bloom taxonomy (Anderson & Krathwohl 2001), from easy to hard. */
export const questionLevels = ['remember', 'understand', 'apply', 'analyze', 'evaluate', 'create'] as const;
export type QuestionLevel = (typeof questionLevels)[number];

export const questionKinds = ['open', 'choice', 'true-false', 'match', 'order', 'fill-in', 'scale'] as const;
export type QuestionKind = (typeof questionKinds)[number];

export const groupings = ['alone', 'pairs', 'groups', 'class'] as const;
export type Grouping = (typeof groupings)[number];

export interface Question {
  /** `question-1` …, in file order. */
  readonly id: string;
  readonly question: Prose;
  readonly level: QuestionLevel;
  readonly kind: QuestionKind;
  /** Id of the section it belongs to; undefined for questions about the whole booklet. */
  readonly section?: string;
  readonly minutes?: number;
  readonly grouping?: Grouping;
  /** Lines to write on, or the rest of the page. */
  readonly answerLines: number | 'fill';
  /** Choices of a choice question; left and right sides of a matching; items to order; statements of a scale. */
  readonly options: readonly Prose[];
  readonly matches: readonly Prose[];
  /** Gone in editions for students. */
  readonly answer?: Prose;
  readonly lookFor: readonly Prose[];
  readonly origin: Span;
}

export interface GlossaryEntry {
  /** Id made from the term: `straw-purchase`. */
  readonly id: string;
  readonly term: string;
  readonly aliases: readonly string[];
  readonly definition: Prose;
  /** BCP 47 tag to the term in that language. */
  readonly translations: ReadonlyMap<string, string>;
  readonly origin: Span;
}

export interface Source {
  readonly id: string;
  /** From 1, in file order: what `[@id]` prints. */
  readonly number: number;
  readonly title: string;
  readonly author?: string;
  readonly publisher?: string;
  /** ISO 8601, as exact as is known: `2026`, `2026-03`, `2026-03-03`. */
  readonly date?: string;
  readonly url?: string;
  readonly accessed?: string;
  /** BCP 47: what author, title and publisher are written in, where it is not the booklet's language. */
  readonly language?: string;
  readonly note?: Prose;
  readonly origin: Span;
}

export interface KeyFact {
  readonly value: string;
  readonly label: Prose;
  /** Id of a source. */
  readonly source?: string;
  readonly origin: Span;
}

export interface Section {
  /** File name without its ending: `03-routes`. */
  readonly id: string;
  /** The text of the first heading. */
  readonly title: string;
  /** Everything below that heading. */
  readonly body: Prose;
  readonly origin: Span;
}

/** One of the matched copies that a booklet is printed as. Data, so that later steps never ask for its name. */
export interface Edition {
  readonly name: string;
  readonly audience: 'student' | 'facilitator';
  /** Whether answers, look-fors and facilitator notes are printed. */
  readonly showsAnswers: boolean;
  /** Whether lines to write on are printed. */
  readonly showsAnswerLines: boolean;
  /** The smallest type that `octavo check` lets pass, in pt: for text, and for footnotes and page furniture. */
  readonly leastSizes: { readonly text: number; readonly notes: number };
}

/** Where the numbers of charts are printed as tables. */
export const chartDataPlaces = ['none', 'beside', 'appendix', 'spoken'] as const;
export type ChartDataPlace = (typeof chartDataPlaces)[number];

export interface Booklet {
  /** Name of its folder. */
  readonly name: string;
  readonly title: string;
  readonly subtitle?: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly date?: string;
  readonly authors: readonly string[];
  readonly audience?: string;
  readonly rights?: string;
  readonly template: string;
  /** As written: `a4`, `letter`, `148mm x 210mm`. */
  readonly paper: string;
  /** For charts that do not say themselves. */
  readonly chartData: ChartDataPlace;
  /** Whether the list of sources has a QR code for each address. */
  readonly sourceCodes: boolean;
  readonly objectives: readonly Prose[];
  readonly keyFacts: readonly KeyFact[];
  readonly contentNote?: Prose;
  readonly sections: readonly Section[];
  readonly glossary: readonly GlossaryEntry[];
  readonly questions: readonly Question[];
  readonly sources: readonly Source[];
  /** All editions that the author asks for; the first is the default. */
  readonly editions: readonly Edition[];
  /** Whether all of its files could be read. Where some could not, what seems to be missing may stand in them. */
  readonly isWhole: boolean;
  /** Where `booklet.yaml` begins. */
  readonly origin: Span;
}
