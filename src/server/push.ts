import type { Connection } from 'vscode-languageserver';
import type { Document } from '../language/document';
import { traceOf } from './boundary';
import { closedParts } from './closed-parts';
import { diagnosticsOfAll } from './diagnostics';
import type { DiagnosticSupport } from './diagnostics';
import type { Analysis, Workspace } from './workspace';

/** Whose diagnostics are sent unasked: all files, or those of a design that the editor has not open and so does not ask for. */
export type Pushed = 'all files' | 'closed parts';

/** A file and all that is found in it. */
interface Due {
  readonly document: Document;
  /** undefined for a file that is not open. */
  readonly version: number | undefined;
  readonly analyses: readonly Analysis[];
}

interface Sent extends Due {
  readonly isEmpty: boolean;
}

function isSame(one: Due, other: Due): boolean {
  return (
    one.version === other.version &&
    one.analyses.length === other.analyses.length &&
    one.analyses.every(({ id }, index) => id === other.analyses[index]?.id)
  );
}

/** The files whose diagnostics are sent, by address. */
function dueFiles(workspace: Workspace, pushed: Pushed): ReadonlyMap<string, Due> {
  const open = workspace.all();
  const closed = [...closedParts(workspace, open)].map(([uri, part]): [string, Due] => [
    uri,
    { ...part, version: undefined },
  ]);
  if (pushed === 'closed parts') return new Map(closed);
  const own = open.map((one): [string, Due] => [
    one.uri,
    { document: one.document, version: one.version, analyses: workspace.analyses(one) },
  ]);
  return new Map([...own, ...closed]);
}

/** Sends diagnostics after each change. Changes that arrive together are answered once; what has been sent is not sent again. */
export function pushDiagnostics(
  connection: Connection,
  workspace: Workspace,
  pushed: Pushed,
  support: () => DiagnosticSupport,
): void {
  const sent = new Map<string, Sent>();
  let isWaiting = false;

  const send = (uri: string, due: Due): void => {
    const known = sent.get(uri);
    if (known && isSame(known, due)) return;
    const { document, version, analyses } = due;
    const diagnostics = diagnosticsOfAll(analyses, document, support());
    const isEmpty = diagnostics.length === 0;
    sent.set(uri, { ...due, isEmpty });
    if (isEmpty && version === undefined && known?.isEmpty !== false) return;
    void connection.sendDiagnostics({ uri, ...(version !== undefined && { version }), diagnostics });
  };
  const push = async (): Promise<void> => {
    isWaiting = false;
    await workspace.allReady();
    const files = dueFiles(workspace, pushed);
    for (const [uri, due] of files) send(uri, due);
    for (const [uri, { version, isEmpty }] of [...sent]) {
      if (files.has(uri)) continue;
      sent.delete(uri);
      if (!isEmpty || version !== undefined) void connection.sendDiagnostics({ uri, diagnostics: [] });
    }
  };

  workspace.onDidChange(() => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      push().catch((error: unknown) => {
        const open = workspace.all().map(({ uri, version }) => `${uri}, version ${version}`);
        connection.console.error(`Diagnostics for ${open.join('; ')}: ${traceOf(error)}`);
      });
    });
  });
}
