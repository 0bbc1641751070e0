import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cluster } from '../../src/model/cluster';
import { nodeMb, machineMb } from '../../src/model/memory';
import { possibleOwners } from '../../src/model/owners';
import { candidatesOf, createTimeline, simulate } from '../../src/simulation';
import type { ClusterState, Run } from '../../src/simulation';
import { clusterOf } from '../support/design';
import { headOf, inputOf, machineGroup, nodeName } from './support';

const nodeCount = 4;
const groupNames = ['K', 'L', 'M', 'O'];
const nodes = Array.from({ length: nodeCount }, (_, index) => nodeName(index + 1));

/** From which release on each attribute may be written. */
const since2012 = ['2012', '2016', '2022'];

const group = fc.record({
  owner: fc.constantFrom('', ...nodes.map((name) => `owner = ${name}`)),
  priority: fc.constantFrom('', 'priority = high', 'priority = low'),
  affinity: fc.constantFrom('', 'anti_affinity_class_names = ["X"]', 'anti_affinity_class_names = ["x", "Y"]'),
  threshold: fc.constantFrom('', 'failover_threshold = 1', 'failover_threshold = 100'),
  memory: fc.constantFrom('1GB', '12GB', '20GB', '29GB'),
  possible: fc.shuffledSubarray(nodes, { minLength: 1 }),
  restart: fc.constantFrom('', 'restart_threshold = 0', 'restart_action = restart', 'restart_delay = 0s'),
  times: fc.constantFrom('', 'online_time = 0s', 'retry_period_on_failure = 30m  restart_period = 1m'),
});

const design = fc
  .record({
    version: fc.constantFrom('2008', '2008R2', ...since2012),
    enforced: fc.boolean(),
    groups: fc.tuple(group, group, group, group),
  })
  .map(({ version, enforced, groups }) => {
    const modern = since2012.includes(version);
    const cluster = modern ? `cluster_enforced_anti_affinity = ${String(enforced)}` : '';
    return [
      headOf({ version, nodes: nodeCount, cluster }),
      ...groups.map((one, index) =>
        machineGroup({
          name: groupNames[index] ?? 'K',
          group: [one.owner, modern ? one.priority : '', one.affinity, one.threshold].join('  '),
          machine: `${one.restart}  ${one.times}  possible_owners = [${one.possible.join(', ')}]`,
          memory: one.memory,
        }),
      ),
    ].join('\n');
  });

const node = fc.constantFrom(...nodes);
const name = fc.constantFrom(...groupNames);

const action = fc.oneof(
  fc
    .tuple(fc.constantFrom('fail', 'repair', 'stop', 'pause', 'resume'), node)
    .map(([verb, on]) => `${verb} node ${on}`),
  fc.tuple(fc.constantFrom('crash', 'save', 'start'), name).map(([verb, of]) => `${verb} virtual_machine ${of}`),
  fc.tuple(fc.constantFrom('fail', 'repair'), name).map(([verb, of]) => `${verb} disk "${of} disk"`),
  fc.tuple(fc.constantFrom('online', 'offline'), name).map(([verb, of]) => `${verb} group ${of}`),
  name.map((of) => `fail resource "${of} configuration" permanently`),
  fc.tuple(node, name).map(([to, of]) => `move group ${of} to ${to} quick`),
  fc
    .tuple(fc.constantFrom('disconnect', 'connect'), node)
    .map(([verb, on]) => `${verb} node ${on} ${verb === 'connect' ? 'to' : 'from'} storage SAN`),
);

const story = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 4000 }), action), { minLength: 1, maxLength: 10 })
  .map((lines) => lines.map(([seconds, what]) => `${String(seconds)}s ${what}`));

function forAllRuns(check: (cluster: Cluster, run: Run) => void): void {
  fc.assert(
    fc.property(design, story, (text, lines) => {
      const cluster = clusterOf(text);
      check(cluster, simulate(cluster, inputOf(lines)));
    }),
    { numRuns: 60 },
  );
}

/** Looks at the state after all events of each instant. */
function atEachInstant({ events, ...run }: Run, check: (state: ClusterState, time_ms: number) => void): void {
  const timeline = createTimeline({ ...run, events });
  for (const [index, { time_ms }] of events.entries()) {
    timeline.forward();
    if (events[index + 1]?.time_ms !== time_ms) check(timeline.state, time_ms);
  }
}

const active = (state: ClusterState, resource: string): boolean =>
  ['online', 'online_pending', 'offline_pending'].includes(String(state.get('resource', resource, 'state')));

