import { TextDocumentSyncKind } from 'vscode-languageserver';
import type {
  ClientCapabilities,
  CodeAction,
  CodeActionParams,
  Connection,
  DocumentFormattingParams,
  DocumentRangeFormattingParams,
  DocumentSymbol,
  DocumentSymbolParams,
  InitializeResult,
  TextEdit,
} from 'vscode-languageserver';
import { isRecord } from '../protocol/parse';
import { methods } from '../protocol/server';
import type {
  DebugEndParams,
  DebugMessageParams,
  FaultsParams,
  FaultsResult,
  HighAvailabilityPlanParams,
  LocateParams,
  LooseMachinesParams,
  PictureParams,
  ServerOptions,
  ShapeAtParams,
} from '../protocol/server';
import { createBoundary, traceOf } from './boundary';
import { codeActionKinds, createCodeActions } from './code-actions';
import { diagnosticSupport } from './diagnostics';
import { faultsOf } from './faults';
import { featureCapabilities, registerFeatures } from './features/register';
import { clientFiles } from './files/client';
import type { FileReader } from './files/files';
import { isFixAllData } from './fix-all';
import { formattingOf } from './formatting';
import { createHighAvailability } from './high-availability';
import { inTurn } from './in-turn';
import { inlineLate } from './late/inline';
import type { LateService } from './late/late';
import { withLateFindings } from './late/workspace';
import type { LayoutService } from './layout';
import { clientSettings } from './personal/configuration';
import { withPersonalRules } from './personal/workspace';
import { createPictures } from './pictures';
import { answerDiagnostics } from './pull';
import { pushDiagnostics } from './push';
import { refreshShown, sayWhichChanged } from './refresh';
import { createSimulations } from './simulations';
import { symbolsOf } from './symbols';
import { foldersOf, watchFiles } from './watch';
import { createWorkspace } from './workspace';

/** What every request of the editor names: a document, in one of two ways. */
type About = { readonly textDocument: { readonly uri: string } } | { readonly uri: string };

const result: InitializeResult = {
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    diagnosticProvider: { identifier: 'hacluster', interFileDependencies: true, workspaceDiagnostics: false },
    codeActionProvider: { codeActionKinds: [...codeActionKinds], resolveProvider: true },
    documentSymbolProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    ...featureCapabilities,
  },
};

function uriOf(about: About): string {
  return 'uri' in about ? about.uri : about.textDocument.uri;
}

function optionsOf(given: unknown): ServerOptions {
  if (!isRecord(given)) return {};
  const { knowsMethods, rulePages } = given;
  return { knowsMethods: knowsMethods === true, ...(typeof rulePages === 'string' && { rulePages }) };
}

/**
 * Serves one editor over a connection until it ends. The connection may be over pipes, a process channel or a web worker. `files`
 * makes the reader of files out of the one that asks the editor for them.
 */
export function serve(
  connection: Connection,
  layout: LayoutService,
  files: (ofClient: FileReader) => FileReader = (ofClient) => ofClient,
  late: LateService = inlineLate(),
): void {
  const log = connection.console;
  let client: ClientCapabilities = {};
  let options: ServerOptions = {};
  const settings = clientSettings(connection, () => client);
  const reader = files(clientFiles(connection, () => options.knowsMethods === true));
  const judged = withLateFindings(createWorkspace(reader), late, (error) => {
    log.error(`Findings that take runs of the simulation: ${traceOf(error)}`);
  });
  const workspace = withPersonalRules(judged.workspace, settings);
  const simulations = createSimulations(
    workspace,
    {
      message: (params) => void connection.sendNotification(methods.debugMessage, params),
      moment: (params) => void connection.sendNotification(methods.moment, params),
    },
    log,
  );
  const pictures = createPictures(workspace, simulations, layout);

  const boundary = createBoundary<About>(log, (about) => {
    const uri = uriOf(about);
    return `${uri}, version ${workspace.get(uri)?.version ?? 'not open'}`;
  });

  connection.onInitialize((params) => {
    client = params.capabilities;
    options = optionsOf(params.initializationOptions);
    workspace.setFolders(foldersOf(params));
    const { diagnostic } = client.textDocument ?? {};
    if (diagnostic?.relatedDocumentSupport !== true) {
      pushDiagnostics(connection, workspace, diagnostic ? 'closed parts' : 'all files', () =>
        diagnosticSupport(client, options),
      );
    }
    if (options.knowsMethods) sayWhichChanged(connection, workspace);
    refreshShown(connection, workspace, client);
    return result;
  });
  const watch = watchFiles(connection, workspace, () => client);
  connection.onInitialized(() => {
    watch();
    settings.begin();
  });
  answerDiagnostics(
    connection,
    workspace,
    boundary,
    () => client,
    () => diagnosticSupport(client, options),
  );

  const codeActions = createCodeActions(
    workspace,
    () => client,
    () => options,
  );
  connection.onCodeAction(
    boundary.orElse<CodeActionParams, CodeAction[]>('Quick fixes', [], (params) => codeActions.actions(params)),
  );
  const resolveAction = boundary.orFail('The edit of an action', ({ action }: { uri: string; action: CodeAction }) =>
    codeActions.resolve(action),
  );
  connection.onCodeActionResolve((action) => {
    const data: unknown = action.data;
    return isFixAllData(data) ? resolveAction({ uri: data.uri, action }) : action;
  });
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

  registerFeatures({ connection, workspace, boundary, client: () => client, options: () => options });

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
    boundary.orFail('The list of faults', async ({ uri }: FaultsParams): Promise<FaultsResult> => {
      await workspace.ready(uri);
      const open = workspace.get(uri);
      return open ? faultsOf(workspace.analyse(open).design.cluster) : [];
    }),
  );
  const highAvailability = createHighAvailability(workspace);
  connection.onRequest(
    methods.looseMachines,
    boundary.orFail('Virtual machines outside groups', (params: LooseMachinesParams) =>
      highAvailability.machines(params),
    ),
  );
  connection.onRequest(
    methods.highAvailabilityPlan,
    boundary.orFail('The plan for high availability', (params: HighAvailabilityPlanParams) =>
      highAvailability.plan(params),
    ),
  );
  const simulate = inTurn(
    () => workspace.allReady(),
    (error) => {
      log.error(`A message of a simulation: ${traceOf(error)}`);
    },
  );
  connection.onNotification(methods.debugMessage, (params: DebugMessageParams) => {
    simulate(() => {
      simulations.handle(params);
    });
  });
  connection.onNotification(methods.debugEnd, (params: DebugEndParams) => {
    simulate(() => {
      simulations.end(params);
    });
  });
  connection.onShutdown(() => {
    judged.dispose();
    simulations.dispose();
    layout.dispose();
  });

  workspace.documents.listen(connection);
  connection.listen();
}
