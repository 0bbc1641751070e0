import type { Connection } from 'vscode-languageserver';
import { traceOf } from './boundary';
import { diagnosticsOf } from './diagnostics';
import type { DiagnosticSupport } from './diagnostics';
import type { Workspace } from './workspace';

/** Sends diagnostics after each change, for clients that do not ask for them. Changes that arrive together are answered once. */
export function pushDiagnostics(connection: Connection, workspace: Workspace, support: () => DiagnosticSupport): void {
  const waiting = new Set<string>();

  const push = (uri: string): void => {
    waiting.delete(uri);
    const open = workspace.get(uri);
    if (!open) return;
    try {
      const diagnostics = diagnosticsOf(workspace.analyse(open), open.document, support());
      void connection.sendDiagnostics({ uri, version: open.version, diagnostics });
    } catch (error) {
      connection.console.error(`Diagnostics for ${uri}, version ${open.version}: ${traceOf(error)}`);
    }
  };

  workspace.documents.onDidChangeContent(({ document: { uri } }) => {
    if (waiting.has(uri)) return;
    waiting.add(uri);
    setTimeout(() => {
      push(uri);
    });
  });
  workspace.documents.onDidClose(({ document: { uri } }) => {
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
}
