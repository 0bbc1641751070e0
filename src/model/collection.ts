import { placeIn, spliced } from '../language/row';
import type { Collection } from './cluster';

interface Named {
  readonly kind: string;
  readonly name: string;
  readonly key: string;
}

/** A collection that remembers how it looks names up, so that a few changed elements cost no new index. */
interface Indexed<T> extends Collection<T> {
  readonly index: ReadonlyMap<string, T>;
  /** What the names that were touched since the index was made mean now, by key; undefined: nothing any more. */
  readonly since: ReadonlyMap<string, T | undefined>;
}

const indexed = new WeakMap<Collection<Named>, Indexed<Named>>();

/** Names touched that an index carries before it is made anew. */
const mostSince = 512;

function remember<T extends Named>(
  all: readonly T[],
  names: object,
  index: ReadonlyMap<string, T>,
  since: ReadonlyMap<string, T | undefined>,
): Collection<T> {
  const get = (key: string | undefined): T | undefined => {
    if (key === undefined) return undefined;
    return since.has(key) ? since.get(key) : index.get(key);
  };
  const collection: Indexed<T> = { all, names, index, since, get, spelling: (key) => get(key)?.name };
  indexed.set(collection, collection);
  return collection;
}

/** A collection in which the first of a name is the one that its name finds. `names` are those of an earlier one with the same. */
export function collectionOf<T extends Named>(all: readonly T[], names: object = {}): Collection<T> {
  const index = new Map<string, T>();
  for (const one of all) if (!index.has(one.key)) index.set(one.key, one);
  return remember(all, names, index, new Map<string, T>());
}

/** What a row loses and gets at one place. */
export interface Replacement<T> {
  readonly old: readonly T[];
  readonly fresh: readonly T[];
  /** The first entry behind the place; undefined where that is the end of the row. Asked only where the row loses nothing. */
  readonly next: () => T | undefined;
}

/**
 * The collection after neighbours in it have become others; undefined where they are not found in it. Costs a copy of the row,
 * not of the index.
 */
export function withReplaced<T extends Named>(
  before: Collection<T>,
  { old, fresh, next }: Replacement<T>,
): Collection<T> | undefined {
  if (old.length === 0 && fresh.length === 0) return before;
  const known = indexed.get(before) as Indexed<T> | undefined;
  const follower = old.length > 0 ? old[0] : next();
  const start = follower === undefined ? before.all.length : placeIn(before.all, follower);
  if (start === undefined) return undefined;
  const all = spliced(before.all, start, old.length, fresh);
  const keepsNames = sameNames(old, fresh);
  const names = keepsNames ? before.names : {};
  if (!known || known.since.size + old.length + fresh.length > mostSince) return collectionOf(all, names);
  const since = new Map(known.since);
  if (keepsNames) {
    old.forEach((one, place) => {
      if (before.get(one.key) === one) since.set(one.key, fresh[place]);
    });
    return remember(all, names, known.index, since);
  }
  for (const { key } of [...old, ...fresh]) {
    since.set(
      key,
      all.find((one) => one.key === key),
    );
  }
  return remember(all, names, known.index, since);
}

function sameNames(old: readonly Named[], fresh: readonly Named[]): boolean {
  return (
    old.length === fresh.length &&
    old.every((one, place) => one.name === fresh[place]?.name && one.kind === fresh[place].kind)
  );
}
