import { describe, expect, it } from 'vitest';
import { createTimeline, finalOf, problemsOfInput } from '../../src/simulation';
import type { Run } from '../../src/simulation';
import { clusterOf } from '../support/design';
import { farmDesign, guestDesign, hostsOf } from './guests-support';
import { inputOf, runOf } from './support';

const three = guestDesign({ hosts: [1, 2, 3] });
const old = guestDesign({ version: '2008', hosts: [1, 2, 3] });

/** State and owner of the group App and of the guest cluster after the run. */
function endOf(design: string, lines: readonly string[], until_ms?: number): readonly unknown[] {
  const cluster = clusterOf(design);
  const { groups, guest_clusters } = finalOf(cluster, runOf(cluster, lines, until_ms));
  return [groups['App']?.['state'], groups['App']?.['owner'], guest_clusters['FC']?.state];
}

function textsOf(run: Run): readonly string[] {
  return run.events.map(({ text }) => text);
}

describe('what an action comes to inside a guest cluster', () => {
  const cases: readonly (readonly [string, readonly string[], readonly unknown[], number?])[] = [
    ['a crash moves what the node had', ['0s crash virtual_machine A'], ['online', 'B', 'serving'], 10_000],
    ['a crash elsewhere moves nothing', ['0s crash virtual_machine B'], ['online', 'A', 'serving'], 10_000],
    ['a stop sends groups away in order', ['0s stop virtual_machine A'], ['online', 'B', 'serving'], 4000],
    ['a saved node is missed', ['0s save virtual_machine A'], ['online', 'B', 'serving'], 8000],
    [
      'a start brings a node back',
      ['0s stop virtual_machine A', '2m start virtual_machine A'],
      ['online', 'B', 'serving'],
    ],
    ['a group moves to a member', ['0s move group App to D'], ['online', 'D', 'serving']],
    ['a group moves to the best member', ['0s move group App'], ['online', 'B', 'serving']],
    ['a group goes offline', ['0s offline group App'], ['offline', 'A', 'running']],
    ['and online', ['0s offline group App', '1m online group App'], ['online', 'A', 'serving']],
    ['a resource goes offline', ['0s offline resource Svc'], ['offline', 'A', 'running']],
    ['and online', ['0s offline resource Svc', '1m online resource Svc'], ['online', 'A', 'serving']],
    ['a failed resource is restarted', ['0s fail resource Svc'], ['online', 'A', 'serving']],
    ['or moves on', ['0s fail resource Svc', '10s fail resource Svc'], ['online', 'B', 'serving']],
    ['one that fails for good ends failed', ['0s fail resource Svc permanently'], ['failed', 'D', 'running'], 120_000],
    [
      'repaired it comes back at its retry',
      ['0s fail resource Svc permanently', '5m repair resource Svc'],
      ['online', 'D', 'serving'],
      7_200_000,
    ],
    [
      'without a majority it stops',
      ['0s crash virtual_machine A', '0s crash virtual_machine B'],
      ['offline', 'A', 'stopped'],
      10_000,
    ],
    ['and forms again', ['0s crash virtual_machine A', '0s crash virtual_machine B'], ['online', 'A', 'serving']],
  ];

  it.each(cases.map(([says, lines, expected, until]) => ({ says, lines, expected, until })))('$says', (one) => {
    expect(endOf(three, one.lines, one.until)).toEqual(one.expected);
  });

  it('stops where a guest shuts down that it could not do without', () => {
    const lines = ['0s stop virtual_machine A', '1m stop virtual_machine B'];
    expect(endOf(old, lines, 80_000)).toEqual(['online', 'B', 'serving']);
    expect(endOf(old, lines)).toEqual(['offline', 'B', 'stopped']);
  });

  it('refuses a move to what is no member', () => {
    const problems = problemsOfInput(clusterOf(three), inputOf(['0s move group App to HV-02', '0s move group A to B']));
    expect(problems.map(({ message }) => message)).toEqual([
      "There is no member of FC called 'HV-02' in this design.",
      "There is no node 'B' in this design.",
    ]);
  });

  it('refuses, as an event, a move to a member that is down', () => {
    const run = runOf(clusterOf(three), ['0s stop virtual_machine B', '2m move group App to B']);
    expect(textsOf(run).at(-1)).toBe('FC: The move of group App is refused: B cannot take it, since it is not up');
  });
});

