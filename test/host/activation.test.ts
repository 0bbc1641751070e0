import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { figure1 } from '../server/figure1';
import { closeAll, showFile } from './support/designs';
import { until } from './support/until';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string; readonly title: string }[] };
}

function theExtension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('ha-cluster-designer.ha-cluster-designer');
  if (!found) throw new Error('The extension is not installed.');
  return found;
}

describe('activation', () => {
  after(closeAll);

  it('waits for the first design', async () => {
    assert.equal(theExtension().isActive, false);
    const editor = await showFile('activation.hacluster', figure1);
    assert.equal(editor.document.languageId, 'hacluster');
    await until('the extension to be active', () => theExtension().isActive);
  });

  it('registers every command that the manifest names', async () => {
    const { contributes } = theExtension().packageJSON as Manifest;
    const registered = new Set(await vscode.commands.getCommands(true));
    const wanted = contributes.commands.map(({ command }) => command);
    assert.ok(wanted.length > 0);
    assert.deepEqual(
      wanted.filter((command) => !registered.has(command)),
      [],
    );
  });

  it('says in words what to do when there is no design to work on', async () => {
    await closeAll();
    await vscode.commands.executeCommand('hacluster.showStorage');
    assert.deepEqual(
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs),
      [],
    );
  });
});
