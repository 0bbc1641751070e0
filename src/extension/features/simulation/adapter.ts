import * as vscode from 'vscode';
import { methods } from '../../../protocol/server';
import { guard } from '../../infrastructure/boundary';
import type { Ending } from '../../infrastructure/disposables';
import type { Services } from '../../infrastructure/services';

/** `vscode.DebugProtocolMessage` has no fields of its own: whatever the server sends as an object is one. */
function isMessage(value: unknown): value is vscode.DebugProtocolMessage {
  return typeof value === 'object' && value !== null;
}

/** Passes the messages of one debug session on to the server, where the simulation lives, and back. */
export class ServerAdapter extends vscode.Disposable implements vscode.DebugAdapter {
  private readonly sent = new vscode.EventEmitter<vscode.DebugProtocolMessage>();
  private readonly listening: Ending;
  readonly onDidSendMessage = this.sent.event;

  constructor(
    private readonly services: Services,
    private readonly session: string,
  ) {
    super(() => {
      this.end();
    });
    this.listening = services.server.on(methods.debugMessage, (params) => {
      if (params.session === session && isMessage(params.message)) this.sent.fire(params.message);
    });
  }

  handleMessage(message: vscode.DebugProtocolMessage): void {
    const { log, server } = this.services;
    void guard(log, 'The simulation', () => server.notify(methods.debugMessage, { session: this.session, message }));
  }

  private end(): void {
    const { log, server } = this.services;
    this.listening.dispose();
    this.sent.dispose();
    void guard(log, 'Ending the simulation', () => server.notify(methods.debugEnd, { session: this.session }));
  }
}
