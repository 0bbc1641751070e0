import type { Range, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';

/** An edit of one file. */
export interface PlacedEdit {
  readonly uri: string;
  readonly range: Range;
  readonly newText: string;
}

/** The version of a file that the editor has open; null for any other (as the protocol has it). */
export type VersionOf = (uri: string) => number | null;

function byUri(edits: readonly PlacedEdit[]): readonly (readonly [string, readonly PlacedEdit[]])[] {
  const uris = new Set(edits.map(({ uri }) => uri));
  return [...uris].map((uri) => [uri, edits.filter((edit) => edit.uri === uri)]);
}

function plain({ range, newText }: PlacedEdit): TextEdit {
  return { range, newText };
}

/**
 * Edits of several files as the protocol has them: each file with the version that the edits are for, where the client takes
 * `versions`. `write` gives an edit another form, such as a snippet.
 */
export function workspaceEditOf(
  edits: readonly PlacedEdit[],
  versions: boolean,
  versionOf: VersionOf,
  write: (edit: PlacedEdit) => TextDocumentEdit['edits'][number] = plain,
): WorkspaceEdit {
  const files = byUri(edits);
  if (!versions) return { changes: Object.fromEntries(files.map(([uri, own]) => [uri, own.map(plain)])) };
  return {
    documentChanges: files.map(([uri, own]) => ({
      textDocument: { uri, version: versionOf(uri) },
      edits: own.map(write),
    })),
  };
}
