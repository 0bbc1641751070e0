import * as vscode from 'vscode';
import { clusterThread, languageId } from '../../../protocol/server';
import { UserError } from '../../infrastructure/boundary';
import { commands, registerCommand } from '../../infrastructure/commands';
import { createDisposables } from '../../infrastructure/disposables';
import type { Feature } from '../../infrastructure/services';
import { ServerAdapter } from './adapter';
import { atStart, configurationFor, createConfigurations } from './configuration';
import type { What } from './configuration';
import { pickFaults, pickScenario } from './pick';

function isListOfText(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** Whether a code lens asks for the result alone, without a stop at each event. */
function isRunOnly(how: unknown): boolean {
  return typeof how === 'object' && how !== null && 'noDebug' in how && how.noDebug === true;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

async function start(uri: vscode.Uri, name: string, what: What, noDebug = false): Promise<void> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  // A run takes the text as the editor has it: nothing needs to be saved first, least of all a design without a file.
  await vscode.debug.startDebugging(folder, configurationFor(uri, name, what), {
    suppressSaveBeforeStart: true,
    noDebug,
  });
}

/** Simulations as debug sessions: asks what happens, starts the session, and passes its messages to the server. */
export const registerSimulation: Feature = (services) => {
  const { designs, log, server } = services;
  const disposables = createDisposables();
  const sessions = new Map<string, vscode.DebugSession>();

  const step = async (given: unknown, request: 'next' | 'stepBack'): Promise<void> => {
    const uri = designs.pick(given).toString();
    const session = [...sessions.values()].find(({ configuration }) => configuration['program'] === uri);
    if (!session) throw new UserError('No simulation of this design is running. Start one with Simulate Failover.');
    await session.customRequest(request, { threadId: clusterThread });
  };

  disposables.add(
    registerCommand(log, commands.simulateFailover, 'Simulate failover', async (given, actions) => {
      const uri = designs.pick(given);
      const chosen = isListOfText(actions) ? actions : await pickFaults(uri, server);
      if (chosen) await start(uri, capitalised(chosen.join(', ')), { faults: atStart(chosen) });
    }),
  );
  disposables.add(
    registerCommand(log, commands.runScenario, 'Run scenario', async (given, name, how) => {
      const uri = designs.pick(given);
      const scenario = typeof name === 'string' ? name : await pickScenario(uri, server);
      if (scenario !== undefined) await start(uri, scenario, { scenario }, isRunOnly(how));
    }),
  );
  disposables.add(registerCommand(log, commands.stepForward, 'Step forward', (given) => step(given, 'next')));
  disposables.add(registerCommand(log, commands.stepBack, 'Step back', (given) => step(given, 'stepBack')));
  disposables.add(vscode.debug.registerDebugConfigurationProvider(languageId, createConfigurations(services)));
  disposables.add(
    vscode.debug.registerDebugAdapterDescriptorFactory(languageId, {
      createDebugAdapterDescriptor: (session) => {
        sessions.set(session.id, session);
        return new vscode.DebugAdapterInlineImplementation(new ServerAdapter(services, session.id));
      },
    }),
  );
  disposables.add(vscode.debug.onDidTerminateDebugSession(({ id }) => sessions.delete(id)));
  return disposables;
};
