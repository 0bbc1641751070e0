import * as vscode from 'vscode';
import { until } from './until';

/** The stable name of what a diagnostic is about. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The codes of all diagnostics of a document, in the order they are shown. */
export function codesOf(uri: vscode.Uri): readonly string[] {
  return vscode.languages.getDiagnostics(uri).map(codeOf);
}

/** Waits for a diagnostic with a code. */
export async function finding(uri: vscode.Uri, code: string): Promise<vscode.Diagnostic> {
  const find = (): vscode.Diagnostic | undefined =>
    vscode.languages.getDiagnostics(uri).find((diagnostic) => codeOf(diagnostic) === code);
  return until(`the finding ${code}`, find, () => codesOf(uri));
}

/** Waits until a document has no error and no warning. */
export async function nothingWrong(uri: vscode.Uri): Promise<void> {
  const worst = [vscode.DiagnosticSeverity.Error, vscode.DiagnosticSeverity.Warning];
  const isFree = (): boolean => vscode.languages.getDiagnostics(uri).every(({ severity }) => !worst.includes(severity));
  await until('no error and no warning', isFree, () => codesOf(uri));
}

/** The fixes on offer at a diagnostic. */
export async function fixesOf(uri: vscode.Uri, { range }: vscode.Diagnostic): Promise<readonly vscode.CodeAction[]> {
  const kind = vscode.CodeActionKind.QuickFix.value;
  const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    kind,
    /* resolve so many */ 10,
  );
  return found;
}
