import { describe, expect, it } from 'vitest';
import { actionForms } from '../../src/language/schema/actions';
import {
  finalOf,
  inputOfScenario,
  isSimulated,
  problemsOfInput,
  rules,
  runToJson,
  scenarioResult,
  simulate,
} from '../../src/simulation';
import type { Locate, Run } from '../../src/simulation';
import { clusterOf } from '../support/design';
import { farmDesign, guestDesign } from './guests-support';
import { headOf, inputOf, machineGroup, runOf, serviceGroup } from './support';

const two = headOf({ nodes: 2 });
const locate: Locate = ({ span }) => ({
  file: 'test.hacluster',
  range: { start: { line: 0, character: span.start }, end: { line: 0, character: span.end } },
});

function ruleIds(run: Run): readonly unknown[] {
  return run.events.map(({ details }) => details?.['rule']).filter((rule) => rule !== undefined);
}

describe('what keeps an input from being run', () => {
  const cluster = clusterOf([two, serviceGroup('S', 'owner = HV-01', '')].join('\n'));

  it.each([
    ['0s fail node HV-09', "There is no node 'HV-09' in this design."],
    ['0s move group T to HV-01', "There is no group 'T' in this design."],
    ['0s fail disk D', "There is no disk 'D' in this design."],
    ['0s crash virtual_machine V', "There is no virtual machine 'V' in this design."],
    ['0s fail network LAN', "There is no network 'LAN' in this design."],
    ['0s partition [HV-01] from [HV-09]', "There is no node 'HV-09' in this design."],
  ])('%s', (line, message) => {
    expect(problemsOfInput(cluster, inputOf([line])).map((problem) => problem.message)).toEqual([message]);
  });

  it('is nothing for an action that is simulated', () => {
    expect(problemsOfInput(cluster, inputOf(['0s fail node hv-01', '1s move group s']))).toEqual([]);
  });

  it('is no action that the language has: every form is simulated', () => {
    expect(actionForms.filter(({ id }) => !isSimulated(id))).toEqual([]);
  });

  it('is an expectation of something that is not there', () => {
    const guest = 'guest_cluster "G" { members = [V]  group "Inner" { generic_service "Svc" { } } }';
    const inside = 'expect Svc online\n  expect Inner owned by V\n  expect guest_cluster G serving';
    const scenario = `scenario "s" {\n  expect X online\n  ${inside}\n  expect nlb_cluster G serving\n  expect S online\n}`;
    const text = [two, machineGroup({ name: 'V' }), serviceGroup('S', '', ''), guest, scenario].join('\n');
    const design = clusterOf(text);
    const [first] = design.scenarios.all;
    expect(first && problemsOfInput(design, inputOfScenario(first)).map(({ message }) => message)).toEqual([
      "There is no resource, group, disk, node or workload 'X' in this design.",
      "There is no nlb_cluster 'G' in this design.",
    ]);
  });
});

describe('the answer of simulate and test', () => {
  const text = [
    two,
    serviceGroup('S', 'owner = HV-01', ''),
    'scenario "One" {',
    '  at 1s fail node HV-01',
    '  expect S online on HV-02 within 1m',
    '  expect S online on HV-02 within 3s   # too early',
    '  expect cluster stopped',
    '}',
  ].join('\n');
  const cluster = clusterOf(text);
  const [scenario] = cluster.scenarios.all;
  if (!scenario) throw new Error('The scenario was not read.');
  const run = simulate(cluster, inputOfScenario(scenario));

  it('has the shape that is promised', () => {
    const report = runToJson(cluster, run, locate);
    expect(Object.keys(report)).toEqual(['version', 'scenario', 'seed', 'events', 'final', 'outages', 'expectations']);
    expect(report.events[0]).toEqual({
      id: 1,
      time_ms: 1000,
      kind: 'action',
      subject: { kind: 'node', name: 'HV-01' },
      cause: null,
      text: 'fail node HV-01',
    });
    expect(report.events.find(({ kind }) => kind === 'resource')).toEqual({
      id: 3,
      time_ms: 1000,
      kind: 'resource',
      subject: { kind: 'resource', name: 'S' },
      from: 'online',
      to: 'offline',
      node: 'HV-01',
      cause: 2,
      text: 'S stops with HV-01',
    });
  });

  it('says of each expectation what was found', () => {
    const { name, passed, expectations } = scenarioResult(run, locate);
    expect([name, passed]).toEqual(['One', false]);
    expect(expectations.map((one) => [one.text, one.passed, one.detail])).toEqual([
      ['S online on HV-02 within 1m', true, 'online on HV-02 at 6 s'],
      ['S online on HV-02 within 3s', false, 'offline on HV-01 at 4 s'],
      ['cluster stopped', false, 'the cluster is running at 6 s'],
    ]);
  });

  it('stops where it is told to, and says what goes on for ever where it is not', () => {
    const design = clusterOf([two, serviceGroup('S', 'owner = HV-01', 'restart_action = restart')].join('\n'));
    const cut = runOf(design, ['0s fail resource S permanently'], 1800_000);
    expect([cut.end_ms, cut.events.at(-1)?.time_ms]).toEqual([1_800_000, 500]);
    const whole = runOf(design, ['0s fail resource S permanently']);
    expect([whole.end_ms, whole.waiting]).toEqual([3_601_000, ['S is tried again every 1 h']]);
  });
});

