/**
 * Breaks a displayed formula that is too wide for its line, as books do (Knuth, The TeXbook, chapter 18; Chicago Manual of
 * Style, 12.19 ff.): where a statement begins, else before relations, else before the operators of sums, else before those of
 * products. All lengths are in ems.
 *
 * Relations stand below each other where there is room for that, and otherwise a fixed indent from the edge; operators
 * stand to the right of the relation whose side they belong to.
 */
import type { Formula, FormulaPart, FormulaPiece } from '../drawing/formula.ts';
import { widthOf } from './formula-box.ts';

/** A line of a formula. */
export interface FormulaLine {
  readonly parts: readonly FormulaPart[];
  /** From the left edge of the formula. */
  readonly indent: number;
}

/** A formula in its lines. */
export interface BrokenFormula {
  readonly lines: readonly FormulaLine[];
  /** What it must be multiplied with to fit; 1 where breaks are enough. */
  readonly scale: number;
}

/** Of lines that are not aligned with the first relation; LaTeX's `\qquad`. */
const fixedIndent = 2;

/** A first relation that has no more than this share of the room to its left has others below it, however many lines that takes. */
const surelyAligned = 1 / 3;

/** What lines cost, in an order: breaks at operators are worse than any number of lines, and those worse than uneven lines. */
const costs = { formula: 0, statement: 0, relation: 0, sum: 1e8, product: 3e8, line: 1e4 } as const;

/** Lengths that differ by less are equal. */
const rounding = 1e-6;

/** Fits a formula into a width: in one line, else broken, and made smaller only as far as no break can help. */
export function fitFormula({ parts, pieces }: Formula, room: number): BrokenFormula {
  const natural = widthOf(parts);
  const whole = [{ parts, indent: 0 }];
  if (fitsInto(natural, room)) return { lines: whole, scale: 1 };
  if (!pieces) return { lines: whole, scale: room / natural };
  const statements = statementsOf(pieces);
  const needed = Math.max(...statements.map(leastRoom));
  const lines = breakStatements(statements, Math.max(room, needed));
  return { lines: lines.length > 1 ? lines : whole, scale: Math.min(1, room / needed) };
}

/** Pieces from the beginning of the formula, or of a further statement, to that of the next one. */
type Statement = readonly FormulaPiece[];

function statementsOf(pieces: readonly FormulaPiece[]): readonly Statement[] {
  const starts = pieces.flatMap(({ begins }, index) => (index === 0 || begins === 'statement' ? [index] : []));
  return starts.map((start, index) => pieces.slice(start, starts[index + 1]));
}

/** Statements follow each other in a line as long as they fit; one that must be broken begins a line. */
function breakStatements(statements: readonly Statement[], room: number): readonly FormulaLine[] {
  const lines: FormulaLine[] = [];
  for (const statement of statements) {
    const last = lines.at(-1);
    const joined = last && { ...last, parts: [...last.parts, ...statement] };
    if (joined && fitsInto(joined.indent + widthOf(joined.parts), room)) lines[lines.length - 1] = joined;
    else lines.push(...breakStatement(statement, room));
  }
  return lines;
}

function breakStatement(statement: Statement, room: number): readonly FormulaLine[] {
  const indent = startOf(statement);
  if (fitsInto(indent + widthOf(statement), room)) return [{ parts: statement, indent }];
  const [fixed, aligned] = arrangementsOf(statement).map((arrangement) => ({ ...arrangement, ...chooseBreaks(arrangement, room) }));
  const isAligned = aligned && (aligned.relation <= room * surelyAligned ? Number.isFinite(aligned.cost) : aligned.cost <= fixed!.cost);
  return (isAligned ? aligned : fixed!).lines;
}

/** How the lines of a statement are indented. */
interface Arrangement {
  readonly statement: Statement;
  /** Index of the first relation; -1 without any. */
  readonly first: number;
  /** Whether other relations stand below the first one: nothing is broken before that. */
  readonly isAligned: boolean;
  /** Indents of lines that begin with a relation, and with an operator behind one. */
  readonly relation: number;
  readonly operator: number;
}

