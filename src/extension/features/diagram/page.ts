import * as vscode from 'vscode';
import type { PanelState } from '../../../protocol/panel';

const nonceBytes = 24;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);
}

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(nonceBytes));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Folder that holds all a panel may load. */
export function panelFolder(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
}

/** The control library puts an empty style element into the page and fills it rule by rule; this is the hash of the empty text. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** The page of a panel: it runs one script by nonce, loads nothing but its own folder, and knows its design and view at the start. */
export function panelPage(webview: vscode.Webview, extensionUri: vscode.Uri, state: PanelState): string {
  const folder = panelFolder(extensionUri);
  const script = webview.asWebviewUri(vscode.Uri.joinPath(folder, 'panel.js')).toString();
  const style = webview.asWebviewUri(vscode.Uri.joinPath(folder, 'panel.css')).toString();
  const nonce = newNonce();
  const own = webview.cspSource;
  const policy = `default-src 'none'; img-src ${own}; style-src ${own} ${emptyStyle}; font-src ${own}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta property="csp-nonce" content="${nonce}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escaped(style)}">
<title>HA Cluster</title>
</head>
<body data-uri="${escaped(state.uri)}" data-view="${escaped(state.view)}">
<div id="root"></div>
<script nonce="${nonce}" src="${escaped(script)}"></script>
</body>
</html>`;
}
