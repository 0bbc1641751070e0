import { afterEach, describe, expect, it } from 'vitest';
import { DiagnosticRefreshRequest, DidChangeWatchedFilesNotification, RequestType } from 'vscode-languageserver/node';
import type { ClientCapabilities, Diagnostic } from 'vscode-languageserver/node';
import { methods } from '../../src/protocol/server';
import type { FindFilesResult, ReadFileParams, ReadFileResult } from '../../src/protocol/server';
import { startClient, vscodeCapabilities } from './client';
import type { TestClient } from './client';
import { diskOf } from './disk';
import { disks, folder, head, other, storage, whole } from './several-files';

const group = 'group G {\n  owner = A\n  physical_disk LUN1\n}\n';
const design = `${head}include "parts\\storage.hacluster"\n${group}`;
const texts = {
  storage: 'storage SAN { }\ninclude "disks.hacluster"\n',
  disks: 'disk LUN1 { storage = SAN }\n',
};
const faultyDisks = 'disk LUN1 { storage = SANX }\n';

let client: TestClient;

afterEach(() => {
  client.stop();
});

function errors(found: readonly Diagnostic[]): readonly string[] {
  return found.filter(({ severity }) => severity === 1).map(({ code, range }) => `${range.start.line} ${String(code)}`);
}

/** What is said of a file, a line each. */
async function messagesIn(uri: string): Promise<string> {
  return (await client.findings(uri))
    .map(({ message }) => (typeof message === 'string' ? message : message.value))
    .join('\n');
}

async function errorsIn(uri: string): Promise<readonly string[]> {
  return errors(await client.findings(uri));
}

/** Errors that were pushed last for a file; undefined where nothing was. */
function pushedFor(uri: string): readonly string[] | undefined {
  const last = client.pushed.findLast((one) => one.uri === uri);
  return last && errors(last.diagnostics);
}

function changeOnDisk(...uris: readonly string[]): void {
  const changes = uris.map((uri) => ({ uri, type: 2 as const }));
  void client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
}

describe('a design in several files', () => {
  it('is one: its parts are read from the disk, those of parts too', async () => {
    client = await startClient(vscodeCapabilities, {
      files: diskOf({ [storage]: texts.storage, [disks]: texts.disks }),
    });
    client.open(whole, design);
    expect(await errorsIn(whole)).toEqual([]);
  });

  it('counts what the editor has of a part, not the disk', async () => {
    const files = diskOf({ [storage]: texts.storage, [disks]: texts.disks });
    client = await startClient(vscodeCapabilities, { files });
    client.open(whole, design);
    client.open(disks, 'disk LUN7 { storage = SAN }\n');
    expect(await errorsIn(whole)).toEqual(['6 language/unresolved-reference']);
    client.change(disks, 2, [{ text: texts.disks }]);
    expect(await errorsIn(whole)).toEqual([]);
    client.change(disks, 3, [{ text: 'disk LUN8 { }\n' }]);
    client.close(disks);
    expect(await errorsIn(whole)).toEqual([]);
  });

  it('names a file that is not there, and one that is included twice, where it is included', async () => {
    const files = diskOf({ [storage]: `${texts.storage}include "../whole.hacluster"\n`, [disks]: texts.disks });
    client = await startClient(vscodeCapabilities, { files });
    client.open(whole, `${design}include "nowhere.hacluster"\ninclude "parts/disks.hacluster"\n`);
    const found = await client.findings(whole);
    expect(errors(found)).toEqual(['8 language/unresolved-reference']);
    expect(found.find(({ range }) => range.start.line === 8)?.message).toBe(
      '"nowhere.hacluster" cannot be included: there is no such file: check the path.',
    );
    client.open(storage, files.files.get(storage) ?? '');
    expect(await errorsIn(storage)).toEqual(['1 language/duplicate-name', '2 language/duplicate-name']);
  });

  it('is read by itself where the file is not saved yet', async () => {
    client = await startClient();
    client.open('untitled:Untitled-1', 'cluster C { }\ninclude "a.hacluster"\n');
    expect(await messagesIn('untitled:Untitled-1')).toContain('this file has no folder yet: save it first.');
  });

  it('knows one file by all spellings of its address', async () => {
    client = await startClient();
    client.open('file:///c%3A/d/a.hacluster', `${head}include "C:\\D\\B.hacluster"\n${group}`);
    client.open('file:///C:/d/b.hacluster', 'disk LUN1 { }\n');
    expect(await errorsIn('file:///c%3A/d/a.hacluster')).toEqual([]);
  });
});

