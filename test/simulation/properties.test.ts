import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cluster } from '../../src/model/cluster';
import { createTimeline, finalOf, runToJson, simulate } from '../../src/simulation';
import type { Run } from '../../src/simulation';
import type { ClusterState } from '../../src/simulation';
import { clusterOf } from '../support/design';
import { headOf, inputOf, machineGroup, nodeName } from './support';

const nodeCount = 3;
const groupNames = ['K', 'L', 'M'];
const versions = ['2008', '2008R2', '2012', '2022'];

const nodes = Array.from({ length: nodeCount }, (_, index) => nodeName(index + 1));

const group = fc.record({
  owner: fc.constantFrom(...nodes),
  preferred: fc.shuffledSubarray(nodes),
  failback: fc.boolean(),
  memory: fc.constantFrom('1GB', '16GB', '24GB'),
  threshold: fc.constantFrom('', 'failover_threshold = 1'),
  restart: fc.constantFrom('', 'restart_threshold = 0', 'restart_action = restart', 'restart_action = none'),
  offline: fc.constantFrom('save', 'turn_off', 'shut_down'),
});

const design = fc
  .record({
    version: fc.constantFrom(...versions),
    quorum: fc.constantFrom('model = node_majority', 'model = node_and_disk_majority  witness = Witness'),
    groups: fc.tuple(group, group, group),
  })
  .map(({ version, quorum, groups }) =>
    [
      headOf({ version, nodes: nodeCount, quorum }),
      ...groups.map((one, index) => {
        const list = one.preferred.length > 0 ? `preferred_owners = [${one.preferred.join(', ')}]` : '';
        return machineGroup({
          name: groupNames[index] ?? 'K',
          group: `owner = ${one.owner} ${list} auto_failback = ${String(one.failback)} ${one.threshold}`,
          machine: `${one.restart}  offline_action = ${one.offline}`,
          memory: one.memory,
        });
      }),
    ].join('\n'),
  );

const node = fc.constantFrom(...nodes);
const name = fc.constantFrom(...groupNames);

const action = fc.oneof(
  fc
    .tuple(fc.constantFrom('fail', 'repair', 'stop', 'start', 'pause', 'resume'), node)
    .map(([verb, on]) => `${verb} node ${on}`),
  fc
    .tuple(fc.constantFrom('crash', 'stop', 'start', 'save'), name)
    .map(([verb, of]) => `${verb} virtual_machine ${of}`),
  fc.tuple(fc.constantFrom('fail', 'repair'), name).map(([verb, of]) => `${verb} disk "${of} disk"`),
  fc.tuple(fc.constantFrom('online', 'offline'), name).map(([verb, of]) => `${verb} group ${of}`),
  fc.tuple(fc.constantFrom('', ' permanently'), name).map(([how, of]) => `fail resource "${of} configuration"${how}`),
  fc.tuple(node, name).map(([to, of]) => `move group ${of} to ${to}`),
  fc.constantFrom('move group K', 'fail witness', 'repair witness', 'fail storage SAN', 'repair storage SAN'),
  fc.tuple(node).map(([on]) => `disconnect node ${on} from storage SAN`),
);

const story = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 5000 }), action), { minLength: 1, maxLength: 8 })
  .map((lines) => lines.map(([seconds, what]) => `${String(seconds)}s ${what}`));

function everyMoment(run: Run, check: (state: ClusterState) => void): void {
  const timeline = createTimeline(run);
  check(timeline.state);
  while (timeline.forward()) check(timeline.state);
}

function snapshot(cluster: Cluster, run: Run, step: number): string {
  return JSON.stringify(finalOf(cluster, { ...run, events: run.events.slice(0, step) }));
}

function forAllRuns(check: (cluster: Cluster, run: Run, text: string, lines: readonly string[]) => void): void {
  fc.assert(
    fc.property(design, story, (text, lines) => {
      const cluster = clusterOf(text);
      check(cluster, simulate(cluster, inputOf(lines)), text, lines);
    }),
    { numRuns: 50 },
  );
}

describe('every run', () => {
  it('ends by itself', () => {
    forAllRuns((_, run) => {
      expect(run.bounded).toBe(false);
    });
  });

  it('is a function of its input: equal input gives equal bytes', () => {
    forAllRuns((cluster, run, text, lines) => {
      const locate = (): never => {
        throw new Error('no expectation is there to be located');
      };
      const again = clusterOf(text);
      const second = simulate(again, inputOf(lines));
      expect(JSON.stringify(runToJson(again, second, locate))).toBe(JSON.stringify(runToJson(cluster, run, locate)));
    });
  });

  it('has times that never run back, ids in order, and a cause for every event but actions and those at its start', () => {
    forAllRuns((_, run) => {
      let time = 0;
      for (const [index, event] of run.events.entries()) {
        expect(event.id).toBe(index + 1);
        expect(event.time_ms).toBeGreaterThanOrEqual(time);
        time = event.time_ms;
        if (event.cause === null) expect(event.kind === 'action' || event.time_ms === 0).toBe(true);
        else expect(event.cause).toBeLessThan(event.id);
        if (event.kind === 'action') expect(event.cause).toBeNull();
      }
    });
  });

  it('says nothing where nothing changed', () => {
    forAllRuns((_, run) => {
      for (const event of run.events) {
        expect(event.from === undefined || event.from !== event.to).toBe(true);
        for (const change of event.changes) expect(change.before).not.toBe(change.after);
      }
    });
  });

  it('keeps each resource on the node that owns its group, and each disk with its group', () => {
    forAllRuns((cluster, run) => {
      everyMoment(run, (state) => {
        for (const group of cluster.groups.all) {
          const owner = state.get('group', group.name, 'owner');
          for (const resource of group.resources) {
            const on = state.get('resource', resource.name, 'on');
            const active = ['online', 'online_pending', 'offline_pending'].includes(
              String(state.get('resource', resource.name, 'state')),
            );
            expect(active).toBe(on !== null);
          }
          expect(owner).not.toBeNull();
        }
      });
      const final = finalOf(cluster, run);
      for (const name of groupNames) expect(final.disks[`${name} disk`]?.['owner']).toBe(final.groups[name]?.['owner']);
    });
  });

  it('has nothing online on a node that is down, nor anything while the cluster is stopped', () => {
    forAllRuns((cluster, run) => {
      const final = finalOf(cluster, run);
      for (const words of Object.values(final.groups)) {
        const ownerState = final.nodes[String(words['owner'])]?.['state'];
        if (words['state'] === 'online') expect(ownerState === 'up' || ownerState === 'paused').toBe(true);
      }
      if (final.cluster === 'stopped') {
        for (const words of Object.values(final.resources)) expect(words['state']).not.toBe('online');
      }
    });
  });

  it('is the same state backwards and then forwards again', () => {
    forAllRuns((cluster, run) => {
      const timeline = createTimeline(run);
      const read = (): readonly unknown[] =>
        run.events.flatMap(({ changes }) =>
          changes.map(({ subject, property }) => timeline.state.get(subject.kind, subject.name, property)),
        );
      const start = read();
      timeline.goTo(run.events.length);
      const end = read();
      const middle = Math.floor(run.events.length / 2);
      timeline.goTo(middle);
      const there = read();
      timeline.goTo(0);
      expect(read()).toEqual(start);
      timeline.goTo(middle);
      expect(read()).toEqual(there);
      timeline.goTo(run.events.length);
      expect(read()).toEqual(end);
      expect(snapshot(cluster, run, run.events.length)).toBe(JSON.stringify(finalOf(cluster, run)));
    });
  });
});
