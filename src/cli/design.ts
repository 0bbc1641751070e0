import { checkDesign } from '../checks/check';
import { leavesUnclear } from '../checks/codes';
import { diagnosticsOf } from '../interchange/diagnostics';
import type { Diagnostic, FileDiagnostics } from '../interchange/diagnostics';
import { createDocument } from '../language/document';
import type { Document } from '../language/document';
import type { Finding } from '../language/finding';
import { readDesign } from '../model/design';
import type { Design } from '../model/design';
import { gather } from '../model/includes';
import type { Gathered } from '../model/includes';
import { Unusable } from './call';
import { includedFile, readSource } from './files';
import type { SourceFile } from './files';

/** A design read from a file, with everything found in it. */
export interface CheckedDesign {
  readonly design: Design;
  readonly findings: readonly Finding[];
  readonly files: readonly FileDiagnostics[];
}

/** The files of a design: the one named and those it includes, as read. */
export interface GatheredSources extends Gathered {
  /** In the order of the documents. */
  readonly sources: readonly SourceFile[];
}

/** Reads what a file includes. A part that cannot be read is a finding; paths count from the file that includes. */
export function gatherSources(source: SourceFile): GatheredSources {
  const read = new Map<string, { readonly source: SourceFile; readonly document: Document }>();
  const keep = (one: SourceFile): Document => {
    const known = read.get(one.name) ?? { source: one, document: createDocument(one.name, one.text) };
    read.set(one.name, known);
    return known.document;
  };
  const gathered = gather(keep(source), (path, from) => {
    const name = includedFile(path, from.file);
    const known = read.get(name);
    if (known) return known;
    try {
      return { document: keep(readSource(name, new Uint8Array())) };
    } catch (error) {
      if (error instanceof Unusable) return { missing: error.message };
      throw error;
    }
  });
  return { ...gathered, sources: gathered.documents.flatMap(({ file }) => read.get(file)?.source ?? []) };
}

/** Reads and checks the design in a file, with the files it includes. */
export function checkSource(source: SourceFile): CheckedDesign {
  const { documents, findings: gathering } = gatherSources(source);
  const design = readDesign(documents);
  const [first] = documents;
  const findings = [
    ...(first && isEmpty(first) ? [missingCluster(first, 'This file declares nothing')] : []),
    ...gathering,
    ...checkDesign(design),
  ];
  return { design, findings, files: diagnosticsOf(design.documents, findings) };
}

/** Whether a document says nothing at all. One that only lacks a cluster may be part of a design. */
function isEmpty({ declarations }: Document): boolean {
  return declarations.every(({ blocks, problems }) => blocks.length === 0 && problems.length === 0);
}

/** language/missing-attribute, at line 0 (language.md, Settled readings, include). */
function missingCluster(document: Document, what: string): Finding {
  const { declaration } = document.spotAt({ line: 0, character: 0 });
  return {
    code: 'language/missing-attribute',
    severity: 'error',
    message: `${what}: a design needs a cluster block, such as cluster "NAME" { version = "2022" }.`,
    place: { declaration, span: { start: 0, end: 0 } },
    related: [],
    fixes: [],
  };
}

/**
 * What keeps a design from being simulated: `language` errors, which leave it unclear what is meant, and a `cluster` that
 * is not there (cli.md, Settled readings).
 */
export function errorsBeforeRun({ design, findings }: CheckedDesign): readonly Diagnostic[] {
  const { cluster, documents } = design;
  const [first] = documents;
  const isPart = cluster.settings === undefined && first !== undefined && !isEmpty(first);
  const errors = [
    ...(isPart ? [missingCluster(first, 'This file is only a part of a design')] : []),
    ...findings.filter(({ code }) => leavesUnclear(code)),
  ];
  return diagnosticsOf(documents, errors).flatMap(({ diagnostics }) => diagnostics);
}
