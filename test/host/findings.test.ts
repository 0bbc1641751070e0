import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { figure1, lineOf } from '../server/figure1';
import { closeAll, showFile, showUntitled, withChange } from './support/designs';
import { codesOf, finding, fixesOf, nothingWrong } from './support/findings';

const dependency = 'depends_on    = "VM2 Configuration" and LUN2';
const withoutDisk = withChange(figure1, dependency, 'depends_on    = "VM2 Configuration"');

const places = [
  { where: 'a file', show: (text: string) => showFile('findings.hacluster', text) },
  { where: 'a design without a file', show: showUntitled },
];

describe('findings', () => {
  afterEach(closeAll);

  for (const { where, show } of places) {
    it(`come for ${where}, and go when their fix is applied`, async () => {
      const { document } = await show(withoutDisk);
      const missing = await finding(document.uri, 'vm/storage-dependency-missing');
      assert.equal(missing.severity, vscode.DiagnosticSeverity.Error);
      assert.equal(missing.range.start.line, lineOf(withoutDisk, 'virtual_machine "VM2"'));

      const [fix] = await fixesOf(document.uri, missing);
      assert.ok(fix?.edit, 'There is no fix.');
      assert.match(fix.title, /LUN2/);
      assert.ok(await vscode.workspace.applyEdit(fix.edit));
      await nothingWrong(document.uri);
      assert.equal(document.getText(), figure1);
    });
  }

  it('follow the typing', async () => {
    const { document } = await showFile('typing.hacluster', figure1);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(figure1.indexOf('LUN2" {')), 'X');
    await vscode.workspace.applyEdit(edit);
    await finding(document.uri, 'language/unresolved-reference');
    await vscode.commands.executeCommand('undo');
    await nothingWrong(document.uri);
    assert.deepEqual(codesOf(document.uri), []);
  });

  it('go with the design that is closed', async () => {
    const { document } = await showUntitled(withoutDisk);
    await finding(document.uri, 'vm/storage-dependency-missing');
    await closeAll();
    await nothingWrong(document.uri);
  });
});
