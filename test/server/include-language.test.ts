import { afterEach, describe, expect, it } from 'vitest';
import {
  CompletionRequest,
  DefinitionRequest,
  DocumentLinkRequest,
  HoverRequest,
  ReferencesRequest,
  RenameRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { methods } from '../../src/protocol/server';
import { startClient, vscodeCapabilities } from './client';
import type { TestClient } from './client';
import { diskOf } from './disk';
import { disks, head, openMarked, other, whole } from './several-files';

let client: TestClient;

afterEach(() => {
  client.stop();
});

describe('over all files of the design', () => {
  const files = {
    [whole]: `${head}include "parts/disks.hacluster"\ngroup G { owner = A  physical_disk LUN¦1 }\nscenario S {\n  at 0s fail disk LUN1\n}\n`,
    [disks]: 'storage SAN { }\ndisk "LUN1" { storage = SAN  size = 7GB }\n',
  };

  it('hover tells what another file says', async () => {
    client = await startClient();
    const found = await client.connection.sendRequest(HoverRequest.type, openMarked(client, files));
    expect(JSON.stringify(found?.contents)).toContain('7 GB in size');
  });

  it('completion offers what another file declares', async () => {
    client = await startClient();
    const place = openMarked(client, {
      ...files,
      [disks]: 'storage SAN { }\ndisk LUN1 { storage = SAN }\ngroup H { owner = ¦ }\n',
    });
    const found = await client.connection.sendRequest(CompletionRequest.type, place);
    const items = found && 'items' in found ? found.items : (found ?? []);
    expect(items.map(({ label }) => label)).toEqual(['A', 'B']);
  });

  it('definition leads into another file, also one that is not open', async () => {
    client = await startClient(vscodeCapabilities, { files: diskOf({ [disks]: files[disks] }) });
    const place = openMarked(client, { [whole]: files[whole] });
    const [found] = [await client.connection.sendRequest(DefinitionRequest.type, place)].flat();
    expect(found).toMatchObject({ uri: disks, range: { start: { line: 1, character: 5 } } });
    const scenario = { ...place, position: { line: 6, character: 20 } };
    const [disk] = [await client.connection.sendRequest(DefinitionRequest.type, scenario)].flat();
    expect(disk).toMatchObject({ uri: disks, range: { start: { line: 1, character: 5 } } });
  });

  it('references are found in every design of a part', async () => {
    client = await startClient();
    client.open(other, `${head}include "parts/disks.hacluster"\ngroup H { physical_disk LUN1 }\n`);
    openMarked(client, { [whole]: files[whole] });
    const place = openMarked(client, { [disks]: 'storage SAN { }\ndisk "LUN1¦" { storage = SAN }\n' });
    const context = { includeDeclaration: true };
    const found = await client.connection.sendRequest(ReferencesRequest.type, { ...place, context });
    expect(found?.map(({ uri, range }) => `${uri} ${range.start.line}`).toSorted()).toEqual([
      `${other} 4`,
      `${disks} 1`,
      `${whole} 4`,
      `${whole} 6`,
    ]);
  });

  it('rename changes every file, each in its version, with quotes where they are needed', async () => {
    client = await startClient(vscodeCapabilities, { files: diskOf({ [disks]: files[disks] }) });
    const place = openMarked(client, { [whole]: files[whole] });
    const end = { line: 7, character: 1 };
    client.change(whole, 2, [{ range: { start: end, end }, text: ' ' }]);
    const edit = await client.connection.sendRequest(RenameRequest.type, { ...place, newName: 'LUN 9' });
    expect(edit?.documentChanges).toEqual([
      {
        textDocument: { uri: disks, version: null },
        edits: [{ range: { start: { line: 1, character: 5 }, end: { line: 1, character: 11 } }, newText: '"LUN 9"' }],
      },
      {
        textDocument: { uri: whole, version: 2 },
        edits: [
          { range: { start: { line: 4, character: 35 }, end: { line: 4, character: 39 } }, newText: '"LUN 9"' },
          { range: { start: { line: 6, character: 18 }, end: { line: 6, character: 22 } }, newText: '"LUN 9"' },
        ],
      },
    ]);
  });

  it('rename is refused where any design of the part has the name already, and says in which file', async () => {
    client = await startClient();
    client.open(other, `${head}include "parts/disks.hacluster"\ndisk LUN9 { storage = SAN }\n`);
    openMarked(client, { [whole]: files[whole] });
    const place = openMarked(client, { [disks]: 'storage SAN { }\ndisk "LUN1¦" { storage = SAN }\n' });
    await expect(client.connection.sendRequest(RenameRequest.type, { ...place, newName: 'lun9' })).rejects.toThrow(
      'There is a disk named LUN9 already in line 5 of other.hacluster',
    );
  });

  it('symbols of the workspace come from parts that are not open as well', async () => {
    client = await startClient(vscodeCapabilities, { files: diskOf({ [disks]: files[disks] }) });
    openMarked(client, { [whole]: files[whole] });
    const found = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'SAN' });
    expect(found?.map(({ location }) => location.uri)).toEqual([disks]);
  });

  it('faults and pictures asked for from a part are those of the design', async () => {
    client = await startClient();
    openMarked(client, files);
    const faults = await client.request(methods.faults, { uri: disks });
    expect(faults.map(({ action }) => action)).toContain('fail node A');
    expect(await client.request(methods.locate, { uri: disks, id: 'node:A' })).toMatchObject({ uri: whole });
  });
});

describe('links of include lines', () => {
  it.each([
    ['parts\\a b.hacluster', 'file:///designs/parts/a%20b.hacluster'],
    ['../x.hacluster', 'file:///x.hacluster'],
    ['/srv/x.hacluster', 'file:///srv/x.hacluster'],
    ['C:\\d\\x.hacluster', 'file:///C:/d/x.hacluster'],
    ['\\\\server\\share\\x.hacluster', 'file://server/share/x.hacluster'],
  ])('%s', async (path, target) => {
    client = await startClient();
    client.open(whole, `include "${path}"\n`);
    const textDocument = { uri: whole };
    expect(await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument })).toMatchObject([{ target }]);
  });
});
