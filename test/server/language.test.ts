import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  CompletionRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { positionIn } from '../support/markers';
import { startClient, vscodeCapabilities } from './client';
import type { TestClient } from './client';
import { diskOf } from './disk';
import { figure1 } from './figure1';

const uri = 'file:///designs/a.hacluster';
const textDocument = { uri };
let client: TestClient;

beforeEach(async () => {
  client = await startClient(
    {
      ...vscodeCapabilities,
      textDocument: {
        ...vscodeCapabilities.textDocument,
        completion: { completionItem: { snippetSupport: true } },
        definition: { linkSupport: true },
      },
    },
    { files: diskOf({}), initializationOptions: { knowsMethods: true } },
  );
  client.open(uri, `include "more.hacluster"\n${figure1}`);
});

afterEach(() => {
  client.stop();
});

/** A request at the end of the first place where the design says `part`. */
function at(part: string): { textDocument: { uri: string }; position: { line: number; character: number } } {
  const text = `include "more.hacluster"\n${figure1}`;
  return { textDocument, position: positionIn(text, text.indexOf(part) + part.length) };
}

const everything = { start: { line: 0, character: 0 }, end: { line: 200, character: 0 } };

describe('over the connection', () => {
  it('completion', async () => {
    const found = await client.connection.sendRequest(CompletionRequest.type, at('owner            = '));
    const items = found && 'items' in found ? found.items : (found ?? []);
    expect(items.map(({ label, detail }) => `${label}: ${detail ?? ''}`)).toEqual([
      'HostA: 26 GB free',
      'HostB: 26 GB free',
    ]);
  });

  it('completion follows the text as it is typed', async () => {
    client.change(uri, 2, [{ text: 'node A { memory = 1GB }\ngroup G { owner = ' }]);
    const position = { line: 1, character: 18 };
    const found = await client.connection.sendRequest(CompletionRequest.type, { textDocument, position });
    expect(found).toMatchObject({ items: [{ label: 'A' }] });
  });

  it('hover', async () => {
    expect(await client.connection.sendRequest(HoverRequest.type, at('storage = SAN1'))).toMatchObject({
      contents: { kind: 'markdown', value: expect.stringContaining('**SAN1**: storage') as unknown },
    });
  });

  it('definition', async () => {
    const found = await client.connection.sendRequest(DefinitionRequest.type, at('depends_on = LUN1'));
    expect(found).toMatchObject([{ targetUri: uri, targetSelectionRange: { start: at('  physical_disk ').position } }]);
  });

  it('references and highlights', async () => {
    const context = { includeDeclaration: true };
    const found = await client.connection.sendRequest(ReferencesRequest.type, { ...at('networks = [LAN'), context });
    expect(found).toHaveLength(3);
    expect(await client.connection.sendRequest(DocumentHighlightRequest.type, at('networks = [LAN'))).toHaveLength(3);
  });

  it('rename, and why not', async () => {
    const place = at('networks = [LAN');
    expect(await client.connection.sendRequest(PrepareRenameRequest.type, place)).toMatchObject({ placeholder: 'LAN' });
    const edit = await client.connection.sendRequest(RenameRequest.type, { ...place, newName: 'Front' });
    expect(edit?.documentChanges).toMatchObject([
      {
        textDocument: { uri, version: 1 },
        edits: [{ newText: '"Front"' }, { newText: 'Front' }, { newText: 'Front' }],
      },
    ]);
    await expect(client.connection.sendRequest(RenameRequest.type, { ...place, newName: 'heartbeat' })).rejects.toThrow(
      'There is a network named Heartbeat already',
    );
    expect(client.logged).toEqual([]);
  });

  it('symbols of the workspace', async () => {
    const found = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'HostB' });
    expect(found?.map(({ name }) => name)).toEqual(['HostB']);
  });

  it('folding and selection', async () => {
    const ranges = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
    expect(ranges?.[0]).toEqual({ startLine: 1, endLine: 8 });
    const { position } = at('networks = [LAN');
    const found = await client.connection.sendRequest(SelectionRangeRequest.type, {
      textDocument,
      positions: [position],
    });
    expect(found?.[0]?.range.end).toEqual(position);
  });

  it('semantic tokens', async () => {
    const all = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 9 } };
    const some = await client.connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument, range });
    expect(some?.data).toHaveLength(10);
    expect(all?.data.length).toBeGreaterThan(500);
  });

  it('semantic tokens after an edit: what changed', async () => {
    const before = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    const start = at('networks = [LAN').position;
    client.change(uri, 2, [{ range: { start, end: start }, text: ', Heartbeat' }]);
    const previousResultId = before?.resultId ?? '';
    const delta = await client.connection.sendRequest(SemanticTokensDeltaRequest.type, {
      textDocument,
      previousResultId,
    });
    expect(delta).toMatchObject({ resultId: '2' });
    const edits = delta && 'edits' in delta ? delta.edits : [];
    expect(edits).toHaveLength(1);
    const data = [...(before?.data ?? [])];
    for (const { start: from, deleteCount, data: put } of edits) data.splice(from, deleteCount, ...(put ?? []));
    expect(data).toEqual((await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument }))?.data);
    const stale = { textDocument, previousResultId: 'long ago' };
    expect(await client.connection.sendRequest(SemanticTokensDeltaRequest.type, stale)).toMatchObject({ data });
  });

  it('call hierarchy', async () => {
    const [item] =
      (await client.connection.sendRequest(CallHierarchyPrepareRequest.type, at('physical_disk LUN1'))) ?? [];
    expect(item?.name).toBe('LUN1');
    if (!item) return;
    const incoming = await client.connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item });
    expect(incoming?.map(({ from }) => from.name)).toEqual(['VM1 Configuration', 'VM1']);
    expect(await client.connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item })).toEqual([]);
  });

  it('links, lenses and hints', async () => {
    const links = await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument });
    expect(links?.map(({ target }) => target)).toEqual(['file:///designs/more.hacluster']);
    const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument });
    expect(lenses?.map(({ command }) => command)).toEqual(Array.from({ length: 6 }));
    const seen = await Promise.all(
      (lenses ?? []).map((lens) => client.connection.sendRequest(CodeLensResolveRequest.type, lens)),
    );
    expect(seen.map(({ command }) => command?.title)).toEqual([
      ...['Simulate failover', 'Show dependencies', 'Simulate failover', 'Show dependencies'],
      ...['Run', 'Step through'],
    ]);
    expect(seen[0]?.command).toMatchObject({ command: 'hacluster.simulateFailover', arguments: [uri] });
    const hints = await client.connection.sendRequest(InlayHintRequest.type, { textDocument, range: everything });
    expect(hints?.map(({ label }) => label)).toEqual([
      ...['1 of 3 votes', 'if it fails: 22 GB free'],
      ...['1 of 3 votes', 'if it fails: 22 GB free'],
    ]);
  });

  it('no lenses for a client that has no commands to start', async () => {
    client.stop();
    client = await startClient();
    client.open(uri, figure1);
    expect(await client.connection.sendRequest(CodeLensRequest.type, { textDocument })).toEqual([]);
  });

  it('nothing for a document that is not open', async () => {
    const other = { textDocument: { uri: 'file:///designs/other.hacluster' }, position: { line: 0, character: 0 } };
    expect(await client.connection.sendRequest(CompletionRequest.type, other)).toBeNull();
    expect(await client.connection.sendRequest(HoverRequest.type, other)).toBeNull();
    expect(await client.connection.sendRequest(RenameRequest.type, { ...other, newName: 'A' })).toBeNull();
    expect(client.logged).toEqual([]);
  });
});
