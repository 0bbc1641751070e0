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

/** A configuration of the group that no machine names: the one this machine depends on, or is named after, or the only one. */
function unclaimedConfiguration(
  { facts }: Checked,
  group: Group,
  machine: VirtualMachine,
): VirtualMachineConfiguration | undefined {
  const free = group.resources.filter(isConfiguration).filter((one) => facts.claims(one.key).length === 0);
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
function addConfiguration(design: Checked, group: Group, machine: VirtualMachine): Fix | undefined {
  const { cluster } = design;
  const place = placeForFile(cluster, group, machine);
  if (!place) return undefined;
  const { folder, disk } = place;
  const name = freeName(cluster, `${machine.name} Configuration`);
  const home = homeOf(cluster, disk);
  const isAvailable = home.kind === 'available' && groupsOnDisk(design, disk).length < 2;
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

function freeName(cluster: Cluster, name: string): string {
  let free = name;
  for (let number = 2; cluster.resources.get(free.toLowerCase()); number += 1) free = `${name} ${number}`;
  return free;
}