describe('a virtual machine that stands still', () => {
  it('loses its place where it stands still for too long, and joins anew', () => {
    const texts = textsOf(runOf(clusterOf(old), ['0s move group A to HV-02']));
    expect(texts).toContain('FC: A stands still with its virtual machine');
    expect(texts).toContain('FC: A missed 5 heartbeats and is held dead');
    expect(texts).toContain('FC: A stood still for too long: the others hold it dead, and it joins anew');
  });

  it('goes on where it stood where the others were patient', () => {
    const guest = 'same_subnet_delay = 2s  same_subnet_threshold = 120';
    const design = guestDesign({ version: '2008', hosts: [1, 2, 3], guest });
    const texts = textsOf(runOf(clusterOf(design), ['0s move group A to HV-02']));
    expect(texts).toContain('FC: Svc goes on where it stood, on A');
    expect(texts.filter((text) => text.includes('held dead'))).toEqual([]);
  });

  it('is gone where its memory is lost before it is restored', () => {
    const lines = ['0s save virtual_machine A', '5s fail node HV-01', '1m start virtual_machine A'];
    expect(endOf(three, lines)).toEqual(['online', 'B', 'serving']);
  });
});

describe('guests whose hosts do not hear each other', () => {
  const hosts = guestDesign({ hosts: [1, 2, 3], nodes: 3 });

  it.each([
    ['isolated', ['0s isolate node HV-01'], 'FC: A cannot be heard: the host is isolated'],
    ['parted', ['0s partition [HV-01] from [HV-02, HV-03]'], 'FC: A cannot hear B and D: their hosts are parted'],
  ])('are %s too: the majority of them goes on', (_, lines, text) => {
    const run = runOf(clusterOf(hosts), lines, 20_000);
    expect(textsOf(run)).toContain(text);
    expect(endOf(hosts, lines, 20_000)).toEqual(['online', 'B', 'serving']);
  });

  it('are missed from the moment their host is isolated, not from the one at which it gives them up', () => {
    const { events } = runOf(clusterOf(hosts), ['0s isolate node HV-01'], 20_000);
    const held = events.filter(({ text }) => text === 'FC: A missed 5 heartbeats and is held dead');
    expect(held.map(({ time_ms }) => time_ms)).toEqual([5000]);
  });

  it('hear each other again when the hosts do', () => {
    const lines = ['0s partition [HV-01] from [HV-02, HV-03]', '2s heal partition'];
    const run = runOf(clusterOf(hosts), lines, 20_000);
    expect(textsOf(run)).toContain('FC: All hosts of the members can reach each other again');
    expect(endOf(hosts, lines, 20_000)).toEqual(['online', 'A', 'serving']);
  });
});

describe('the disks of a guest cluster', () => {
  const disk = 'disk "Data" { storage = SAN  volume "X:" { } }\ndisk "GW" { storage = SAN }\n';
  const quorum = 'model = node_and_disk_majority  witness = GW';
  const design =
    disk +
    guestDesign({ hosts: [1, 2, 3, 1], quorum })
      .replace('generic_service', 'physical_disk Data\n    generic_service')
      .replace('online_time = 2s', 'depends_on = Data  online_time = 2s');

  it('belong to the node that owns their group', () => {
    const cluster = clusterOf(design);
    const { disks } = finalOf(cluster, runOf(cluster, ['0s crash virtual_machine A'], 30_000));
    expect([disks['Data'], disks['GW']?.['state']]).toEqual([{ owner: 'B', state: 'online' }, 'online']);
  });

  it('fail and come back for it', () => {
    expect(endOf(design, ['0s fail disk Data'], 60_000).at(2)).toBe('running');
    expect(endOf(design, ['0s fail disk Data', '1m repair disk Data'], 7_200_000).at(2)).toBe('serving');
  });

  it('are no disks of the host cluster', () => {
    const cluster = clusterOf(design);
    const owners = runOf(cluster, ['0s fail node HV-01']).events.filter(
      ({ kind, subject, node }) =>
        kind === 'disk' && (subject.name === 'Data' || subject.name === 'GW') && node?.startsWith('HV'),
    );
    expect(owners).toEqual([]);
  });

  it('are out of reach on a storage that the guest cluster does not name', () => {
    const other = `storage "ISCSI" { kind = iscsi }\n${design}`;
    const named = other.replace('members = [A, B, D, E]', 'members = [A, B, D, E]  storage = [ISCSI]');
    const cluster = clusterOf(named);
    expect(finalOf(cluster, runOf(cluster, [], 0)).guest_clusters['FC']?.state).toBe('running');
  });
});

