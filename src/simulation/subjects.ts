import type { SubjectPhrase } from '../language/tree';
import type { Cluster } from '../model/cluster';
import { subjectOf } from './engine';
import { findGroup } from './guestNames';
import type { ClusterState } from './state';
import type { StateValue, Subject, SubjectKind } from './trace';

type Find = (cluster: Cluster, key: string) => Subject | undefined;

function named(kind: SubjectKind, one: { readonly name: string } | undefined): Subject | undefined {
  return one && subjectOf(kind, one.name);
}

/** Subjects that an expectation may be about, by the word before the name. */
const finders: Readonly<Record<string, Find>> = {
  resource: (cluster, key) => named('resource', cluster.resources.get(key)),
  group: (cluster, key) => named('group', findGroup(cluster, key)),
  disk: (cluster, key) => named('disk', cluster.disks.get(key)),
  node: (cluster, key) => named('node', cluster.nodes.get(key)),
  workload: (cluster, key) => named('workload', cluster.workloads.get(key)),
  virtual_machine: (cluster, key) => named('virtual_machine', cluster.virtualMachines.get(key)),
  guest_cluster: (cluster, key) => named('guest_cluster', cluster.guestClusters.get(key)),
  nlb_cluster: (cluster, key) => named('nlb_cluster', cluster.nlbClusters.get(key)),
};

/** Without a word before it a name is looked up in this order (language.md, Scenario statements); last a machine outside groups. */
const order = ['resource', 'group', 'disk', 'node', 'workload', 'virtual_machine'];

/** The subject of an expectation in its declared spelling; undefined where no run knows such a thing. */
export function findSubject(cluster: Cluster, { kind, name }: SubjectPhrase): Subject | undefined {
  const key = name.text.toLowerCase();
  for (const word of kind ? [kind.text.toLowerCase()] : order) {
    const subject = finders[word]?.(cluster, key);
    if (subject) return subject;
  }
  return undefined;
}

/** The virtual machine a subject stands for: itself, or that of a resource. */
export function machineSubject(cluster: Cluster, { kind, name }: Subject): Subject | undefined {
  if (kind !== 'resource' && kind !== 'virtual_machine') return undefined;
  return named('virtual_machine', cluster.virtualMachines.get(name.toLowerCase()));
}

function groupOfResource(cluster: Cluster, name: string): string {
  return findGroup(cluster, cluster.resources.get(name.toLowerCase())?.group)?.name ?? '';
}

/** The node or machine something is on, null where it is on none. */
export function placeOf(cluster: Cluster, state: ClusterState, { kind, name }: Subject): StateValue {
  switch (kind) {
    case 'resource':
      return state.get('resource', name, 'on') ?? state.get('group', groupOfResource(cluster, name), 'owner');
    case 'virtual_machine': {
      const machine = cluster.virtualMachines.get(name.toLowerCase());
      if (machine?.group === '') return cluster.nodes.get(machine.values.host?.key)?.name ?? null;
      return placeOf(cluster, state, subjectOf('resource', name));
    }
    case 'workload': {
      const machine = cluster.workloads.get(name.toLowerCase())?.machine;
      return cluster.virtualMachines.get(machine)?.name ?? null;
    }
    default:
      return state.get(kind, name, 'owner');
  }
}

/** The word for the state a subject is in. A clustered machine has that of its resource; else it is online while it runs. */
export function stateOf(cluster: Cluster, state: ClusterState, { kind, name }: Subject): StateValue {
  if (kind !== 'virtual_machine') return state.get(kind, name, 'state');
  if (cluster.virtualMachines.get(name.toLowerCase())?.group !== '') return state.get('resource', name, 'state');
  return state.get('virtual_machine', name, 'state') === 'stopped' ? 'offline' : 'online';
}

/** Whether a subject is in the state that a word of the language names; `serving` for a machine means that its guest answers. */
export function isIn(cluster: Cluster, state: ClusterState, subject: Subject, word: string): boolean {
  const machine = machineSubject(cluster, subject);
  if (word === 'serving' && machine) return state.get('virtual_machine', machine.name, 'state') === 'serving';
  return stateOf(cluster, state, subject) === word;
}
