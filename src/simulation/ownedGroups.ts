import type { GroupRun } from './engine';

/** The groups of a node, in the order in which it came to own them; those it began with are made when they are gone through. */
export interface OwnedGroups extends Iterable<GroupRun> {
  readonly size: number;
  add(group: GroupRun): void;
  delete(group: GroupRun): void;
}

/**
 * The groups of a node that begins with those of the keys `first`. How many it has is known without making any of them,
 * since every placement asks that of every node.
 */
export function ownedGroups(first: ReadonlySet<string>, find: (key: string) => GroupRun | undefined): OwnedGroups {
  const gone = new Set<string>();
  const added = new Set<GroupRun>();
  const isFirst = ({ part }: GroupRun): boolean => first.has(part.group.key) && !gone.has(part.group.key);
  return {
    get size() {
      return first.size - gone.size + added.size;
    },
    add: (group) => {
      if (!isFirst(group)) added.add(group);
    },
    delete: (group) => {
      if (isFirst(group)) gone.add(group.part.group.key);
      else added.delete(group);
    },
    *[Symbol.iterator]() {
      for (const key of first) {
        const group = gone.has(key) ? undefined : find(key);
        if (group) yield group;
      }
      yield* added;
    },
  };
}
