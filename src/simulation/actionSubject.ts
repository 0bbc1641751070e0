import type { ActionPhrase } from '../language/tree';
import type { Cluster } from '../model/cluster';
import { subjectOf } from './engine';
import { findGroup } from './guestNames';
import type { Subject, SubjectKind } from './trace';
import { quorumSetup } from './votes';

interface Target {
  readonly kind: SubjectKind;
  readonly find: (cluster: Cluster, key: string) => { readonly name: string } | undefined;
}

/** What an action is about, by the slots of its form; the first that is filled counts. */
const targets: readonly (readonly [slot: string, target: Target])[] = [
  ['GROUP', { kind: 'group', find: findGroup }],
  ['RESOURCE', { kind: 'resource', find: ({ resources }, key) => resources.get(key) }],
  ['VIRTUAL_MACHINE', { kind: 'virtual_machine', find: ({ virtualMachines }, key) => virtualMachines.get(key) }],
  ['WORKLOAD', { kind: 'workload', find: ({ workloads }, key) => workloads.get(key) }],
  ['NODE', { kind: 'node', find: ({ nodes }, key) => nodes.get(key) }],
  ['DISK', { kind: 'disk', find: ({ disks }, key) => disks.get(key) }],
  ['STORAGE', { kind: 'storage', find: ({ storages }, key) => storages.get(key) }],
  ['NETWORK', { kind: 'network', find: ({ networks }, key) => networks.get(key) }],
  ['SITE', { kind: 'site', find: ({ sites }, key) => sites.get(key) }],
  ['RACK', { kind: 'rack', find: ({ racks }, key) => racks.get(key) }],
];

/** The subject of an action's event, in the declared spelling; the cluster or its witness where the action names nothing. */
export function actionSubject(cluster: Cluster, phrase: ActionPhrase): Subject {
  for (const [slot, { kind, find }] of targets) {
    const word = phrase.arguments.find((argument) => argument.slot === slot)?.words[0];
    if (word) return subjectOf(kind, find(cluster, word.text.toLowerCase())?.name ?? word.text);
  }
  const { witness } = quorumSetup(cluster);
  const aboutWitness = phrase.form.endsWith('witness') && witness !== undefined;
  return aboutWitness ? subjectOf('witness', witness) : subjectOf('cluster', cluster.name);
}
