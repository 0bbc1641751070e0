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
    ['0s isolate node HV-01', "'isolate node HV-01' cannot be simulated yet."],
    ['0s heal partition', "'heal partition' cannot be simulated yet."],
  ])('%s', (line, message) => {
    expect(problemsOfInput(cluster, inputOf([line])).map((problem) => problem.message)).toEqual([message]);
  });

  it('is nothing for an action that is simulated', () => {
    expect(problemsOfInput(cluster, inputOf(['0s fail node hv-01', '1s move group s']))).toEqual([]);
  });

  it('says for each form of action whether it is simulated', () => {
    expect(actionForms.filter(({ id }) => !isSimulated(id)).map(({ id }) => id)).toEqual([
      'drain node',
      'isolate node',
      'rejoin node',
      'fail network',
      'repair network',
      'fail site',
      'repair site',
      'fail rack',
      'repair rack',
      'disconnect network',
      'connect network',
      'partition',
      'heal partition',
      'drain nlb_host',
    ]);
  });

  it('is an expectation of something that is not there, or that no run knows yet', () => {
    const guest = 'guest_cluster "G" { members = [V]  group "Inner" { generic_service "Svc" { } } }';
    const scenario = 'scenario "s" {\n  expect X online\n  expect Svc online\n  expect S online\n}';
    const text = [two, machineGroup({ name: 'V' }), serviceGroup('S', '', ''), guest, scenario].join('\n');
    const design = clusterOf(text);
    const [first] = design.scenarios.all;
    expect(first && problemsOfInput(design, inputOfScenario(first)).map(({ message }) => message)).toEqual([
      "There is no resource, group, disk, node or workload 'X' in this design.",
      "'Svc online' cannot be judged yet: no run knows what Svc does.",
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
  const reached: readonly (readonly [string, string, readonly string[]])[] = [
    ['next-by-number', [headOf({ nodes: 3 }), s].join('\n'), ['0s fail node HV-01']],
    ['fewest-groups-tie', [headOf({ nodes: 3, version: '2008R2' }), s].join('\n'), ['0s fail node HV-01']],
    ['ranked-2012', [headOf({ nodes: 3, version: '2022' }), s].join('\n'), ['0s fail node HV-01']],
  ];

  it('are all reached', () => {
    expect(reached.map(([id]) => id)).toEqual(Object.keys(rules));
  });

  it.each(reached)('%s', (id, design, lines) => {
    expect(ruleIds(runOf(clusterOf(design), lines))).toContain(id);
  });
});
