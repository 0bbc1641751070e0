const places = new WeakMap<object, number>();

/** How far from where an entry stood last it is looked for before the whole row is searched. */
const near = 8;

/**
 * Where an entry stands in a row; undefined where it does not. The place is remembered with the entry, which mostly stands
 * where it stood in the version before, or a few places from there; otherwise the row is searched. An entry stands in a row once.
 */
export function placeIn<T extends object>(row: readonly T[], entry: T): number | undefined {
  const known = places.get(entry);
  if (known !== undefined) {
    for (let away = 0; away <= near; away += 1) {
      if (row[known + away] === entry) return remember(entry, known + away);
      if (row[known - away] === entry) return remember(entry, known - away);
    }
  }
  const found = row.indexOf(entry);
  return found < 0 ? undefined : remember(entry, found);
}

function remember(entry: object, place: number): number {
  if (places.get(entry) !== place) places.set(entry, place);
  return place;
}
