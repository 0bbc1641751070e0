import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { figure1, lineOf } from '../server/figure1';
import { closeAll, showFile, showUntitled } from './support/designs';
import { codesOf, nothingWrong } from './support/findings';
import { until } from './support/until';

const command = 'hacluster.makeHighlyAvailable';
const disk3 = 'disk "LUN3" { storage = SAN1  lun = 3  size = 100GB  volume "H:" { } }\n';
const vm3 = 'virtual_machine "VM3" { memory = 2GB  host = HostB  vhd "H:\\VM3\\os.vhd" { size = 20GB } }\n';
const vm4 = 'virtual_machine "VM4" { memory = 2GB  vhd "C:\\VM4\\os.vhd" { size = 20GB } }\n';
const loose = `${figure1}\n${disk3}${vm3}`;
const newGroup = 'group "Virtual Machine(1)" {';

/** Chooses what is marked in the list in front, again and again until that has had its effect: no list says that it is there. */
async function chooseUntil<T>(what: string, effect: () => T | PromiseLike<T>, seen: () => unknown): Promise<unknown> {
  return until(
    what,
    async () => {
      const value = await effect();
      if (value === false || value === undefined) {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      }
      return value;
    },
    seen,
  );
}

/** Starts the wizard. It goes on while the test does; what it comes to at last is awaited by `end`. */
function start(...given: readonly unknown[]): { end(): Promise<void> } {
  const running = Promise.resolve(vscode.commands.executeCommand(command, ...given));
  return {
    end: async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      await vscode.commands.executeCommand('notifications.clearAll');
      await running;
    },
  };
}

async function insertAtTop(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

const places = [
  { where: 'a file', show: (text: string) => showFile('wizard.hacluster', text) },
  { where: 'a design without a file', show: showUntitled },
];

describe('making a virtual machine highly available', () => {
  afterEach(closeAll);

  for (const { where, show } of places) {
    it(`changes ${where} in one step`, async () => {
      const { document } = await show(loose);
      const wizard = start(document.uri, 'VM3');
      const text = (): string => document.getText();
      await chooseUntil('the group', () => text().includes(newGroup), text);
      await nothingWrong(document.uri);
      await vscode.commands.executeCommand('undo');
      assert.equal(text(), loose);
      await wizard.end();
    });
  }

  it('asks which, with the one at the cursor first', async () => {
    const second = disk3.replaceAll('LUN3', 'LUN5').replace('lun = 3', 'lun = 5').replace('H:', 'I:');
    const design = `${loose}${second}${vm3.replaceAll('VM3', 'VM5').replace('H:', 'I:')}`;
    const editor = await showFile('which.hacluster', design);
    const at = new vscode.Position(lineOf(design, 'virtual_machine "VM5"'), 30);
    editor.selection = new vscode.Selection(at, at);
    const wizard = start();
    const text = (): string => editor.document.getText();
    await chooseUntil('the group', () => text().includes(newGroup), text);
    assert.match(text().slice(text().indexOf(newGroup)), /virtual_machine "VM5"/);
    assert.ok(text().includes(vm3));
    await wizard.end();
  });

  it('changes the part in which the machine stands', async () => {
    const part = await showFile('wizard-part.hacluster', disk3 + vm3);
    await closeAll();
    const { document } = await showFile('wizard-whole.hacluster', `include "wizard-part.hacluster"\n${figure1}`);
    const wizard = start(document.uri, 'VM3');
    const text = (): string =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === part.document.uri.toString())?.getText() ??
      '';
    await chooseUntil('the group', () => text().includes(newGroup), text);
    assert.equal(document.getText(), `include "wizard-part.hacluster"\n${figure1}`);
    assert.ok(!codesOf(document.uri).includes('vm/not-highly-available'));
    await wizard.end();
  });

  it('asks again, and loses nothing, where the text has changed meanwhile', async () => {
    const { document } = await showFile('meanwhile.hacluster', loose);
    const wizard = start(document.uri, 'VM3');
    // The list is most likely there by then; if it is not, the test is of the plain way.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await insertAtTop(document, '# one line more\n');
    const text = (): string => document.getText();
    await chooseUntil('the group', () => text().includes(newGroup), text);
    await nothingWrong(document.uri);
    assert.ok(text().startsWith('# one line more\n'));
    await vscode.commands.executeCommand('undo');
    assert.equal(text(), `# one line more\n${loose}`);
    await wizard.end();
  });

  it('stops where something stands in the way, and reports it', async () => {
    const design = loose + vm4;
    const { document } = await showFile('in-the-way.hacluster', design);
    const wizard = start(document.uri, 'VM4');
    const report = (): vscode.TextDocument | undefined =>
      vscode.workspace.textDocuments.find(({ languageId, isUntitled }) => isUntitled && languageId === 'markdown');
    await chooseUntil('the report', report, () => vscode.workspace.textDocuments.map(({ uri }) => uri.path));
    assert.match(report()?.getText() ?? '', /# Make VM4 highly available[^]*What stands in the way/);
    assert.equal(document.getText(), design);
    await wizard.end();
  });

  it('says what was done, and shows the report', async () => {
    const { document } = await showFile('report.hacluster', loose);
    const wizard = start(document.uri, 'VM3');
    const text = (): string => document.getText();
    await chooseUntil('the group', () => text().includes(newGroup), text);
    const report = (): vscode.TextDocument | undefined =>
      vscode.workspace.textDocuments.find(({ languageId, isUntitled }) => isUntitled && languageId === 'markdown');
    await until('the report', async () => {
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      return report();
    });
    assert.match(report()?.getText() ?? '', /New group Virtual Machine/);
    await wizard.end();
  });

  it('says in words where there is nothing to do', async () => {
    const { document } = await showFile('nothing.hacluster', figure1);
    await vscode.commands.executeCommand(command, document.uri);
    await vscode.commands.executeCommand(command, document.uri, 'VM1');
    assert.equal(document.getText(), figure1);
  });
});
