import { Uri } from 'vscode';
import type { ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { languageId } from '../protocol/server';
import { compose } from './extension';

/** Starts the extension in a browser; the language server is a web worker. */
export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js').toString(true);
  compose(
    context,
    (name, options) => new LanguageClient(languageId, name, () => Promise.resolve(new Worker(script)), options),
  );
}