/** All statements but the first are set in, so that they are seen to go on with the formula. */
const startOf = ([start]: Statement): number => (start!.begins === 'statement' ? fixedIndent : 0);

/** Returns the arrangement with a fixed indent, and the aligned one where there is a relation. */
function arrangementsOf(statement: Statement): readonly Arrangement[] {
  const first = statement.findIndex(({ begins }) => begins === 'relation');
  const start = startOf(statement);
  const sign = statement[first]?.sign ?? 0;
  const arrange = (relation: number, isAligned: boolean): Arrangement => {
    return { statement, first, isAligned, relation, operator: relation + sign };
  };
  const fixed = arrange(start + fixedIndent, false);
  if (first === -1) return [fixed];
  const before = statement.slice(0, first);
  return [fixed, arrange(start + (first === 0 ? 0 : widthOf(before) + statement[first]!.spaceBefore), true)];
}

/** The least room in which a statement need not be made smaller. */
function leastRoom(statement: Statement): number {
  return Math.min(startOf(statement) + widthOf(statement), ...arrangementsOf(statement).map(leastOf));
}

/** The least room for an arrangement: that with all breaks. */
function leastOf(arrangement: Arrangement): number {
  const { statement } = arrangement;
  const starts = statement.flatMap((_, index) => (mayBegin(arrangement, index) ? [index] : []));
  const rooms = starts.map((start, index) => indentOf(arrangement, start) + widthOf(statement.slice(start, starts[index + 1])));
  return Math.max(...rooms);
}

const mayBegin = ({ isAligned, first }: Arrangement, index: number): boolean => index === 0 || !isAligned || index > first;

function indentOf({ statement, first, relation, operator }: Arrangement, index: number): number {
  if (index === 0) return startOf(statement);
  if (statement[index]!.begins === 'relation') return relation;
  return index < first ? startOf(statement) + fixedIndent : operator;
}

/** Chooses the breaks that cost least, of all that the room allows; where it allows none, the cost is infinite. */
function chooseBreaks(arrangement: Arrangement, room: number): { readonly lines: readonly FormulaLine[]; readonly cost: number } {
  const { statement } = arrangement;
  const best: { readonly start: number; readonly cost: number }[] = [{ start: 0, cost: 0 }];
  for (let end = 1; end <= statement.length; end++) {
    let [chosen, least] = [0, Number.POSITIVE_INFINITY];
    let width = 0;
    for (let start = end - 1; start >= 0; start--) {
      const { begins, width: own } = statement[start]!;
      width += own + (start + 1 < end ? statement[start + 1]!.spaceBefore : 0);
      if (!fitsInto(width, room)) break;
      const taken = indentOf(arrangement, start) + width;
      if (!fitsInto(taken, room) || !mayBegin(arrangement, start) || mixesSides(arrangement, start, end)) continue;
      const cost = best[start]!.cost + costs.line + (start > 0 ? costs[begins] : 0) + (1 - taken / room) ** 2;
      if (cost < least) [chosen, least] = [start, cost];
    }
    best.push({ start: chosen, cost: least });
  }
  const lines: FormulaLine[] = [];
  for (let end = statement.length; end > 0; end = best[end]!.start) {
    const { start } = best[end]!;
    lines.unshift({ parts: statement.slice(start, end), indent: indentOf(arrangement, start) });
  }
  return { lines, cost: best.at(-1)!.cost };
}

/**
 * Tells whether a line begins or ends within a side of the formula, between two relations, and holds another side as well:
 * then a reader would take an operator for that of the wrong side. The left side may share its line with the first relation.
 */
function mixesSides({ statement, first, isAligned }: Arrangement, start: number, end: number): boolean {
  const isInside = (index: number): boolean => index > 0 && index < statement.length && statement[index]!.begins !== 'relation';
  const endsInside = isInside(end);
  if (!isInside(start) && !endsInside) return false;
  for (let index = start + 1; index < end; index++) {
    if (statement[index]!.begins === 'relation' && (index !== first || (endsInside && !isAligned))) return true;
  }
  return false;
}

const fitsInto = (width: number, room: number): boolean => width <= room + rounding;
