import { checkDesign } from '../checks/check';
import { diagnosticsOf } from '../interchange/diagnostics';
import type { Diagnostic, FileDiagnostics } from '../interchange/diagnostics';
import { createDocument } from '../language/document';
import type { Document } from '../language/document';
import type { Finding } from '../language/finding';
import { readDesign } from '../model/design';
import type { Design } from '../model/design';
import type { SourceFile } from './files';

/** A design read from a file, with everything found in it. */
export interface CheckedDesign {
  readonly design: Design;
  readonly findings: readonly Finding[];
  readonly files: readonly FileDiagnostics[];
}

/** Reads and checks the design in a file. */
export function checkSource(source: SourceFile): CheckedDesign {
  const document = createDocument(source.name, source.text);
  const design = readDesign([document]);
  const findings = [
    ...(source.isDamaged ? [encodingFinding(document)] : []),
    ...(isEmpty(document) ? [missingCluster(document, 'This file declares nothing')] : []),
    ...checkDesign(design),
  ];
  return { design, findings, files: diagnosticsOf(design.documents, findings) };
}

const replacement = '\uFFFD';

/** language/encoding, at the first character that stands for lost bytes. */
function encodingFinding(document: Document): Finding {
  const { declaration, offset: start } = document.spotAt(document.positionAt(document.text().indexOf(replacement)));
  return {
    code: 'language/encoding',
    severity: 'warning',
    message: 'The file holds bytes that are not UTF-8; they are read as \uFFFD. Save the file with encoding UTF-8.',
    place: { declaration, span: { start, end: start + replacement.length } },
    related: [],
    fixes: [],
  };
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
    ...findings.filter(({ code, severity }) => severity === 'error' && code.startsWith('language/')),
  ];
  return diagnosticsOf(documents, errors).flatMap(({ diagnostics }) => diagnostics);
}
