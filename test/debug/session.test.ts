import type { DebugProtocol } from '@vscode/debugprotocol';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { figure1, lineOf } from '../server/figure1';
import { sessionOver, uri } from './session-client';
import type { SessionClient } from './session-client';

const failHostA = { faults: ['0s fail node HostA'] };
const scenario = { scenario: 'HostA loses power' };

let session: SessionClient;
let text: string;

beforeEach(() => {
  text = figure1;
  session = sessionOver(() => text);
});

afterEach(() => {
  session.dispose();
  expect(session.reported).toEqual([]);
});

/** Line of the protocol (from 1) on which a text stands. */
function at(part: string): number {
  return lineOf(figure1, part) + 1;
}

function stop(): DebugProtocol.StoppedEvent['body'] | undefined {
  return session.events('stopped').at(-1)?.body;
}

function ended(): boolean {
  return session.events('terminated').length > 0;
}

/** Runs to the end and gives what was written to the console. */
function consoleText(): string {
  return session
    .events('output')
    .map(({ body }) => body.output)
    .join('');
}

describe('starting', () => {
  it('tells VS Code that it can go back', () => {
    expect(session.body('initialize', { adapterID: 'hacluster', pathFormat: 'path' })).toMatchObject({
      supportsStepBack: true,
      supportsRestartRequest: true,
      supportsConfigurationDoneRequest: true,
    });
  });

  it('stops at what the first action brings about, or before it where that is asked for', () => {
    session.start(failHostA);
    expect(stop()).toMatchObject({ reason: 'step', text: 'HostA loses power', threadId: 1 });
    const other = sessionOver(() => text);
    other.start({ ...scenario, stopOnEntry: true });
    expect(other.events('stopped')[0]?.body.reason).toBe('entry');
    expect(other.frames()[0]).toMatchObject({ name: 'Before the first event', line: at('at 0s  fail node HostA') });
    other.dispose();
  });

  it.each([
    ['names no design', { program: '' }, 'names no design'],
    ['a design that is not open', { program: 'file:///elsewhere.hacluster', ...failHostA }, 'is not open'],
    ['an unknown scenario', { scenario: 'Flood' }, 'no scenario “Flood”. It has “HostA loses power”.'],
    ['an unknown node', { faults: ['0s fail node HostZ'] }, "no node 'HostZ'"],
    ['a fault that is no action', { faults: ['0s explode HostA'] }, '“0s explode HostA” cannot be read.'],
    ['a time that is none', { ...failHostA, until: 'soon' }, '“soon” is no time'],
    ['an unknown granularity', { ...failHostA, stopAt: 'noon' }, 'must be one of event, action, group, end'],
    ['faults that are no list', { faults: 'fail node HostA' }, '“faults” in the launch configuration must be a list'],
  ])('says in words what is wrong with %s', (_what, launch, words) => {
    session.ask('initialize', { adapterID: 'hacluster', pathFormat: 'path' });
    const answer = session.ask('launch', { program: uri, ...launch });
    expect(answer.success).toBe(false);
    expect(answer.message).toContain(words);
  });

  it('takes the only scenario where nothing else is said', () => {
    session.start();
    expect(session.body('threads').threads).toEqual([{ id: 1, name: 'HostA loses power' }]);
  });

  it('runs without stopping where debugging is not wanted', () => {
    session.start({ ...scenario, noDebug: true });
    expect(session.events('stopped')).toEqual([]);
    expect(ended()).toBe(true);
    expect(consoleText()).toContain('2 of 2 expectations passed.');
  });

  it('runs through breakpoints where debugging is not wanted', () => {
    session.start({ ...scenario, noDebug: true }, [{ line: at('node "HostA"') }]);
    expect(consoleText()).toContain('End of the run');
  });

  it('answers a request it does not know, or one before the launch, with words', () => {
    expect(session.ask('writeMemory').message).toContain('does not know the request “writeMemory”');
    expect(session.ask('stackTrace', { threadId: 1 }).message).toBe('The simulation has not been started.');
  });
});

