import * as vscode from 'vscode';
import type { FromPanel } from '../../../protocol/panel';
import { methods } from '../../../protocol/server';
import { commands } from '../../infrastructure/commands';
import type { CommandId } from '../../infrastructure/commands';
import { revealRange } from '../../infrastructure/designs';
import type { DesignServer } from '../../infrastructure/server';

type Action = Exclude<FromPanel, { readonly type: 'ready' | 'view' }>;
type PanelCommand = Extract<FromPanel, { readonly type: 'command' }>['command'];

const commandOf: Readonly<Record<Exclude<PanelCommand, 'retry'>, CommandId>> = {
  newDesign: commands.newDesign,
  simulateFailover: commands.simulateFailover,
  stepForward: commands.stepForward,
  stepBack: commands.stepBack,
  showLog: commands.showLog,
};

async function revealShape(id: string, uri: vscode.Uri, server: DesignServer): Promise<void> {
  const found = await server.request(methods.locate, { uri: uri.toString(), id });
  if (!found) return;
  const { start, end } = found.range;
  await revealRange(
    vscode.Uri.parse(found.uri),
    new vscode.Range(start.line, start.character, end.line, end.character),
  );
}

async function save(svg: string, uri: vscode.Uri): Promise<void> {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/\.hacluster$/, '');
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const beside = uri.scheme === 'untitled' ? folder : vscode.Uri.joinPath(uri, '..');
  const target = await vscode.window.showSaveDialog({
    ...(beside && { defaultUri: vscode.Uri.joinPath(beside, `${name}.svg`) }),
    filters: { 'SVG picture': ['svg'] },
  });
  if (target) await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(svg));
}

/** Does what the panel asks of the editor. Only the commands of the table can be reached from a panel. */
export async function actOn(message: Action, uri: vscode.Uri, server: DesignServer): Promise<void> {
  switch (message.type) {
    case 'reveal':
      return revealShape(message.id, uri, server);
    case 'line':
      return revealRange(uri, new vscode.Range(message.line, 0, message.line, 0));
    case 'export':
      return save(message.svg, uri);
    case 'command':
      if (message.command !== 'retry') await vscode.commands.executeCommand(commandOf[message.command], uri);
  }
}
