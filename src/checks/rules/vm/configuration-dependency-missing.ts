import type { Fix } from '../../../language/finding';
import type { Cluster } from '../../../model/cluster';
import { isConfiguration, isVirtualMachine } from '../../../model/elements';
import type { Group, VirtualMachine } from '../../../model/elements';
import { requires, waitsFor } from '../../dependencies';
import { requireAll } from '../../edits/dependency';
import { failsToStart } from '../../phrases';
import { groupsIn } from '../../elements';
import type { DeclarationRule, Found } from '../../rule';
import { headerOf, isBroken, isUnreadable, labelOf } from '../../written';

/** A virtual machine that does not depend on its configuration: it may be started before its node knows it. */
export const configurationDependencyMissing: DeclarationRule = {
  code: 'vm/configuration-dependency-missing',
  severity: 'error',
  source: 'semantics 7.1 ST-4, 3.2, S20 (Resource dependencies)',
  check: (declaration, { cluster }) =>
    groupsIn(declaration).flatMap((group) =>
      group.resources.filter(isVirtualMachine).flatMap((machine) => independent(cluster, group, machine)),
    ),
};

function independent(cluster: Cluster, group: Group, machine: VirtualMachine): readonly Found[] {
  const ref = machine.values.configuration;
  const configuration = ref && cluster.resources.get(ref.key);
  if (!configuration || !isConfiguration(configuration) || configuration.group !== group.key) return [];
  if (requires(machine.values.depends_on, configuration.key)) return [];
  if (isBroken(machine.declaration) || isUnreadable(machine, 'depends_on')) return [];
  const title = `Make ${machine.name} depend on ${configuration.name}`;
  const fix: Fix = { title, preferred: true, edits: requireAll(machine, [configuration.name]) };
  return [
    {
      message: `${machine.name} does not depend on its configuration ${configuration.name}, so it may be started before the node knows it: ${failsToStart(cluster, group, machine.name)} if the configuration comes later.`,
      place: headerOf(machine),
      related: [{ place: labelOf(configuration), message: `${configuration.name} is declared here.` }],
      fixes: waitsFor(cluster, configuration, machine.key) ? [] : [fix],
    },
  ];
}
