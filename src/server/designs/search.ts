import type { FileReader } from '../files/files';
import { keyOf } from './addresses';
import type { Parts } from './parts';

/** Designs of the workspace that no editor has open and that may take in a part that one has. */
export interface DesignSearch {
  /** Looks through the workspace, the first time it is called; undefined where it has been looked through. */
  begin(): Promise<unknown> | undefined;
  /** Forgets that the workspace has been looked through: it has other folders now. */
  beginAnew(): void;
  /** Looks at files again that have come, changed or gone. */
  look(uris: readonly string[]): Promise<unknown> | undefined;
  /** Addresses of the designs found. */
  found(): readonly string[];
}

/** Only a design that says this word has parts. */
const mayInclude = /\binclude\b/;

/** Files that are read at the same time. */
const atOnce = 8;

/** Nothing has been looked for yet. `isOpen`: whether an editor has the file. */
export function createSearch(
  files: FileReader,
  parts: Parts,
  folders: () => readonly string[],
  isOpen: (uri: string) => boolean,
): DesignSearch {
  const designs = new Map<string, string>();
  let begun = false;
  let underWay: Promise<unknown> | undefined;

  const lookAt = async (uri: string): Promise<void> => {
    const key = keyOf(uri);
    designs.delete(key);
    if (isOpen(uri)) return;
    const found = await files.read(uri);
    if (!('text' in found) || !mayInclude.test(found.text) || isOpen(uri)) return;
    designs.set(key, uri);
    if (!parts.has(uri)) parts.keep(uri, found.text);
  };
  const lookAtAll = async (uris: readonly string[]): Promise<void> => {
    const waiting = [...uris];
    const next = async (): Promise<void> => {
      for (let uri = waiting.shift(); uri !== undefined; uri = waiting.shift()) await lookAt(uri);
    };
    await Promise.all(Array.from({ length: atOnce }, next));
  };
  const during = (work: Promise<void>): Promise<unknown> => {
    const together = underWay ? Promise.all([underWay, work]) : work;
    const ended = together.finally(() => {
      if (underWay === ended) underWay = undefined;
    });
    underWay = ended;
    return ended;
  };

  return {
    begin: () => {
      if (begun) return underWay;
      begun = true;
      return during(files.find(folders()).then(lookAtAll));
    },
    beginAnew: () => {
      begun = false;
      designs.clear();
    },
    look: (uris) => (begun ? during(lookAtAll(uris)) : undefined),
    found: () => [...designs.values()],
  };
}
