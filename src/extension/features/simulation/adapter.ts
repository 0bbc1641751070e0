import type { DebugProtocol } from '@vscode/debugprotocol';
import * as vscode from 'vscode';
import { methods } from '../../../protocol/server';
import { guard } from '../../infrastructure/boundary';
import type { Ending } from '../../infrastructure/disposables';
import type { Services } from '../../infrastructure/services';

/** `vscode.DebugProtocolMessage` has no fields of its own: whatever the server sends as an object is one. */
function isMessage(value: unknown): value is vscode.DebugProtocolMessage {
  return typeof value === 'object' && value !== null;
}

/** What a session says when it is over; here it is said for one whose server is gone. */
const terminated: vscode.DebugProtocolMessage & DebugProtocol.Event = { seq: 0, type: 'event', event: 'terminated' };

/** Passes the messages of one debug session on to the server, where the simulation lives, and back. */
export class ServerAdapter extends vscode.Disposable implements vscode.DebugAdapter {
  private readonly sent = new vscode.EventEmitter<vscode.DebugProtocolMessage>();
  private readonly listening: readonly Ending[];
  /** The server that held the session has stopped: there is nothing left to end. */
  private isGone = false;
  readonly onDidSendMessage = this.sent.event;

  constructor(
    private readonly services: Services,
    private readonly session: string,
  ) {
    super(() => {
      this.end();
    });
    const { server } = services;
    this.listening = [
      server.on(methods.debugMessage, (params) => {
        if (params.session === session && isMessage(params.message)) this.sent.fire(params.message);
      }),
      server.onStopped(() => {
        this.isGone = true;
        this.sent.fire(terminated);
      }),
    ];
  }

  handleMessage(message: vscode.DebugProtocolMessage): void {
    if (this.isGone) return;
    const { log, server } = this.services;
    void guard(log, 'The simulation', () => server.notify(methods.debugMessage, { session: this.session, message }));
  }

  private end(): void {
    const { log, server } = this.services;
    for (const one of this.listening) one.dispose();
    this.sent.dispose();
    if (this.isGone) return;
    void guard(log, 'Ending the simulation', () => server.notify(methods.debugEnd, { session: this.session }));
  }
}
