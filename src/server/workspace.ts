import { TextDocuments } from 'vscode-languageserver';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { createDocument } from '../language/document';
import type { Document } from '../language/document';
import { followEdit, gather, hasCluster, includesOf } from '../model/includes';
import type { Gathered, Loaded } from '../model/includes';
import { addressOf, keyOf } from './designs/addresses';
import { createAnalyses } from './designs/analyses';
import type { Analysis } from './designs/analyses';
import { firstFilesOf } from './designs/membership';
import { createParts } from './designs/parts';
import { createSearch } from './designs/search';
import type { FileReader } from './files/files';

export type { Analysis } from './designs/analyses';

/** A file the editor has open, at one version. An edit gives a new one that shares what the edit does not touch. */
export interface OpenDesign {
  readonly uri: string;
  readonly version: number;
  readonly document: Document;
}

/**
 * Something has changed that the designs of a file are made of: an edit, or a file was opened, closed or changed on the disk; or
 * the settings have, by which their findings are shown; or findings have come that take runs of the simulation.
 */
export interface WorkspaceChange {
  readonly uri: string;
  readonly cause: 'edit' | 'open' | 'close' | 'disk' | 'settings' | 'late findings';
  /** Open files that share a design with it, now or before, itself left out. */
  readonly others: readonly string[];
}

/** The files the editor has open, and the designs that they and what they include make up. */
export interface Workspace {
  readonly documents: TextDocuments<OpenDesign>;
  get(uri: string): OpenDesign | undefined;
  all(): readonly OpenDesign[];
  /** Over when all that the designs of a file are made of has been read; undefined where nothing has to be waited for. */
  ready(uri: string): Promise<void> | undefined;
  /** The same for all open files. */
  allReady(): Promise<unknown> | undefined;
  /** The files of all designs that a file belongs to, as far as they have been read. */
  files(open: OpenDesign): readonly Document[];
  /** The design of a file: its own where it has a cluster, else the first that takes it in. Computed once for each version. */
  analyse(open: OpenDesign): Analysis;
  /** All designs that a file belongs to; that of `analyse` first. */
  analyses(open: OpenDesign): readonly [Analysis, ...Analysis[]];
  /** Folders of the workspace, looked through for the designs of a part. */
  setFolders(folders: readonly string[]): void;
  /** Files have come, changed or gone on the disk. */
  changedOnDisk(uris: readonly string[]): Promise<void>;
  /** Reads the closed parts of the designs of a file anew, and looks for those that were not there. */
  refreshParts(uri: string): Promise<void>;
  onDidChange(listener: (change: WorkspaceChange) => void): void;
}

function changed(document: Document, change: TextDocumentContentChangeEvent): Document {
  if ('range' in change) {
    const edited = document.change(change.range, change.text);
    followEdit(document, edited);
    return edited;
  }
  return createDocument(document.file, change.text);
}

const unsaved = 'this file has no folder yet: save it first.';

