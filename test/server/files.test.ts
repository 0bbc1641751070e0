import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { FileReader } from '../../src/server/files/files';
import { noFiles } from '../../src/server/files/files';
import { nodeFiles } from '../../src/server/files/node';

const folder = mkdtempSync(path.join(tmpdir(), 'hacluster-'));
const folderUri = pathToFileURL(folder).href;
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function put(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return pathToFileURL(file).href;
}

const plain = put('a b.hacluster', '\uFEFFnode A { }\n');
const utf16 = put('utf16.hacluster', Buffer.from('\uFEFFnode A { }', 'utf16le'));
const huge = put('huge.hacluster', '');
truncateSync(path.join(folder, 'huge.hacluster'), 33 * 1024 ** 2);
put('parts/deep/disks.hacluster', '');
put('parts/notes.txt', '');
put('node_modules/x/a.hacluster', '');
put('.git/a.hacluster', '');
symlinkSync(folder, path.join(folder, 'parts', 'round'));

const files = nodeFiles(noFiles);

describe('files of this machine', () => {
  it('are read without their byte order mark', async () => {
    expect(await files.read(plain)).toEqual({ text: 'node A { }\n' });
  });

  it.each([
    ['none', `${folderUri}/none.hacluster`, /^there is no such file: check the path\.$/],
    ['a folder', folderUri, /^it is a directory/],
    ['UTF-16', utf16, /^it is UTF-16/],
    ['one beyond all bounds', huge, /^it is larger than 32 MB/],
    ['one that has no end', 'file:///dev/zero', /^it is no regular file\.$/],
    ['an address that is no path', 'file:///a%2Fb', /./],
  ])('say why not: %s', async (_, uri, reason) => {
    const found = await files.read(uri);
    expect('missing' in found && found.missing).toMatch(reason);
  });

  it.skipIf(process.platform === 'win32')('a pipe is not waited for', async () => {
    const pipe = path.join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(await files.read(pathToFileURL(pipe).href)).toEqual({ missing: 'it is no regular file.' });
  });

  it('are found in the folders of the workspace: not where nothing of the user is, and not by way of links', async () => {
    const found = await files.find([folderUri]);
    expect(found.map((uri) => uri.slice(folderUri.length))).toEqual([
      ...['/a%20b.hacluster', '/huge.hacluster', '/parts/deep/disks.hacluster', '/utf16.hacluster'],
    ]);
    expect(await files.find([`${folderUri}/nowhere`])).toEqual([]);
  });

  it('others are left to the editor', async () => {
    const editor: FileReader = {
      read: (uri) => Promise.resolve({ text: uri }),
      find: (folders) => Promise.resolve(folders.map((one) => `${one}/x.hacluster`)),
    };
    expect(await nodeFiles(editor).read('vfs://a/b')).toEqual({ text: 'vfs://a/b' });
    expect(await nodeFiles(editor).find(['vfs://a'])).toEqual(['vfs://a/x.hacluster']);
  });
});
