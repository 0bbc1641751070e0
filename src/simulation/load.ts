import { machineMb } from '../model/memory';
import { isActive } from './engine';
import type { Booking, GroupRun, NodeRun, ResourceRun } from './engine';
import { priorities } from './timings';

function sumOf({ machines }: GroupRun, counts: (resource: ResourceRun) => boolean): number {
  let sum = 0;
  for (const machine of machines) if (counts(machine)) sum += machine.part.memoryMb;
  return sum;
}

/** Memory in MB a group needs where it is to run: that of its virtual machines that should be online. */
export function neededMb(group: GroupRun): number {
  return sumOf(group, (resource) => resource.wanted || isActive(resource));
}

function localMb({ locals }: NodeRun): number {
  let sum = 0;
  for (const { active, run } of locals) if (active) sum += machineMb(run.machine);
  return sum;
}

function add(node: NodeRun | undefined, committedMb: number, usedMb: number): void {
  if (!node) return;
  node.load.committedMb += committedMb;
  node.load.usedMb += usedMb;
}

function addBooking(booking: Booking, sign: 1 | -1): void {
  const { owner, target, priority, committedMb, usedMb, copiedMb } = booking;
  const byPriority = owner?.load.byPriority;
  byPriority?.set(priority, (byPriority.get(priority) ?? 0) + sign * committedMb);
  add(owner, sign * committedMb, sign * usedMb);
  add(target, sign * committedMb, sign * copiedMb);
}

/** What the group takes of the memory of its owner and of the node it is on its way to. */
export function bookingOf(group: GroupRun): Booking {
  const { owner, move, live } = group;
  const usedMb = sumOf(group, isActive);
  const target = move?.target ?? live?.target;
  return {
    owner,
    target: target === owner ? undefined : target,
    priority: priorities[group.part.group.values.priority],
    committedMb: group.queued ? 0 : neededMb(group),
    usedMb,
    copiedMb: live ? usedMb : 0,
  };
}

/**
 * Books anew what a group takes of the memory of its owner and of the node it is on its way to. Called after every change
 * of owner, way, wait, wish or state, so that what is left on a node is known without going through its groups.
 */
export function book(group: GroupRun): void {
  if (group.booked) addBooking(group.booked, -1);
  group.booked = bookingOf(group);
  addBooking(group.booked, 1);
}

/** Memory in MB that is left on a node beside the virtual machines that run, start or stop there. */
export function freeMb(node: NodeRun): number {
  return node.capacityMb - localMb(node) - node.load.usedMb;
}

/** Memory in MB left on a node when every group that is there or on its way there runs (semantics 2.3). */
export function uncommittedMb(node: NodeRun): number {
  return node.capacityMb - localMb(node) - node.load.committedMb;
}

/** Memory in MB that groups of a lower priority have booked on the node: they can never give up more. */
export function lowerMb({ load }: NodeRun, priority: number): number {
  let sum = 0;
  for (const [one, committedMb] of load.byPriority) if (one < priority) sum += committedMb;
  return sum;
}

/** Memory in MB of a node that is booked for the group itself. */
export function bookedMb({ booked }: GroupRun, node: NodeRun): number {
  if (!booked) return 0;
  return (booked.owner === node ? booked.committedMb : 0) + (booked.target === node ? booked.committedMb : 0);
}