describe('the start of a run', () => {
  it('tells once, without a cause, what should run and cannot', () => {
    const groups = [
      machineGroup({ name: 'K', group: 'owner = HV-01', memory: '20GB' }),
      machineGroup({ name: 'L', group: 'owner = HV-01', memory: '20GB' }),
    ];
    for (const [version, state, status] of [
      ['2008', 'failed', undefined],
      ['2022', 'offline', 'queued'],
    ]) {
      const cluster = clusterOf([headOf({ nodes: 2, version: String(version) }), ...groups].join('\n'));
      const run = runOf(cluster, [], 0);
      expect(run.events.map(({ time_ms, cause, subject }) => [time_ms, cause, subject.name])).toEqual([[0, null, 'L']]);
      const { L, K } = finalOf(cluster, run).groups;
      expect([K?.['state'], L?.['state'], L?.['status']]).toEqual(['online', state, status]);
    }
  });

  it('chooses an owner where none is written: the first preferred owner, else by policy', () => {
    const design = [
      headOf({ nodes: 3 }),
      serviceGroup('S', 'preferred_owners = [HV-03, HV-02]', ''),
      serviceGroup('T', '', ''),
    ].join('\n');
    const cluster = clusterOf(design);
    const { groups } = finalOf(cluster, runOf(cluster, []));
    expect([groups['S']?.['owner'], groups['T']?.['owner']]).toEqual(['HV-03', 'HV-01']);
  });

  it('has no events where everything runs', () => {
    expect(runOf(clusterOf([two, machineGroup({ name: 'V' })].join('\n')), []).events).toEqual([]);
  });
});

describe('rules of our own', () => {
  const s = serviceGroup('S', 'owner = HV-01', 'restart_threshold = 0');
  const four = headOf({ nodes: 4, version: '2022', quorum: 'model = node_majority' });
  const twoOnShare = headOf({
    nodes: 2,
    version: '2022',
    quorum: 'model = node_and_file_share_majority  witness = "\\\\DC\\W"',
  });
  const v = machineGroup({ name: 'V', group: 'owner = HV-01' });
  const w = machineGroup({ name: 'W', group: 'owner = HV-01' });
  const often = ['0s isolate node HV-01', '1m rejoin node HV-01', '2m isolate node HV-01', '3m rejoin node HV-01'];
  const tooOften = [...often, '4m isolate node HV-01', '5m rejoin node HV-01'];
  const pinned = serviceGroup('S', 'owner = HV-01', 'restart_threshold = 0  possible_owners = [HV-01]');
  const many = Array.from({ length: 33 }, (_, index) =>
    machineGroup({ name: `N${String(index)}`, group: 'owner = HV-01', memory: '64MB' }),
  );
  const crowded = [
    headOf({ nodes: 2, version: '2022' }),
    machineGroup({ name: 'H', group: 'owner = HV-01  priority = high', memory: '20GB' }),
    machineGroup({ name: 'L', group: 'owner = HV-02  priority = low', memory: '20GB' }),
  ].join('\n');
  const siteDesign = [
    'cluster "C" { version = "2022"  quorum { model = node_majority } }',
    'site "East" { }',
    'site "West" { }',
    'node "HV-01" { memory = 32GB  site = East }',
    'node "HV-02" { memory = 64GB  site = West }',
    'node "HV-03" { memory = 16GB  site = East }',
    serviceGroup('S', 'owner = HV-01', ''),
  ].join('\n');
  const reached: readonly (readonly [string, string, readonly string[]])[] = [
    ['beats-from-the-fault', two, ['0s fail node HV-02']],
    ['regroup-keeps-who-hears-most', four, ['0s partition [HV-01] from [HV-04]']],
    ['witness-race', twoOnShare, ['0s partition [HV-01] from [HV-02]']],
    ['vote-highest-number', four, ['0s fail node HV-01', '1m fail node HV-02']],
    ['isolated-block-storage', [four, v].join('\n'), ['0s isolate node HV-01']],
    ['quarantine-after-isolation', four, tooOften],
    ['paused-keeps-vote', two, ['0s pause node HV-01']],
    ['drain-order', four, ['0s drain node HV-01']],
    ['resume-by-policy', two, ['0s pause node HV-01', '1s resume node HV-01']],
    ['live-migrations-at-once', [four, v, w].join('\n'), ['0s drain node HV-01']],
    ['next-by-number', [headOf({ nodes: 3 }), s].join('\n'), ['0s fail node HV-01']],
    ['fewest-groups-tie', [headOf({ nodes: 3, version: '2008R2' }), s].join('\n'), ['0s fail node HV-01']],
    ['ranked-2012', [headOf({ nodes: 3, version: '2022' }), s].join('\n'), ['0s fail node HV-01']],
    ['nlb-convergence', farmDesign({ hosts: [1, 2], minimum: 1 }), ['0s crash virtual_machine A']],
    ['frozen-node', guestDesign({ version: '2008', hosts: [1, 2, 3] }), ['0s move group A to HV-02']],
    ['same-site-first', siteDesign, ['0s fail node HV-01']],
    ['preempt-lowest-first', crowded, ['0s fail node HV-01']],
    [
      'crash-counts',
      [two, serviceGroup('S', 'owner = HV-01  failover_threshold = 0', '')].join('\n'),
      ['0s fail node HV-01'],
    ],
    ['possible-owners-only', [two, pinned].join('\n'), ['0s fail resource S']],
    ['retry-series', [two, pinned].join('\n'), ['0s fail resource S']],
    ['polls-from-online', [two, v].join('\n'), ['0s fail disk "V disk"']],
    ['starts-per-node', [headOf({ nodes: 2, version: '2012' }), ...many].join('\n'), ['0s fail node HV-01']],
    ['guests-share-networks', guestDesign({ hosts: [1, 2, 3] }), ['0s isolate node HV-01']],
  ];

  it('are all reached', () => {
    expect(reached.map(([id]) => id).toSorted()).toEqual(Object.keys(rules).toSorted());
  });

  it.each(reached)('%s', (id, design, lines) => {
    expect(ruleIds(runOf(clusterOf(design), lines))).toContain(id);
  });
});
