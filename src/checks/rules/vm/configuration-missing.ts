import type { Edit, Fix } from '../../../language/finding';
import { atVersion } from '../../../language/schema/version';
import type { ByVersion } from '../../../language/schema/version';
import { writeName, writeString } from '../../../language/tokens';
import type { Cluster } from '../../../model/cluster';
import { isConfiguration, isVirtualMachine } from '../../../model/elements';
import type { Disk, Group, VirtualMachine, VirtualMachineConfiguration } from '../../../model/elements';
import { requires, waitsFor } from '../../dependencies';
import { groupsOnDisk, homeOf } from '../../disks';
import { requireAll, writeTerm } from '../../edits/dependency';
import { addDiskResources } from '../../edits/resource';
import { attributeIn, attributeText, insertStatements } from '../../edits/statement';
import { clusteredFiles } from '../../files';
import { managedPath } from '../../managed-path';
import { failsToStart } from '../../phrases';
import type { Found, Rule } from '../../rule';
import { headerOf, isBroken, isUnreadable, valueOf } from '../../written';

/** A clustered virtual machine without a configuration resource: no other node knows it. */
export const configurationMissing: Rule = {
  code: 'vm/configuration-missing',
  severity: 'error',
  source: 'semantics 1.6, 3.2, 7.1 ST-10, S20 (Virtual machine configuration resource)',
  check: ({ cluster }) => {
    const claimed = new Set(cluster.virtualMachines.all.map((machine) => machine.values.configuration?.key));
    return cluster.groups.all.flatMap((group) =>
      group.resources.filter(isVirtualMachine).flatMap((machine) => unregistered(cluster, group, machine, claimed)),
    );
  },
};

type Claimed = ReadonlySet<string | undefined>;

function unregistered(cluster: Cluster, group: Group, machine: VirtualMachine, claimed: Claimed): readonly Found[] {
  const ref = machine.values.configuration;
  const named = ref && cluster.resources.get(ref.key);
  if (ref && (!named || isConfiguration(named))) return [];
  if (isBroken(machine.declaration) || isUnreadable(machine, 'configuration')) return [];
  const unclaimed = unclaimedConfiguration(group, machine, claimed);
  const fix = unclaimed ? useConfiguration(cluster, machine, unclaimed) : addConfiguration(cluster, group, machine);
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

/** A configuration of the group that no machine names: the one this machine depends on, or is named after, or the only one. */
function unclaimedConfiguration(
  group: Group,
  machine: VirtualMachine,
  claimed: Claimed,
): VirtualMachineConfiguration | undefined {
  const free = group.resources.filter(isConfiguration).filter((one) => !claimed.has(one.key));
  const alone = group.resources.filter(isVirtualMachine).length === 1 ? free[0] : undefined;
  return (
    free.find((one) => requires(machine.values.depends_on, one.key)) ??
    free.find((one) => one.key.includes(machine.key)) ??
    alone
  );
}

function useConfiguration(
  cluster: Cluster,
  machine: VirtualMachine,
  configuration: VirtualMachineConfiguration,
): Fix | undefined {
  const title = `Make ${configuration.name} the configuration of ${machine.name}`;
  const edits = nameConfiguration(cluster, machine, configuration.name);
  return edits && { title, preferred: true, edits };
}

/** Sets `configuration`, and adds it to `depends_on` where it is missing there. Undefined where a ring would result. */
function nameConfiguration(cluster: Cluster, machine: VirtualMachine, name: string): readonly Edit[] | undefined {
  const existing = cluster.resources.get(name.toLowerCase());
  if (existing && waitsFor(cluster, existing, machine.key)) return undefined;
  const written = attributeIn(machine.block, 'configuration')?.value;
  const above = machine.block.items.find((item) => item.kind === 'attribute');
  const statement = attributeText(machine, 'configuration', writeName(name), above);
  const replacement: readonly Edit[] = written
    ? [{ place: { declaration: machine.declaration, span: written.span }, newText: writeName(name) }]
    : [];
  const isNeeded = !requires(machine.values.depends_on, name.toLowerCase());
  if (isNeeded) return [...replacement, ...requireAll(machine, [name], written ? [] : [statement])];
  return written ? replacement : [insertStatements(machine, [statement], above)];
}

/** Ending of a configuration file (Hyper-V's own format, XML before 2016). */
const extension: ByVersion<string> = { '2008': '.xml', '2016': '.vmcx' };

/**
 * Adds a configuration resource with its file beside the first virtual hard disk on clustered storage. Without one there is
 * nothing to go by.
 */
function addConfiguration(cluster: Cluster, group: Group, machine: VirtualMachine): Fix | undefined {
  const place = placeForFile(cluster, machine);
  if (!place) return undefined;
  const { folder, disk } = place;
  const name = freeName(cluster, `${machine.name} Configuration`);
  const home = homeOf(cluster, disk);
  const isAvailable = home.kind === 'available' && groupsOnDisk(cluster, disk).length < 2;
  const isOwn = home.kind === 'group' && home.group === group;
  const provider = home.kind === 'group' ? home.resource.name : disk.name;
  const path = `path       = ${writeString(`${folder}\\${machine.name}${atVersion(extension, cluster.version)}`)}`;
  const dependency = isOwn || isAvailable ? [`depends_on = ${writeTerm(provider)}`] : [];
  const lines = [path, ...dependency].map((line) => `\n  ${line}`).join('');
  const { items } = group.block;
  const before = items[items.indexOf(machine.block) - 1];
  const isThere = items.some((item) => item.kind === 'block' && item.label?.text.toLowerCase() === disk.key);
  const edits = nameConfiguration(cluster, machine, name);
  if (!edits) return undefined;
  return {
    title: `Add configuration resource ${name}`,
    preferred: true,
    edits: [
      ...(isAvailable && !isThere ? [addDiskResources(cluster, group, [disk])] : []),
      insertStatements(group, [`virtual_machine_configuration ${writeName(name)} {${lines}\n}`], before),
      ...edits,
    ],
  };
}

function placeForFile(
  cluster: Cluster,
  machine: VirtualMachine,
): { readonly folder: string; readonly disk: Disk } | undefined {
  for (const { path, role, resolution } of clusteredFiles(cluster).of(machine)) {
    if (role !== 'vhd' || resolution.kind !== 'volume' || !resolution.disk.values.clustered) continue;
    const managed = managedPath(path.text, resolution.volume);
    const cut = managed?.lastIndexOf('\\') ?? -1;
    if (managed !== undefined && cut > 0) return { folder: managed.slice(0, cut), disk: resolution.disk };
  }
  return undefined;
}

function freeName(cluster: Cluster, name: string): string {
  let free = name;
  for (let number = 2; cluster.resources.get(free.toLowerCase()); number += 1) free = `${name} ${number}`;
  return free;
}
