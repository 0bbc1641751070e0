import { TextDocuments } from 'vscode-languageserver';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { createChecker } from '../checks/incremental/checker';
import type { Checker } from '../checks/incremental/checker';
import { createDocument } from '../language/document';
import type { Document } from '../language/document';
import type { Finding } from '../language/finding';
import { createDesignReader } from '../model/design';
import type { Design, DesignReader } from '../model/design';

/** A document the editor has open, at one version. An edit gives a new one that shares what the edit does not touch. */
export interface OpenDesign {
  readonly uri: string;
  readonly version: number;
  readonly document: Document;
  /** Remembers what it has bound from one version to the next. */
  readonly reader: DesignReader;
  /** Remembers what it has found from one version to the next. */
  readonly checker: Checker;
}

/** What a text means and what is wrong with it. */
export interface Analysis {
  readonly design: Design;
  readonly findings: readonly Finding[];
}

/** The designs the editor has open. */
export interface Workspace {
  readonly documents: TextDocuments<OpenDesign>;
  get(uri: string): OpenDesign | undefined;
  all(): readonly OpenDesign[];
  /** Computed once for each version of a text, when it is first asked for. */
  analyse(open: OpenDesign): Analysis;
}

function changed(document: Document, change: TextDocumentContentChangeEvent): Document {
  if ('range' in change) return document.change(change.range, change.text);
  return createDocument(document.file, change.text);
}

/** An empty workspace; its documents follow the connection they are told to listen to. */
export function createWorkspace(): Workspace {
  const analyses = new WeakMap<OpenDesign, Analysis>();
  const documents = new TextDocuments<OpenDesign>({
    create: (uri, _language, version, text) => ({
      uri,
      version,
      document: createDocument(uri, text),
      reader: createDesignReader(),
      checker: createChecker(),
    }),
    update: ({ uri, document, reader, checker }, changes, version) => ({
      uri,
      version,
      document: changes.reduce(changed, document),
      reader,
      checker,
    }),
  });
  return {
    documents,
    get: (uri) => documents.get(uri),
    all: () => documents.all(),
    analyse: (open) => {
      const known = analyses.get(open);
      if (known) return known;
      const design = open.reader.read([open.document]);
      const analysis = { design, findings: open.checker.check(design) };
      analyses.set(open, analysis);
      return analysis;
    },
  };
}
