/** Something that was worked out, and the cells it was read from. */
export interface Reader {
  readonly cells: Set<unknown>[];
}

/** Takes notes of what is looked at. */
export interface Notes {
  /** The reader at work has looked at a cell. */
  read(table: string, key: string): void;
}

/** Who has read what: a cell is one answer of a design, known by its table and its key. */
export interface Cells<R extends Reader> extends Notes {
  /** Lets a reader work, and notes what it reads from now on instead of what it read before. */
  during<T>(reader: R, work: () => T): T;
  /** Forgets what a reader has read. */
  forget(reader: R): void;
  /** Those that looked at a cell when they last worked. */
  readersOf(table: string, key: string): Iterable<R>;
}

/** Cells that nobody has read yet. */
export function createCells<R extends Reader>(): Cells<R> {
  const tables = new Map<string, Map<string, Set<R>>>();
  let current: R | undefined;

  const forget = (reader: R): void => {
    for (const cell of reader.cells) cell.delete(reader);
    reader.cells.length = 0;
  };
  const cellOf = (name: string, key: string): Set<R> => {
    let table = tables.get(name);
    if (!table) tables.set(name, (table = new Map<string, Set<R>>()));
    let cell = table.get(key);
    if (!cell) table.set(key, (cell = new Set<R>()));
    return cell;
  };
  return {
    read: (table, key) => {
      if (!current) return;
      const cell = cellOf(table, key);
      if (cell.has(current)) return;
      cell.add(current);
      current.cells.push(cell);
    },
    during: (reader, work) => {
      forget(reader);
      current = reader;
      try {
        return work();
      } finally {
        current = undefined;
      }
    },
    forget,
    readersOf: (table, key) => {
      const cell = tables.get(table)?.get(key);
      if (cell?.size === 0) tables.get(table)?.delete(key);
      return cell ?? [];
    },
  };
}