describe('what is said of guest clusters', () => {
  it('stands in final, with the name of the cluster', () => {
    const cluster = clusterOf(three);
    const final = finalOf(cluster, runOf(cluster, []));
    expect(final.groups['App']).toEqual({ state: 'online', owner: 'A', cluster: 'FC' });
    expect(final.resources['Svc']).toEqual({ state: 'online', cluster: 'FC' });
    expect(final.guest_clusters).toEqual({
      FC: {
        state: 'serving',
        quorum: { votes: 3, present: 3, needed: 2 },
        nodes: { A: { state: 'up' }, B: { state: 'up' }, D: { state: 'up' } },
      },
    });
    expect(final.quorum).toEqual({ votes: 4, present: 4, needed: 3 });
  });

  it('names the guest cluster of a node, whose name a host may share', () => {
    const design = three.replaceAll('HV-01', 'A').replace('owner = A', 'owner = "A"');
    const cluster = clusterOf(design);
    const run = runOf(cluster, ['0s crash virtual_machine A'], 6000);
    const { nodes, guest_clusters } = finalOf(cluster, run);
    expect([nodes['A'], guest_clusters['FC']?.nodes['A']]).toEqual([{ state: 'up' }, { state: 'down' }]);
    const subjects = run.events.filter(({ kind }) => kind === 'node').map(({ subject }) => subject);
    expect(subjects).toEqual([{ kind: 'node', name: 'A', cluster: 'FC' }]);
  });

  it('is told by events whose changes lead there and back', () => {
    const run = runOf(clusterOf(three), ['0s fail node HV-01']);
    const timeline = createTimeline(run);
    const read = (): unknown => timeline.state.get('node', 'A', 'state', 'FC');
    expect(read()).toBe('up');
    timeline.goTo(run.events.findIndex(({ subject }) => subject.cluster === 'FC') + 1);
    expect(read()).toBe('down');
    timeline.goTo(0);
    expect(read()).toBe('up');
  });

  it('has an outage where it does not serve', () => {
    const { outages } = runOf(clusterOf(three), ['0s crash virtual_machine A']);
    expect(outages.find(({ subject }) => subject.kind === 'guest_cluster')).toEqual({
      subject: { kind: 'guest_cluster', name: 'FC' },
      from_ms: 0,
      to_ms: 7000,
    });
  });

  it('begins stopped where its machines do not run', () => {
    const design = guestDesign({ hosts: [1, 2, 3], machine: 'state = off' });
    expect(endOf(design, [])).toEqual(['offline', 'A', 'stopped']);
    const lines = ['0s start virtual_machine A', '0s start virtual_machine B'];
    expect(endOf(design, lines).at(2)).toBe('serving');
  });

  it('takes its heartbeat from its own words, else from the host cluster, else from its release', () => {
    const detected = (design: string): number | undefined =>
      runOf(clusterOf(design), ['0s crash virtual_machine A']).events.find(
        ({ kind, subject }) => kind === 'membership' && subject.cluster === 'FC',
      )?.time_ms;
    const host = three.replace('version = "2012"', 'version = "2012"  same_subnet_threshold = 7');
    expect([
      detected(three),
      detected(three.replace('members', 'version = "2022"  members')),
      detected(host),
      detected(host.replace('members', 'same_subnet_threshold = 5  members')),
    ]).toEqual([5000, 10_000, 7000, 5000]);
  });
});

