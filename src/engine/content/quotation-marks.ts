/** Which quotation marks and apostrophes a language uses, after CLDR's delimiters, with the spaces that belong inside them. */

/** Marks of one language. */
export interface QuotationMarks {
  readonly open: string;
  readonly close: string;
  readonly innerOpen: string;
  readonly innerClose: string;
  readonly apostrophe: string;
  /** A straight mark inside or after a word: gershayim and geresh in Hebrew. */
  readonly doubleInWord?: string;
  readonly singleInWord?: string;
}

const english = marks('“', '”', '‘', '’');
const angular = marks('«', '»', '“', '”');
const low = marks('„', '“', '‚', '‘');

const byLanguage: ReadonlyMap<string, QuotationMarks> = new Map([
  ['en', english],
  ['es', angular],
  ['es-region', english],
  ['pt', english],
  ['pt-pt', angular],
  ['fr', marks('«\u00A0', '\u00A0»', '“', '”')],
  ['it', angular],
  ['ar', marks('«', '»', '“', '”')],
  ['fa', marks('«', '»', '‹', '›')],
  ['he', { ...marks('”', '”', '’', '’'), doubleInWord: '״', singleInWord: '׳' }],
  ['hi', english],
  ['de', low],
  ['cs', low],
  ['sk', low],
  ['nl', english],
  ['pl', marks('„', '”', '«', '»')],
  ['ro', marks('„', '”', '«', '»')],
  ['hu', marks('„', '”', '»', '«')],
  ['ru', marks('«', '»', '„', '“')],
  ['uk', marks('«', '»', '„', '“')],
  ['el', marks('«', '»', '“', '”')],
  ['sv', marks('”', '”', '’', '’')],
  ['fi', marks('”', '”', '’', '’')],
  ['nb', marks('«', '»', '‘', '’')],
  ['da', marks('“', '”', '‘', '’')],
]);

/** Returns the marks of a BCP 47 language; languages we do not know get the English ones. */
export function quotationMarksFor(language: string): QuotationMarks {
  const tag = language.toLowerCase();
  const primary = tag.split('-')[0]!;
  if (primary === 'es' && /-(?!es\b|gq\b)(?:[a-z]{2}|419)\b/.test(tag)) return byLanguage.get('es-region')!;
  return byLanguage.get(tag) ?? byLanguage.get(primary) ?? english;
}

function marks(open: string, close: string, innerOpen: string, innerClose: string): QuotationMarks {
  return { open, close, innerOpen, innerClose, apostrophe: '’' };
}
