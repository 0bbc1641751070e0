import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import type { ClientCapabilities, Connection, InitializeParams } from 'vscode-languageserver';
import { designPattern } from '../protocol/server';
import { traceOf } from './boundary';
import type { Workspace } from './workspace';

/** The folders a client works in. */
export function foldersOf({ workspaceFolders }: Pick<InitializeParams, 'workspaceFolders'>): string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? [];
}

/**
 * Follows what happens to files outside the editor: by way of the client's watchers, and whenever a file is saved. What it gives is to
 * be called once the client is ready.
 */
export function watchFiles(connection: Connection, workspace: Workspace, client: () => ClientCapabilities): () => void {
  const report = (error: unknown): void => {
    connection.console.error(`Watching files: ${traceOf(error)}`);
  };
  connection.onDidChangeWatchedFiles(({ changes }) => {
    workspace.changedOnDisk(changes.map(({ uri }) => uri)).catch(report);
  });
  workspace.documents.onDidSave(({ document: { uri } }) => {
    workspace.refreshParts(uri).catch(report);
  });
  return () => {
    const { workspace: can } = client();
    if (can?.didChangeWatchedFiles?.dynamicRegistration === true) {
      const watchers = [{ globPattern: designPattern }];
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(report);
    }
    if (can?.workspaceFolders !== true) return;
    connection.workspace.onDidChangeWorkspaceFolders(() => {
      connection.workspace.getWorkspaceFolders().then((folders) => {
        workspace.setFolders(foldersOf({ workspaceFolders: folders }));
      }, report);
    });
  };
}
