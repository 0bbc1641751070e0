import { State } from 'vscode-languageclient';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type * as vscode from 'vscode';
import { languageId, methods } from '../../protocol/server';
import type { ServerNotifications, ServerOptions, ServerRequests } from '../../protocol/server';
import { UserError } from './boundary';
import { createDisposables } from './disposables';
import type { Ending } from './disposables';
import { answerForFiles } from './files';

/** The language server as the features see it: it starts with the first design or the first request, whichever comes first. */
export interface DesignServer extends Ending {
  /** Starts the server if it is not running, also one that has stopped for good. */
  start(): Promise<void>;
  /** Stops the server, if it runs, and starts a new one. */
  restart(): Promise<void>;
  request<M extends keyof ServerRequests>(
    method: M,
    params: ServerRequests[M]['params'],
  ): Promise<ServerRequests[M]['result']>;
  notify<M extends keyof ServerNotifications>(method: M, params: ServerNotifications[M]): Promise<void>;
  on<M extends keyof ServerNotifications>(method: M, handler: (params: ServerNotifications[M]) => void): Ending;
  /** The server has stopped, for whatever reason: what lived in it is gone. */
  onStopped(handler: () => void): Ending;
}

type Listener<M extends keyof ServerNotifications> = (params: ServerNotifications[M]) => void;
type Channels = { readonly [M in keyof ServerNotifications]: Set<Listener<M>> };

export type CreateClient = (name: string, options: LanguageClientOptions) => BaseLanguageClient;

const serverName = 'HA Cluster Language Server';

const stoppedForGood = 'The language server has stopped. Run “HA Cluster: Restart Language Server” to start it again.';

/**
 * The server behind a client that `create` makes. Handlers may be registered before it runs.
 * Requests of the extension are answered for the text as the editor has it: the client sends pending changes first.
 */
export function createDesignServer(
  create: CreateClient,
  log: vscode.LogOutputChannel,
  rulePages: vscode.Uri,
): DesignServer {
  const disposables = createDisposables();
  let started: Promise<BaseLanguageClient> | undefined;
  const initializationOptions: ServerOptions = { knowsMethods: true, rulePages: rulePages.toString() };
  const client = create(serverName, {
    documentSelector: [{ language: languageId }],
    outputChannel: log,
    diagnosticPullOptions: { onChange: true, onTabs: true },
    initializationOptions,
  });
  for (const one of answerForFiles(client)) disposables.add(one);

  /** Whether the server ran and stopped for good: one that the client starts again is "starting" by the time this is asked. */
  const hasDied = (): boolean => started !== undefined && client.state === State.Stopped;
  const start = (): Promise<BaseLanguageClient> => {
    if (hasDied()) started = undefined;
    started ??= client.start().then(
      () => client,
      (error: unknown) => {
        started = undefined;
        throw error;
      },
    );
    return started;
  };
  /** A server that keeps dying is not started again by each keystroke, only when the user asks for it. */
  const running = (): Promise<BaseLanguageClient> => {
    if (hasDied()) return Promise.reject(new UserError(stoppedForGood));
    return start();
  };

  /** The client knows one handler for a method; here each method may have several. */
  const channel = <M extends keyof ServerNotifications>(method: M): Set<Listener<M>> => {
    const listeners = new Set<Listener<M>>();
    const passOn: Listener<M> = (params) => {
      for (const listener of [...listeners]) listener(params);
    };
    disposables.add(client.onNotification(method, passOn));
    return listeners;
  };
  const channels: Channels = {
    [methods.debugMessage]: channel(methods.debugMessage),
    [methods.debugEnd]: channel(methods.debugEnd),
    [methods.moment]: channel(methods.moment),
    [methods.designChanged]: channel(methods.designChanged),
  };

  return {
    start: async () => {
      await start();
    },
    restart: async () => {
      if (started && !hasDied()) await (await started).stop();
      started = undefined;
      await start();
    },
    request: async (method, params) => (await running()).sendRequest(method, params),
    notify: async (method, params) => (await running()).sendNotification(method, params),
    on: (method, handler) => {
      channels[method].add(handler);
      return { dispose: () => channels[method].delete(handler) };
    },
    onStopped: (handler) =>
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Stopped) handler();
      }),
    dispose: () => {
      disposables.dispose();
      if (started && !hasDied()) void client.dispose();
    },
  };
}
