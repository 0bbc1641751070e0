import { shouldRun } from '../model/owners';
import type { Cluster } from '../model/cluster';
import type { VirtualMachine } from '../model/elements';
import { subjectOf } from './engine';
import { momentsOf } from './story';
import type { Story } from './story';
import type { ClusterState } from './state';
import type { Outage, Subject, SubjectKind } from './trace';

function shouldServe(cluster: Cluster, machine: VirtualMachine | undefined): boolean {
  if (machine?.values.state !== 'running') return false;
  if (machine.group === '') return machine.values.host !== undefined;
  const group = cluster.groups.get(machine.group);
  return group !== undefined && shouldRun(group);
}

function subjectsOf(cluster: Cluster): readonly { readonly subject: Subject; readonly expected: boolean }[] {
  const inside = [
    ...cluster.guestClusters.all.map(({ name }) => subjectOf('guest_cluster', name)),
    ...cluster.nlbClusters.all.map(({ name }) => subjectOf('nlb_cluster', name)),
  ];
  return [
    ...cluster.virtualMachines.all.map((machine) => ({
      subject: subjectOf('virtual_machine', machine.name),
      expected: shouldServe(cluster, machine),
    })),
    ...cluster.workloads.all.map((workload) => ({
      subject: subjectOf('workload', workload.name),
      expected: shouldServe(cluster, cluster.virtualMachines.get(workload.machine)),
    })),
    ...inside.map((subject) => ({ subject, expected: true })),
  ];
}

/** Kinds of things that serve, and so have outages of their own. */
export const haveOutages: ReadonlySet<SubjectKind> = new Set<SubjectKind>([
  'virtual_machine',
  'workload',
  'guest_cluster',
  'nlb_cluster',
]);

function idOf({ kind, name }: Subject): string {
  return `${kind} ${name.toLowerCase()}`;
}

const knownGaps = new WeakMap<ClusterState, readonly Subject[]>();

/** What should serve when a run starts and does not; worked out once for each state that runs begin with. */
function gapsAtStart(cluster: Cluster, initial: ClusterState): readonly Subject[] {
  const known = knownGaps.get(initial);
  if (known) return known;
  const gaps = subjectsOf(cluster)
    .filter(({ subject, expected }) => expected && initial.get(subject.kind, subject.name, 'state') !== 'serving')
    .map(({ subject }) => subject);
  knownGaps.set(initial, gaps);
  return gaps;
}

/**
 * The times in which virtual machines, workloads, guest clusters and farms did not serve, in the order in which they began (language.md, Online
 * and serving). What need not run at the start has no outage until it has served once.
 */
export function outagesOf({ cluster, events, initial }: Story): readonly Outage[] {
  const open = new Map<string, { subject: Subject; from_ms: number; order: number }>();
  const closed: (Outage & { readonly order: number })[] = [];
  for (const subject of gapsAtStart(cluster, initial)) {
    open.set(idOf(subject), { subject, from_ms: 0, order: open.size });
  }
  let order = open.size;
  for (const { time_ms, changes } of events) {
    for (const { subject, property, before, after } of changes) {
      if (property !== 'state' || !haveOutages.has(subject.kind)) continue;
      const id = idOf(subject);
      if (before === 'serving') open.set(id, { subject, from_ms: time_ms, order: (order += 1) });
      const outage = after === 'serving' ? open.get(id) : undefined;
      if (!outage) continue;
      open.delete(id);
      if (outage.from_ms < time_ms) closed.push({ ...outage, to_ms: time_ms });
    }
  }
  return [...closed, ...[...open.values()].map((outage) => ({ ...outage, to_ms: null }))]
    .toSorted((left, right) => left.from_ms - right.from_ms || left.order - right.order)
    .map(({ subject, from_ms, to_ms }) => ({ subject, from_ms, to_ms }));
}

/** The times in which `serves` was false, for things that have no outages of their own. */
export function gapsOf(
  story: Story,
  serves: (state: ClusterState) => boolean,
): readonly { readonly from_ms: number; readonly to_ms: number | null }[] {
  const gaps: { from_ms: number; to_ms: number | null }[] = [];
  for (const { from_ms, state } of momentsOf(story)) {
    const last = gaps.at(-1);
    const open = last?.to_ms === null ? last : undefined;
    if (serves(state)) {
      if (open) open.to_ms = from_ms;
    } else if (!open) gaps.push({ from_ms, to_ms: null });
  }
  return gaps;
}
