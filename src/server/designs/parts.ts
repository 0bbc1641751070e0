import { createDocument } from '../../language/document';
import type { Document } from '../../language/document';
import type { FileReader } from '../files/files';
import { keyOf } from './addresses';

/** A part as it is known: its text, why there is none, or that it is being read for the first time. */
export type Part = { readonly document: Document } | { readonly missing: string } | { readonly reading: true };

/** Files that belong to designs and that no editor has open, as last read. */
export interface Parts {
  /** A file; it is read when it is first asked for. */
  get(uri: string): Part;
  /** A file where it has been read already. */
  known(uri: string): Part | undefined;
  has(uri: string): boolean;
  /** Reads a file anew; what was known of it holds until then. Over when it has been read. */
  refresh(uri: string): Promise<void>;
  /** Takes what has just been read of a file. */
  keep(uri: string, text: string): void;
  /** Forgets a file: an editor has it now, or no design needs it any more. */
  forget(uri: string): void;
  addresses(): readonly string[];
  /** Over when everything that is being read has been; undefined where nothing is. */
  settled(): Promise<unknown> | undefined;
}

interface Entry {
  readonly uri: string;
  part: Part;
  /** What is under way; undefined where nothing is. */
  reading: Promise<void> | undefined;
}

const reading: Part = { reading: true };

/** Whether a part is this text already: then it stays the same document, and nothing of it has to be read again. */
function hasText(part: Part, text: string): boolean {
  return 'document' in part && part.document.length === text.length && part.document.text() === text;
}

/** No part is known yet. */
export function createParts(files: FileReader): Parts {
  const entries = new Map<string, Entry>();

  const read = async (entry: Entry): Promise<void> => {
    const found = await files.read(entry.uri).catch((error: unknown) => ({ missing: String(error) }));
    if ('missing' in found) entry.part = found;
    else if (!hasText(entry.part, found.text)) entry.part = { document: createDocument(entry.uri, found.text) };
  };
  /** Of two readings of a file the second begins when the first is over, so that the newest content counts. */
  const begin = (entry: Entry): Promise<void> => {
    const before = entry.reading;
    const next = (before ? before.then(() => read(entry)) : read(entry)).then(() => {
      if (entry.reading === next) entry.reading = undefined;
    });
    entry.reading = next;
    return next;
  };
  const enter = (uri: string): Entry => {
    const entry: Entry = { uri, part: reading, reading: undefined };
    entries.set(keyOf(uri), entry);
    return entry;
  };

  return {
    get: (uri) => {
      const known = entries.get(keyOf(uri));
      if (known) return known.part;
      void begin(enter(uri));
      return reading;
    },
    known: (uri) => entries.get(keyOf(uri))?.part,
    has: (uri) => entries.has(keyOf(uri)),
    refresh: (uri) => begin(entries.get(keyOf(uri)) ?? enter(uri)),
    keep: (uri, text) => {
      enter(uri).part = { document: createDocument(uri, text) };
    },
    forget: (uri) => void entries.delete(keyOf(uri)),
    addresses: () => [...entries.values()].map(({ uri }) => uri),
    settled: () => {
      const underWay = [...entries.values()].flatMap((entry) => entry.reading ?? []);
      return underWay.length > 0 ? Promise.all(underWay) : undefined;
    },
  };
}
