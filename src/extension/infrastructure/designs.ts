import * as vscode from 'vscode';
import { languageId } from '../../protocol/server';
import { UserError } from './boundary';

/** Which design a command is about. A panel in front counts as its design, so that commands work from there too. */
export interface Designs {
  /** Says that a panel of this design is in front; undefined: no panel is. */
  setPanel(uri: vscode.Uri | undefined): void;
  /** The design a command was called for: the one given, else that of the panel in front, of the active or of any visible editor. */
  pick(given: unknown): vscode.Uri;
}

/** Whether a document holds a design. */
export function isDesign(document: vscode.TextDocument): boolean {
  return document.languageId === languageId;
}

/** Whether two addresses are of the same document. */
export function sameUri(one: vscode.Uri, other: vscode.Uri): boolean {
  return one.toString() === other.toString();
}

/** The editor that shows a document, the active one first. */
export function editorOf(uri: vscode.Uri): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  return [activeTextEditor, ...visibleTextEditors].find((editor) => editor && sameUri(editor.document.uri, uri));
}

/** Shows a range of a document in the editor that has it, else in the first column, so that a panel beside it stays. */
export async function revealRange(uri: vscode.Uri, range: vscode.Range): Promise<void> {
  const column = editorOf(uri)?.viewColumn ?? vscode.ViewColumn.One;
  const editor = await vscode.window.showTextDocument(uri, { viewColumn: column, preview: false });
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** See {@link Designs}. */
export function createDesigns(): Designs {
  let panel: vscode.Uri | undefined;
  return {
    setPanel: (uri) => {
      panel = uri;
    },
    pick: (given) => {
      if (given instanceof vscode.Uri) return given;
      // A code lens comes from the server, which knows addresses as text.
      if (typeof given === 'string') return vscode.Uri.parse(given);
      if (panel) return panel;
      const { activeTextEditor, visibleTextEditors } = vscode.window;
      const editor = [activeTextEditor, ...visibleTextEditors].find((one) => one && isDesign(one.document));
      if (!editor) throw new UserError('Open a .hacluster file first.');
      return editor.document.uri;
    },
  };
}
