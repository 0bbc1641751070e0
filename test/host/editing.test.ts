import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { figure1, lineOf } from '../server/figure1';
import { closeAll, showFile } from './support/designs';

/** Names of symbols with what lies in them, to a depth. */
function names(symbols: readonly vscode.DocumentSymbol[], depth: number): readonly unknown[] {
  return symbols.map(({ name, children }) =>
    depth > 1 && children.length > 0 ? [name, ...names(children, depth - 1)] : name,
  );
}

describe('editing', () => {
  afterEach(closeAll);

  it('formats a design', async () => {
    const { document } = await showFile(
      'format.hacluster',
      'disk "LUN1"{\nstorage=SAN1\n   lun = 1\n}\n\n\n\nstorage "SAN1" {}\n',
    );
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      { tabSize: 2, insertSpaces: true },
    );
    const whole = new vscode.WorkspaceEdit();
    whole.set(document.uri, edits);
    await vscode.workspace.applyEdit(whole);
    assert.equal(document.getText(), 'disk "LUN1" {\n  storage = SAN1\n  lun     = 1\n}\n\nstorage "SAN1" { }\n');
  });

  it('lists what a design declares', async () => {
    const { document } = await showFile('symbols.hacluster', figure1);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const group = symbols.find(({ name }) => name.includes('VM2'));
    assert.equal(group?.range.start.line, lineOf(figure1, 'group "VM2"'));
    assert.deepEqual(names([group], 2), [['VM2', 'LUN2', 'VM2 Configuration', 'VM2']]);
  });
});
