import type { Collection } from './cluster';

interface Keyed {
  readonly key: string;
}

/** A collection that remembers how it looks names up, so that a few changed elements cost no new index. */
interface Indexed<T> extends Collection<T> {
  readonly index: ReadonlyMap<string, T>;
  /** Elements that have taken the place of those in the index, by key. */
  readonly replaced: ReadonlyMap<string, T>;
}

const indexed = new WeakMap<Collection<Keyed>, Indexed<Keyed>>();

/** Replacements an index carries before it is made anew. */
const mostReplaced = 64;

function remember<T extends Keyed>(
  all: readonly T[],
  index: ReadonlyMap<string, T>,
  replaced: ReadonlyMap<string, T>,
): Collection<T> {
  const collection: Indexed<T> = {
    all,
    index,
    replaced,
    get: (key) => (key === undefined ? undefined : (replaced.get(key) ?? index.get(key))),
  };
  indexed.set(collection, collection);
  return collection;
}

/** A collection in which the first of a name is the one that its name finds. */
export function collectionOf<T extends Keyed>(all: readonly T[]): Collection<T> {
  const index = new Map<string, T>();
  for (const one of all) if (!index.has(one.key)) index.set(one.key, one);
  return remember(all, index, new Map<string, T>());
}

/**
 * The collection after the neighbours `old` in it have become `fresh`; undefined where that would change its order or names,
 * so that it has to be made anew. Costs a copy of the row, not of the index.
 */
export function withReplaced<T extends Keyed>(
  before: Collection<T>,
  old: readonly T[],
  fresh: readonly T[],
): Collection<T> | undefined {
  if (old.length === 0 && fresh.length === 0) return before;
  const known = indexed.get(before) as Indexed<T> | undefined;
  const first = old[0];
  if (!known || !first || old.length !== fresh.length) return undefined;
  if (old.some((one, place) => one.key !== fresh[place]?.key)) return undefined;
  if (known.replaced.size + fresh.length > mostReplaced) return undefined;
  const start = before.all.indexOf(first);
  if (start < 0) return undefined;
  const all = [...before.all.slice(0, start), ...fresh, ...before.all.slice(start + old.length)];
  const replaced = new Map(known.replaced);
  old.forEach((one, place) => {
    const next = fresh[place];
    if (next && before.get(one.key) === one) replaced.set(one.key, next);
  });
  return remember(all, known.index, replaced);
}
