import * as vscode from 'vscode';
import { guard } from './boundary';

/** Ids of all commands; their titles stand in package.json. */
export const commands = {
  newDesign: 'hacluster.newDesign',
  showDependencies: 'hacluster.showDependencies',
  showStorage: 'hacluster.showStorage',
  simulateFailover: 'hacluster.simulateFailover',
  runScenario: 'hacluster.runScenario',
  makeHighlyAvailable: 'hacluster.makeHighlyAvailable',
  stepForward: 'hacluster.stepForward',
  stepBack: 'hacluster.stepBack',
  showLog: 'hacluster.showLog',
  restartServer: 'hacluster.restartServer',
} as const;

export type CommandId = (typeof commands)[keyof typeof commands];

/** Registers a command behind the error boundary. `what` is the command as the user knows it. */
export function registerCommand(
  log: vscode.LogOutputChannel,
  id: CommandId,
  what: string,
  run: (...given: readonly unknown[]) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(id, (...given: readonly unknown[]) => guard(log, what, () => run(...given)));
}
