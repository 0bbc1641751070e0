import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { figure1 } from '../server/figure1';
import { closeAll, showFile, withChange } from './support/designs';
import { codeOf, finding } from './support/findings';
import { until } from './support/until';

const code = 'vm/storage-dependency-missing';
const withoutDisk = withChange(
  figure1,
  'depends_on    = "VM2 Configuration" and LUN2',
  'depends_on    = "VM2 Configuration"',
);

/** Sets a setting of the user; undefined: takes it back. */
async function set(section: string, name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration(section).update(name, value, vscode.ConfigurationTarget.Global);
}

describe('what settings do with findings', () => {
  afterEach(async () => {
    await set('files', 'autoSave', undefined);
    await set('editor', 'codeActionsOnSave', undefined);
    await set('hacluster', 'rules', undefined);
    await closeAll();
  });

  it('fixes all when a design is saved, where that is wanted', async () => {
    // A workbench in a browser saves by itself after a second, and then nothing is fixed.
    await set('files', 'autoSave', 'off');
    await set('editor', 'codeActionsOnSave', { 'source.fixAll.hacluster': 'explicit' });
    const { document } = await showFile('on-save.hacluster', figure1);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), `${withoutDisk}\n# the end\n`);
    await vscode.workspace.applyEdit(edit);
    await finding(document.uri, code);
    await vscode.commands.executeCommand('workbench.action.files.save');
    await until(
      'the design to be saved',
      () => !document.isDirty,
      () => document.getText(),
    );
    assert.equal(document.getText(), `${figure1}\n# the end\n`);
  });

  it('shows findings as the user wants them, as soon as the setting changes', async () => {
    const { document } = await showFile('taste.hacluster', withoutDisk);
    assert.equal((await finding(document.uri, code)).severity, vscode.DiagnosticSeverity.Error);
    const severity = (): vscode.DiagnosticSeverity | undefined =>
      vscode.languages.getDiagnostics(document.uri).find((one) => codeOf(one) === code)?.severity;
    const becomes = (what: string, wanted: vscode.DiagnosticSeverity | undefined): Promise<unknown> =>
      until(`the finding to be ${what}`, () => severity() === wanted, severity);
    await set('hacluster', 'rules', { [code]: 'warning' });
    await becomes('a warning', vscode.DiagnosticSeverity.Warning);
    await set('hacluster', 'rules', { [code]: 'off' });
    await becomes('gone', undefined);
    await set('hacluster', 'rules', undefined);
    await becomes('an error', vscode.DiagnosticSeverity.Error);
  });
});

describe('the code of a finding', () => {
  afterEach(closeAll);

  it('leads to its page, which comes with the extension', async () => {
    const { document } = await showFile('page.hacluster', withoutDisk);
    const found = await finding(document.uri, code);
    assert.ok(typeof found.code === 'object', 'The code has no link.');
    const page = await vscode.workspace.openTextDocument(found.code.target);
    assert.equal(page.languageId, 'markdown');
    assert.ok(page.getText().includes(`# ${code}\n`));
  });
});
