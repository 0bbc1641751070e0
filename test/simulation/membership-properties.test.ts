import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cluster } from '../../src/model/cluster';
import { createTimeline, finalOf, runToJson, simulate } from '../../src/simulation';
import type { ClusterState, Run } from '../../src/simulation';
import { clusterOf } from '../support/design';
import { inputOf, nodeName } from './support';

const nodes = Array.from({ length: 4 }, (_, index) => nodeName(index + 1));
const networks = ['LAN', 'Heartbeat', 'Far', 'iSCSI'];
const machines = ['K', 'L'];
const services = ['S', 'T'];
const quorums = [
  'model = node_majority',
  'model = node_and_disk_majority  witness = Witness',
  'model = node_and_file_share_majority  witness = "\\\\DC\\Witness"',
  'model = disk_only  witness = Witness',
];

/** Nodes 1 to 3 share two networks; the last may stand in a subnet of its own. */
const design = fc
  .record({
    version: fc.constantFrom('2008', '2008R2', '2012', '2012R2', '2016', '2022'),
    quorum: fc.constantFrom(...quorums),
    apart: fc.boolean(),
    period: fc.constantFrom('', 'resiliency_default_period = 0s', 'resiliency_default_period = 30s'),
    regroup: fc.constantFrom('', 'regroup_time = 2s'),
    kind: fc.constantFrom('smb', 'fibre_channel'),
    owners: fc.array(fc.constantFrom(...nodes), { minLength: 4, maxLength: 4 }),
  })
  .map(({ version, quorum, apart, period, regroup, kind, owners }) =>
    [
      `cluster "C" { version = "${version}"  ${period}  ${regroup}`,
      `  quorum { ${quorum} }`,
      '}',
      'site "East" { }',
      'site "West" { }',
      'network "LAN" { role = cluster_and_client }',
      'network "Heartbeat" { role = cluster }',
      'network "Far" { role = cluster_and_client }',
      'network "iSCSI" { role = none }',
      'storage "SAN" { site = East }',
      `storage "Files" { kind = ${kind} }`,
      'disk "Witness" { storage = SAN }',
      'disk "D" { storage = Files  shared_volume = true  volume "C:\\ClusterStorage\\V" { } }',
      ...nodes.map((name, index) => {
        const own = apart && index === nodes.length - 1 ? '[Far]' : '[LAN, Heartbeat, iSCSI]';
        const site = index < nodes.length / 2 ? 'East' : 'West';
        return `node "${name}" { memory = 32GB  networks = ${own}  site = ${site} }`;
      }),
      ...machines.map((name, index) =>
        [
          `group "${name}" { owner = ${owners[index] ?? ''}`,
          `  virtual_machine "${name}" { memory = 4GB  vhd "C:\\ClusterStorage\\V\\${name}.vhd" }`,
          '}',
        ].join('\n'),
      ),
      ...services.map(
        (name, index) => `group "${name}" { owner = ${owners[index + 2] ?? ''}  generic_service "${name}" { } }`,
      ),
    ].join('\n'),
  );

const node = fc.constantFrom(...nodes);
const sides = fc
  .shuffledSubarray(nodes, { minLength: 2, maxLength: 4 })
  .chain((some) => fc.tuple(fc.constant(some), fc.integer({ min: 1, max: some.length - 1 })))
  .map(([some, cut]) => `partition [${some.slice(0, cut).join(', ')}] from [${some.slice(cut).join(', ')}]`);
const group = fc.constantFrom(...machines, ...services);

const action = fc.oneof(
  { arbitrary: sides, weight: 3 },
  { arbitrary: fc.constant('heal partition'), weight: 2 },
  {
    arbitrary: fc
      .tuple(fc.constantFrom('isolate', 'rejoin', 'drain', 'resume', 'fail', 'repair', 'stop', 'start'), node)
      .map(([verb, on]) => `${verb} node ${on}`),
    weight: 6,
  },
  {
    arbitrary: fc
      .tuple(fc.constantFrom('fail', 'repair'), fc.constantFrom(...networks))
      .map(([verb, of]) => `${verb} network ${of}`),
    weight: 3,
  },
  fc.tuple(node, fc.constantFrom(...networks)).map(([on, of]) => `disconnect node ${on} from network ${of}`),
  fc.tuple(node, fc.constantFrom(...networks)).map(([on, of]) => `connect node ${on} to network ${of}`),
  fc.constantFrom('fail site East', 'repair site East', 'fail witness', 'repair witness'),
  node.map((on) => `force quorum on node ${on}`),
  fc.tuple(group, node).map(([of, to]) => `move group ${of} to ${to}`),
  fc.constantFrom(...machines).map((of) => `crash virtual_machine ${of}`),
);

const story = fc
  .array(fc.tuple(fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 9000 })), action), {
    minLength: 1,
    maxLength: 12,
  })
  .map((lines) => lines.map(([seconds, what]) => `${String(seconds)}s ${what}`));

