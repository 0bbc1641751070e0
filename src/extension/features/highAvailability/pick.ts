import * as vscode from 'vscode';
import { methods } from '../../../protocol/server';
import { UserError } from '../../infrastructure/boundary';
import { editorOf } from '../../infrastructure/designs';
import type { DesignServer } from '../../infrastructure/server';

/** Asks which virtual machine is meant, the one at the cursor first; undefined where the user turns away. */
export async function pickMachine(uri: vscode.Uri, server: DesignServer): Promise<string | undefined> {
  const cursor = editorOf(uri)?.selection.active;
  const machines = await server.request(methods.looseMachines, {
    uri: uri.toString(),
    ...(cursor && { position: { line: cursor.line, character: cursor.character } }),
  });
  if (machines.length === 0) throw new UserError('The design has no virtual machine outside a group.');
  const items = machines.map(({ name, host }) => ({
    label: name,
    description: host === null ? 'its host is not declared' : `lives on ${host}`,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Make Virtual Machine Highly Available',
    placeHolder: 'Which virtual machine? Those that share a disk with it come along.',
    matchOnDescription: true,
  });
  return picked?.label;
}
