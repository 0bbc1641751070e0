import type {
  ClientCapabilities,
  Connection,
  Diagnostic,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  FullDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Boundary } from './boundary';
import { closedParts } from './closed-parts';
import { diagnosticsOfAll } from './diagnostics';
import type { DiagnosticSupport } from './diagnostics';
import type { Analysis, OpenDesign, Workspace } from './workspace';

type Related = Record<string, FullDocumentDiagnosticReport>;

function full(items: Diagnostic[]): FullDocumentDiagnosticReport {
  return { kind: 'full', items };
}

/** Answers clients that ask for diagnostics. One that takes them for related documents gets those of closed parts as well. */
export function answerDiagnostics(
  connection: Connection,
  workspace: Workspace,
  boundary: Boundary<{ readonly textDocument: { readonly uri: string } }>,
  client: () => ClientCapabilities,
  support: () => DiagnosticSupport,
): void {
  /** Closed parts that diagnostics were given for. */
  const given = new Set<string>();

  const related = (own: readonly Analysis[]): Related => {
    const closed = closedParts(workspace, workspace.all());
    const reports: Related = {};
    for (const uri of given) {
      if (!closed.has(uri)) reports[uri] = full([]);
    }
    for (const uri of Object.keys(reports)) given.delete(uri);
    for (const [uri, { document, analyses }] of closed) {
      if (!analyses.some((analysis) => own.includes(analysis))) continue;
      reports[uri] = full(diagnosticsOfAll(analyses, document, support()));
      given.add(uri);
    }
    return reports;
  };

  const report = (open: OpenDesign, previousResultId: string | undefined): DocumentDiagnosticReport => {
    const analyses = workspace.analyses(open);
    const resultId = analyses.map(({ id }) => id).join(' ');
    if (previousResultId === resultId) return { kind: 'unchanged', resultId };
    const items = diagnosticsOfAll(analyses, open.document, support());
    const takesRelated = client().textDocument?.diagnostic?.relatedDocumentSupport === true;
    const relatedDocuments = takesRelated ? related(analyses) : {};
    return {
      ...full(items),
      resultId,
      ...(Object.keys(relatedDocuments).length > 0 && { relatedDocuments }),
    };
  };

  connection.languages.diagnostics.on(
    boundary.orElse<DocumentDiagnosticParams, DocumentDiagnosticReport>(
      'Diagnostics',
      full([]),
      async ({ textDocument, previousResultId }) => {
        await workspace.ready(textDocument.uri);
        const open = workspace.get(textDocument.uri);
        return open ? report(open, previousResultId) : full([]);
      },
    ),
  );
}
