/** Something that is worked out again and again. Only what it read in its last run counts. */
export interface Reader {
  run: number;
}

/** Takes notes of what is looked at. */
export interface Notes {
  /** The reader at work has looked at a cell. */
  read(table: string, key: string): void;
  /** The same for the cells of one table. */
  readerOf(table: string): (key: string) => void;
  /** The number of the work under way: what one piece of work has read, the next one has not. */
  turn(): number;
}

/** Who has read what: a cell is one answer of a design, known by its table and its key. */
export interface Cells<R extends Reader> extends Notes {
  /** Lets a reader work, and notes what it reads from now on instead of what it read before. */
  during<T>(reader: R, work: () => T): T;
  /** Forgets what a reader has read. */
  forget(reader: R): void;
  /** Those that looked at a cell when they last worked. */
  readersOf(table: string, key: string): readonly R[];
}

/**
 * One cell. Who works again is not searched for here: a note is only good for the run in which it was made, and those that are
 * not are thrown out once there may be as many of them as good ones.
 */
interface Cell<R> {
  readers: R[];
  runs: number[];
  last: R | undefined;
  /** Notes at which it is looked through. */
  limit: number;
}

/** Notes that a cell takes before it is looked through for the first time. */
const firstLimit = 8;

/** Cells that nobody has read yet. */
export function createCells<R extends Reader>(): Cells<R> {
  const tables = new Map<string, Map<string, Cell<R>>>();
  let current: R | undefined;
  let turn = 0;

  const tableOf = (name: string): Map<string, Cell<R>> => {
    const table = tables.get(name) ?? new Map<string, Cell<R>>();
    tables.set(name, table);
    return table;
  };
  const readIn = (table: Map<string, Cell<R>>, key: string): void => {
    if (!current) return;
    let cell = table.get(key);
    if (!cell) table.set(key, (cell = { readers: [], runs: [], last: undefined, limit: firstLimit }));
    if (cell.last === current && cell.runs.at(-1) === current.run) return;
    if (cell.readers.length >= cell.limit) tidy(cell);
    cell.readers.push(current);
    cell.runs.push(current.run);
    cell.last = current;
  };
  return {
    read: (table, key) => {
      readIn(tableOf(table), key);
    },
    readerOf: (name) => {
      const table = tableOf(name);
      return (key) => {
        readIn(table, key);
      };
    },
    turn: () => turn,
    during: (reader, work) => {
      reader.run += 1;
      turn += 1;
      current = reader;
      try {
        return work();
      } finally {
        current = undefined;
      }
    },
    forget: (reader) => {
      reader.run += 1;
    },
    readersOf: (name, key) => {
      const table = tableOf(name);
      const cell = table.get(key);
      if (!cell) return [];
      tidy(cell);
      if (cell.readers.length === 0) table.delete(key);
      return cell.readers;
    },
  };
}

/** Throws out notes of runs that are over. */
function tidy<R extends Reader>(cell: Cell<R>): void {
  const { readers, runs } = cell;
  const isGood = (_: unknown, index: number): boolean => readers[index]?.run === runs[index];
  cell.readers = readers.filter(isGood);
  cell.runs = runs.filter(isGood);
  // Whoever reads it again in the same run is noted twice, which does no harm.
  cell.last = undefined;
  cell.limit = Math.max(firstLimit, 2 * cell.readers.length);
}
