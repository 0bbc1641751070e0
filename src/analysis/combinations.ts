/** How many sets of `size` there are among `count` things; of sequences, with their order. */
export function countOfSets(count: number, size: number, ordered = false): number {
  let product = 1;
  for (let taken = 0; taken < size; taken += 1) product = (product * (count - taken)) / (ordered ? 1 : taken + 1);
  return Math.round(product);
}

/** All sets of `size` of some things, each in the order of the things. */
export function* setsOf<T>(all: readonly T[], size: number, from = 0): Generator<readonly T[], void, undefined> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let first = from; first <= all.length - size; first += 1) {
    const one = all[first];
    if (one === undefined) return;
    for (const rest of setsOf(all, size - 1, first + 1)) yield [one, ...rest];
  }
}

/** All sequences of `size` different ones of some things. */
export function* sequencesOf<T>(all: readonly T[], size: number): Generator<readonly T[], void, undefined> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const one of all) {
    const others = all.filter((other) => other !== one);
    for (const rest of sequencesOf(others, size - 1)) yield [one, ...rest];
  }
}

/** Whether something is true of a part of a row, the row itself included, in the order of the row; of the empty part too. */
export function somePart<T>(row: readonly T[], isSo: (part: readonly T[]) => boolean): boolean {
  const [first, ...rest] = row;
  if (first === undefined) return isSo([]);
  return somePart(rest, isSo) || somePart(rest, (part) => isSo([first, ...part]));
}
