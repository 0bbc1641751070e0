import * as vscode from 'vscode';

/** Scheme of pages that the extension itself reads for the editor. */
export const rulePageScheme = 'hacluster-rule';

const folder = ['docs', 'rules'];

/** Where the pages of the rules lie in the extension. */
export function rulePagesFolder(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, ...folder);
}

/**
 * The address that links to the pages begin with. In a browser the extension may lie on a web server, and a link there would leave the
 * editor: these pages get addresses of their own.
 */
export function rulePagesOf(extensionUri: vscode.Uri): vscode.Uri {
  const isOnServer = ['http', 'https'].includes(extensionUri.scheme);
  return isOnServer ? vscode.Uri.from({ scheme: rulePageScheme, path: '/rules' }) : rulePagesFolder(extensionUri);
}
