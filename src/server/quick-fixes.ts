import { CodeActionKind } from 'vscode-languageserver';
import type { ClientCapabilities, CodeAction, CodeActionContext, Range, TextDocumentEdit } from 'vscode-languageserver';
import type { Document } from '../language/document';
import type { Edit, Finding } from '../language/finding';
import { diagnosticOf } from './diagnostics';
import type { DiagnosticSupport } from './diagnostics';
import { unique } from './unique';
import { workspaceEditOf } from './workspace-edit';
import type { PlacedEdit, VersionOf } from './workspace-edit';
import type { Analysis } from './workspace';

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

function asSnippet({ range, newText }: PlacedEdit): TextDocumentEdit['edits'][number] {
  return { range, snippet: { kind: 'snippet', value: newText } };
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
  document: Document,
  analysis: Analysis,
  support: EditSupport & DiagnosticSupport,
  versionOf: VersionOf,
): CodeAction[] {
  const diagnostic = diagnosticOf(finding, document, analysis.design.documents, support);
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
          edit: workspaceEditOf(edits, support.versions, versionOf, fix.snippet ? asSnippet : undefined),
        },
      ];
    });
}

/**
 * The fixes of all findings that touch the range, for this version of the text; what several designs offer alike, once. A fix with
 * placeholders is left out where the client cannot fill them in.
 */
export function quickFixes(
  document: Document,
  analyses: readonly Analysis[],
  range: Range,
  context: CodeActionContext,
  support: EditSupport & DiagnosticSupport,
  versionOf: VersionOf,
): CodeAction[] {
  if (!wants(context)) return [];
  const actions = analyses.flatMap((analysis) =>
    analysis.findings
      .filter((finding) => {
        const at = document.rangeOf(finding.place);
        return at !== undefined && touches(at, range);
      })
      .flatMap((finding) => actionsFor(finding, document, analysis, support, versionOf)),
  );
  return analyses.length > 1 ? unique(actions, ({ title, edit }) => [title, edit]) : actions;
}
