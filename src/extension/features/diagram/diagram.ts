import * as vscode from 'vscode';
import { panelType } from '../../../protocol/panel';
import type { ViewName } from '../../../protocol/panel';
import { parsePanelState } from '../../../protocol/parse';
import { methods } from '../../../protocol/server';
import { commands, registerCommand } from '../../infrastructure/commands';
import type { CommandId } from '../../infrastructure/commands';
import { createDisposables } from '../../infrastructure/disposables';
import { isDesign } from '../../infrastructure/designs';
import type { Feature } from '../../infrastructure/services';
import { createDiagramPanels } from './panels';

const viewCommands: readonly (readonly [CommandId, string, ViewName])[] = [
  [commands.showDependencies, 'Show resource dependencies', 'dependencies'],
  [commands.showStorage, 'Show storage ownership', 'storage'],
];

/** Pictures beside the editor: they follow the text, the cursor and a simulation, and lead back to the text. */
export const registerDiagram: Feature = (services) => {
  const { designs, log, server } = services;
  const disposables = createDisposables();
  const panels = disposables.add(createDiagramPanels(services));

  for (const [id, what, view] of viewCommands) {
    disposables.add(
      registerCommand(log, id, what, (given) => {
        panels.show(designs.pick(given), view);
      }),
    );
  }
  disposables.add(
    vscode.window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: (panel, kept: unknown) => {
        const state = parsePanelState(kept);
        if (state) panels.adopt(panel, vscode.Uri.parse(state.uri), state.view);
        else panel.dispose();
        return Promise.resolve();
      },
    }),
  );
  disposables.add(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || !isDesign(document)) return;
      for (const panel of panels.of(document.uri)) panel.refresh();
    }),
  );
  disposables.add(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (!isDesign(textEditor.document)) return;
      for (const panel of panels.of(textEditor.document.uri)) panel.follow();
    }),
  );
  disposables.add(
    server.on(methods.designChanged, ({ uris }) => {
      for (const uri of uris) for (const panel of panels.of(vscode.Uri.parse(uri))) panel.refresh();
    }),
  );
  let lastSession: string | undefined;
  disposables.add(
    server.on(methods.moment, ({ uri, session, moment }) => {
      const design = vscode.Uri.parse(uri);
      const open = panels.of(design);
      if (moment && open.length === 0 && session !== lastSession) panels.show(design, 'storage');
      lastSession = session;
      for (const panel of open) panel.refresh();
    }),
  );
  return disposables;
};
