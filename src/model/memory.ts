import type { ClusterNode, VirtualMachine } from './elements';

/** Bytes in a MB, as in PowerShell (language.md, principle 3). */
export const bytesPerMb = 1_048_576;

/** Memory in MB a virtual machine costs its host besides its own (semantics 8.3, 8.5, S30). */
export const machineOverheadMb = 64;

/** Memory a virtual machine needs on its host in MB, with what it costs besides (semantics 8.5). */
export function machineMb(machine: VirtualMachine): number {
  return Math.ceil((machine.values.memory ?? 0) / bytesPerMb) + machineOverheadMb;
}

/** Memory of a node for virtual machines in MB: all of it but the reserve of the parent partition (semantics 8.5). */
export function nodeMb({ values }: Pick<ClusterNode, 'values'>): number {
  return Math.floor(((values.memory ?? 0) - values.memory_reserve) / bytesPerMb);
}