/** An empty workspace; its documents follow the connection they are told to listen to. */
export function createWorkspace(files: FileReader): Workspace {
  const documents = new TextDocuments<OpenDesign>({
    create: (uri, _language, version, text) => ({ uri, version, document: createDocument(uri, text) }),
    update: ({ uri, document }, changes, version) => ({ uri, version, document: changes.reduce(changed, document) }),
  });
  const openByKey = new Map<string, string>();
  const listeners: ((change: WorkspaceChange) => void)[] = [];
  let folders: readonly string[] = [];
  const openAt = (uri: string): OpenDesign | undefined => documents.get(openByKey.get(keyOf(uri)) ?? uri);
  const parts = createParts(files);
  const search = createSearch(
    files,
    parts,
    () => folders,
    (uri) => openAt(uri) !== undefined,
  );
  const analyses = createAnalyses();

  const load = (path: string, from: Document): Loaded => {
    const uri = addressOf(from.file, path);
    return uri === undefined ? { missing: unsaved } : (openAt(uri) ?? parts.get(uri));
  };
  const gatherFrom = (first: Document): Gathered => gather(first, load);

  /** Designs that have parts: those open first, in the order they were opened in. */
  const designsWithParts = (): readonly Document[] => {
    const known = search.found().flatMap((uri) => {
      const part = openAt(uri) ?? parts.known(uri);
      return part && 'document' in part ? [part.document] : [];
    });
    const all = new Set([...documents.all().map(({ document }) => document), ...known]);
    return [...all].filter((document) => includesOf(document).length > 0 && hasCluster(document));
  };
  const firstFiles = (document: Document): readonly Document[] =>
    firstFilesOf(document, designsWithParts(), (first) => gatherFrom(first).documents);

  const ready = (uri: string): Promise<void> | undefined => {
    const open = openAt(uri);
    if (!open) return undefined;
    const first = firstFiles(open.document);
    first.forEach(gatherFrom);
    const isAlone = first[0] === open.document && !hasCluster(open.document);
    const waiting = [parts.settled(), isAlone ? search.begin() : undefined].filter((one) => one !== undefined);
    if (waiting.length === 0) return undefined;
    return Promise.all(waiting).then(() => ready(uri));
  };

  const othersOf = (uri: string): readonly string[] => {
    const key = keyOf(uri);
    const isIn = (row: readonly Document[]): boolean => row.some(({ file }) => keyOf(file) === key);
    const open = openAt(uri);
    const now = open ? firstFiles(open.document) : designsWithParts();
    const rows = [...now.map((first) => gatherFrom(first).documents), ...analyses.lastFiles()].filter(isIn);
    const uris = new Set(rows.flatMap((row) => row.flatMap(({ file }) => openAt(file)?.uri ?? [])));
    return [...uris].filter((one) => keyOf(one) !== key);
  };
  const tell = (uri: string, cause: WorkspaceChange['cause']): void => {
    const change = { uri, cause, others: othersOf(uri) };
    for (const listener of listeners) listener(change);
  };

  /** What no open file needs any more is forgotten. */
  const tidy = (): void => {
    const needed = documents.all().flatMap(({ document }) => firstFiles(document));
    analyses.keepOnly(new Set(needed.map(({ file }) => keyOf(file))));
    const used = new Set([...needed.flatMap((first) => gatherFrom(first).documents), ...designsWithParts()]);
    for (const uri of parts.addresses()) {
      const part = parts.known(uri);
      if (part && 'document' in part && !used.has(part.document)) parts.forget(uri);
    }
  };

  const opened = new Set<string>();
  documents.onDidOpen(({ document: { uri } }) => {
    openByKey.set(keyOf(uri), uri);
    parts.forget(uri);
    opened.add(uri);
  });
  documents.onDidChangeContent(({ document: { uri } }) => {
    tell(uri, opened.delete(uri) ? 'open' : 'edit');
  });
  documents.onDidClose(({ document: { uri } }) => {
    openByKey.delete(keyOf(uri));
    void search.look([uri]);
    tell(uri, 'close');
    tidy();
  });

  const filesOf = (document: Document): readonly Document[] => [
    ...new Set(firstFiles(document).flatMap((first) => gatherFrom(first).documents)),
  ];
  const changedOnDisk = async (uris: readonly string[]): Promise<void> => {
    const closed = uris.filter((uri) => openAt(uri) === undefined);
    await Promise.all([
      search.look(closed),
      ...closed.filter((uri) => parts.has(uri)).map((uri) => parts.refresh(uri)),
    ]);
    for (const uri of closed) tell(uri, 'disk');
  };

  return {
    documents,
    get: openAt,
    all: () => documents.all(),
    ready,
    allReady: () => {
      const waiting = documents.keys().flatMap((uri) => ready(uri) ?? []);
      return waiting.length > 0 ? Promise.all(waiting) : undefined;
    },
    files: ({ document }) => filesOf(document),
    analyse: ({ document }) => analyses.of(gatherFrom(firstFiles(document)[0] ?? document)),
    analyses: ({ document }) => {
      const [first = document, ...others] = firstFiles(document);
      const analysis = (one: Document): Analysis => analyses.of(gatherFrom(one));
      return [analysis(first), ...others.map(analysis)];
    },
    setFolders: (next) => {
      folders = next;
      search.beginAnew();
    },
    changedOnDisk,
    refreshParts: async (uri) => {
      const open = openAt(uri);
      if (!open) return;
      const isMissing = (one: string): boolean => 'missing' in parts.get(one);
      await changedOnDisk([...filesOf(open.document).map(({ file }) => file), ...parts.addresses().filter(isMissing)]);
    },
    onDidChange: (listener) => {
      listeners.push(listener);
    },
  };
}