describe('placement over random clusters and faults', () => {
  it('never gives a node more than its memory', () => {
    forAllRuns((cluster, run) => {
      atEachInstant(run, (state) => {
        for (const host of cluster.nodes.all) {
          const used = cluster.virtualMachines.all
            .filter((machine) => active(state, machine.name) && state.get('resource', machine.name, 'on') === host.name)
            .reduce((sum, machine) => sum + machineMb(machine), 0);
          expect(used).toBeLessThanOrEqual(nodeMb(host));
        }
      });
    });
  });

  it('never has a dependent online without what it depends on', () => {
    forAllRuns((cluster, run) => {
      atEachInstant(run, (state) => {
        for (const name of groupNames) {
          const online = (resource: string): boolean => state.get('resource', resource, 'state') === 'online';
          if (online(name)) expect(online(`${name} configuration`)).toBe(true);
          if (online(`${name} configuration`)) expect(online(`${name} disk`)).toBe(true);
        }
        expect(cluster.groups.all.length).toBe(groupNames.length);
      });
    });
  });

  it('has a resource online only on a possible owner that is up, and reaches its disk or is about to notice that it does not', () => {
    forAllRuns((cluster, run) => {
      const cut = new Map<string, number>();
      for (const { time_ms, text } of run.events.filter(({ kind }) => kind === 'action')) {
        const [verb, , on] = text.split(' ');
        if (verb === 'disconnect' && on !== undefined && !cut.has(on)) cut.set(on, time_ms);
        if (verb === 'connect') cut.clear();
      }
      atEachInstant(run, (state, time_ms) => {
        for (const one of cluster.groups.all) {
          for (const { name, values } of one.resources) {
            if (state.get('resource', name, 'state') !== 'online') continue;
            const on = String(state.get('resource', name, 'on'));
            expect(possibleOwners(cluster, one).map((owner) => owner.name)).toContain(on);
            expect(['up', 'paused', 'isolated']).toContain(state.get('node', on, 'state'));
            const since = cut.get(on);
            const connected = run.events.some(({ kind, text }) => kind === 'action' && text.startsWith('connect'));
            if (since !== undefined && time_ms >= since && !connected) {
              expect(time_ms).toBeLessThan(since + values.looks_alive_poll_interval);
            }
          }
        }
      });
    });
  });

  it('keeps each disk with the owner of its group', () => {
    forAllRuns((_, run) => {
      atEachInstant(run, (state) => {
        for (const name of groupNames) {
          expect(state.get('disk', `${name} disk`, 'owner')).toBe(state.get('group', name, 'owner'));
        }
      });
    });
  });

  it('has one chosen candidate in a decision that leads somewhere, and says why of every other', () => {
    forAllRuns((cluster, run) => {
      for (const event of run.events) {
        if (event.kind !== 'placement') continue;
        const candidates = candidatesOf(event);
        expect(candidates.map((one) => one.node)).toEqual(cluster.nodes.all.map((one) => one.name));
        expect(candidates.filter(({ chosen }) => chosen).map((one) => one.node)).toEqual(
          event.node === undefined ? [] : [event.node],
        );
        for (const { chosen, rejected_by } of candidates) expect(chosen).toBe(rejected_by === undefined);
      }
    });
  });

  it('never has two groups of one class started on one node where that is enforced', () => {
    forAllRuns((cluster, run) => {
      if (!cluster.settings?.values.cluster_enforced_anti_affinity) return;
      const begun = run.events.filter(
        ({ kind, to, time_ms }) => kind === 'resource' && to === 'online_pending' && time_ms > 0,
      );
      const timeline = createTimeline(run);
      for (const { id, subject } of begun) {
        timeline.goTo(id);
        const machine = cluster.virtualMachines.get(subject.name.toLowerCase());
        if (!machine) continue;
        const on = timeline.state.get('resource', subject.name, 'on');
        const classes = (key: string): readonly string[] =>
          (cluster.groups.get(key)?.values.anti_affinity_class_names ?? []).map((one) => one.toLowerCase());
        const rivals = cluster.virtualMachines.all.filter(
          (other) => other !== machine && classes(other.group).some((one) => classes(machine.group).includes(one)),
        );
        const there = rivals.filter(
          ({ name }) =>
            timeline.state.get('resource', name, 'state') === 'online' &&
            timeline.state.get('resource', name, 'on') === on,
        );
        expect(there.map((other) => other.name)).toEqual([]);
      }
    });
  });

  it('ends by itself', () => {
    forAllRuns((_, run) => {
      expect(run.bounded).toBe(false);
    });
  });
});
