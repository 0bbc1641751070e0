import { CodeActionKind } from 'vscode-languageserver';
import type { ClientCapabilities, CodeAction, Range, TextDocumentEdit } from 'vscode-languageserver';
import type { Document } from '../language/document';
import type { Finding } from '../language/finding';
import { diagnosticOf } from './diagnostics';
import type { DiagnosticSupport } from './diagnostics';
import { placed } from './placed';
import { unique } from './unique';
import { workspaceEditOf } from './workspace-edit';
import type { PlacedEdit, VersionOf } from './workspace-edit';
import type { Analysis } from './workspace';

/** What of an edit the client can take. */
export interface EditSupport {
  /** Edits that name the version of the document they are for. */
  readonly versions: boolean;
  readonly snippets: boolean;
  /** The edit of an action may be given when the action is chosen. */
  readonly later: boolean;
}

/** Reads the support from what the client says of itself. */
export function editSupport({ workspace, textDocument }: ClientCapabilities): EditSupport {
  const edit = workspace?.workspaceEdit;
  const action = textDocument?.codeAction;
  return {
    versions: edit?.documentChanges === true,
    snippets: edit?.snippetEditSupport === true,
    later: action?.dataSupport === true && action.resolveSupport?.properties.includes('edit') === true,
  };
}

function asSnippet({ range, newText }: PlacedEdit): TextDocumentEdit['edits'][number] {
  return { range, snippet: { kind: 'snippet', value: newText } };
}

function touches(one: Range, other: Range): boolean {
  const before = (a: Range, b: Range): boolean =>
    a.end.line < b.start.line || (a.end.line === b.start.line && a.end.character < b.start.character);
  return !before(one, other) && !before(other, one);
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
      const edits = placed(fix.edits, analysis.design.documents);
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

/** The findings of a design that touch a range of one of its files. */
export function findingsAt(document: Document, { findings }: Analysis, range: Range): readonly Finding[] {
  return findings.filter(({ place }) => {
    const at = document.rangeOf(place);
    return at !== undefined && touches(at, range);
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
  support: EditSupport & DiagnosticSupport,
  versionOf: VersionOf,
): CodeAction[] {
  const actions = analyses.flatMap((analysis) =>
    findingsAt(document, analysis, range).flatMap((finding) =>
      actionsFor(finding, document, analysis, support, versionOf),
    ),
  );
  return analyses.length > 1 ? unique(actions, ({ title, edit }) => [title, edit]) : actions;
}
