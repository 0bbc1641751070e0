import type { Fix } from '../../../language/finding';
import type { Cluster } from '../../../model/cluster';
import { isConfiguration, isVirtualMachine } from '../../../model/elements';
import type { Disk, Group, VirtualMachine, VirtualMachineConfiguration } from '../../../model/elements';
import { waitsFor } from '../../dependencies';
import { unclaimedConfiguration } from '../../claims';
import { groupsOnDisk, homeOf, isBuiltIn } from '../../disks';
import { configurationBlock, configurationFile, configurationName, nameConfiguration } from '../../edits/configuration';
import { addDiskResources } from '../../edits/resource';
import { insertStatements } from '../../edits/statement';
import { groupsIn } from '../../elements';
import { filesOf } from '../../files';
import { managedPath } from '../../managed-path';
import { failsToStart } from '../../phrases';
import type { Checked, DeclarationRule, Found } from '../../rule';
import { headerOf, isBroken, isUnreadable, valueOf } from '../../written';

/** A clustered virtual machine without a configuration resource: no other node knows it. */
export const configurationMissing: DeclarationRule = {
  code: 'vm/configuration-missing',
  severity: 'error',
  source: 'semantics 1.6, 3.2, 7.1 ST-10, S20 (Virtual machine configuration resource)',
  check: (declaration, design) =>
    groupsIn(declaration).flatMap((group) =>
      group.resources.filter(isVirtualMachine).flatMap((machine) => unregistered(design, group, machine)),
    ),
};

function unregistered(design: Checked, group: Group, machine: VirtualMachine): readonly Found[] {
  const { cluster } = design;
  const ref = machine.values.configuration;
  const named = ref && cluster.resources.get(ref.key);
  if (ref && (!named || isConfiguration(named))) return [];
  if (isBroken(machine.declaration) || isUnreadable(machine, 'configuration')) return [];
  const unclaimed = unclaimedConfiguration(design, group, machine);
  const fix = unclaimed ? useConfiguration(cluster, machine, unclaimed) : addConfiguration(design, group, machine);
  const what = ref
    ? `${ref.name} is no virtual machine configuration, so ${machine.name} has none`
    : `${machine.name} has no configuration resource`;
  return [
    {
      message: `${what}: only the node it was set up on knows it, and ${failsToStart(cluster, group, machine.name)}.`,
      place: ref ? valueOf(machine, 'configuration') : headerOf(machine),
      fixes: fix ? [fix] : [],
    },
  ];
}

/** Not where a ring would result. */
function useConfiguration(
  cluster: Cluster,
  machine: VirtualMachine,
  configuration: VirtualMachineConfiguration,
): Fix | undefined {
  if (waitsFor(cluster, configuration, machine.key)) return undefined;
  const title = `Make ${configuration.name} the configuration of ${machine.name}`;
  return { title, preferred: true, edits: nameConfiguration(machine, configuration.name) };
}

/**
 * Adds a configuration resource with its file beside the first virtual hard disk on clustered storage. Without one there is
 * nothing to go by.
 */
function addConfiguration(design: Checked, group: Group, machine: VirtualMachine): Fix | undefined {
  const { cluster } = design;
  const place = placeForFile(cluster, group, machine);
  if (!place) return undefined;
  const { folder, disk } = place;
  const name = configurationName(cluster, machine);
  const home = homeOf(cluster, disk);
  const isAvailable = home.kind === 'available' && groupsOnDisk(design, disk).length < 2;
  const isOwn = home.kind === 'group' && home.group === group;
  const provider = home.kind === 'group' ? home.resource.name : disk.name;
  const { items } = group.block;
  const before = items[items.indexOf(machine.block) - 1];
  const isThere = items.some((item) => item.kind === 'block' && item.label?.text.toLowerCase() === disk.key);
  const path = configurationFile(folder, machine, cluster.version);
  const block = configurationBlock(name, path, isOwn || isAvailable ? provider : undefined);
  return {
    title: `Add configuration resource ${name}`,
    preferred: !isAvailable || isThere || isBuiltIn(cluster, disk),
    edits: [
      ...(isAvailable && !isThere ? [addDiskResources(cluster, group, [disk])] : []),
      insertStatements(group, [block], before),
      ...nameConfiguration(machine, name),
    ],
  };
}

function placeForFile(
  cluster: Cluster,
  group: Group,
  machine: VirtualMachine,
): { readonly folder: string; readonly disk: Disk } | undefined {
  for (const { path, role, resolution } of filesOf(cluster, group, machine)) {
    if (role !== 'vhd' || resolution.kind !== 'volume' || !resolution.disk.values.clustered) continue;
    const managed = managedPath(path.text, resolution.volume);
    const cut = managed?.lastIndexOf('\\') ?? -1;
    if (managed !== undefined && cut > 0) return { folder: managed.slice(0, cut), disk: resolution.disk };
  }
  return undefined;
}