type Check = (cluster: Cluster, run: Run, text: string, lines: readonly string[]) => void;

function forAllRuns(check: Check): void {
  fc.assert(
    fc.property(design, story, (text, lines) => {
      const cluster = clusterOf(text);
      check(cluster, simulate(cluster, inputOf(lines)), text, lines);
    }),
    { numRuns: 150 },
  );
}

/** The state after all that happens at each instant: within one, things may be told one after the other. */
function everyInstant(run: Run, check: (state: ClusterState, time_ms: number) => void): void {
  const timeline = createTimeline(run);
  for (const [index, { time_ms }] of run.events.entries()) {
    timeline.forward();
    if (run.events[index + 1]?.time_ms !== time_ms) check(timeline.state, time_ms);
  }
}

function isOneOf(value: unknown, words: readonly string[]): boolean {
  return typeof value === 'string' && words.includes(value);
}

describe('a cluster whose networks fail, part and heal', () => {
  it('ends by itself, with a cause for every event but actions', () => {
    forAllRuns((_, run) => {
      expect(run.bounded).toBe(false);
      for (const event of run.events) {
        if (event.cause === null) expect(event.kind === 'action' || event.time_ms === 0).toBe(true);
        else expect(event.cause).toBeLessThan(event.id);
        expect(event.from === undefined || event.from !== event.to).toBe(true);
      }
    });
  });

  it('never has more votes present than there are, and runs only with enough of them unless it was forced to', () => {
    forAllRuns((cluster, run, _text, lines) => {
      const forced = lines.some((line) => line.includes('force quorum'));
      everyInstant(run, (state) => {
        const of = (property: 'votes' | 'present' | 'needed'): number =>
          Number(state.get('cluster', cluster.name, property));
        expect(of('present')).toBeLessThanOrEqual(of('votes'));
        expect(of('needed')).toBe(Math.floor(of('votes') / 2) + 1);
        const runs = state.get('cluster', cluster.name, 'state') === 'running';
        if (runs && !forced) expect(of('present')).toBeGreaterThanOrEqual(of('needed'));
      });
    });
  });

  it('has what is online on the owner of its group, and nothing online where the cluster service does not run', () => {
    forAllRuns((cluster, run) => {
      everyInstant(run, (state) => {
        for (const one of cluster.groups.all) {
          const owner = state.get('group', one.name, 'owner');
          for (const { name } of one.resources) {
            if (state.get('resource', name, 'state') !== 'online') continue;
            expect(state.get('resource', name, 'on')).toBe(owner);
            const where = state.get('node', String(owner), 'state');
            const isKept = state.get('group', one.name, 'status') === 'unmonitored' && where === 'isolated';
            expect(isKept || isOneOf(where, ['up', 'paused', 'quarantined'])).toBe(true);
            if (!isKept) expect(state.get('cluster', cluster.name, 'state')).toBe('running');
          }
        }
      });
    });
  });

  it('isolates and quarantines from 2016 on, and leaves no group unmonitored for ever', () => {
    forAllRuns((cluster, run) => {
      const apart = run.events.filter(({ to }) => to === 'isolated' || to === 'quarantined');
      if (!cluster.profile.computeResiliency) expect(apart).toEqual([]);
      for (const words of Object.values(finalOf(cluster, run).groups)) expect(words['status']).not.toBe('unmonitored');
      for (const words of Object.values(finalOf(cluster, run).nodes)) expect(words['state']).not.toBe('isolated');
    });
  });

  it('has no unmonitored machine that runs when the whole run is over in vain: what should run does, or says why not', () => {
    forAllRuns((cluster, run) => {
      const { groups, cluster: word } = finalOf(cluster, run);
      if (word !== 'running') return;
      for (const { state, status } of Object.values(groups))
        expect(state !== 'offline' || status === 'queued').toBe(true);
    });
  });

  it('is the same backwards and forwards, and equal input gives equal bytes', () => {
    const locate = (): never => {
      throw new Error('no expectation is there to be located');
    };
    forAllRuns((cluster, run, text, lines) => {
      const timeline = createTimeline(run);
      timeline.goTo(run.events.length);
      const end = run.events.flatMap(({ changes }) =>
        changes.map(({ subject, property }) => timeline.state.get(subject.kind, subject.name, property)),
      );
      timeline.goTo(0);
      timeline.goTo(run.events.length);
      const again = run.events.flatMap(({ changes }) =>
        changes.map(({ subject, property }) => timeline.state.get(subject.kind, subject.name, property)),
      );
      expect(again).toEqual(end);
      const twin = clusterOf(text);
      const second = runToJson(twin, simulate(twin, inputOf(lines)), locate);
      expect(JSON.stringify(second)).toBe(JSON.stringify(runToJson(cluster, run, locate)));
    });
  });
});
