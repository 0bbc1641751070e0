import type { Cluster } from '../../../model/cluster';
import type { GuestCluster, VirtualMachine } from '../../../model/elements';
import { elementsIn } from '../../elements';
import { memberRefs } from '../../guests';
import { labelOf, valueOf } from '../../written';
import type { DeclarationRule, Found } from '../../rule';

/** A share on a server: `\\server\share`. */
const share = /^\\\\([^\\.]+)[^\\]*\\/;

/** A witness of a guest cluster that goes down with what it should decide about. */
export const witnessInside: DeclarationRule = {
  code: 'guest/witness-inside',
  severity: 'warning',
  source: 'semantics 9.2, S36',
  check: (declaration, { cluster }) =>
    elementsIn(declaration, 'guest_cluster').flatMap((guest) => insideOf(cluster, guest)),
};

function insideOf(cluster: Cluster, guest: GuestCluster): readonly Found[] {
  const { quorum } = guest;
  const witness = quorum?.values.witness;
  const server = share.exec(witness?.text ?? '')?.[1]?.toLowerCase();
  if (!quorum || !witness || server === undefined) return [];
  const place = valueOf(quorum, 'witness');
  const own = guest.groups.flatMap((group) => group.resources).find((one) => one.key === server);
  if (own) {
    const message = `${witness.text} is on ${own.name}, a resource of ${guest.name} itself: when ${guest.name} needs the witness to go on, ${own.name} is not online yet.`;
    return [{ message, place, related: [{ place: labelOf(own), message: `${own.name} is here.` }] }];
  }
  const machine = cluster.virtualMachines.get(server);
  return machine
    ? onMachine(guest, machine, witness.text).map((message) => ({ ...found(machine), message, place }))
    : [];
}

function found(machine: VirtualMachine): Pick<Found, 'related'> {
  return { related: [{ place: labelOf(machine), message: `${machine.name} is here.` }] };
}

function onMachine(guest: GuestCluster, machine: VirtualMachine, path: string): readonly string[] {
  const isMember = memberRefs(guest).some(({ key }) => key === machine.key);
  return isMember
    ? [
        `${path} is on ${machine.name}, a node of ${guest.name}: when ${machine.name} fails, two votes are lost at once.`,
      ]
    : [
        `${path} is on ${machine.name}, a virtual machine of the same host cluster as the nodes of ${guest.name}: when the node fails that ${machine.name} and one of them are on, two votes are lost at once.`,
      ];
}
