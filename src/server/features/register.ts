import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  ClientCapabilities,
  CodeLens,
  CompletionList,
  Connection,
  DocumentHighlight,
  DocumentLink,
  DocumentOnTypeFormattingParams,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  LocationLink,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  ServerCapabilities,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Position, Range } from '../../language/span';
import type { ServerOptions } from '../../protocol/server';
import type { Boundary } from '../boundary';
import { unique } from '../unique';
import { workspaceEditOf } from '../workspace-edit';
import type { Workspace } from '../workspace';
import { dependenciesOf, dependencyItemsAt, dependentsOf } from './call-hierarchy';
import { completionAt } from './completion';
import { foldingOf } from './folding';
import { hintsIn } from './hints';
import { hoverAt } from './hover';
import { lensesOf, resolveLens } from './lenses';
import { linksOf } from './links';
import type { Subject } from './lookup';
import { definitionAt, highlightsAt, referencesAt } from './navigation';
import { renameInAll, renameRangeAt } from './rename';
import { selectionRangesAt } from './selection';
import { legend, semanticTokensOf, tokenEdits } from './semantic-tokens';
import { editsWhileTyping, layoutTriggers } from './typing';
import { workspaceSymbols } from './workspace-symbols';

/** What the features of the language offer a client. */
export const featureCapabilities: ServerCapabilities = {
  completionProvider: { triggerCharacters: ['=', '"', '[', ',', '\\', ' '] },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  workspaceSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  semanticTokensProvider: { legend, full: { delta: true }, range: true },
  callHierarchyProvider: true,
  documentLinkProvider: {},
  codeLensProvider: { resolveProvider: true },
  documentOnTypeFormattingProvider: {
    firstTriggerCharacter: layoutTriggers.first,
    moreTriggerCharacter: layoutTriggers.more,
  },
  inlayHintProvider: true,
};

interface OfDocument {
  readonly textDocument: { readonly uri: string };
}

interface OfUri {
  readonly uri: string;
}

interface AtPosition extends OfDocument {
  readonly position: Position;
}

interface InRange extends OfDocument {
  readonly range: Range;
}

interface OfItem extends OfUri {
  readonly item: CallHierarchyItem;
}

/** Everything a feature is registered with. */
export interface FeatureServices {
  readonly connection: Connection;
  readonly workspace: Workspace;
  readonly boundary: Boundary<OfDocument | OfUri>;
  /** What the client can do; known once it has said so. */
  readonly client: () => ClientCapabilities;
  /** Which of our own methods and commands it knows. */
  readonly options: () => ServerOptions;
}

/** Answers the requests of the language's features, each from the newest text of its document. */
export function registerFeatures(services: FeatureServices): void {
  const { workspace } = services;
  const subjectOf = async (uri: string): Promise<Subject | undefined> => {
    await workspace.ready(uri);
    const open = workspace.get(uri);
    return open && { document: open.document, design: workspace.analyse(open).design };
  };
  const subjectsOf = async (uri: string): Promise<readonly Subject[]> => {
    await workspace.ready(uri);
    const open = workspace.get(uri);
    return open ? workspace.analyses(open).map(({ design }) => ({ document: open.document, design })) : [];
  };
  registerWriting(services, subjectOf);
  registerNavigation(services, subjectsOf);
  registerRename(services, subjectOf, subjectsOf);
  registerCallHierarchy(services, subjectOf);
  registerStructure(services);
  registerTokens(services);
}

/** The design of a file as it is now, all of it read. */
type SubjectOf = (uri: string) => Promise<Subject | undefined>;

/** The same for every design that a file belongs to. */
type SubjectsOf = (uri: string) => Promise<readonly Subject[]>;

