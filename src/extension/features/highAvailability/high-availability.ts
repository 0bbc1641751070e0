import * as vscode from 'vscode';
import type { HighAvailabilityPlan } from '../../../protocol/server';
import { commands, registerCommand } from '../../infrastructure/commands';
import { revealRange } from '../../infrastructure/designs';
import type { Feature } from '../../infrastructure/services';
import type { DesignServer } from '../../infrastructure/server';
import { apply, planFor } from './apply';
import { confirm } from './confirmation';
import { pickMachine } from './pick';

const showReport = 'Show Report';

/** Phrases of the summary that a message has room for; the report has all. */
const mostPhrases = 3;

async function openReport({ report }: HighAvailabilityPlan): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: report });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
}

function summaryOf({ machine, summary }: HighAvailabilityPlan): string {
  const more = summary.length - mostPhrases;
  const shown = summary.slice(0, mostPhrases).join('. ');
  return `${machine} is highly available now. ${shown}.${more > 0 ? ` And ${String(more)} more.` : ''}`;
}

async function makeHighlyAvailable(uri: vscode.Uri, machine: string, server: DesignServer): Promise<void> {
  for (let isChanged = false; ; isChanged = true) {
    const plan = await planFor(uri, machine, server);
    const answer = await confirm(plan, isChanged);
    if (answer?.kind === 'report') return openReport(plan);
    if (answer?.kind === 'go') {
      const { start, end } = answer.check.range;
      const range = new vscode.Range(start.line, start.character, end.line, end.character);
      return revealRange(vscode.Uri.parse(answer.check.uri), range);
    }
    if (!answer) return;
    if (await apply(plan)) {
      const choice = await vscode.window.showInformationMessage(summaryOf(plan), showReport);
      if (choice === showReport) await openReport(plan);
      return;
    }
  }
}

/** The wizard that puts a virtual machine into a group with all it needs: choose, see what will be done, do it. */
export const registerHighAvailability: Feature = ({ designs, log, server }) =>
  registerCommand(log, commands.makeHighlyAvailable, 'Make virtual machine highly available', async (given, name) => {
    const uri = designs.pick(given);
    await vscode.workspace.openTextDocument(uri);
    const machine = typeof name === 'string' ? name : await pickMachine(uri, server);
    if (machine !== undefined) await makeHighlyAvailable(uri, machine, server);
  });
