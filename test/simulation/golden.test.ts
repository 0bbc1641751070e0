import { describe, expect, it } from 'vitest';
import { candidatesOf, createTimeline, finalOf } from '../../src/simulation';
import { clusterOf } from '../support/design';
import { readable, runOf } from './support';

/** The seed article's Figure 1: two hosts, VM2 with its disk on HostA (language.md). */
const figure = `
cluster "HV-CLUSTER" {
  version = "2008"
  quorum { model = node_and_disk_majority  witness = Witness }
}
network "LAN" { role = cluster_and_client }
network "Heartbeat" { role = cluster }
node "HostA" { memory = 32GB  networks = [LAN, Heartbeat] }
node "HostB" { memory = 32GB  networks = [LAN, Heartbeat] }
storage "SAN1" { nodes = [HostA, HostB] }
disk "Witness" { storage = SAN1 }
disk "LUN2" { storage = SAN1  volume "G:" { } }
group "VM2" {
  owner = HostA
  preferred_owners = [HostA, HostB]
  auto_failback = true
  failback_window_start = 1
  failback_window_end = 3
  physical_disk LUN2
  virtual_machine_configuration "VM2 Configuration" { path = "G:\\VM2\\vm2.xml"  depends_on = LUN2 }
  virtual_machine "VM2" {
    memory = 4GB
    configuration = "VM2 Configuration"
    vhd "G:\\VM2\\os.vhd" { }
    depends_on = "VM2 Configuration" and LUN2
    workload "Order entry" { monitored = true }
  }
}
`;

/** One line an event: time, id, what happened, and the event it follows from. */
const expected = [
  '      0 ms   1 action: fail node HostA',
  '      0 ms   2 node: HostA loses power (after 1)',
  '      0 ms   3 resource: VM2 stops with HostA (after 2)',
  '      0 ms   4 workload: Order entry stops with VM2 (after 3)',
  '      0 ms   5 resource: VM2 Configuration stops with HostA (after 2)',
  '      0 ms   6 resource: LUN2 stops with HostA (after 2)',
  '      0 ms   7 group: Group VM2 is offline on HostA (after 6)',
  '   5000 ms   8 membership: HostA missed 5 heartbeats and is held dead (after 2)',
  '   5000 ms   9 quorum: The cluster goes on: 2 of 3 votes are present and 2 are needed (after 8)',
  '   5000 ms  10 disk: HostB owns the disk Witness (after 8)',
  '   5000 ms  11 placement: Group VM2 goes to HostB (after 8)',
  '   5000 ms  12 group: Group VM2 is now owned by HostB (after 11)',
  '   5000 ms  13 disk: HostB owns the disk LUN2 (after 12)',
  '   5000 ms  14 resource: LUN2 comes online on HostB (after 12)',
  '   5000 ms  15 group: Group VM2 is pending on HostB (after 14)',
  '   6000 ms  16 resource: LUN2 is online on HostB (after 14)',
  '   6000 ms  17 resource: VM2 Configuration comes online on HostB (after 16)',
  '   6500 ms  18 resource: VM2 Configuration is online on HostB (after 17)',
  '   6500 ms  19 resource: VM2 starts on HostB (after 18)',
  '  26500 ms  20 resource: VM2 is online on HostB (after 19)',
  '  26500 ms  21 group: Group VM2 is online on HostB (after 20)',
  '  86500 ms  22 workload: VM2 has booted and serves (after 20)',
  '  86500 ms  23 workload: Order entry serves (after 22)',
  '1800000 ms  24 action: repair node HostA',
  '1800000 ms  25 node: HostA is a member of the cluster again (after 24)',
  '1800000 ms  26 quorum: The cluster goes on: 3 of 3 votes are present and 2 are needed (after 25)',
  '3600000 ms  27 placement: Group VM2 goes back to HostA, which stands higher among its preferred owners (after 25)',
  '3600000 ms  28 resource: VM2 is saved on HostB (after 27)',
  '3600000 ms  29 workload: Order entry stops with VM2 (after 28)',
  '3600000 ms  30 group: Group VM2 is pending on HostB (after 28)',
  '3652200 ms  31 resource: VM2 is offline on HostB (after 28)',
  '3652200 ms  32 resource: VM2 Configuration goes offline on HostB (after 31)',
  '3652700 ms  33 resource: VM2 Configuration is offline on HostB (after 32)',
  '3652700 ms  34 resource: LUN2 goes offline on HostB (after 33)',
  '3653700 ms  35 resource: LUN2 is offline on HostB (after 34)',
  '3653700 ms  36 group: Group VM2 is now owned by HostA (after 35)',
  '3653700 ms  37 disk: HostA owns the disk LUN2 (after 36)',
  '3653700 ms  38 resource: LUN2 comes online on HostA (after 36)',
  '3654700 ms  39 resource: LUN2 is online on HostA (after 38)',
  '3654700 ms  40 resource: VM2 Configuration comes online on HostA (after 39)',
  '3655200 ms  41 resource: VM2 Configuration is online on HostA (after 40)',
  '3655200 ms  42 resource: VM2 is restored on HostA (after 41)',
  '3707400 ms  43 resource: VM2 is online on HostA (after 42)',
  '3707400 ms  44 workload: Order entry serves (after 43)',
  '3707400 ms  45 group: Group VM2 is online on HostA (after 43)',
];

