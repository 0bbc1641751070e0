import type * as vscode from 'vscode';
import type { Designs } from './designs';
import type { Ending } from './disposables';
import type { DesignServer } from './server';

/** What every feature gets. */
export interface Services {
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
  readonly server: DesignServer;
  readonly designs: Designs;
}

/** A feature registers what it contributes; what it returns ends with the extension. */
export type Feature = (services: Services) => Ending;
