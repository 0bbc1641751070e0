import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/cli/arguments';
import { runCall } from '../../src/cli/commands';
import { put, run, soundDesign, temporaryFolder } from './run';

const folder = temporaryFolder();
const sound = put(folder, 'sound.hacluster', soundDesign);
const tight = put(folder, 'tight.hacluster', soundDesign.replaceAll('memory        = 2GB', 'memory        = 4GB'));
const unclear = put(folder, 'unclear.hacluster', soundDesign.replace('owner = HostA', 'owner = HostC'));

describe('hacluster verify', () => {
  it.each<readonly [string, readonly string[], number, object]>([
    [
      'as many faults as the design claims to tolerate, of nodes',
      [sound],
      0,
      { failures: 1, kinds: ['node'], checked: 2, survived: 2, exhaustive: true, tolerates: 1, counterexamples: [] },
    ],
    [
      'what is lost and why',
      [tight, '--failures', '1'],
      1,
      {
        survived: 0,
        tolerates: 0,
        counterexamples: [
          {
            faults: [{ kind: 'node', name: 'HostA' }],
            lost: [{ kind: 'virtual_machine', name: 'VM1', why: 'memory' }],
            placement_exists: false,
          },
          {
            faults: [{ kind: 'node', name: 'HostB' }],
            lost: [{ kind: 'virtual_machine', name: 'VM2', why: 'memory' }],
            placement_exists: false,
          },
        ],
      },
    ],
    ['kinds in the order asked for', [sound, '--kinds', 'disk,node'], 1, { kinds: ['disk', 'node'], checked: 5 }],
    ['sequences', [sound, '--failures', '2', '--ordered'], 1, { failures: 2, checked: 4 }],
    [
      'moves',
      [sound, '--moves'],
      0,
      {
        moves: [
          { group: 'VM1', to: 'HostB', starts: true, why: null },
          { group: 'VM2', to: 'HostA', starts: true, why: null },
        ],
      },
    ],
    ['a move that leads to nothing', [tight, '--failures', '0', '--moves'], 1, { checked: 0, counterexamples: [] }],
  ])('%s', async (_, args, status, expected) => {
    const outcome = await run(['verify', ...args, '--format', 'json']);
    expect(outcome.stderr).toBe('');
    expect(JSON.parse(outcome.stdout)).toMatchObject({ version: 1, ...expected });
    expect(outcome.status).toBe(status);
  });

  it('says it in words', async () => {
    expect((await run(['verify', sound, '--moves'])).stdout).toBe(
      '2 sets of at most 1 fault (node) checked, 2 survived. All virtual machines that should run survive any one of these faults.\n\n2 moves tried, 0 of them to a node on which the group does not start.\n',
    );
    expect((await run(['verify', tight, '--moves'])).stdout).toBe(
      [
        'Not survived:',
        '  After the loss of node HostA:',
        '    VM1: no node has the memory for it',
        '  After the loss of node HostB:',
        '    VM2: no node has the memory for it',
        '2 sets of at most 1 fault (node) checked, 0 survived. Not every single one of these faults leaves all virtual machines running.',
        '',
        '  VM1 on HostB: it has not the memory for it',
        '  VM2 on HostA: it has not the memory for it',
        '2 moves tried, 2 of them to a node on which the group does not start.',
        '',
      ].join('\n'),
    );
  });

  it.each<readonly [readonly string[], number, RegExp, RegExp]>([
    [[unclear], 1, /Not verified: mend these errors first\./, /^$/],
    [[sound, '--kinds', 'node,moon'], 2, /^$/, /Kinds of faults are node, disk, storage, network, witness, site, rack/],
    [[sound, '--failures', 'many'], 2, /^$/, /whole number/],
    [['missing.hacluster'], 2, /^$/, /missing\.hacluster/],
  ])('%j', async (args, status, stdout, stderr) => {
    const outcome = await run(['verify', ...args]);
    expect(outcome.stdout).toMatch(stdout);
    expect(outcome.stderr).toMatch(stderr);
    expect(outcome.status).toBe(status);
  });

  it('tells how far it has come', async () => {
    const parsed = parseArguments(['verify', sound, '--kinds', 'disk']);
    if (!('call' in parsed)) throw new Error('The call was not understood.');
    const told: string[] = [];
    await runCall(parsed.call, new Uint8Array(), (progress) => told.push(progress));
    expect(told).toEqual(['0 of 3 sets checked', '1 of 3 sets checked', '2 of 3 sets checked']);
  });
});