describe('HostA of Figure 1 loses power and is back half an hour later', () => {
  const cluster = clusterOf(figure);
  const run = runOf(cluster, ['0s fail node HostA', '30m repair node HostA']);

  it('reads as the story it is', () => {
    expect(readable(run)).toEqual(expected);
  });

  it('lists every node with its reason in a decision', () => {
    const placements = run.events.filter(({ kind }) => kind === 'placement');
    expect(placements.map(candidatesOf)).toEqual([
      [
        { node: 'HostA', chosen: false, rejected_by: 'down' },
        { node: 'HostB', chosen: true },
      ],
      [
        { node: 'HostA', chosen: true },
        { node: 'HostB', chosen: false, rejected_by: 'already_tried' },
      ],
    ]);
  });

  it('has its outages: the crash with its boot, then the way home', () => {
    expect(run.outages.map(({ subject, from_ms, to_ms }) => [subject.name, from_ms, to_ms])).toEqual([
      ['VM2', 0, 86_500],
      ['Order entry', 0, 86_500],
      ['VM2', 3_600_000, 3_707_400],
      ['Order entry', 3_600_000, 3_707_400],
    ]);
  });

  it('ends where the design began', () => {
    expect(finalOf(cluster, run)).toEqual({
      time_ms: 3_707_400,
      cluster: 'running',
      quorum: { votes: 3, present: 3, needed: 2 },
      nodes: { HostA: { state: 'up' }, HostB: { state: 'up' } },
      groups: { VM2: { state: 'online', owner: 'HostA' } },
      resources: { LUN2: { state: 'online' }, 'VM2 Configuration': { state: 'online' }, VM2: { state: 'online' } },
      disks: { Witness: { owner: 'HostB', state: 'online' }, LUN2: { owner: 'HostA', state: 'online' } },
      workloads: { 'Order entry': { state: 'serving', on: 'VM2' } },
      guest_clusters: {},
      nlb_clusters: {},
      waiting: [],
      bounded: false,
    });
  });

  it('can be walked back to its start', () => {
    const timeline = createTimeline(run);
    timeline.goTo(9);
    expect([timeline.step, timeline.state.get('node', 'hosta', 'state')]).toEqual([9, 'down']);
    timeline.goTo(-1);
    expect([timeline.step, timeline.back(), timeline.state.get('node', 'HostA', 'state')]).toEqual([0, false, 'up']);
    timeline.goTo(Infinity);
    expect([timeline.step, timeline.forward()]).toEqual([run.events.length, false]);
  });
});
