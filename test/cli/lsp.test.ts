import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  CompletionRequest,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  HoverRequest,
  InitializeRequest,
  InitializedNotification,
  PublishDiagnosticsNotification,
  RenameRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  createProtocolConnection,
} from 'vscode-languageserver/node';
import type { InitializeResult, ProtocolConnection, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { bundles } from '../../scripts/lib/bundles.mjs';
import { put, temporaryFolder } from './run';

const folder = temporaryFolder();
const program = path.join(folder, 'cli.js');
const parts = path.join(folder, 'parts');
mkdirSync(parts);
put(parts, 'disks.hacluster', 'storage SAN { }\ndisk LUN1 { storage = SANX }\n');
const uri = pathToFileURL(path.join(folder, 'whole.hacluster')).href;
const partUri = pathToFileURL(path.join(parts, 'disks.hacluster')).href;
const text = `cluster "C" { version = "2012" }
node A { memory = 8GB }
node B { memory = 8GB }
include "parts\\disks.hacluster"
group G { owner = A  physical_disk LUN1 }
`;

beforeAll(async () => {
  const own = bundles.filter(({ outfile }) => /^dist\/(?:cli|server|layout-worker|late-worker|elk)\.js$/.test(outfile));
  const options = { absWorkingDir: path.resolve(import.meta.dirname, '../..'), bundle: true };
  await Promise.all(
    own.map((bundle) => build({ ...options, ...bundle, outfile: path.join(folder, path.basename(bundle.outfile)) })),
  );
});

interface Editor {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly pushed: PublishDiagnosticsParams[];
  /** Exit status of the program. */
  readonly ended: Promise<number | null>;
}

let child: ChildProcessWithoutNullStreams | undefined;

afterEach(() => {
  child?.kill();
});

async function startEditor(...args: readonly string[]): Promise<Editor> {
  const started = spawn(process.execPath, [program, 'lsp', ...args]);
  child = started;
  const ended = once(started, 'exit').then(() => started.exitCode);
  const connection = createProtocolConnection(
    new StreamMessageReader(started.stdout),
    new StreamMessageWriter(started.stdin),
  );
  const pushed: PublishDiagnosticsParams[] = [];
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => void pushed.push(params));
  connection.listen();
  const initialized = await connection.sendRequest(InitializeRequest.method, {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'designs' }],
    capabilities: { workspace: { workspaceEdit: { documentChanges: true } } },
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return { connection, initialized: initialized as InitializeResult, pushed, ended };
}

describe('hacluster lsp', () => {
  it('serves an editor over standard input and output, from hello to good-bye', async () => {
    const { connection, initialized, pushed, ended } = await startEditor();
    expect(initialized.capabilities).toMatchObject({ hoverProvider: true, renameProvider: { prepareProvider: true } });
    const opened = { uri, languageId: 'hacluster', version: 1, text };
    await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: opened });
    const codes = (of: string): unknown =>
      pushed
        .findLast((one) => one.uri === of)
        ?.diagnostics.filter(({ severity }) => severity === 1)
        .map(({ code, range }) => `${range.start.line} ${String(code)}`);
    await expect.poll(() => codes(uri), { timeout: 30_000 }).toEqual([]);
    await expect.poll(() => codes(partUri)).toEqual(['1 language/unresolved-reference']);

    const textDocument = { uri };
    const owner = { textDocument, position: { line: 4, character: 18 } };
    const offered = await connection.sendRequest(CompletionRequest.type, owner);
    const items = offered && 'items' in offered ? offered.items : (offered ?? []);
    expect(items.map(({ label }) => label)).toEqual(['A', 'B']);
    const hover = await connection.sendRequest(HoverRequest.type, owner);
    expect(JSON.stringify(hover?.contents)).toContain('**A**: node');
    const disk = { textDocument, position: { line: 4, character: 36 } };
    const edit = await connection.sendRequest(RenameRequest.type, { ...disk, newName: 'LUN7' });
    expect(edit?.documentChanges).toMatchObject([
      { textDocument: { uri: partUri, version: null }, edits: [{ newText: 'LUN7' }] },
      { textDocument: { uri, version: 1 }, edits: [{ newText: 'LUN7' }] },
    ]);

    const contentChanges = [
      { range: { start: { line: 4, character: 18 }, end: { line: 4, character: 19 } }, text: 'Z' },
    ];
    await connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: 2 },
      contentChanges,
    });
    await expect.poll(() => codes(uri)).toEqual(['4 language/unresolved-reference']);
    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    expect(await ended).toBe(0);
  });

  it('takes the option that editors pass', async () => {
    const { initialized } = await startEditor('--stdio');
    expect(initialized.capabilities.hoverProvider).toBe(true);
  });

  it.each([
    [
      'leaves without having said so',
      async ({ connection }: Editor) => connection.sendNotification(ExitNotification.type),
    ],
    ['is gone', () => child?.stdin.end()],
  ])('ends with status 1 when the editor %s', async (_, leave) => {
    const editor = await startEditor();
    await leave(editor);
    expect(await editor.ended).toBe(1);
  });
});
