import type { BoundDeclaration } from '../../../model/bind/declaration';
import { isConfiguration, isVirtualMachine } from '../../../model/elements';
import type { Group, VirtualMachine, VirtualMachineConfiguration } from '../../../model/elements';
import { resolvePath } from '../../../model/paths';
import { listOf } from '../../../model/words';
import { orphanConfigurations } from '../../claims';
import { groupsOnDisk } from '../../disks';
import { groupsIn } from '../../elements';
import { failsToStart } from '../../phrases';
import type { Checked, DeclarationRule, Found } from '../../rule';
import { mayBeUnread } from '../../unread';
import { headerOf, isBroken, isUnreadable, labelOf, valueOf } from '../../written';

/** A configuration resource that is not that of exactly one virtual machine of its own group. */
export const configurationShared: DeclarationRule = {
  code: 'vm/configuration-shared',
  severity: 'error',
  source: 'semantics 1.6, 3.1 rule 1, 7.1 ST-4, S20 (Virtual machine configuration resource: one for each machine)',
  oncePerPlace: true,
  check: (bound, design) =>
    groupsIn(bound).flatMap((group) => [
      ...group.resources.filter(isConfiguration).flatMap((one) => misused(design, group, one)),
      ...unused(bound, design, group),
    ]),
};

/** One that several machines name, or one of another group. */
function misused(design: Checked, group: Group, configuration: VirtualMachineConfiguration): readonly Found[] {
  const machines = design.facts.claims(configuration.key);
  const owner = machines.find((one) => one.group === group.key) ?? machines[0];
  const wrong = machines.find((one) => one !== owner) ?? machines.find((one) => one.group !== group.key);
  if (!owner || !wrong) return [];
  if (machines.length === 1 && isTorn(design, group, configuration, wrong)) return [];
  const names = listOf(machines.map(({ name }) => name));
  return [
    {
      message:
        machines.length > 1
          ? `${names} name one configuration resource, ${configuration.name}: it registers one virtual machine, so of these only ${owner.name} can be started on another node.`
          : `${configuration.name}, the configuration of ${wrong.name}, is in group ${group.name} and not ${whereIs(design, wrong)}: the two move apart, and ${failsToStart(design.cluster, group, wrong.name)}.`,
      place: valueOf(wrong, 'configuration'),
      related: [
        { place: labelOf(configuration), message: `${configuration.name} is declared here.` },
        ...machines
          .filter((one) => one !== wrong)
          .map((one) => ({ place: valueOf(one, 'configuration'), message: `${one.name} names it here.` })),
      ],
    },
  ];
}

function whereIs({ cluster }: Checked, { group }: VirtualMachine): string {
  return group === '' ? 'in any group together with it' : `in ${cluster.groups.get(group)?.name ?? group} with it`;
}

/** Whether the groups of machine and configuration are torn over the disk with its file: that is said of the disk. */
function isTorn(
  design: Checked,
  group: Group,
  { values }: VirtualMachineConfiguration,
  machine: VirtualMachine,
): boolean {
  const resolution = values.path && resolvePath(design.cluster, values.path.text);
  if (resolution?.kind !== 'volume') return false;
  const keys = groupsOnDisk(design, resolution.disk).map(({ key }) => key);
  return keys.includes(group.key) && keys.includes(machine.group);
}

/** One that no machine names; not where a machine that could not be read may do so. */
function unused({ declaration, findings }: BoundDeclaration, design: Checked, group: Group): readonly Found[] {
  if (isBroken(declaration) || findings.some(({ code }) => code === 'language/unknown-block')) return [];
  if (group.resources.some((one) => isVirtualMachine(one) && isUnreadable(one, 'configuration'))) return [];
  return orphanConfigurations(design, group)
    .filter(({ key }) => !mayBeUnread(design, key, declaration))
    .map((configuration) => ({
      message: `No virtual machine has ${configuration.name} as its configuration: it is moved and registered with group ${group.name}, but starts nothing, and group ${group.name} fails with it when its file is gone.`,
      place: headerOf(configuration),
    }));
}
