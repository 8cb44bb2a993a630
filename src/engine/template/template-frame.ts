/** What names mean at one place of a template while it runs, and the values behind paths. */
import type { SourceFile } from '../source/source-file.ts';
import { PrintedProse } from './printed-prose.ts';
import { isScoped } from './resolve-path.ts';

/** Where a running template stands. A block that changes `this` makes a frame within the frame around it. */
export interface Frame {
  readonly file: SourceFile;
  /** `this`. */
  readonly context: unknown;
  /** `@root`. */
  readonly root: unknown;
  /** What `../` means; a partial has nothing above it. */
  readonly outer: Frame | undefined;
  readonly turn: Turn | undefined;
  readonly locals: Local | undefined;
}

/** One turn of a loop, with its `@` names. */
export interface Turn {
  readonly names: Readonly<Record<string, unknown>>;
  readonly outer: Turn | undefined;
}

/** A name that a block gave with `as |name|`; of names that are the same, the inner one counts. */
export interface Local {
  readonly name: string;
  readonly value: unknown;
  readonly outer: Local | undefined;
}

/** Returns the frame inside `each` or `with`; `values` are for the names of the block, in order. */
export function frameWithin(frame: Frame, block: hbs.AST.BlockStatement, values: readonly unknown[], turn = frame.turn): Frame {
  let { locals } = frame;
  for (const [index, name] of (block.program.blockParams ?? []).entries()) locals = { name, value: values[index], outer: locals };
  return { ...frame, context: values[0], outer: frame, turn, locals };
}

/** Returns the value behind a path; undefined when some name of it is not there. Names are found only where they are own. */
export function lookUp(path: hbs.AST.PathExpression, frame: Frame): unknown {
  const { parts } = path;
  const [first] = parts;
  const local = path.data || path.depth > 0 || first === undefined || isScoped(path) ? undefined : localNamed(first, frame);
  let value: unknown;
  if (local) value = local.value;
  else if (path.data) value = first === 'root' ? frame.root : turnAt(path.depth, frame)?.names[first ?? ''];
  else value = frameAt(path.depth, frame)?.context;
  for (let index = local || path.data ? 1 : 0; index < parts.length; index++) value = ownValue(value, parts[index]!);
  return value;
}

function localNamed(name: string, frame: Frame): Local | undefined {
  let local = frame.locals;
  while (local && local.name !== name) local = local.outer;
  return local;
}

function turnAt(depth: number, frame: Frame): Turn | undefined {
  let { turn } = frame;
  for (let level = 0; level < depth; level++) turn = turn?.outer;
  return turn;
}

function frameAt(depth: number, frame: Frame): Frame | undefined {
  let at: Frame | undefined = frame;
  for (let level = 0; level < depth; level++) at = at?.outer;
  return at;
}

function ownValue(holder: unknown, name: string): unknown {
  const isGroup = typeof holder === 'object' && holder !== null && !(holder instanceof PrintedProse);
  return isGroup && Object.hasOwn(holder, name) ? (holder as Readonly<Record<string, unknown>>)[name] : undefined;
}
