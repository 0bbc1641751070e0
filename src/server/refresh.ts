import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { methods } from '../protocol/server';
import { traceOf } from './boundary';
import type { Workspace } from './workspace';

/** What changes within this time is told once. In ms; a person does not see it. */
const together_ms = 100;

/** Calls `tell` some time after changes, once for all that come together, with the open files they may have an effect on. */
function afterChanges(connection: Connection, workspace: Workspace, tell: (uris: string[]) => Promise<unknown>): void {
  const touched = new Set<string>();
  const begin = (): void => {
    const uris = [...touched];
    touched.clear();
    tell(uris).catch((error: unknown) => {
      connection.console.error(`Telling of changes in ${uris.join(', ')}: ${traceOf(error)}`);
    });
  };
  workspace.onDidChange(({ others }) => {
    if (others.length === 0) return;
    if (touched.size === 0) setTimeout(begin, together_ms);
    for (const uri of others) touched.add(uri);
  });
}

/** Names the files whose pictures may be others now although they were not edited: a part of their design was. */
export function sayWhichChanged(connection: Connection, workspace: Workspace): void {
  afterChanges(connection, workspace, (uris) => connection.sendNotification(methods.designChanged, { uris }));
}

/** Has the client ask again for what it shows of files that were not edited themselves. */
export function refreshShown(connection: Connection, workspace: Workspace, client: ClientCapabilities): void {
  const { diagnostics, inlayHint } = client.workspace ?? {};
  if (diagnostics?.refreshSupport === true) {
    afterChanges(connection, workspace, () => connection.languages.diagnostics.refresh());
  }
  if (inlayHint?.refreshSupport === true) {
    afterChanges(connection, workspace, () => connection.languages.inlayHint.refresh());
  }
}
