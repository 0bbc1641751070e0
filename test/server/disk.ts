import type { FileReader } from '../../src/server/files/files';

/** Files in memory that stand for a disk; a test may change them. */
export interface Disk extends FileReader {
  readonly files: Map<string, string>;
  /** Addresses read so far. */
  readonly asked: string[];
}

/** A disk with these files, by address. */
export function diskOf(files: Readonly<Record<string, string>>): Disk {
  const disk = new Map(Object.entries(files));
  const read: string[] = [];
  return {
    files: disk,
    asked: read,
    read: (uri) => {
      read.push(uri);
      const text = disk.get(uri);
      return Promise.resolve(text === undefined ? { missing: 'there is no such file: check the path.' } : { text });
    },
    find: (folders) => Promise.resolve([...disk.keys()].filter((uri) => folders.some((one) => uri.startsWith(one)))),
  };
}