describe('a load-balancing farm', () => {
  const web = farmDesign({ hosts: [1, 2, 3], minimum: 2 });
  const farmAfter = (design: string, lines: readonly string[], until?: number): unknown => {
    const cluster = clusterOf(design);
    return finalOf(cluster, runOf(cluster, lines, until)).nlb_clusters['WEB'];
  };

  const cases: readonly (readonly [string, readonly string[], string, number, number?])[] = [
    ['nothing', [], 'serving', 3],
    ['one stopped', ['0s stop virtual_machine A'], 'serving', 2],
    ['two stopped', ['0s stop virtual_machine A', '0s stop virtual_machine B'], 'partial_online', 1],
    ['all saved', ['A', 'B', 'D'].map((name) => `0s save virtual_machine ${name}`), 'offline', 0],
    ['one crashed and booting', ['0s crash virtual_machine A'], 'serving', 2, 60_000],
    ['one crashed and back', ['0s crash virtual_machine A'], 'serving', 3],
    ['one drained', ['0s drain nlb_host A'], 'serving', 2],
    ['one drained, while it finishes', ['0s drain nlb_host A'], 'serving', 3, 4000],
    [
      'one drained and started again',
      ['0s drain nlb_host A', '1m stop virtual_machine A', '3m start virtual_machine A'],
      'serving',
      3,
    ],
    ['one moved live', ['0s move group A to HV-02'], 'serving', 3],
    ['one whose disk has failed', ['0s fail disk "A disk"'], 'serving', 2, 10_000],
  ];

  it.each(cases.map(([says, lines, state, hosts, until]) => ({ says, lines, state, hosts, until })))('$says', (one) => {
    const { state, hosts } = one;
    expect(farmAfter(web, one.lines, one.until)).toEqual({ state, hosts });
  });

  it('misses a dead host after 5 s and has converged 5 s later', () => {
    const events = runOf(clusterOf(web), ['0s crash virtual_machine A']).events.filter(
      ({ kind, subject }) => kind === 'membership' && subject.kind === 'nlb_cluster',
    );
    expect(events.slice(0, 2).map(({ time_ms, text }) => [time_ms, text])).toEqual([
      [5000, 'WEB no longer hears A, which missed 5 messages, and converges'],
      [10_000, 'WEB has converged: requests go to B, D'],
    ]);
  });

  it('does not notice a saved host that is back in time', () => {
    const design = farmDesign({ version: '2008', hosts: [1, 2, 3], minimum: 3, memory: '64MB' });
    const run = runOf(clusterOf(design), ['0s save virtual_machine A', '2s start virtual_machine A']);
    expect(run.events.filter(({ kind, subject }) => kind === 'membership' && subject.name === 'WEB')).toEqual([]);
    expect(run.outages.filter(({ subject }) => subject.kind === 'nlb_cluster').length).toBe(1);
  });

  it.each([
    [
      'a machine of no farm',
      hostsOf({ hosts: [1] }),
      ['0s drain nlb_host A'],
      'A is no host of a load-balancing farm, so it cannot be drained',
    ],
    [
      'a host that is down',
      web,
      ['0s stop virtual_machine A', '2m drain nlb_host A'],
      'A takes no requests of WEB, so it cannot be drained',
    ],
    [
      'a host that was drained',
      web,
      ['0s drain nlb_host A', '1m drain nlb_host A'],
      'A takes no requests of WEB, so it cannot be drained',
    ],
  ])('does not drain %s', (_, design, lines, text) => {
    expect(textsOf(runOf(clusterOf(design), lines)).at(-1)).toBe(text);
  });
});

describe('an application that fails in a virtual machine', () => {
  const shop = (version: string, watched: boolean, more: string): string =>
    `${hostsOf({ version, hosts: [1], machine: `workload Shop { monitored = ${String(watched)} }` })}\n${more}`;
  const farm = 'nlb_cluster "WEB" { members = [A] }';
  const fc = 'guest_cluster "FC" { members = [A] }';

  it.each([
    [
      '2022',
      false,
      '',
      'Shop fails in A, which goes on running: nothing watches the application, so the host cluster does not notice',
    ],
    ['2008', true, '', 'Shop fails in A; an alert is raised, and the cluster does nothing about it'],
    ['2012', true, '', 'Shop fails in A; the cluster watches it and takes it for a failure of A'],
    [
      '2022',
      false,
      `${farm}\n${fc}`,
      'Shop fails in A, which goes on running: nothing watches the application, so the host cluster does not notice; it is no resource of the guest cluster FC, which does not notice either; the farm WEB goes on sending it requests',
    ],
  ])('%s, monitored %s %s', (version, watched, more, text) => {
    const run = runOf(clusterOf(shop(version, watched, more)), ['0s fail workload Shop']);
    const event = run.events.find(({ kind }) => kind === 'workload');
    expect(event?.text).toBe(text);
    expect(event?.details?.['noticed']).toBe(watched);
    expect(event?.details?.['alert'] !== undefined).toBe(version === '2008');
  });

  it('leaves its host in the farm, which serves nobody there', () => {
    const cluster = clusterOf(shop('2022', false, farm));
    const run = runOf(cluster, ['0s fail workload Shop']);
    expect(finalOf(cluster, run).nlb_clusters['WEB']).toEqual({ state: 'offline', hosts: 0 });
    expect(run.events.filter(({ kind }) => kind === 'membership')).toEqual([]);
    const repaired = runOf(cluster, ['0s fail workload Shop', '1m repair workload Shop']);
    expect(finalOf(cluster, repaired).nlb_clusters['WEB']).toEqual({ state: 'serving', hosts: 1 });
  });

  it('cannot fail where it does not run', () => {
    const run = runOf(clusterOf(shop('2022', false, '')), ['0s stop virtual_machine A', '1m fail workload Shop']);
    expect(textsOf(run).at(-1)).toBe('Shop does not run, so it cannot fail');
  });
});