describe('findings land in the file they belong to', () => {
  const files = (): ReturnType<typeof diskOf> => diskOf({ [storage]: texts.storage, [disks]: faultyDisks });

  it('pushed for a part that is not open, to a client that cannot take them with those of the design', async () => {
    client = await startClient(vscodeCapabilities, { files: files() });
    client.open(whole, design);
    expect(await errorsIn(whole)).toEqual([]);
    await expect.poll(() => pushedFor(disks)).toEqual(['0 language/unresolved-reference']);
    expect(client.pushed.map(({ uri }) => uri)).not.toContain(whole);
  });

  it.each([
    ['the design includes it no more', () => client.change(whole, 2, [{ text: head }])],
    ['the editor closes the design', () => client.close(whole)],
    ['the editor opens it and asks for itself', () => client.open(disks, faultyDisks)],
  ])('cleared when %s', async (_, act) => {
    client = await startClient(vscodeCapabilities, { files: files() });
    client.open(whole, design);
    await expect.poll(() => pushedFor(disks)).toEqual(['0 language/unresolved-reference']);
    act();
    await expect.poll(() => pushedFor(disks)).toEqual([]);
  });

  it('given as related documents to a client that takes them, and cleared there', async () => {
    const diagnostic = { ...vscodeCapabilities.textDocument?.diagnostic, relatedDocumentSupport: true };
    client = await startClient({ textDocument: { diagnostic } }, { files: files() });
    client.open(whole, design);
    const report = await client.diagnostics(whole);
    const related = report.relatedDocuments?.[disks];
    expect(related?.kind === 'full' && errors(related.items)).toEqual(['0 language/unresolved-reference']);
    client.change(whole, 2, [{ text: head }]);
    expect((await client.diagnostics(whole)).relatedDocuments).toEqual({
      [disks]: { kind: 'full', items: [] },
      [storage]: { kind: 'full', items: [] },
    });
    expect(client.pushed).toEqual([]);
  });

  it('pushed for every file to a client that never asks', async () => {
    client = await startClient({}, { files: files() });
    client.open(whole, design);
    await expect.poll(() => pushedFor(disks)).toEqual(['0 language/unresolved-reference']);
    expect(pushedFor(whole)).toEqual([]);
    client.open(disks, texts.disks);
    await expect.poll(() => pushedFor(disks)).toEqual([]);
    client.change(disks, 2, [{ text: '' }]);
    await expect.poll(() => pushedFor(whole)).toEqual(['6 language/unresolved-reference']);
  });

  it('not sent again while nothing has changed', async () => {
    client = await startClient({}, { files: files() });
    client.open(whole, design);
    client.open(other, head);
    await expect.poll(() => pushedFor(other)).toEqual([]);
    const before = client.pushed.filter(({ uri }) => uri === whole).length;
    client.change(other, 2, [{ text: `${head}node A { memory = 8GB }\n` }]);
    await expect.poll(() => pushedFor(other)).toEqual(['3 language/duplicate-name']);
    expect(client.pushed.filter(({ uri }) => uri === whole)).toHaveLength(before);
  });
});

describe('the disk is followed', () => {
  it('a part that changes, goes and comes back', async () => {
    const files = diskOf({ [storage]: texts.storage, [disks]: texts.disks });
    client = await startClient(vscodeCapabilities, { files });
    client.open(whole, design);
    expect(await errorsIn(whole)).toEqual([]);
    files.files.set(disks, 'disk OTHER { storage = SAN }\n');
    changeOnDisk(disks);
    expect(await errorsIn(whole)).toEqual(['6 language/unresolved-reference']);
    files.files.delete(storage);
    changeOnDisk(storage);
    expect(await errorsIn(whole)).toContain('3 language/unresolved-reference');
    files.files.set(storage, 'storage SAN { }\ndisk LUN1 { storage = SAN }\n');
    changeOnDisk(storage);
    expect(await errorsIn(whole)).toEqual([]);
  });

  it('the client is asked to ask again for the files that it shows', async () => {
    const files = diskOf({ [storage]: texts.storage, [disks]: texts.disks });
    let refreshed = 0;
    const capabilities: ClientCapabilities = {
      ...vscodeCapabilities,
      workspace: { ...vscodeCapabilities.workspace, diagnostics: { refreshSupport: true } },
    };
    client = await startClient(capabilities, {
      files,
      prepare: (connection) => {
        connection.onRequest(DiagnosticRefreshRequest.type, () => {
          refreshed += 1;
        });
      },
    });
    client.open(whole, design);
    expect(await errorsIn(whole)).toEqual([]);
    files.files.delete(disks);
    changeOnDisk(disks);
    await expect.poll(() => refreshed).toBeGreaterThan(0);
    expect(await errorsIn(whole)).not.toEqual([]);
  });

  it('nothing is read for a design without parts', async () => {
    const files = diskOf({ [storage]: texts.storage });
    client = await startClient(vscodeCapabilities, { files, folder });
    client.open(whole, head);
    expect(await errorsIn(whole)).toEqual([]);
    expect(files.asked).toEqual([]);
  });
});