function registerWriting({ connection, boundary, client }: FeatureServices, subjectOf: SubjectOf): void {
  connection.onCompletion(
    boundary.orElse<AtPosition, CompletionList | null>('Completion', null, async ({ textDocument, position }) => {
      const subject = await subjectOf(textDocument.uri);
      const snippets = client().textDocument?.completion?.completionItem?.snippetSupport === true;
      return subject ? completionAt(subject, position, snippets) : null;
    }),
  );
  connection.onHover(
    boundary.orElse<AtPosition, Hover | null>('Hover', null, async ({ textDocument, position }) => {
      const subject = await subjectOf(textDocument.uri);
      return subject ? hoverAt(subject, position) : null;
    }),
  );
  connection.languages.inlayHint.on(
    boundary.orElse<InRange, InlayHint[]>('Inlay hints', [], async ({ textDocument, range }) => {
      const subject = await subjectOf(textDocument.uri);
      return subject ? hintsIn(subject, range) : [];
    }),
  );
}

function registerNavigation({ connection, boundary, client }: FeatureServices, subjectsOf: SubjectsOf): void {
  connection.onDefinition(
    boundary.orElse<AtPosition, LocationLink[] | Location[]>('Definition', [], async ({ textDocument, position }) => {
      const subjects = await subjectsOf(textDocument.uri);
      const links = unique(
        subjects.flatMap((subject) => definitionAt(subject, position)),
        (link) => link,
      );
      if (client().textDocument?.definition?.linkSupport === true) return links;
      return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
    }),
  );
  connection.onReferences(
    boundary.orElse<AtPosition & { readonly context: { readonly includeDeclaration: boolean } }, Location[]>(
      'References',
      [],
      async ({ textDocument, position, context }) => {
        const subjects = await subjectsOf(textDocument.uri);
        return unique(
          subjects.flatMap((subject) => referencesAt(subject, position, context.includeDeclaration)),
          (location) => location,
        );
      },
    ),
  );
  connection.onDocumentHighlight(
    boundary.orElse<AtPosition, DocumentHighlight[]>('Highlights', [], async ({ textDocument, position }) => {
      const subjects = await subjectsOf(textDocument.uri);
      return unique(
        subjects.flatMap((subject) => highlightsAt(subject, position)),
        ({ range }) => range,
      );
    }),
  );
}

function registerRename(
  { connection, boundary, workspace, client }: FeatureServices,
  subjectOf: SubjectOf,
  subjectsOf: SubjectsOf,
): void {
  connection.onPrepareRename(
    boundary.orElse<AtPosition, { range: Range; placeholder: string } | null>(
      'The name to change',
      null,
      async ({ textDocument, position }) => {
        const subject = await subjectOf(textDocument.uri);
        return (subject && renameRangeAt(subject, position)) ?? null;
      },
    ),
  );
  connection.onRenameRequest(
    boundary.orFail<AtPosition & { readonly newName: string }, WorkspaceEdit | ResponseError | null>(
      'Renaming',
      async ({ textDocument, position, newName }) => {
        const subjects = await subjectsOf(textDocument.uri);
        if (subjects.length === 0) return null;
        const result = renameInAll(subjects, position, newName);
        if ('refused' in result) return new ResponseError(LSPErrorCodes.RequestFailed, result.refused);
        const versions = client().workspace?.workspaceEdit?.documentChanges === true;
        return workspaceEditOf(result.edits, versions, (uri) => workspace.get(uri)?.version ?? null);
      },
    ),
  );
}

function registerCallHierarchy({ connection, boundary }: FeatureServices, subjectOf: SubjectOf): void {
  connection.languages.callHierarchy.onPrepare(
    boundary.orElse<AtPosition, CallHierarchyItem[]>('Dependencies', [], async ({ textDocument, position }) => {
      const subject = await subjectOf(textDocument.uri);
      return subject ? dependencyItemsAt(subject, position) : [];
    }),
  );
  const outgoing = boundary.orElse<OfItem, CallHierarchyOutgoingCall[]>('Depends on', [], async ({ uri, item }) => {
    const subject = await subjectOf(uri);
    return subject ? dependenciesOf(subject.design, item) : [];
  });
  const incoming = boundary.orElse<OfItem, CallHierarchyIncomingCall[]>('Required by', [], async ({ uri, item }) => {
    const subject = await subjectOf(uri);
    return subject ? dependentsOf(subject.design, item) : [];
  });
  connection.languages.callHierarchy.onOutgoingCalls(({ item }) => outgoing({ uri: item.uri, item }));
  connection.languages.callHierarchy.onIncomingCalls(({ item }) => incoming({ uri: item.uri, item }));
}

