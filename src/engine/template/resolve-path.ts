/** Finds what a path such as `booklet.title`, `../id` or `@index` stands for, among shapes instead of values. */
import type { RecordShape, Shape } from './context-shape.ts';

/** What names mean at one place of a template. */
export interface Scope {
  /** The shape of `this`. */
  readonly shape: Shape;
  readonly root: RecordShape;
  readonly parent?: Scope;
  /** Names from `as |name|`. */
  readonly locals: ReadonlyMap<string, Shape>;
}

/** A shape; undefined for something that was already reported. */
export type Resolved = Shape | undefined;

/** A name that is not there, and those that are. */
export interface Missing {
  readonly missing: string;
  /** The way to a name that `this` has not but the whole context has. */
  readonly fromRoot?: string;
  /** What should have it, in words. */
  readonly owner: string;
  readonly known: readonly string[];
}

const loopNames: Readonly<Record<string, Shape>> = {
  index: { kind: 'number', description: 'Place in the list, from 0.' },
  key: { kind: 'text', description: 'Name or place in what is looped over.' },
  first: { kind: 'flag', description: 'Whether this is the first.' },
  last: { kind: 'flag', description: 'Whether this is the last.' },
};

/** Returns the scope inside `each` or `with`: `this` is another, and new names may be there. */
export function scopeWithin(scope: Scope, shape: Shape, names: readonly (readonly [string | undefined, Shape])[]): Scope {
  const locals = new Map(scope.locals);
  for (const [name, local] of names) if (name !== undefined) locals.set(name, local);
  return { shape, root: scope.root, parent: scope, locals };
}

/** Resolves a path. */
export function resolvePath(path: hbs.AST.PathExpression, scope: Scope): Shape | Missing {
  const [first, ...rest] = path.parts;
  if (path.data) {
    if (first === 'root') return descend(scope.root, rest, '@root');
    if (first !== undefined && Object.hasOwn(loopNames, first)) return descend(loopNames[first]!, rest, `@${first}`);
    return { missing: `@${first ?? ''}`, owner: 'a template', known: ['@root', ...Object.keys(loopNames).map((name) => `@${name}`)] };
  }
  const local = path.depth === 0 && !isScoped(path) && first !== undefined ? scope.locals.get(first) : undefined;
  if (local) return descend(local, rest, first!);
  let outer: Scope | undefined = scope;
  for (let level = 0; level < path.depth; level++) outer = outer?.parent;
  const fromRoot =
    first !== undefined && Object.hasOwn(scope.root.fields, first) ? { fromRoot: `@root.${path.parts.join('.')}` } : undefined;
  if (!outer) return { missing: path.original, owner: 'this place', known: [], ...fromRoot };
  const found = descend(outer.shape, path.parts, outer.shape === outer.root ? 'the template' : 'this place');
  return 'missing' in found && found.missing === first ? { ...found, ...fromRoot } : found;
}

/** Whether a path says that it begins at `this`, whatever names there are. */
export function isScoped(path: hbs.AST.PathExpression): boolean {
  return /^(?:\.|this\b)/.test(path.original);
}

function descend(shape: Shape, names: readonly string[], owner: string): Shape | Missing {
  let here = shape;
  let walked = owner;
  for (const name of names) {
    // Names of Object.prototype are never ours, whatever they are asked of.
    if (here.kind === 'anything' && !(name in {})) return here;
    if (here.kind === 'list' && name === 'length') return { kind: 'number', description: '' };
    if (here.kind === 'list' && /^\d+$/.test(name)) {
      here = here.item;
      continue;
    }
    if (here.kind !== 'record' || !Object.hasOwn(here.fields, name)) {
      return {
        missing: name,
        owner: walked === owner ? owner : `\`${walked}\``,
        known: here.kind === 'record' ? Object.keys(here.fields) : [],
      };
    }
    here = here.fields[name]!;
    walked = walked === owner && !owner.startsWith('@') ? name : `${walked}.${name}`;
  }
  return here;
}
