// Files of a folder over HTTP, on this machine only.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

const types = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** The pages that load these files are of another origin. */
const forEveryone = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

/**
 * @param {string} folder
 * @param {Readonly<Record<string, string>>} [pages] texts of pages that are no files, by path
 * @returns {Promise<{ address: string, stop: () => void }>} the address without a slash at its end
 */
export async function serveFolder(folder, pages = {}) {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const page = pages[pathname];
    const file = path.join(folder, path.normalize(decodeURIComponent(pathname)));
    const isFile = existsSync(file) && statSync(file).isFile();
    if (page === undefined && !isFile) return response.writeHead(404, forEveryone).end();
    const type = page === undefined ? types[path.extname(file)] : types['.html'];
    return response
      .writeHead(200, { ...forEveryone, 'content-type': type ?? 'application/octet-stream' })
      .end(page ?? readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}
