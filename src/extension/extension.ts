import * as vscode from 'vscode';
import { registerDesigns } from './features/design/design';
import { registerRulePages } from './features/design/rule-pages';
import { registerDiagram } from './features/diagram/diagram';
import { registerHighAvailability } from './features/highAvailability/high-availability';
import { registerSimulation } from './features/simulation/simulation';
import { guard } from './infrastructure/boundary';
import { createDesigns, isDesign } from './infrastructure/designs';
import { rulePagesOf } from './infrastructure/rule-pages';
import type { CreateClient } from './infrastructure/server';
import { createDesignServer } from './infrastructure/server';
import type { Feature } from './infrastructure/services';

const features: readonly Feature[] = [
  registerDesigns,
  registerRulePages,
  registerDiagram,
  registerSimulation,
  registerHighAvailability,
];

/** Puts the extension together. `createClient` is what differs between a desktop and a browser. */
export function compose(context: vscode.ExtensionContext, createClient: CreateClient): void {
  const log = vscode.window.createOutputChannel('HA Cluster', { log: true });
  const server = createDesignServer(createClient, log, rulePagesOf(context.extensionUri));
  const services = { extensionUri: context.extensionUri, log, server, designs: createDesigns() };
  context.subscriptions.push(log, server, ...features.map((register) => register(services)));

  const startFor = (document: vscode.TextDocument): void => {
    if (isDesign(document)) void guard(log, 'Starting the language server', () => server.start());
  };
  context.subscriptions.push(vscode.workspace.onDidOpenTextDocument(startFor));
  vscode.workspace.textDocuments.forEach(startFor);
}
