import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { languageId } from '../protocol/server';
import { compose } from './extension';

/** Starts the extension in a Node extension host; the language server is a process of its own. */
export function activate(context: ExtensionContext): void {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const debug = { ...server, options: { execArgv: ['--nolazy', '--inspect=6019'] } };
  compose(context, (name, options) => new LanguageClient(languageId, name, { run: server, debug }, options));
}
