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
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Position, Range } from '../../language/span';
import type { Boundary } from '../boundary';
import type { Workspace } from '../workspace';
import { dependenciesOf, dependencyItemsAt, dependentsOf } from './call-hierarchy';
import { completionAt } from './completion';
import { foldingOf } from './folding';
import { hintsIn } from './hints';
import { hoverAt } from './hover';
import { lensesOf } from './lenses';
import { linksOf } from './links';
import type { Subject } from './lookup';
import { definitionAt, highlightsAt, referencesAt } from './navigation';
import { renameAt, renameRangeAt } from './rename';
import { selectionRangesAt } from './selection';
import { legend, semanticTokensOf, tokenEdits } from './semantic-tokens';
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
  codeLensProvider: {},
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
}

/** Answers the requests of the language's features, each from the newest text of its document. */
export function registerFeatures(services: FeatureServices): void {
  const { workspace } = services;
  const subjectOf = (uri: string): Subject | undefined => {
    const open = workspace.get(uri);
    return open && { document: open.document, design: workspace.analyse(open).design };
  };
  registerWriting(services, subjectOf);
  registerNavigation(services, subjectOf);
  registerRename(services, subjectOf);
  registerCallHierarchy(services, subjectOf);
  registerStructure(services);
  registerTokens(services);
}

type SubjectOf = (uri: string) => Subject | undefined;

function registerWriting({ connection, boundary, client }: FeatureServices, subjectOf: SubjectOf): void {
  connection.onCompletion(
    boundary.orElse<AtPosition, CompletionList | null>('Completion', null, ({ textDocument, position }) => {
      const subject = subjectOf(textDocument.uri);
      const snippets = client().textDocument?.completion?.completionItem?.snippetSupport === true;
      return subject ? completionAt(subject, position, snippets) : null;
    }),
  );
  connection.onHover(
    boundary.orElse<AtPosition, Hover | null>('Hover', null, ({ textDocument, position }) => {
      const subject = subjectOf(textDocument.uri);
      return subject ? hoverAt(subject, position) : null;
    }),
  );
  connection.languages.inlayHint.on(
    boundary.orElse<InRange, InlayHint[]>('Inlay hints', [], ({ textDocument, range }) => {
      const subject = subjectOf(textDocument.uri);
      return subject ? hintsIn(subject, range) : [];
    }),
  );
}

function registerNavigation({ connection, boundary, client }: FeatureServices, subjectOf: SubjectOf): void {
  connection.onDefinition(
    boundary.orElse<AtPosition, LocationLink[] | Location[]>('Definition', [], ({ textDocument, position }) => {
      const subject = subjectOf(textDocument.uri);
      const links = subject ? definitionAt(subject, position) : [];
      if (client().textDocument?.definition?.linkSupport === true) return links;
      return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
    }),
  );
  connection.onReferences(
    boundary.orElse<AtPosition & { readonly context: { readonly includeDeclaration: boolean } }, Location[]>(
      'References',
      [],
      ({ textDocument, position, context }) => {
        const subject = subjectOf(textDocument.uri);
        return subject ? referencesAt(subject, position, context.includeDeclaration) : [];
      },
    ),
  );
  connection.onDocumentHighlight(
    boundary.orElse<AtPosition, DocumentHighlight[]>('Highlights', [], ({ textDocument, position }) => {
      const subject = subjectOf(textDocument.uri);
      return subject ? highlightsAt(subject, position) : [];
    }),
  );
}

function registerRename({ connection, boundary }: FeatureServices, subjectOf: SubjectOf): void {
  connection.onPrepareRename(
    boundary.orElse<AtPosition, { range: Range; placeholder: string } | null>(
      'The name to change',
      null,
      ({ textDocument, position }) => {
        const subject = subjectOf(textDocument.uri);
        return (subject && renameRangeAt(subject, position)) ?? null;
      },
    ),
  );
  connection.onRenameRequest(
    boundary.orFail<AtPosition & { readonly newName: string }, WorkspaceEdit | ResponseError | null>(
      'Renaming',
      ({ textDocument, position, newName }) => {
        const subject = subjectOf(textDocument.uri);
        const result = subject && renameAt(subject, position, newName);
        if (!result) return null;
        return 'edit' in result ? result.edit : new ResponseError(LSPErrorCodes.RequestFailed, result.refused);
      },
    ),
  );
}

function registerCallHierarchy({ connection, boundary }: FeatureServices, subjectOf: SubjectOf): void {
  connection.languages.callHierarchy.onPrepare(
    boundary.orElse<AtPosition, CallHierarchyItem[]>('Dependencies', [], ({ textDocument, position }) => {
      const subject = subjectOf(textDocument.uri);
      return subject ? dependencyItemsAt(subject, position) : [];
    }),
  );
  const outgoing = boundary.orElse<OfItem, CallHierarchyOutgoingCall[]>('Depends on', [], ({ uri, item }) => {
    const subject = subjectOf(uri);
    return subject ? dependenciesOf(subject.design, item) : [];
  });
  const incoming = boundary.orElse<OfItem, CallHierarchyIncomingCall[]>('Required by', [], ({ uri, item }) => {
    const subject = subjectOf(uri);
    return subject ? dependentsOf(subject.design, item) : [];
  });
  connection.languages.callHierarchy.onOutgoingCalls(({ item }) => outgoing({ uri: item.uri, item }));
  connection.languages.callHierarchy.onIncomingCalls(({ item }) => incoming({ uri: item.uri, item }));
}

/** Features that need the tree alone: they do not wait for the design to be read. */
function registerStructure({ connection, boundary, workspace }: FeatureServices): void {
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
      return open ? lensesOf(open.document) : [];
    }),
  );
  connection.onDocumentLinks(
    boundary.orElse<OfDocument, DocumentLink[]>('Links', [], ({ textDocument }) => {
      const open = workspace.get(textDocument.uri);
      return open ? linksOf(open.document) : [];
    }),
  );
  const symbols = boundary.orElse<OfUri & { readonly query: string }, SymbolInformation[]>('Symbols', [], ({ query }) =>
    workspaceSymbols(
      workspace.all().map(({ document }) => document),
      query,
    ),
  );
  connection.onWorkspaceSymbol(({ query }) => symbols({ uri: 'all open designs', query }));
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
