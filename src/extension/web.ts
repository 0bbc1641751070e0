import { Uri } from 'vscode';
import type { ExtensionContext } from 'vscode';
import type { MessageTransports } from 'vscode-languageclient';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { languageId } from '../protocol/server';
import { compose } from './extension';

/** The client would know a worker by its class, but the extension host of a browser has a `Worker` of its own that gives others. */
function startWorker(script: string): MessageTransports {
  const worker = new Worker(script);
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

/** Starts the extension in a browser; the language server is a web worker. */
export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js').toString(true);
  compose(
    context,
    (name, options) => new LanguageClient(languageId, name, () => Promise.resolve(startWorker(script)), options),
  );
}
