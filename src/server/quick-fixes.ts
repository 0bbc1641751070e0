import { CodeActionKind } from 'vscode-languageserver';
import type {
  ClientCapabilities,
  CodeAction,
  CodeActionContext,
  Range,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Edit, Finding, Fix } from '../language/finding';
import { diagnosticOf } from './diagnostics';
import type { DiagnosticSupport } from './diagnostics';
import type { Analysis, OpenDesign } from './workspace';

/** What of an edit the client can take. */
export interface EditSupport {
  /** Edits that name the version of the document they are for. */
  readonly versions: boolean;
  readonly snippets: boolean;
}

/** Reads the support from what the client says of itself. */
export function editSupport({ workspace }: ClientCapabilities): EditSupport {
  const edit = workspace?.workspaceEdit;
  return { versions: edit?.documentChanges === true, snippets: edit?.snippetEditSupport === true };
}

interface PlacedEdit {
  readonly uri: string;
  readonly range: Range;
  readonly newText: string;
}

/** The ranges of the edits now; undefined if one of them lies in text that is gone. */
function place(edits: readonly Edit[], { design }: Analysis): readonly PlacedEdit[] | undefined {
  const placed = edits.flatMap(({ place: { declaration, span }, newText }) => {
    for (const document of design.documents) {
      const range = document.rangeOf({ declaration, span });
      if (range) return [{ uri: document.file, range, newText }];
    }
    return [];
  });
  return placed.length === edits.length ? placed : undefined;
}

function byUri(edits: readonly PlacedEdit[]): ReadonlyMap<string, readonly PlacedEdit[]> {
  const uris = new Set(edits.map(({ uri }) => uri));
  return new Map([...uris].map((uri) => [uri, edits.filter((edit) => edit.uri === uri)]));
}

function textEdit({ range, newText }: PlacedEdit, snippet: boolean): TextDocumentEdit['edits'][number] {
  return snippet ? { range, snippet: { kind: 'snippet', value: newText } } : { range, newText };
}

function workspaceEdit(fix: Fix, edits: readonly PlacedEdit[], open: OpenDesign, support: EditSupport): WorkspaceEdit {
  const files = [...byUri(edits)];
  if (!support.versions) {
    return {
      changes: Object.fromEntries(
        files.map(([uri, own]) => [uri, own.map(({ range, newText }) => ({ range, newText }))]),
      ),
    };
  }
  return {
    documentChanges: files.map(([uri, own]) => ({
      textDocument: { uri, version: uri === open.uri ? open.version : null },
      edits: own.map((edit) => textEdit(edit, fix.snippet === true)),
    })),
  };
}

function touches(one: Range, other: Range): boolean {
  const before = (a: Range, b: Range): boolean =>
    a.end.line < b.start.line || (a.end.line === b.start.line && a.end.character < b.start.character);
  return !before(one, other) && !before(other, one);
}

function wants(context: CodeActionContext): boolean {
  const { only } = context;
  return only === undefined || only.some((kind) => kind === '' || CodeActionKind.QuickFix.startsWith(kind));
}

function actionsFor(
  finding: Finding,
  open: OpenDesign,
  analysis: Analysis,
  support: EditSupport & DiagnosticSupport,
): CodeAction[] {
  const diagnostic = diagnosticOf(finding, open.document, analysis.design.documents, support);
  return finding.fixes
    .filter(({ snippet }) => snippet !== true || (support.snippets && support.versions))
    .flatMap((fix): CodeAction[] => {
      const edits = place(fix.edits, analysis);
      if (!edits) return [];
      return [
        {
          title: fix.title,
          kind: CodeActionKind.QuickFix,
          isPreferred: fix.preferred,
          ...(diagnostic && { diagnostics: [diagnostic] }),
          edit: workspaceEdit(fix, edits, open, support),
        },
      ];
    });
}

/** The fixes of all findings that touch the range, for this version of the text. A fix with placeholders is left out where the client cannot fill them in. */
export function quickFixes(
  open: OpenDesign,
  analysis: Analysis,
  range: Range,
  context: CodeActionContext,
  support: EditSupport & DiagnosticSupport,
): CodeAction[] {
  if (!wants(context)) return [];
  return analysis.findings
    .filter((finding) => {
      const at = open.document.rangeOf(finding.place);
      return at !== undefined && touches(at, range);
    })
    .flatMap((finding) => actionsFor(finding, open, analysis, support));
}
