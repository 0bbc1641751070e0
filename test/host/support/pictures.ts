import * as vscode from 'vscode';
import { panelType } from '../../../src/protocol/panel';

/** VS Code writes its own mark before the type an extension gave a webview. */
const isPicture = ({ input }: vscode.Tab): boolean =>
  input instanceof vscode.TabInputWebview && input.viewType.endsWith(panelType);

/** The tabs that show pictures. */
export function pictureTabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(isPicture));
}