describe('stepping', () => {
  it('goes from event to event, each at the declaration it is about', () => {
    session.start(failHostA);
    const lines: (readonly [string | undefined, number | undefined])[] = [];
    while (!ended()) {
      const [frame] = session.frames();
      lines.push([frame?.name, frame?.line]);
      session.ask('next', { threadId: 1 });
    }
    expect(lines).toEqual(
      expect.arrayContaining([
        ['0 s  HostA loses power', at('node "HostA"')],
        ['5 s  HostB owns the disk LUN2', at('disk "LUN2"')],
        ['5 s  LUN2 comes online on HostB', at('physical_disk LUN2')],
        ['26.5 s  VM2 is online on HostB', at('virtual_machine "VM2" {')],
      ]),
    );
  });

  it('stops at the line of an action of a scenario', () => {
    session.start({ ...scenario, stopAt: 'action' });
    expect(session.frames()[0]?.line).toBe(at('at 0s  fail node HostA'));
    session.move('next');
    expect(session.frames()[0]).toMatchObject({
      name: '30 min  repair node HostA',
      line: at('at 30m repair node HostA'),
    });
  });

  it('goes to the next change of a group, and back to the one before', () => {
    session.start({ ...failHostA, stopAt: 'group' });
    const first = session.frames()[0]?.name;
    const second = session.move('next');
    expect([first, second]).toEqual(['0 s  Group VM2 is offline on HostA', '5 s  Group VM2 is now owned by HostB']);
    expect(session.move('stepBack')).toBe(first);
  });

  it('steps out of what follows from one action, to the next', () => {
    session.start(scenario);
    expect(session.move('stepOut')).toBe('30 min  repair node HostA');
  });

  it('runs to the end, can go back from there, and ends with one more step', () => {
    session.start(failHostA);
    session.move('continue');
    expect(stop()).toMatchObject({ description: 'End of the run' });
    const last = session.frames()[0]?.name;
    session.move('stepBack');
    expect(session.move('next')).toBe(last);
    expect(ended()).toBe(false);
    session.ask('continue', { threadId: 1 });
    expect(ended()).toBe(true);
    expect(session.presented.at(-1)).toBeUndefined();
  });

  it('runs back to the beginning', () => {
    session.start(failHostA);
    session.move('continue');
    expect(session.move('reverseContinue')).toBe('Before the first event');
    expect(stop()).toMatchObject({ reason: 'entry' });
    expect(session.move('stepBack')).toBe('Before the first event');
    expect(session.scope('Nodes')).toEqual(['HostA = up', 'HostB = up']);
  });

  it('comes to the same moment from either side', () => {
    const forwards = sessionOver(() => text);
    forwards.start({ ...scenario, stopOnEntry: true });
    const moments = [forwards.scope('Groups')];
    const names = [forwards.frames()[0]?.name];
    while (forwards.presented.at(-1)?.step !== forwards.presented.at(-1)?.steps) {
      names.push(forwards.move('stepIn'));
      moments.push(forwards.scope('Groups'));
    }
    forwards.dispose();
    session.start({ ...scenario, stopOnEntry: true });
    fc.assert(
      fc.property(fc.array(fc.constantFrom('stepIn', 'stepBack', 'stepOut' as const), { maxLength: 30 }), (moves) => {
        for (const move of moves) {
          if (move !== 'stepBack' && session.presented.at(-1)?.step === moments.length - 1) continue;
          session.move(move);
          const step = session.presented.at(-1)?.step ?? -1;
          expect(session.frames()[0]?.name).toBe(names[step]);
          expect(session.scope('Groups')).toEqual(moments[step]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('begins again with the text as it is now', () => {
    session.start(failHostA);
    session.move('continue');
    text = figure1.replaceAll('HostB', 'HostX');
    session.ask('restart');
    expect(session.frames()[0]?.name).toBe('0 s  HostA loses power');
    session.move('continue');
    expect(session.evaluate('VM2.owner')).toBe('HostX');
  });
});

describe('beginning again', () => {
  it('says in words why it cannot, and stays where it is', () => {
    session.start(scenario);
    text = figure1.replace('scenario "HostA loses power"', 'scenario "Another"');
    expect(session.ask('restart')).toMatchObject({
      success: false,
      message: expect.stringContaining('no scenario') as string,
    });
    expect(session.move('next')).toBe('0 s  HostA loses power');
  });
});

describe('breakpoints', () => {
  function bound(line: number, condition?: string): DebugProtocol.Breakpoint | undefined {
    const source = { path: '/designs/figure1.hacluster' };
    const given = { source, breakpoints: [{ line, ...(condition !== undefined && { condition }) }] };
    return session.body('setBreakpoints', given).breakpoints[0];
  }

  it.each([
    ['node "HostA"', 'node "HostA"', '0 s  HostA loses power'],
    ['  lun     = 2', 'disk "LUN2"', '0 s  LUN2 stops with HostA'],
    ['group "VM2"', 'group "VM2"', '0 s  Group VM2 is offline on HostA'],
    ['physical_disk LUN2', 'physical_disk LUN2', '0 s  LUN2 stops with HostA'],
    ['configuration = "VM2 Configuration"', 'virtual_machine "VM2" {', '0 s  VM2 stops with HostA'],
    ['  at 30m repair', 'at 30m repair', '30 min  repair node HostA'],
  ])('on %s moves to %s and stops at %s', (line, head, event) => {
    session.start({ ...scenario, stopOnEntry: true });
    expect(bound(at(line))).toMatchObject({ verified: true, line: at(head) });
    expect(session.move('continue')).toBe(event);
    expect(stop()?.reason).toBe('breakpoint');
  });

  it('stop on the way back too', () => {
    session.start(failHostA, [{ line: at('node "HostA"') }]);
    while (stop()?.reason === 'breakpoint' || session.presented.at(-1)?.step !== session.presented.at(-1)?.steps) {
      session.move('continue');
    }
    expect(session.move('reverseContinue')).toBe('5 s  HostA missed 5 heartbeats and is held dead');
    expect(session.move('reverseContinue')).toBe('0 s  HostA loses power');
  });

  it('with a condition stop only where it holds', () => {
    session.start({ ...failHostA, stopOnEntry: true });
    expect(bound(at('group "VM2"'), 'owner == "hostb"')).toMatchObject({ verified: true });
    expect(session.move('continue')).toBe('5 s  Group VM2 is now owned by HostB');
  });

  it.each([
    ['a line with nothing that changes', 'expect VM2 online', undefined, 'Nothing is declared here'],
    ['a condition that cannot be read', 'group "VM2"', 'owner is HostB', 'cannot be read'],
  ])('on %s are not verified', (_what, line, condition, message) => {
    session.start({ ...failHostA, stopOnEntry: true });
    const found = bound(at(line), condition);
    expect(found?.verified).toBe(false);
    expect(found?.message).toContain(message);
  });

  it('are kept when the run begins again', () => {
    session.start(failHostA, [{ line: at('virtual_machine "VM2" {') }]);
    session.ask('restart');
    expect(session.move('continue')).toBe('0 s  VM2 stops with HostA');
  });
});

describe('what is shown', () => {
  it('has the chain of causes as call stack, down to the action', () => {
    session.start(scenario, [{ line: at('group "VM2"') }]);
    session.move('continue');
    session.move('continue');
    const frames = session.frames();
    expect(frames.map(({ name }) => name)).toEqual([
      '5 s  Group VM2 is now owned by HostB',
      '5 s  Group VM2 goes to HostB',
      '5 s  HostA missed 5 heartbeats and is held dead',
      '0 s  HostA loses power',
      '0 s  fail node HostA',
    ]);
    expect(frames.at(-1)).toMatchObject({ line: at('at 0s  fail node HostA'), source: { path: uri } });
  });

  it('lists what changed, nodes, groups with their resources, disks and votes', () => {
    session.start(failHostA, [{ line: at('group "VM2"') }]);
    session.move('continue');
    session.move('continue');
    expect(session.scope('This step')).toContain('group VM2 owner = HostA → HostB');
    expect(session.scope('Nodes')).toEqual(['HostA = down', 'HostB = up']);
    expect(session.scope('Groups')).toEqual(['VM1 = online on HostB', 'VM2 = offline on HostB']);
    expect(session.scope('Disks')).toContain('LUN2 = offline on HostA');
    expect(session.scope('Votes')).toEqual(['state = running', 'votes = 3', 'present = 2', 'needed = 2']);
  });

  it.each([
    ['VM2.owner', 'HostB'],
    ['HostA.state', 'down'],
    ['VM2', 'online on HostB'],
    ['disk LUN2', 'online on HostB'],
    ['"VM2 Configuration".state', 'online'],
    ['group vm2.owner', 'HostB'],
    ['cluster.votes', '3'],
  ])('evaluates %s', (expression, value) => {
    session.start(failHostA);
    session.move('continue');
    expect(session.evaluate(expression)).toBe(value);
  });

  it.each([
    ['VM9.owner', 'no thing “VM9”'],
    ['VM2.colour', '“colour” is no property'],
    ['1 + 1', 'cannot be read'],
  ])('says what is wrong with %s', (expression, words) => {
    session.start(failHostA);
    expect(session.ask('evaluate', { expression }).message).toContain(words);
  });

  it('writes each event once, with its line, and the outcome at the end', () => {
    session.start(scenario);
    session.move('next');
    session.move('stepBack');
    session.move('continue');
    const output = session.events('output').map(({ body }) => body);
    const lost = output.filter(({ output: line }) => line === '0 s  HostA loses power\n');
    expect(lost).toMatchObject([{ line: at('node "HostA"'), source: { path: uri, name: 'figure1.hacluster' } }]);
    const all = output.map((body) => body.output).join('');
    expect(all).toContain('Virtual machine VM2 was out for 1 min 26.5 s.');
    expect(all).toContain('passed: VM2 online on HostB within 3m');
  });

  it('presents each moment, and nothing once it is over', () => {
    session.start(failHostA);
    expect(session.presented.at(-1)).toMatchObject({
      step: 2,
      scenario: 'fail node HostA',
      event: { text: 'HostA loses power' },
    });
    session.ask('disconnect');
    expect(session.presented.at(-1)).toBeUndefined();
    expect(ended()).toBe(true);
  });
});