/** Features that need the tree alone: they do not wait for the design to be read. */
function registerStructure({ connection, boundary, workspace, options }: FeatureServices): void {
  connection.onFoldingRanges(
    boundary.orElse<OfDocument, FoldingRange[]>('Folding', [], ({ textDocument }) => {
      const open = workspace.get(textDocument.uri);
      return open ? foldingOf(open.document) : [];
    }),
  );
  connection.onSelectionRanges(
    boundary.orElse<OfDocument & { readonly positions: Position[] }, SelectionRange[]>(
      'Selection',
      [],
      ({ textDocument, positions }) => {
        const open = workspace.get(textDocument.uri);
        return open ? selectionRangesAt(open.document, positions) : [];
      },
    ),
  );
  connection.onCodeLens(
    boundary.orElse<OfDocument, CodeLens[]>('Code lenses', [], ({ textDocument }) => {
      const open = workspace.get(textDocument.uri);
      return open && options().knowsMethods === true ? lensesOf(open.document) : [];
    }),
  );
  connection.onCodeLensResolve(resolveLens);
  connection.onDocumentOnTypeFormatting(
    boundary.orElse<DocumentOnTypeFormattingParams, TextEdit[]>(
      'Layout while typing',
      [],
      ({ textDocument, position, ch }) => {
        const open = workspace.get(textDocument.uri);
        return open ? editsWhileTyping(open.document, position, ch) : [];
      },
    ),
  );
  connection.onDocumentLinks(
    boundary.orElse<OfDocument, DocumentLink[]>('Links', [], ({ textDocument }) => {
      const open = workspace.get(textDocument.uri);
      return open ? linksOf(open.document) : [];
    }),
  );
  const symbols = boundary.orElse<OfUri & { readonly query: string }, SymbolInformation[]>('Symbols', [], ({ query }) =>
    workspaceSymbols([...new Set(workspace.all().flatMap((open) => workspace.files(open)))], query),
  );
  connection.onWorkspaceSymbol(async ({ query }) => {
    await workspace.allReady();
    return symbols({ uri: 'all open designs', query });
  });
}

/** Colouring: the tokens sent last are remembered, so that after an edit only what changed is sent. */
function registerTokens({ connection, boundary, workspace }: FeatureServices): void {
  const noTokens: SemanticTokens = { data: [] };
  const sent = new Map<string, SemanticTokens>();
  const send = (uri: string): SemanticTokens => {
    const open = workspace.get(uri);
    if (!open) return noTokens;
    const tokens = { resultId: String(open.version), ...semanticTokensOf(open.document) };
    sent.set(uri, tokens);
    return tokens;
  };
  workspace.documents.onDidClose(({ document }) => sent.delete(document.uri));
  connection.languages.semanticTokens.on(
    boundary.orElse<OfDocument, SemanticTokens>('Colouring', noTokens, ({ textDocument }) => send(textDocument.uri)),
  );
  connection.languages.semanticTokens.onDelta(
    boundary.orElse<OfDocument & { readonly previousResultId: string }, SemanticTokens | SemanticTokensDelta>(
      'Colouring',
      noTokens,
      ({ textDocument, previousResultId }) => {
        const before = sent.get(textDocument.uri);
        const { resultId, data } = send(textDocument.uri);
        if (resultId === undefined) return { data };
        if (before?.resultId !== previousResultId) return { resultId, data };
        return { resultId, edits: tokenEdits(before.data, data) };
      },
    ),
  );
  connection.languages.semanticTokens.onRange(
    boundary.orElse<InRange, SemanticTokens>('Colouring', noTokens, ({ textDocument, range }) => {
      const open = workspace.get(textDocument.uri);
      return open ? semanticTokensOf(open.document, range) : noTokens;
    }),
  );
}
