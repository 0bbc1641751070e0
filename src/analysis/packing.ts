/** Something that takes memory and may be in some of the places only. */
export interface Item {
  readonly needsMb: number;
  /** Positions of the places it may be in. */
  readonly places: readonly number[];
  /** Items and places that share one of these must not come together. */
  readonly classes: readonly string[];
}

/** A place with what is left in it. */
export interface Place {
  readonly freeMb: number;
  readonly classes: ReadonlySet<string>;
}

/** Whether all items find a place; undefined where the search gave up. `left` is what found none when it was tried in order of size. */
export interface Packing<T extends Item> {
  readonly fits: boolean | undefined;
  readonly left: readonly T[];
}

/** Bounds beyond which the search says that it does not know: enough for any handful of groups, and well below a second. */
const searched = { items: 2000, steps: 20_000 } as const;

interface Filling {
  readonly free: number[];
  readonly classes: Set<string>[];
}

function fillingOf(places: readonly Place[]): Filling {
  return { free: places.map(({ freeMb }) => freeMb), classes: places.map(({ classes }) => new Set(classes)) };
}

function takes({ free, classes }: Filling, { needsMb, classes: own }: Item, place: number): boolean {
  return (free[place] ?? 0) >= needsMb && !own.some((one) => classes[place]?.has(one));
}

function put({ free, classes }: Filling, { needsMb, classes: own }: Item, place: number): void {
  free[place] = (free[place] ?? 0) - needsMb;
  for (const one of own) classes[place]?.add(one);
}

function take({ free, classes }: Filling, { needsMb, classes: own }: Item, place: number): void {
  free[place] = (free[place] ?? 0) + needsMb;
  for (const one of own) classes[place]?.delete(one);
}

/** Places that could take an item, the fullest first: what is left over stays in large pieces. */
function rooms(filling: Filling, item: Item): readonly number[] {
  const { free } = filling;
  return item.places
    .filter((place) => takes(filling, item, place))
    .sort((one, other) => (free[one] ?? 0) - (free[other] ?? 0) || one - other);
}

/** The fullest place that could take an item. */
function fullest(filling: Filling, item: Item): number | undefined {
  let found: number | undefined;
  for (const place of item.places) {
    const isFuller = found === undefined || (filling.free[place] ?? 0) < (filling.free[found] ?? 0);
    if (isFuller && takes(filling, item, place)) found = place;
  }
  return found;
}

/** Those that find no place when each takes the fullest that has room for it. */
function leftOver<T extends Item>(items: readonly T[], places: readonly Place[]): readonly T[] {
  const filling = fillingOf(places);
  return items.filter((item) => {
    const place = fullest(filling, item);
    if (place === undefined) return true;
    put(filling, item, place);
    return false;
  });
}

/** Whether items of one size or more are too many for the places, whatever goes where: then nothing need be tried. */
function areTooMany(items: readonly Item[], places: readonly Place[]): boolean {
  const free = places.map(({ freeMb }) => Math.max(freeMb, 0));
  const needed = items.reduce((sum, { needsMb }) => sum + needsMb, 0);
  if (needed > free.reduce((sum, one) => sum + one, 0)) return true;
  return items.some(({ needsMb }, index) => {
    const isLastOfSize = items[index + 1]?.needsMb !== needsMb;
    if (!isLastOfSize || needsMb <= 0) return false;
    return index + 1 > free.reduce((sum, one) => sum + Math.floor(one / needsMb), 0);
  });
}

/** Tries every way; places with as much left are tried once where items can tell them apart in no other way. Undefined: not decided. */
function search(items: readonly Item[], places: readonly Place[]): boolean | undefined {
  if (items.length > searched.items) return undefined;
  const filling = fillingOf(places);
  const areAlike = items.every((item) => item.places === items[0]?.places && item.classes.length === 0);
  let steps = 0;
  const from = (index: number): boolean | undefined => {
    const item = items[index];
    if (!item) return true;
    steps += 1;
    if (steps > searched.steps) return undefined;
    let last: number | undefined;
    for (const place of rooms(filling, item)) {
      const free = filling.free[place];
      if (areAlike && free === last) continue;
      last = free;
      put(filling, item, place);
      const found = from(index + 1);
      take(filling, item, place);
      if (found !== false) return found;
    }
    return false;
  };
  return from(0);
}

/**
 * Whether every item finds a place in whatever order they come and wherever the others go: all of them together cannot fill every
 * place that it could have.
 */
export function isRoomy(items: readonly Item[], places: readonly Place[]): boolean {
  const needed = items.reduce((sum, { needsMb }) => sum + needsMb, 0);
  const spare = new Map<string, number>();
  const spareFor = ({ needsMb, places: own }: Item): number =>
    own.reduce((sum, place) => sum + Math.max((places[place]?.freeMb ?? 0) - needsMb + 1, 0), 0);
  const lists = new Map<readonly number[], number>();
  return items.every((item) => {
    if (item.classes.length > 0) return false;
    const list = lists.get(item.places) ?? lists.size;
    lists.set(item.places, list);
    const key = `${String(item.needsMb)} ${String(list)}`;
    const room = spare.get(key) ?? spareFor(item);
    spare.set(key, room);
    return needed - item.needsMb < room;
  });
}

/**
 * Whether all items find a place at once (semantics 8.4): decided exactly, unless the search takes too many steps. Items that
 * may be in the same places should share the one list of them.
 */
export function pack<T extends Item>(all: readonly T[], places: readonly Place[]): Packing<T> {
  const items = all.toSorted((one, other) => other.needsMb - one.needsMb);
  const left = leftOver(items, places);
  if (left.length === 0) return { fits: true, left };
  const empty = fillingOf(places);
  const isHopeless = areTooMany(items, places) || items.some((item) => fullest(empty, item) === undefined);
  return { fits: isHopeless ? false : search(items, places), left };
}
