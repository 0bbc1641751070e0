import { isConfiguration, isVirtualMachine } from '../model/elements';
import type { Group, VirtualMachine, VirtualMachineConfiguration } from '../model/elements';
import { nearest } from '../model/words';
import { requires } from './dependencies';
import type { Checked } from './rule';

/** Configurations of a group that no virtual machine names as its own. */
export function freeConfigurations({ facts }: Checked, group: Group): readonly VirtualMachineConfiguration[] {
  return group.resources.filter(isConfiguration).filter((one) => facts.claims(one.key).length === 0);
}

/** A configuration of the group that no machine names: the one this machine depends on, or is named after, or the only one. */
export function unclaimedConfiguration(
  design: Checked,
  group: Group,
  machine: VirtualMachine,
): VirtualMachineConfiguration | undefined {
  const free = freeConfigurations(design, group);
  const alone = group.resources.filter(isVirtualMachine).length === 1 ? free[0] : undefined;
  return (
    free.find((one) => requires(machine.values.depends_on, one.key)) ??
    free.find((one) => one.key.includes(machine.key)) ??
    alone
  );
}

/**
 * The configurations of a group that nobody uses: no machine names them, and none that names no configuration, or one that is
 * not there, is likely to mean them.
 */
export function orphanConfigurations(design: Checked, group: Group): readonly VirtualMachineConfiguration[] {
  const free = freeConfigurations(design, group);
  if (free.length === 0) return [];
  const meant = new Set(
    group.resources.filter(isVirtualMachine).flatMap((machine) => meantBy(design, group, machine) ?? []),
  );
  return free.filter((one) => !meant.has(one));
}

/** The configuration that a machine without one is likely to mean. */
function meantBy(design: Checked, group: Group, machine: VirtualMachine): VirtualMachineConfiguration | undefined {
  const ref = machine.values.configuration;
  const named = ref && design.cluster.resources.get(ref.key);
  if (named && isConfiguration(named)) return undefined;
  const free = freeConfigurations(design, group);
  const name =
    ref && !named
      ? nearest(
          ref.name,
          free.map((one) => one.name),
        )
      : undefined;
  return free.find((one) => one.name === name) ?? unclaimedConfiguration(design, group, machine);
}
