import type { Cluster } from '../../model/cluster';
import type { VirtualMachine } from '../../model/elements';
import { elementsIn, looseMachinesIn } from '../elements';
import { loosePathsOf } from '../files';
import type { FactTable } from './said';

/** What declarations say of virtual machines. */
export interface MachineFacts {
  /** By key of a virtual machine: that a guest cluster or load-balancing farm names it as a member. */
  readonly memberships: true;
  /** By key of a disk: virtual machines outside any group with a file on it, or to which it is handed. */
  readonly looseOnDisk: VirtualMachine;
}

export const machineFacts: FactTable<MachineFacts> = {
  memberships: (bound) =>
    [...elementsIn(bound, 'guest_cluster'), ...elementsIn(bound, 'nlb_cluster')].flatMap(({ values }) =>
      (values.members ?? []).map(({ key }) => [key, true] as const),
    ),
  looseOnDisk: (bound, { cluster }) =>
    looseMachinesIn(bound).flatMap((machine) =>
      [...diskKeysOf(cluster, machine)].map((key) => [key, machine] as const),
    ),
};

function diskKeysOf(cluster: Cluster, machine: VirtualMachine): ReadonlySet<string> {
  const keys = new Set(machine.passthroughDisks.map(({ disk }) => disk.key));
  for (const { resolution } of loosePathsOf(machine, cluster)) {
    if (resolution.kind === 'volume') keys.add(resolution.disk.key);
  }
  return keys;
}
