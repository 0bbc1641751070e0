import * as vscode from 'vscode';
import { panelType } from '../../../protocol/panel';
import type { ViewName } from '../../../protocol/panel';
import { sameUri } from '../../infrastructure/designs';
import type { Ending } from '../../infrastructure/disposables';
import type { Services } from '../../infrastructure/services';
import { panelFolder } from './page';
import { createDiagramPanel } from './panel';
import type { DiagramPanel } from './panel';

/** All open panels: at most one for a view of a design. */
export interface DiagramPanels extends Ending {
  /** Shows a view beside the editor; the focus stays where it is. */
  show(uri: vscode.Uri, view: ViewName): void;
  /** Takes over a panel that VS Code has brought back after a restart. */
  adopt(panel: vscode.WebviewPanel, uri: vscode.Uri, view: ViewName): void;
  of(uri: vscode.Uri): readonly DiagramPanel[];
}

/** No panel is open yet. */
export function createDiagramPanels(services: Services): DiagramPanels {
  const { designs, extensionUri } = services;
  const panels = new Set<DiagramPanel>();
  const of = (uri: vscode.Uri): DiagramPanel[] => [...panels].filter((panel) => sameUri(panel.uri, uri));
  const find = (uri: vscode.Uri, view: ViewName): DiagramPanel | undefined =>
    of(uri).find((panel) => panel.view === view);
  const options = { enableScripts: true, localResourceRoots: [panelFolder(extensionUri)] };

  const adopt = (webviewPanel: vscode.WebviewPanel, uri: vscode.Uri, view: ViewName): void => {
    webviewPanel.webview.options = options;
    const activity = (): void => {
      designs.setPanel([...panels].find(({ active }) => active)?.uri);
    };
    const panel = createDiagramPanel(services, webviewPanel, uri, view, {
      activity,
      mayShow: (wanted) => {
        const other = find(uri, wanted);
        other?.reveal();
        return other === undefined;
      },
      closed: () => {
        panels.delete(panel);
        activity();
      },
    });
    panels.add(panel);
    const icon = (look: string): vscode.Uri =>
      vscode.Uri.joinPath(extensionUri, 'media', 'icons', `hacluster-${look}.svg`);
    webviewPanel.iconPath = { light: icon('light'), dark: icon('dark') };
  };

  return {
    show: (uri, view) => {
      const open = find(uri, view);
      if (open) {
        open.reveal();
        return;
      }
      const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      adopt(vscode.window.createWebviewPanel(panelType, 'HA Cluster', place, options), uri, view);
    },
    adopt,
    of,
    dispose: () => {
      for (const panel of [...panels]) panel.dispose();
    },
  };
}
