import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, Diagnostic, DocumentSymbol } from 'vscode-languageserver/node';
import { marked, positionIn } from '../support/markers';
import { startClient, vscodeCapabilities } from './client';
import type { TestClient } from './client';
import { figure1 } from './figure1';

const uri = 'file:///designs/a.hacluster';
let client: TestClient;

afterEach(() => {
  client.stop();
});

function rangeOf(source: string, index = 0): { text: string; range: Diagnostic['range'] } {
  const { text, ranges } = marked(source);
  const range = ranges[index] ?? { start: 0, end: 0 };
  return { text, range: { start: positionIn(text, range.start), end: positionIn(text, range.end) } };
}

const misspelt = `cluster "C" { version = "2008" }
node "HostA" { ‹memmory› = 8GB }
`;

describe('diagnostics', () => {
  it('are pulled with code, severity and range', async () => {
    client = await startClient();
    const { text, range } = rangeOf(misspelt);
    client.open(uri, text);
    const found = (await client.findings(uri)).find(({ code }) => code === 'language/unknown-attribute');
    expect(found).toMatchObject({ range, severity: 1, source: 'HA Cluster' });
    expect(client.pushed).toEqual([]);
  });

  it('answer "unchanged" for a version that was asked for before, and follow the next edit', async () => {
    client = await startClient();
    client.open(uri, rangeOf(misspelt).text);
    const first = await client.diagnostics(uri);
    expect(first.kind).toBe('full');
    expect((await client.diagnostics(uri, first.resultId)).kind).toBe('unchanged');
    const { range } = rangeOf(misspelt);
    client.change(uri, 2, [{ range, text: 'memory' }]);
    const next = await client.diagnostics(uri, first.resultId);
    expect(next).toMatchObject({ kind: 'full', resultId: '2' });
    expect(next.kind === 'full' && next.items.map(({ code }) => code)).not.toContain('language/unknown-attribute');
  });

  it('are pushed to a client that cannot ask for them, and taken back when the file is closed', async () => {
    client = await startClient({});
    client.open(uri, rangeOf(misspelt).text);
    await expect
      .poll(() => client.pushed.at(-1)?.diagnostics.map(({ code }) => code))
      .toContain('language/unknown-attribute');
    expect(client.pushed.at(-1)).toMatchObject({ uri, version: 1 });
    client.close(uri);
    await expect.poll(() => client.pushed.at(-1)).toEqual({ uri, diagnostics: [] });
  });

  it('are none for a correct design and for a document that is not open', async () => {
    client = await startClient();
    client.open(uri, figure1);
    expect((await client.findings(uri)).filter(({ severity }) => severity === 1)).toEqual([]);
    expect(await client.findings('file:///designs/other.hacluster')).toEqual([]);
  });

  it('come for the whole text where the client sends it as a whole, and for several changes at once', async () => {
    client = await startClient();
    client.open(uri, '');
    const { text, range } = rangeOf(misspelt);
    client.change(uri, 2, [{ text }]);
    expect((await client.findings(uri)).map(({ code }) => code)).toContain('language/unknown-attribute');
    const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    client.change(uri, 3, [
      { range, text: 'memory' },
      { range: top, text: '# above\n' },
    ]);
    expect((await client.findings(uri)).map(({ code }) => code)).not.toContain('language/unknown-attribute');
  });
});

describe('quick fixes', () => {
  it('change this version of the document', async () => {
    client = await startClient();
    const { text, range } = rangeOf(misspelt);
    client.open(uri, text);
    const findings = await client.findings(uri);
    const actions = (await client.codeActions(uri, range)) as readonly CodeAction[];
    const fix = actions.find(({ isPreferred }) => isPreferred);
    expect(findings.map(({ message }) => message)).toContain(fix?.diagnostics?.[0]?.message);
    expect(fix).toMatchObject({
      kind: 'quickfix',
      edit: { documentChanges: [{ textDocument: { uri, version: 1 }, edits: [{ newText: 'memory', range }] }] },
    });
  });

  it('come without a version for a client that knows none, and not at all where something else is wanted', async () => {
    client = await startClient({ textDocument: vscodeCapabilities.textDocument ?? {} });
    const { text, range } = rangeOf(misspelt);
    client.open(uri, text);
    const [fix] = (await client.codeActions(uri, range)) as readonly CodeAction[];
    expect(fix?.edit?.changes?.[uri]?.[0]?.newText).toBe('memory');
    expect(await client.codeActions(uri, range, ['refactor'])).toEqual([]);
    expect(await client.codeActions(uri, { start: range.start, end: range.end }, ['quickfix'])).toHaveLength(1);
  });
});

describe('the outline', () => {
  it('has the blocks and the blocks in them', async () => {
    client = await startClient();
    client.open(uri, figure1);
    const symbols = (await client.symbols(uri)) as readonly DocumentSymbol[];
    const group = symbols.find(({ name, detail }) => name === 'VM2' && detail === 'group');
    expect(group?.children?.map(({ name }) => name)).toEqual(['LUN2', 'VM2 Configuration', 'VM2']);
    expect(symbols.map(({ detail }) => detail)).toContain('scenario');
  });
});

describe('formatting', () => {
  const ragged = 'node "A" {\nmemory=8GB\n}\nnode "B" {\nmemory=8GB\n}\n';

  it('edits white space only, in the whole text or in the lines of a range', async () => {
    client = await startClient();
    client.open(uri, ragged);
    const all = await client.formatting(uri);
    expect(all.every(({ newText }) => newText.trim() === '')).toBe(true);
    expect(new Set(all.map(({ range }) => range.start.line))).toEqual(new Set([0, 1, 3, 4]));
    const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 3 } };
    const some = await client.formatting(uri, range);
    expect(some.length).toBeGreaterThan(0);
    expect(some.every(({ range: { end } }) => end.line === 4)).toBe(true);
  });
});
