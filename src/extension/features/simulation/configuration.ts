import * as vscode from 'vscode';
import { languageId, stopGranularities } from '../../../protocol/server';
import type { LaunchSettings, StopAt } from '../../../protocol/server';
import { guard } from '../../infrastructure/boundary';
import { isDesign } from '../../infrastructure/designs';
import type { Services } from '../../infrastructure/services';
import { pickFaults } from './pick';

/** The parts of a launch configuration that say what is simulated. */
export type What = Partial<Pick<LaunchSettings, 'scenario' | 'faults'>>;

/** A scheme of one letter is the drive of a Windows path. */
const uriPattern = /^[a-z][a-z0-9+.-]+:/i;

function uriOf(program: string): vscode.Uri {
  return uriPattern.test(program) ? vscode.Uri.parse(program) : vscode.Uri.file(program);
}

function stopAtSetting(): StopAt {
  const value = vscode.workspace.getConfiguration(languageId).get<unknown>('simulation.stopAt');
  return stopGranularities.find((known) => known === value) ?? 'event';
}

/** A launch configuration for a design. */
export function configurationFor(uri: vscode.Uri, name: string, what: What): vscode.DebugConfiguration {
  return { type: languageId, request: 'launch', name, program: uri.toString(), ...what };
}

/** Actions at the start of a run, as the language writes them after `at`. */
export function atStart(actions: readonly string[]): readonly string[] {
  return actions.map((action) => `0s ${action}`);
}

/** Fills in what a launch configuration leaves out: the design in the editor, and, if it does not say what happens, what the user chooses. */
export function createConfigurations({ log, server }: Services): vscode.DebugConfigurationProvider {
  return {
    provideDebugConfigurations: () => [
      { type: languageId, request: 'launch', name: 'Simulate failover', program: '${file}' },
    ],
    resolveDebugConfiguration: (_folder, configuration) => {
      if (typeof configuration['program'] === 'string') return configuration;
      const document = vscode.window.activeTextEditor?.document;
      if (!document || !isDesign(document)) {
        void vscode.window.showWarningMessage('Open a .hacluster file first, or name one as “program”.');
        return undefined;
      }
      return {
        ...configurationFor(document.uri, 'Simulate failover', {}),
        ...configuration,
        type: languageId,
        request: 'launch',
      };
    },
    resolveDebugConfigurationWithSubstitutedVariables: (_folder, configuration) =>
      guard(log, 'Starting the simulation', async () => {
        const uri = uriOf(String(configuration['program']));
        await vscode.workspace.openTextDocument(uri);
        const complete = { stopAt: stopAtSetting(), ...configuration, program: uri.toString() };
        if (configuration['scenario'] !== undefined || configuration['faults'] !== undefined) return complete;
        const actions = await pickFaults(uri, server);
        return actions && { ...complete, faults: atStart(actions) };
      }),
  };
}
