import { TextDocumentSyncKind } from 'vscode-languageserver';
import type {
  ClientCapabilities,
  CodeAction,
  CodeActionParams,
  Connection,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  DocumentFormattingParams,
  DocumentRangeFormattingParams,
  DocumentSymbol,
  DocumentSymbolParams,
  InitializeResult,
  TextEdit,
} from 'vscode-languageserver';
import { methods } from '../protocol/server';
import type {
  DebugEndParams,
  DebugMessageParams,
  FaultsParams,
  FaultsResult,
  LocateParams,
  PictureParams,
  ShapeAtParams,
} from '../protocol/server';
import { createBoundary } from './boundary';
import { diagnosticSupport, diagnosticsOf } from './diagnostics';
import { faultsOf } from './faults';
import { featureCapabilities, registerFeatures } from './features/register';
import { formattingOf } from './formatting';
import type { LayoutService } from './layout';
import { createPictures } from './pictures';
import { pushDiagnostics } from './push';
import { editSupport, quickFixes } from './quick-fixes';
import { createSimulations } from './simulations';
import { symbolsOf } from './symbols';
import { createWorkspace } from './workspace';

/** What every request of the editor names: a document, in one of two ways. */
type About = { readonly textDocument: { readonly uri: string } } | { readonly uri: string };

const result: InitializeResult = {
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    diagnosticProvider: { identifier: 'hacluster', interFileDependencies: true, workspaceDiagnostics: false },
    codeActionProvider: { codeActionKinds: ['quickfix'] },
    documentSymbolProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    ...featureCapabilities,
  },
};

function uriOf(about: About): string {
  return 'uri' in about ? about.uri : about.textDocument.uri;
}

/** Serves one editor over a connection until it ends. The connection may be over pipes, a process channel or a web worker. */
export function serve(connection: Connection, layout: LayoutService): void {
  const log = connection.console;
  const workspace = createWorkspace();
  const simulations = createSimulations(
    workspace,
    {
      message: (params) => void connection.sendNotification(methods.debugMessage, params),
      moment: (params) => void connection.sendNotification(methods.moment, params),
    },
    log,
  );
  const pictures = createPictures(workspace, simulations, layout);
  let client: ClientCapabilities = {};

  const boundary = createBoundary<About>(log, (about) => {
    const uri = uriOf(about);
    return `${uri}, version ${workspace.get(uri)?.version ?? 'not open'}`;
  });

  connection.onInitialize(({ capabilities }) => {
    client = capabilities;
    if (!client.textDocument?.diagnostic) pushDiagnostics(connection, workspace, () => diagnosticSupport(client));
    return result;
  });

  const noFindings: DocumentDiagnosticReport = { kind: 'full', items: [] };
  connection.languages.diagnostics.on(
    boundary.orElse('Diagnostics', noFindings, ({ textDocument, previousResultId }: DocumentDiagnosticParams) => {
      const open = workspace.get(textDocument.uri);
      if (!open) return noFindings;
      const resultId = String(open.version);
      if (previousResultId === resultId) return { kind: 'unchanged', resultId };
      return {
        kind: 'full',
        resultId,
        items: diagnosticsOf(workspace.analyse(open), open.document, diagnosticSupport(client)),
      };
    }),
  );
  connection.onCodeAction(
    boundary.orElse<CodeActionParams, CodeAction[]>('Quick fixes', [], ({ textDocument, range, context }) => {
      const open = workspace.get(textDocument.uri);
      if (!open) return [];
      const support = { ...editSupport(client), ...diagnosticSupport(client) };
      return quickFixes(open, workspace.analyse(open), range, context, support);
    }),
  );
  connection.onDocumentSymbol(
    boundary.orElse<DocumentSymbolParams, DocumentSymbol[]>('The outline', [], ({ textDocument }) => {
      const open = workspace.get(textDocument.uri);
      return open ? symbolsOf(open.document) : [];
    }),
  );
  connection.onDocumentFormatting(
    boundary.orElse<DocumentFormattingParams, TextEdit[]>('Formatting', [], ({ textDocument }) => {
      const open = workspace.get(textDocument.uri);
      return open ? formattingOf(open.document) : [];
    }),
  );
  connection.onDocumentRangeFormatting(
    boundary.orElse<DocumentRangeFormattingParams, TextEdit[]>('Formatting', [], ({ textDocument, range }) => {
      const open = workspace.get(textDocument.uri);
      return open ? formattingOf(open.document, range) : [];
    }),
  );

  registerFeatures({ connection, workspace, boundary, client: () => client });

  connection.onRequest(
    methods.picture,
    boundary.orFail('The picture', (params: PictureParams) => pictures.picture(params)),
  );
  connection.onRequest(
    methods.locate,
    boundary.orFail('The declaration of a shape', (params: LocateParams) => pictures.locate(params)),
  );
  connection.onRequest(
    methods.shapeAt,
    boundary.orElse('The shape at the cursor', null, (params: ShapeAtParams) => pictures.shapeAt(params)),
  );
  connection.onRequest(
    methods.faults,
    boundary.orFail('The list of faults', ({ uri }: FaultsParams): FaultsResult => {
      const open = workspace.get(uri);
      return open ? faultsOf(workspace.analyse(open).design.cluster) : [];
    }),
  );
  connection.onNotification(methods.debugMessage, (params: DebugMessageParams) => {
    simulations.handle(params);
  });
  connection.onNotification(methods.debugEnd, (params: DebugEndParams) => {
    simulations.end(params);
  });
  connection.onShutdown(() => {
    simulations.dispose();
    layout.dispose();
  });

  workspace.documents.listen(connection);
  connection.listen();
}
