import * as vscode from 'vscode';
import { languageId } from '../../../protocol/server';
import { commands, registerCommand } from '../../infrastructure/commands';
import { createDisposables } from '../../infrastructure/disposables';
import type { Feature } from '../../infrastructure/services';
import { starterDesign } from './starter';

/** Commands about a design as a whole: a new one, the log of what the extension does with it, and the server that reads it. */
export const registerDesigns: Feature = ({ log, server }) => {
  const disposables = createDisposables();
  disposables.add(
    registerCommand(log, commands.newDesign, 'New design', async () => {
      const document = await vscode.workspace.openTextDocument({ language: languageId, content: starterDesign });
      await vscode.window.showTextDocument(document);
    }),
  );
  disposables.add(
    registerCommand(log, commands.showLog, 'Show log', () => {
      log.show();
    }),
  );
  disposables.add(registerCommand(log, commands.restartServer, 'Restart language server', () => server.restart()));
  return disposables;
};
