import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { figure1 } from '../server/figure1';
import { closeAll, showFile } from './support/designs';
import { pictureTabs } from './support/pictures';
import { until } from './support/until';

const show = {
  storage: 'hacluster.showStorage',
  dependencies: 'hacluster.showDependencies',
} as const;

describe('pictures', () => {
  beforeEach(() => showFile('pictures.hacluster', figure1));
  afterEach(closeAll);

  it('open beside the editor, which keeps the keyboard', async () => {
    await vscode.commands.executeCommand(show.storage);
    const [tab] = await until('the panel', () => (pictureTabs().length > 0 ? pictureTabs() : undefined));
    assert.equal(tab?.group.viewColumn, vscode.ViewColumn.Two);
    assert.match(tab.label, /Storage Ownership: pictures\.hacluster/);
    assert.equal(vscode.window.tabGroups.activeTabGroup.viewColumn, vscode.ViewColumn.One);
    assert.equal(vscode.window.activeTextEditor?.viewColumn, vscode.ViewColumn.One);
  });

  it('are used again', async () => {
    await vscode.commands.executeCommand(show.storage);
    await until('the panel', () => pictureTabs().length === 1);
    await vscode.commands.executeCommand(show.storage);
    await vscode.commands.executeCommand(show.dependencies);
    await until('the second view', () => pictureTabs().length === 2);
    const labels = pictureTabs().map(({ label }) => label.split(':')[0]);
    assert.deepEqual(labels, ['Storage Ownership', 'Resource Dependencies']);
    assert.deepEqual(new Set(pictureTabs().map(({ group }) => group.viewColumn)), new Set([vscode.ViewColumn.Two]));
  });

  it('of two designs are two', async () => {
    await vscode.commands.executeCommand(show.storage);
    const other = await showFile('other.hacluster', figure1);
    await vscode.commands.executeCommand(show.storage, other.document.uri);
    await until('both panels', () => pictureTabs().length === 2);
    const labels = pictureTabs().map(({ label }) => label);
    assert.deepEqual(labels, ['Storage Ownership: pictures.hacluster', 'Storage Ownership: other.hacluster']);
  });
});
