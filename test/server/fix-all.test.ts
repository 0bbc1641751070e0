import { afterEach, describe, expect, it } from 'vitest';
import { CodeActionResolveRequest } from 'vscode-languageserver/node';
import type { ClientCapabilities, CodeAction, Range, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fixAll } from '../../src/checks/fix';
import { createDocument } from '../../src/language/document';
import { positionIn } from '../support/markers';
import { startClient, vscodeCapabilities } from './client';
import type { TestClient } from './client';
import { diskOf } from './disk';
import { figure1 } from './figure1';

const uri = 'file:///designs/a.hacluster';
const part = 'file:///designs/part.hacluster';
const kind = 'source.fixAll.hacluster';
const everything: Range = { start: { line: 0, character: 0 }, end: { line: 500, character: 0 } };

/** A client that asks for the edit of an action when it is chosen. */
const waiting: ClientCapabilities = {
  ...vscodeCapabilities,
  textDocument: {
    ...vscodeCapabilities.textDocument,
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
};

/** Two misspelt words, and two dependencies that are missing. */
const broken = figure1
  .replace('memory_reserve = 2GB', 'memory_reserv = 2GB')
  .replace('depends_on    = "VM1 Configuration" and LUN1', 'depends_on    = "VM1 Configuration"')
  .replace('depends_on    = "VM2 Configuration" and LUN2', 'depends_on    = "VM2 Configuration"   # no disk');
const missing = 'vm/storage-dependency-missing';

let client: TestClient;

afterEach(() => {
  client.stop();
});

function lineRange(text: string, words: string): Range {
  const at = positionIn(text, text.indexOf(words));
  return { start: at, end: at };
}

async function offered(range: Range, only?: string[], of = uri): Promise<readonly CodeAction[]> {
  return (await client.codeActions(of, range, only)) as readonly CodeAction[];
}

async function resolved(action: CodeAction | undefined): Promise<CodeAction> {
  if (!action) throw new Error('no action');
  return client.connection.sendRequest(CodeActionResolveRequest.type, action);
}

/** The text of a file after the edit of an action; it must be for this version. */
function after(action: CodeAction, file: string, version: number | null, text: string): string {
  const change = action.edit?.documentChanges?.find((one) => 'edits' in one && one.textDocument.uri === file);
  if (!change || !('edits' in change)) throw new Error(`no edit of ${file}`);
  expect(change.textDocument.version).toBe(version);
  return TextDocument.applyEdits(TextDocument.create(file, 'hacluster', 1, text), change.edits as TextEdit[]);
}

describe('fix all', () => {
  it('is offered without its edit, and gives it when it is chosen: what the command line would write', async () => {
    client = await startClient(waiting);
    client.open(uri, broken);
    const [action, ...others] = await offered(everything, ['source.fixAll']);
    expect(others).toEqual([]);
    expect(action).toMatchObject({ kind });
    expect(action?.edit).toBeUndefined();
    const fixed = after(await resolved(action), uri, 1, broken);
    expect(fixed).toBe(fixAll([createDocument(uri, broken)]).documents[0]?.text());
    expect(fixed).toContain('"VM2 Configuration" and LUN2   # no disk');
    expect(fixed).toContain('memory_reserve = 2GB');
  });

  it('changes no more than has to be', async () => {
    client = await startClient(waiting);
    client.open(uri, broken);
    const { edit } = await resolved((await offered(everything, [kind]))[0]);
    const change = edit?.documentChanges?.[0];
    const edits = change && 'edits' in change ? (change.edits as TextEdit[]) : [];
    expect(edits.map(({ newText }) => newText)).toEqual(['e', ' and LUN1', 'and LUN2 ']);
  });

  it.each([
    ['source', 1],
    ['source.fixAll', 1],
    ['source.fixAll.hacluster', 1],
    ['source.fixAll.other', 0],
    ['source.organizeImports', 0],
    ['refactor', 0],
  ])('asked for %s: %i', async (only, count) => {
    client = await startClient(waiting);
    client.open(uri, broken);
    expect(await offered(everything, [only])).toHaveLength(count);
  });

  it('is not offered with what there is at a place, nor where nothing can be fixed', async () => {
    client = await startClient(waiting);
    client.open(uri, broken);
    expect((await offered(everything)).map((one) => one.kind)).not.toContain(kind);
    client.change(uri, 2, [{ text: figure1 }]);
    expect(await offered(everything, ['source'])).toEqual([]);
  });

  it('has its edit at once for a client that cannot wait', async () => {
    client = await startClient();
    client.open(uri, broken);
    const [action] = await offered(everything, [kind]);
    expect(action && after(action, uri, 1, broken)).toContain('memory_reserve = 2GB');
    expect((await offered(everything)).map(({ title }) => title)).not.toContain(`Fix all: ${missing}`);
  });

  it('gives nothing for a text that has changed since', async () => {
    client = await startClient(waiting);
    client.open(uri, broken);
    const [action] = await offered(everything, [kind]);
    client.change(uri, 2, [{ text: `${broken}\n` }]);
    expect((await resolved(action)).edit).toBeUndefined();
    expect(client.logged).toEqual([]);
  });

  it('fixes all parts of a design, open and closed', async () => {
    const vm2 = broken.indexOf('group "VM2"');
    const head = `include "part.hacluster"\n${broken.slice(0, vm2)}`;
    const rest = broken.slice(vm2, broken.indexOf('scenario'));
    client = await startClient(waiting, { files: diskOf({ [part]: rest }) });
    client.open(uri, head);
    const closed = await resolved((await offered(everything, [kind]))[0]);
    expect(after(closed, uri, 1, head)).toContain('"VM1 Configuration" and LUN1');
    expect(after(closed, part, null, rest)).toContain('"VM2 Configuration" and LUN2');
    client.open(part, rest);
    const open = await resolved((await offered(everything, [kind], part))[0]);
    expect(after(open, part, 1, rest)).toContain('"VM2 Configuration" and LUN2');
  });
});

describe('fix all in a part of several designs', () => {
  const folder = 'file:///designs';
  const shared = `group G { owner = A }\nscenario S { at 0s fail node HostAA\n expect G online }\n`;
  const designOf = (node: string): string =>
    `include "part.hacluster"\ncluster "C" { version = "2012" }\nnode A { memory = 8GB }\nnode ${node} { memory = 8GB }\n`;

  it.each([
    ['changes it where both gain by it', 'HostA', true],
    ['leaves it where the other design would have an error', 'HostAA', false],
  ])('%s', async (_, node, isChanged) => {
    const files = { [`${folder}/one.hacluster`]: designOf('HostA'), [`${folder}/two.hacluster`]: designOf(node) };
    client = await startClient(waiting, { files: diskOf({ ...files, [part]: shared }), folder });
    for (const [file, text] of Object.entries(files)) client.open(file, text);
    client.open(part, shared);
    const [action] = await offered(everything, [kind], part);
    const { edit } = await resolved(action);
    expect(edit !== undefined).toBe(isChanged);
  });
});

describe('fix all of a kind', () => {
  it('fixes the findings of one code', async () => {
    client = await startClient(waiting);
    const text = broken.replace('memory_reserv ', 'memory_reserve ');
    client.open(uri, text);
    const actions = await offered(lineRange(text, 'virtual_machine "VM2"'), ['quickfix']);
    const action = actions.find(({ title }) => title === `Fix all: ${missing}`);
    const fixed = after(await resolved(action), uri, 1, text);
    expect(fixed).toBe(fixAll([createDocument(uri, text)], missing).documents[0]?.text());
    expect(fixed).toContain('"VM1 Configuration" and LUN1');
  });

  it('is not offered where one finding has that code', async () => {
    client = await startClient(waiting);
    const text = figure1.replace('"VM2 Configuration" and LUN2', '"VM2 Configuration"');
    client.open(uri, text);
    const titles = (await offered(lineRange(text, 'virtual_machine "VM2"'))).map(({ title }) => title);
    expect(titles.length).toBeGreaterThan(0);
    expect(titles.filter((title) => title.startsWith('Fix all'))).toEqual([]);
  });
});
