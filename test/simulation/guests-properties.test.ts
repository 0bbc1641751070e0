import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cluster } from '../../src/model/cluster';
import { createTimeline, finalOf, runToJson, simulate } from '../../src/simulation';
import type { ClusterState, Run } from '../../src/simulation';
import { clusterOf } from '../support/design';
import { guestDesign, memberNames } from './guests-support';
import { inputOf, nodeName } from './support';

const members = memberNames.slice(0, 3);
const hosts = [1, 2, 3].map(nodeName);

const design = fc
  .record({
    version: fc.constantFrom('2008', '2008R2', '2012', '2022'),
    guest: fc.constantFrom('', 'version = "2012R2"', 'same_subnet_delay = 2s  same_subnet_threshold = 120'),
    quorum: fc.constantFrom('model = node_majority', 'model = node_and_disk_majority  witness = GW'),
    places: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    offline: fc.constantFrom('save', 'turn_off', 'shut_down'),
    group: fc.constantFrom('owner = A', 'preferred_owners = [B, A]  auto_failback = true'),
  })
  .map(({ places, offline, ...plan }) => {
    const inside = guestDesign({ ...plan, hosts: places, machine: `offline_action = ${offline}` });
    const disks = 'disk "GW" { storage = SAN }\ndisk "Data" { storage = SAN }\n';
    const farm = `nlb_cluster "WEB" { members = [${members.join(', ')}]  minimum = 2 }`;
    return `${disks}${inside.replace('generic_service', 'physical_disk Data\n    generic_service')}\n${farm}`;
  });

const host = fc.constantFrom(...hosts);
const member = fc.constantFrom(...members);

const action = fc.oneof(
  fc.tuple(fc.constantFrom('fail', 'repair', 'stop', 'start'), host).map(([verb, on]) => `${verb} node ${on}`),
  fc
    .tuple(fc.constantFrom('crash', 'stop', 'start', 'save'), member)
    .map(([verb, of]) => `${verb} virtual_machine ${of}`),
  fc.tuple(fc.constantFrom('isolate', 'rejoin'), host).map(([verb, on]) => `${verb} node ${on}`),
  fc.constantFrom('partition [HV-01] from [HV-02, HV-03]', 'heal partition'),
  fc.tuple(member, host).map(([of, to]) => `move group ${of} to ${to}`),
  member.map((to) => `move group App to ${to}`),
  member.map((of) => `drain nlb_host ${of}`),
  fc.constantFrom('online', 'offline').map((verb) => `${verb} group App`),
  fc.constantFrom('fail resource Svc', 'fail resource Svc permanently', 'repair resource Svc', 'fail disk Data'),
  fc.constantFrom('repair disk Data', 'fail disk GW', 'repair disk GW', 'fail storage SAN', 'repair storage SAN'),
);

const story = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 600 }), action), { minLength: 1, maxLength: 8 })
  .map((lines) => lines.map(([seconds, what]) => `${String(seconds)}s ${what}`));

function forAllRuns(check: (cluster: Cluster, run: Run, text: string, lines: readonly string[]) => void): void {
  fc.assert(
    fc.property(design, story, (text, lines) => {
      const cluster = clusterOf(text);
      check(cluster, simulate(cluster, inputOf(lines)), text, lines);
    }),
    { numRuns: 60 },
  );
}

/** The state after all that happens at each instant: within one, causes come before what follows from them. */
function everyInstant(run: Run, check: (state: ClusterState) => void): void {
  const timeline = createTimeline(run);
  for (const [index, { time_ms }] of run.events.entries()) {
    timeline.forward();
    if (run.events[index + 1]?.time_ms !== time_ms) check(timeline.state);
  }
}

const resources = ['Svc', 'Data'];

describe('every run with guests', () => {
  it('ends by itself, with a cause for everything', () => {
    forAllRuns((_, run) => {
      expect(run.bounded).toBe(false);
      for (const { id, kind, time_ms, cause } of run.events) {
        if (cause === null) expect(kind === 'action' || time_ms === 0).toBe(true);
        else expect(cause).toBeLessThan(id);
      }
    });
  });

  it('has a guest resource online on one member at most: one that is up, whose machine runs, with quorum', () => {
    forAllRuns((_, run) => {
      everyInstant(run, (state) => {
        for (const name of resources) {
          if (state.get('resource', name, 'state') !== 'online') continue;
          const on = String(state.get('resource', name, 'on'));
          expect(on).toBe(state.get('group', 'App', 'owner'));
          expect(state.get('node', on, 'state', 'FC')).toBe('up');
          expect(['online', 'offline_pending']).toContain(state.get('resource', on, 'state'));
          expect(state.get('guest_cluster', 'FC', 'state')).not.toBe('stopped');
        }
      });
    });
  });

  it('has each guest node up only while its guest answers or shuts down', () => {
    forAllRuns((_, run) => {
      everyInstant(run, (state) => {
        for (const name of members) {
          if (state.get('node', name, 'state', 'FC') !== 'up') continue;
          const serving = state.get('virtual_machine', name, 'state') === 'serving';
          expect(serving || state.get('resource', name, 'state') === 'offline_pending').toBe(true);
        }
      });
    });
  });

  it('says that the guest cluster serves exactly while it runs with its groups online', () => {
    forAllRuns((_, run) => {
      everyInstant(run, (state) => {
        const serves = state.get('guest_cluster', 'FC', 'state') === 'serving';
        if (serves) expect(state.get('group', 'App', 'state')).toBe('online');
        if (state.get('group', 'App', 'state') === 'online') expect(serves).toBe(true);
      });
    });
  });

  it('counts for the farm no host that does not answer', () => {
    forAllRuns((_, run) => {
      everyInstant(run, (state) => {
        const answering = members.filter((name) => state.get('virtual_machine', name, 'state') === 'serving').length;
        const hostsThere = Number(state.get('nlb_cluster', 'WEB', 'present'));
        expect(hostsThere).toBeLessThanOrEqual(answering);
        expect(state.get('nlb_cluster', 'WEB', 'state') === 'serving').toBe(hostsThere >= 2);
      });
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

  it('is the same state backwards and then forwards again', () => {
    forAllRuns((_, run) => {
      const timeline = createTimeline(run);
      const read = (): readonly unknown[] =>
        run.events.flatMap(({ changes }) =>
          changes.map(({ subject, property }) =>
            timeline.state.get(subject.kind, subject.name, property, subject.cluster),
          ),
        );
      const start = read();
      const middle = Math.floor(run.events.length / 2);
      timeline.goTo(middle);
      const there = read();
      timeline.goTo(run.events.length);
      const end = read();
      timeline.goTo(0);
      expect(read()).toEqual(start);
      timeline.goTo(middle);
      expect(read()).toEqual(there);
      timeline.goTo(run.events.length);
      expect(read()).toEqual(end);
    });
  });

  it('is a function of its input: equal input gives equal bytes', () => {
    const locate = (): never => {
      throw new Error('no expectation is there to be located');
    };
    forAllRuns((cluster, run, text, lines) => {
      const again = clusterOf(text);
      const second = simulate(again, inputOf(lines));
      expect(JSON.stringify(runToJson(again, second, locate))).toBe(JSON.stringify(runToJson(cluster, run, locate)));
      expect(finalOf(cluster, simulate(cluster, inputOf(lines)))).toEqual(finalOf(cluster, run));
    });
  });
});
