import type { VirtualMachine } from '../model/elements';
import { bytesPerMb } from '../model/memory';
import type { ResourceRun } from './engine';
import { timings } from './timings';

/** Time in ms to write the memory of a machine to its disk, or read it back (semantics 7.5). */
export function saveTime(machine: VirtualMachine): number {
  const mb = (machine.values.memory ?? 0) / bytesPerMb;
  return Math.round(timings.saveBase + (mb / timings.saveRate) * 1000);
}

/** Time in ms a live migration of the machine takes (semantics 7.5). */
export function liveTime(machine: VirtualMachine): number {
  const mb = (machine.values.memory ?? 0) / bytesPerMb;
  return Math.round((mb / timings.liveRate) * 1000 * (1 + timings.liveDirty));
}

function offlineTimeOfMachine(machine: VirtualMachine): number {
  const { offline_time, offline_action } = machine.values;
  if (offline_time !== undefined) return offline_time;
  if (offline_action === 'save') return saveTime(machine);
  return offline_action === 'turn_off' ? timings.turnOff : timings.shutDown;
}

/** Time in ms a resource needs to come online: for a saved virtual machine that of its restore (semantics 7.5, 7.6). */
export function onlineTime({ part, saved }: ResourceRun): number {
  if (part.machine && saved) return saveTime(part.machine);
  return part.resource.values.online_time;
}

/** Time in ms a resource needs to go offline: for a virtual machine that of its offline action (semantics 7.5, 7.6). */
export function offlineTime({ part }: ResourceRun): number {
  return part.machine ? offlineTimeOfMachine(part.machine) : (part.resource.values.offline_time ?? 0);
}

/**
 * Longest time in ms a resource may stay in a pending state; a virtual machine reports its progress and has no such
 * limit (semantics 1.1, 1.4, S01).
 */
export function pendingLimit({ part }: ResourceRun): number {
  const { pending_timeout, deadlock_timeout } = part.resource.values;
  return part.machine ? Infinity : Math.min(pending_timeout, deadlock_timeout);
}
