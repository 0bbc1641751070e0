import * as vscode from 'vscode';
import { methods } from '../../../protocol/server';
import type { FaultChoice } from '../../../protocol/server';
import { UserError } from '../../infrastructure/boundary';
import type { DesignServer } from '../../infrastructure/server';

interface ChoiceItem extends vscode.QuickPickItem {
  readonly choice?: FaultChoice;
}

const headings: Readonly<Record<FaultChoice['group'], string>> = {
  node: 'Nodes',
  witness: 'Witness',
  disk: 'Disks',
  storage: 'Storage',
  network: 'Networks',
  virtual_machine: 'Virtual machines',
  move: 'Planned moves',
  scenario: 'Scenarios',
};

/** The choices in their order, with a heading wherever the group changes. */
function itemsOf(choices: readonly FaultChoice[]): ChoiceItem[] {
  return choices.flatMap((choice, index) => {
    const item: ChoiceItem = { label: choice.label, description: choice.description, choice };
    const heading: ChoiceItem = { label: headings[choice.group], kind: vscode.QuickPickItemKind.Separator };
    return choices[index - 1]?.group === choice.group ? [item] : [heading, item];
  });
}

async function choicesOf(uri: vscode.Uri, server: DesignServer): Promise<readonly FaultChoice[]> {
  await vscode.workspace.openTextDocument(uri);
  return server.request(methods.faults, { uri: uri.toString() });
}

/** Asks what fails; all that is chosen fails at the same moment. Undefined where the user turns away. Each fault is an action of the language. */
export async function pickFaults(uri: vscode.Uri, server: DesignServer): Promise<readonly string[] | undefined> {
  const choices = (await choicesOf(uri, server)).filter(({ group }) => group !== 'scenario');
  if (choices.length === 0) throw new UserError('Nothing can fail yet: the design declares no node, disk or network.');
  const picked = await vscode.window.showQuickPick(itemsOf(choices), {
    title: 'Simulate Failover',
    placeHolder: 'What fails? All you choose happens at the same moment.',
    canPickMany: true,
    matchOnDescription: true,
  });
  const actions = picked?.flatMap(({ choice }) => (choice ? [choice.action] : [])) ?? [];
  return actions.length > 0 ? actions : undefined;
}

/** Asks for a scenario of the design by name; undefined where the user turns away. */
export async function pickScenario(uri: vscode.Uri, server: DesignServer): Promise<string | undefined> {
  const choices = (await choicesOf(uri, server)).filter(({ group }) => group === 'scenario');
  if (choices.length === 0) throw new UserError('The design has no scenario. Write one, or use Simulate Failover.');
  const items = choices.map(({ label, description }) => ({ label, description }));
  const options = { title: 'Run Scenario', placeHolder: 'Which scenario?', matchOnDescription: true };
  return (await vscode.window.showQuickPick(items, options))?.label;
}
