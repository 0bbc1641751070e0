import { listOf } from '../model/words';
import { record, subjectOf } from './engine';
import type { Engine, NodeRun, Split } from './engine';
import type { GuestMember, GuestRun } from './guestRun';
import { followNetworks } from './networkFaults';
import type { RuleId } from './rules';

const rule: RuleId = 'guests-share-networks';

/** The node the virtual machine of a member is on; undefined where it is on none. */
function hostOf(host: Engine, { machine }: GuestMember): NodeRun | undefined {
  const { key } = machine.machine;
  const group = host.resources.get(key)?.group;
  return group ? group.owner : host.localMachines.find(({ run }) => run === machine)?.host;
}

/** Keys of the members on nodes of which `which` is true. */
function membersOn(host: Engine, { members }: GuestRun, which: (node: string) => boolean): ReadonlySet<string> {
  const on = members.filter((member) => which(hostOf(host, member)?.node.key ?? ''));
  return new Set(on.map(({ node }) => node.node.key));
}

function same(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size === right.size && [...left].every((key) => right.has(key));
}

function sameSplits(left: readonly Split[], right: readonly Split[]): boolean {
  return (
    left.length === right.length &&
    left.every((one, index) => {
      const other = right[index];
      return other !== undefined && same(one.left, other.left) && same(one.right, other.right);
    })
  );
}

function namesOf({ members }: GuestRun, keys: ReadonlySet<string>): string {
  return listOf(members.filter(({ node }) => keys.has(node.node.key)).map(({ node }) => node.subject.name));
}

function tell(guest: GuestRun, alone: ReadonlySet<string>, parted: readonly Split[]): string {
  const isolated = alone.size > 0 ? [`${namesOf(guest, alone)} cannot be heard: the host is isolated`] : [];
  const apart = parted.map(
    ({ left, right }) => `${namesOf(guest, left)} cannot hear ${namesOf(guest, right)}: their hosts are parted`,
  );
  const all = [...isolated, ...apart];
  return all.length > 0 ? all.join('; ') : 'All hosts of the members can reach each other again';
}

/**
 * The heartbeats of guest nodes go over the networks of their hosts: where an isolated node or a partition parts the
 * hosts, it parts the guests on them too (rule `guests-share-networks`). One that moves elsewhere hears the others again.
 */
export function followHostNetworks(host: Engine, guest: GuestRun): void {
  const { isolated, splits } = host.faults;
  const { faults } = guest.engine;
  if (isolated.size + splits.length + faults.isolated.size + faults.splits.length === 0) return;
  const alone = membersOn(host, guest, (node) => isolated.has(node));
  const parted = splits
    .map(({ left, right }): Split => ({
      left: membersOn(host, guest, (node) => left.has(node)),
      right: membersOn(host, guest, (node) => right.has(node)),
    }))
    .filter(({ left, right }) => left.size > 0 && right.size > 0);
  if (same(alone, faults.isolated) && sameSplits(parted, faults.splits)) return;
  faults.isolated.clear();
  for (const key of alone) faults.isolated.add(key);
  faults.splits = parted;
  // Asked after each task: what changed it is the last thing that was told.
  const cause = host.recorder.events.at(-1)?.id ?? null;
  const event = record(guest.engine, {
    kind: 'network',
    subject: subjectOf('cluster', guest.guest.name),
    cause,
    text: tell(guest, alone, parted),
    details: { rule },
  });
  followNetworks(guest.engine, event);
}
