import { PassThrough } from 'node:stream';
import {
  CodeActionRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  InitializeRequest,
  InitializedNotification,
  LogMessageNotification,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
  createConnection,
  createProtocolConnection,
} from 'vscode-languageserver/node';
import type {
  ClientCapabilities,
  CodeAction,
  Command,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentSymbol,
  ProtocolConnection,
  PublishDiagnosticsParams,
  Range,
  SymbolInformation,
  TextDocumentContentChangeEvent,
  TextEdit,
} from 'vscode-languageserver/node';
import { languageId, methods } from '../../src/protocol/server';
import type { DebugMessageParams, MomentParams, ServerOptions, ServerRequests } from '../../src/protocol/server';
import type { FileReader } from '../../src/server/files/files';
import type { LayoutService } from '../../src/server/layout';
import { inlineLayout } from '../../src/server/layout-inline';
import { serve } from '../../src/server/server';

/** What VS Code says of itself, as far as the server looks at it. */
export const vscodeCapabilities: ClientCapabilities = {
  textDocument: { diagnostic: { relatedInformation: true, tagSupport: { valueSet: [1] } } },
  workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
};

/** A client of the real server over pipes in memory. */
export interface TestClient {
  readonly pushed: PublishDiagnosticsParams[];
  readonly moments: MomentParams[];
  readonly debugMessages: DebugMessageParams[];
  readonly logged: string[];
  /** For requests that have no method here. */
  readonly connection: ProtocolConnection;
  open(uri: string, text: string): void;
  change(uri: string, version: number, changes: TextDocumentContentChangeEvent[]): void;
  close(uri: string): void;
  diagnostics(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  /** Items of a full report. */
  findings(uri: string): Promise<readonly Diagnostic[]>;
  codeActions(uri: string, range: Range, only?: string[]): Promise<readonly (CodeAction | Command)[]>;
  symbols(uri: string): Promise<readonly (DocumentSymbol | SymbolInformation)[]>;
  /** Edits for the whole document, or for a range. */
  formatting(uri: string, range?: Range): Promise<readonly TextEdit[]>;
  request<M extends keyof ServerRequests>(
    method: M,
    params: ServerRequests[M]['params'],
  ): Promise<ServerRequests[M]['result']>;
  debug(session: string, message: object): void;
  endDebug(session: string): void;
  stop(): void;
}

/** What a client is started with besides its capabilities. */
export interface StartOptions {
  readonly layout?: LayoutService;
  /** Files on the disk; none where it is left out. */
  readonly files?: FileReader;
  /** Folder of the workspace. */
  readonly folder?: string;
  readonly initializationOptions?: ServerOptions;
  /** Called with the connection before the server is told anything. */
  readonly prepare?: (connection: ProtocolConnection) => void;
}

/** Starts a server and a client of it. */
export async function startClient(
  capabilities: ClientCapabilities = vscodeCapabilities,
  { layout = inlineLayout(), files, folder, initializationOptions, prepare }: StartOptions = {},
): Promise<TestClient> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  serve(server, layout, (ofClient) => files ?? ofClient);
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const pushed: PublishDiagnosticsParams[] = [];
  const moments: MomentParams[] = [];
  const debugMessages: DebugMessageParams[] = [];
  const logged: string[] = [];
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => void pushed.push(params));
  connection.onNotification(methods.moment, (params: MomentParams) => void moments.push(params));
  connection.onNotification(methods.debugMessage, (params: DebugMessageParams) => void debugMessages.push(params));
  connection.onNotification(LogMessageNotification.type, ({ message }) => void logged.push(message));
  prepare?.(connection);
  connection.listen();
  await connection.sendRequest(InitializeRequest.method, {
    processId: null,
    rootUri: null,
    workspaceFolders: folder === undefined ? null : [{ uri: folder, name: 'designs' }],
    capabilities,
    initializationOptions,
  });
  await connection.sendNotification(InitializedNotification.type, {});

  const diagnostics = (uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  return {
    pushed,
    moments,
    debugMessages,
    logged,
    connection,
    open: (uri, text) => {
      const textDocument = { uri, languageId, version: 1, text };
      void connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    },
    change: (uri, version, contentChanges) => {
      const textDocument = { uri, version };
      void connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument, contentChanges });
    },
    close: (uri) => {
      void connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
    },
    diagnostics,
    findings: async (uri) => {
      const report = await diagnostics(uri);
      return report.kind === 'full' ? report.items : [];
    },
    codeActions: async (uri, range, only) => {
      const context = { diagnostics: [], ...(only && { only }) };
      return (await connection.sendRequest(CodeActionRequest.type, { textDocument: { uri }, range, context })) ?? [];
    },
    symbols: async (uri) => (await connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } })) ?? [],
    formatting: async (uri, range) => {
      const given = { textDocument: { uri }, options: { tabSize: 2, insertSpaces: true } };
      const edits = range
        ? await connection.sendRequest(DocumentRangeFormattingRequest.type, { ...given, range })
        : await connection.sendRequest(DocumentFormattingRequest.type, given);
      return edits ?? [];
    },
    request: (method, params) => connection.sendRequest(method, params),
    debug: (session, message) => {
      void connection.sendNotification(methods.debugMessage, { session, message });
    },
    endDebug: (session) => {
      void connection.sendNotification(methods.debugEnd, { session });
    },
    stop: () => {
      connection.dispose();
      layout.dispose();
    },
  };
}
