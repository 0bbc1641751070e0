import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { methods } from '../../src/protocol/server';
import type { Shape } from '../../src/diagram/picture';
import { isRecord } from '../../src/protocol/parse';
import { startClient } from './client';
import type { TestClient } from './client';
import { figure1, lineOf } from './figure1';

const uri = 'file:///designs/figure1.hacluster';
const path = '/designs/figure1.hacluster';
let client: TestClient;
let seq = 0;

beforeEach(async () => {
  client = await startClient();
  client.open(uri, figure1);
});

afterEach(() => {
  client.stop();
});

function ask(session: string, command: string, given: object = {}): void {
  seq += 1;
  client.debug(session, { seq, type: 'request', command, arguments: given });
}

function begin(session: string, faults: readonly string[]): void {
  ask(session, 'initialize', { adapterID: 'hacluster', pathFormat: 'path' });
  ask(session, 'launch', { program: uri, faults });
  ask(session, 'configurationDone');
}

async function shape(id: string): Promise<Shape | undefined> {
  const result = await client.request(methods.picture, { uri, view: 'storage' });
  return result.kind === 'picture' ? result.picture.shapes.find((one) => one.id === id) : undefined;
}

/** Commands answered and events sent in one session, in order. */
function sent(session: string): unknown[] {
  return client.debugMessages
    .filter((params) => params.session === session)
    .map(({ message }) => (isRecord(message) ? (message['command'] ?? message['event']) : undefined));
}

describe('a simulation in the server', () => {
  it('answers over the connection and tells the moments it stops at', async () => {
    begin('one', ['0s fail node HostA']);
    await expect.poll(() => client.moments).toHaveLength(1);
    expect(sent('one')).toEqual(
      expect.arrayContaining(['initialize', 'initialized', 'launch', 'configurationDone', 'stopped']),
    );
    expect(client.moments.at(-1)).toMatchObject({
      uri,
      session: 'one',
      moment: { run: 'one', step: 2, time_ms: 0, text: 'HostA loses power', changed: ['node:HostA'] },
    });
  });

  it('is what the picture shows while it runs, and no longer than that', async () => {
    expect((await shape('node:HostA'))?.state).toBe('up');
    begin('one', ['0s fail node HostA']);
    const result = await client.request(methods.picture, { uri, view: 'storage' });
    expect(result).toMatchObject({ kind: 'picture', version: 1, moment: { run: 'one', step: 2 } });
    expect((await shape('node:HostA'))?.state).toBe('down');
    client.endDebug('one');
    expect((await shape('node:HostA'))?.state).toBe('up');
    await expect.poll(() => client.moments.at(-1)).toEqual({ uri, session: 'one', moment: null });
  });

  it('shows the disk with its new owner at the end', async () => {
    expect((await shape('disk:LUN2'))?.parent).toBe('node:HostA');
    begin('one', ['0s fail node HostA']);
    ask('one', 'continue', { threadId: 1 });
    expect((await shape('disk:LUN2'))?.parent).toBe('node:HostB');
    expect((await shape('disk:LUN2'))?.state).toBe('online');
  });

  it('keeps its own text while the design is edited, and names lines of the new one', async () => {
    begin('one', ['0s fail node HostA']);
    const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    client.change(uri, 2, [{ range: top, text: '# a line above\n\n' }]);
    ask('one', 'stackTrace', { threadId: 1 });
    await expect.poll(() => sent('one').includes('stackTrace')).toBe(true);
    const answer = client.debugMessages.at(-1)?.message;
    expect(answer).toMatchObject({ body: { stackFrames: [{ line: lineOf(figure1, 'node "HostA"') + 3 }, {}] } });
    expect(await client.request(methods.picture, { uri, view: 'storage' })).toMatchObject({ version: 1 });
  });

  it('binds a breakpoint named by path to the design named by URI', async () => {
    ask('one', 'initialize', { adapterID: 'hacluster', pathFormat: 'path' });
    ask('one', 'launch', { program: uri, faults: ['0s fail node HostA'] });
    const line = lineOf(figure1, 'group "VM2"') + 1;
    ask('one', 'setBreakpoints', { source: { path }, breakpoints: [{ line }] });
    await expect.poll(() => sent('one').includes('setBreakpoints')).toBe(true);
    expect(client.debugMessages.at(-1)?.message).toMatchObject({ body: { breakpoints: [{ verified: true, line }] } });
  });

  it('refuses a design that leaves open what it means, and names the line', async () => {
    client.change(uri, 2, [{ text: figure1.replace('lun     = 2', 'lun     = ') }]);
    ask('one', 'initialize', { adapterID: 'hacluster', pathFormat: 'path' });
    ask('one', 'launch', { program: uri, faults: ['0s fail node HostA'] });
    await expect.poll(() => sent('one').includes('launch')).toBe(true);
    const line = lineOf(figure1, 'lun     = 2') + 1;
    const answer = client.debugMessages.find(
      ({ message }) => isRecord(message) && message['command'] === 'launch',
    )?.message;
    expect(answer).toMatchObject({ success: false });
    expect(isRecord(answer) && answer['message']).toContain(`Line ${line}:`);
  });

  it('stands beside another of the same design; the one that moved last is shown', async () => {
    begin('one', ['0s fail node HostA']);
    begin('two', ['0s fail node HostB']);
    expect([(await shape('node:HostA'))?.state, (await shape('node:HostB'))?.state]).toEqual(['up', 'down']);
    ask('one', 'next', { threadId: 1 });
    expect([(await shape('node:HostA'))?.state, (await shape('node:HostB'))?.state]).toEqual(['down', 'up']);
  });

  it('drops a message that is none', async () => {
    client.debug('one', { hello: true });
    expect(await client.request(methods.picture, { uri, view: 'storage' })).toMatchObject({ kind: 'picture' });
    expect(client.debugMessages).toEqual([]);
  });
});
