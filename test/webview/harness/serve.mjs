// Serves the panel in a plain page under the panel's own content security policy, with a stand-in for the editor's interface:
// messages the panel sends are kept in `window.sent`, and `window.deliver(message)` is a message from the extension.
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { themes } from './themes.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const nonce = 'harness';

const fakeApi = `
  window.sent = [];
  let kept = JSON.parse(sessionStorage.getItem('kept') ?? 'null') ?? undefined;
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => window.sent.push(message),
    getState: () => kept,
    setState: (state) => { kept = state; sessionStorage.setItem('kept', JSON.stringify(state)); },
  });
  window.deliver = (message) => window.postMessage(message, '*');
  window.violations = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    window.violations.push(violatedDirective + ' ' + blockedURI + ' ' + sample));
`;

/** Style sheet of a theme: what the editor writes on the page's root element. */
function themeSheet({ variables }) {
  const lines = Object.entries(variables).map(([name, value]) => `${name}: ${value};`);
  return `html { ${lines.join(' ')} } body { background: var(--vscode-editor-background); }`;
}

function page(theme, view, origin) {
  const policy = `default-src 'none'; img-src ${origin}; style-src ${origin} 'nonce-${nonce}'; font-src ${origin}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta property="csp-nonce" content="${nonce}">
<link rel="stylesheet" href="/theme/${theme}.css">
<link rel="stylesheet" href="/panel.css">
<title>Panel</title>
</head>
<body class="${themes[theme].bodyClass}" data-uri="file:///figure1.hacluster" data-view="${view}">
<div id="root"></div>
<script nonce="${nonce}" src="/fake-api.js"></script>
<script nonce="${nonce}" src="/panel.js"></script>
</body>
</html>`;
}

/** Builds the panel and serves it on a free port. The page is `/?theme=dark&view=storage`. */
export async function serve() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['webview/main.ts'],
    outfile: 'panel.js',
    bundle: true,
    write: false,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    logLevel: 'warning',
  });
  const built = (extension) => outputFiles.find((file) => file.path.endsWith(extension))?.text ?? '';
  const files = new Map([
    ['/panel.js', ['text/javascript', built('.js')]],
    ['/panel.css', ['text/css', built('.css')]],
    ['/favicon.ico', ['image/x-icon', '']],
    ['/fake-api.js', ['text/javascript', fakeApi]],
    ...Object.entries(themes).map(([name, theme]) => [`/theme/${name}.css`, ['text/css', themeSheet(theme)]]),
  ]);
  const server = createServer((request, response) => {
    const origin = `http://${request.headers.host}`;
    const { pathname, searchParams } = new URL(request.url ?? '/', origin);
    const theme = searchParams.get('theme') ?? 'light';
    const found =
      files.get(pathname) ??
      (pathname === '/' && theme in themes
        ? ['text/html', page(theme, searchParams.get('view') ?? 'storage', origin)]
        : undefined);
    response.writeHead(found ? 200 : 404, { 'content-type': `${found?.[0] ?? 'text/plain'}; charset=utf-8` });
    response.end(found?.[1] ?? 'Not here.');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
