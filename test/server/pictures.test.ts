import { afterEach, describe, expect, it } from 'vitest';
import { methods } from '../../src/protocol/server';
import type { PictureResult } from '../../src/protocol/server';
import type { LayoutService } from '../../src/server/layout';
import { inlineLayout } from '../../src/server/layout-inline';
import { startClient, vscodeCapabilities } from './client';
import type { TestClient } from './client';
import { figure1, lineOf } from './figure1';

const uri = 'untitled:Untitled-1';
let client: TestClient;

afterEach(() => {
  client.stop();
});

function idsOf(result: PictureResult): readonly string[] {
  return result.kind === 'picture' ? result.picture.shapes.map(({ id }) => id) : [];
}

describe('pictures', () => {
  it.each([
    ['storage', ['node:HostA', 'disk:LUN2', 'resource:VM2']],
    ['dependencies', ['group:VM2', 'resource:LUN2', 'resource:VM2 Configuration', 'resource:VM2']],
  ] as const)('show the %s of a design', async (view, ids) => {
    client = await startClient();
    client.open(uri, figure1);
    const result = await client.request(methods.picture, { uri, view });
    expect(result).toMatchObject({ kind: 'picture', version: 1, picture: { view } });
    expect(idsOf(result)).toEqual(expect.arrayContaining([...ids]));
  });

  it('are of the newest text', async () => {
    client = await startClient();
    client.open(uri, figure1);
    const line = lineOf(figure1, 'storage "SAN1"');
    const start = { line, character: 0 };
    client.change(uri, 2, [{ range: { start, end: start }, text: 'node "HostC" { memory = 8GB }\n' }]);
    const result = await client.request(methods.picture, { uri, view: 'storage' });
    expect(result).toMatchObject({ version: 2 });
    expect(idsOf(result)).toContain('node:HostC');
  });

  it('are withheld with the line while the text cannot be read, unless the panel has none', async () => {
    client = await startClient();
    client.open(uri, figure1.replace('lun     = 2', 'lun     = '));
    const result = await client.request(methods.picture, { uri, view: 'storage' });
    expect(result).toMatchObject({ kind: 'unreadable', version: 1, line: lineOf(figure1, 'lun     = 2') });
    const partial = await client.request(methods.picture, { uri, view: 'storage', anyway: true });
    expect(idsOf(partial)).toContain('node:HostA');
  });

  it('are unknown for a document that is not open', async () => {
    client = await startClient();
    expect(await client.request(methods.picture, { uri, view: 'storage' })).toEqual({ kind: 'unknown' });
  });

  it('lay out once more at most for requests that arrive together', async () => {
    const inner = inlineLayout();
    let openGate = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      openGate = resolve;
    });
    let runs = 0;
    const layout: LayoutService = {
      ...inner,
      layOut: async (scene) => {
        runs += 1;
        await gate;
        return inner.layOut(scene);
      },
    };
    client = await startClient(vscodeCapabilities, { layout });
    client.open(uri, figure1);
    const asked = Array.from({ length: 10 }, () => client.request(methods.picture, { uri, view: 'dependencies' }));
    await client.request(methods.locate, { uri, id: 'node:HostA' });
    openGate();
    const results = await Promise.all(asked);
    expect(results.map(({ kind }) => kind)).toEqual(asked.map(() => 'picture'));
    expect(runs).toBe(2);
  });

  it('fail alone: the log has the version, and the next one works', async () => {
    const inner = inlineLayout();
    let broken = true;
    const layout: LayoutService = {
      ...inner,
      layOut: (scene) => (broken ? Promise.reject(new Error('out of paper')) : inner.layOut(scene)),
    };
    client = await startClient(vscodeCapabilities, { layout });
    client.open(uri, figure1);
    await expect(client.request(methods.picture, { uri, view: 'storage' })).rejects.toThrow('out of paper');
    await expect.poll(() => client.logged.join('\n')).toContain(`${uri}, version 1: Error: out of paper`);
    broken = false;
    expect(await client.request(methods.picture, { uri, view: 'storage' })).toMatchObject({ kind: 'picture' });
  });
});

describe('shapes and the text', () => {
  it.each([
    ['node:HostB', 'node "HostB"'],
    ['disk:LUN2', 'disk "LUN2"'],
    ['resource:VM2', 'virtual_machine "VM2"'],
    ['group:VM2', 'group "VM2"'],
  ])('%s is declared at %s', async (id, text) => {
    client = await startClient();
    client.open(uri, figure1);
    const found = await client.request(methods.locate, { uri, id });
    expect(found).toMatchObject({ uri, range: { start: { line: lineOf(figure1, text) } } });
  });

  it('a shape that is not there is declared nowhere', async () => {
    client = await startClient();
    client.open(uri, figure1);
    expect(await client.request(methods.locate, { uri, id: 'node:HostZ' })).toBeNull();
  });

  it.each([
    ['storage', 'lun     = 2', 'disk:LUN2'],
    ['storage', 'node "HostB"', 'node:HostB'],
    ['dependencies', 'configuration = "VM2', 'resource:VM2'],
    ['dependencies', 'node "HostB"', null],
  ] as const)('in the view of %s, the cursor at %s is in %s', async (view, text, id) => {
    client = await startClient();
    client.open(uri, figure1);
    const line = lineOf(figure1, text);
    expect(await client.request(methods.shapeAt, { uri, view, line, character: 4 })).toBe(id);
  });
});

describe('faults', () => {
  it('begin with the nodes that own groups, and each is an action of the language', async () => {
    client = await startClient();
    client.open(uri, figure1);
    const faults = await client.request(methods.faults, { uri });
    expect(faults.slice(0, 3).map(({ action, description }) => [action, description])).toEqual([
      ['fail node HostA', 'owns VM2'],
      ['fail node HostB', 'owns VM1'],
      ['fail witness', 'Witness'],
    ]);
    expect(faults.find(({ action }) => action === 'fail disk LUN2')?.description).toBe('in the group of VM2');
    expect(faults.map(({ action }) => action)).toContain('move group VM2 to HostB');
    expect(faults.at(-1)).toMatchObject({ group: 'scenario', label: 'HostA loses power' });
  });

  it('put nodes without a group after those with one, and quote names that need it', async () => {
    client = await startClient();
    client.open(
      uri,
      'cluster "C" { version = "2022" }\nnode "HV 01" { memory = 8GB }\nnode B { memory = 8GB }\ngroup G { owner = B }\n',
    );
    const faults = await client.request(methods.faults, { uri });
    expect(faults.slice(0, 2).map(({ action }) => action)).toEqual(['fail node B', 'fail node "HV 01"']);
  });
});