describe('a part', () => {
  const part = 'disk LUN1 { storage = SAN }\ngroup H { owner = Z }\n';

  it('alone: only what needs no reference is checked', async () => {
    client = await startClient();
    client.open(disks, `${part}disk LUN1 { storage = SAN }\nnode A { memry = 1GB }\n`);
    expect(await errorsIn(disks)).toEqual(['3 language/unknown-attribute', '2 language/duplicate-name']);
  });

  it('is checked inside an open design that takes it in', async () => {
    client = await startClient(vscodeCapabilities, { files: diskOf({ [storage]: texts.storage }) });
    client.open(disks, part);
    expect(await errorsIn(disks)).toEqual([]);
    client.open(whole, design);
    expect(await errorsIn(disks)).toEqual(['1 language/unresolved-reference']);
    client.close(whole);
    expect(await errorsIn(disks)).toEqual([]);
  });

  it('is checked inside a design of the workspace that nobody has open', async () => {
    const files = diskOf({ [whole]: design, [storage]: texts.storage, [other]: head });
    client = await startClient(vscodeCapabilities, { files, folder });
    client.open(disks, part);
    expect(await errorsIn(disks)).toEqual(['1 language/unresolved-reference']);
    files.files.set(whole, `${design}node Z { }\n`);
    changeOnDisk(whole);
    expect(await errorsIn(disks)).toEqual([]);
    files.files.delete(whole);
    changeOnDisk(whole);
    expect(await errorsIn(disks)).toEqual([]);
  });

  it('has the findings of all its designs, each once', async () => {
    client = await startClient(vscodeCapabilities, { files: diskOf({ [storage]: texts.storage }) });
    client.open(whole, `${head}include "parts/disks.hacluster"\nstorage SAN { }\n`);
    client.open(other, 'cluster "D" { }\nnode Z { }\ninclude "parts/disks.hacluster"\n');
    client.open(disks, part);
    expect((await errorsIn(disks)).toSorted()).toEqual([
      '0 language/unresolved-reference',
      '1 language/unresolved-reference',
    ]);
    client.change(other, 2, [{ text: 'cluster "D" { }\ninclude "parts/disks.hacluster"\n' }]);
    expect((await errorsIn(disks)).toSorted()).toEqual([
      '0 language/unresolved-reference',
      '1 language/unresolved-reference',
    ]);
    client.change(other, 3, [{ text: 'cluster "D" { }\n' }]);
    client.change(disks, 2, [{ text: 'disk LUN1 { storage = SAN }\n' }]);
    expect(await errorsIn(disks)).toEqual([]);
  });
});

describe('files that only the editor can read', () => {
  it('are asked of it', async () => {
    const kept = new Map([
      ['vfs://x/parts/storage.hacluster', texts.storage],
      ['vfs://x/parts/disks.hacluster', texts.disks],
      ['vfs://x/whole.hacluster', design],
    ]);
    client = await startClient(vscodeCapabilities, {
      folder: 'vfs://x',
      initializationOptions: { knowsMethods: true },
      prepare: (connection) => {
        connection.onRequest(new RequestType<ReadFileParams, ReadFileResult, void>(methods.readFile), ({ uri }) => {
          const text = kept.get(uri);
          return text === undefined ? { missing: 'gone.' } : { text };
        });
        connection.onRequest(methods.findFiles, (): FindFilesResult => [...kept.keys()]);
      },
    });
    client.open('vfs://x/parts/disks.hacluster', 'disk LUN1 { storage = NONE }\n');
    expect(await errorsIn('vfs://x/parts/disks.hacluster')).toEqual(['0 language/unresolved-reference']);
  });

  it('are missing where it does not offer them', async () => {
    client = await startClient();
    client.open(whole, design);
    expect(await messagesIn(whole)).toContain('this editor gives no access to files of this kind.');
  });
});
