import * as vscode from 'vscode';

/** Where the suite writes designs of its own: the folder that is open is a copy of the examples. */
function folder(): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  if (!first) throw new Error('The suite needs a folder to be open.');
  return first.uri;
}

/** Writes a design into the open folder and shows it in the first column, with the keyboard. */
export async function showFile(name: string, text: string): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.joinPath(folder(), name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), vscode.ViewColumn.One);
}

/** Shows a design that has no file yet. */
export async function showUntitled(text: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'hacluster', content: text });
  return vscode.window.showTextDocument(document, vscode.ViewColumn.One);
}

/** Closes every tab; what was typed is dropped. Files outside the folder, such as the settings, are the workbench's own business. */
export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty || !(document.isUntitled || vscode.workspace.getWorkspaceFolder(document.uri))) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

/** The text with a part of it replaced; fails where the part is not there, so that no test passes for nothing. */
export function withChange(text: string, part: string, other: string): string {
  if (!text.includes(part)) throw new Error(`“${part}” is not in the text.`);
  return text.replace(part, () => other);
}
