import type { Place } from '../../../language/finding';
import type { BoundDeclaration } from '../../../model/bind/declaration';
import { attributeIn } from '../../edits/statement';
import { elementsIn, groupsIn } from '../../elements';
import { useKey } from '../../facts/names';
import type { Checked, DeclarationRule, Found } from '../../rule';
import { headerOf } from '../../written';

/** What nothing in the design uses: it could go, or something that should use it does not. */
export const unused: DeclarationRule = {
  code: 'language/unused',
  severity: 'hint',
  source: 'checks.md, language',
  check: (bound, design) => [
    ...unusedDisks(bound, design),
    ...unusedStorages(bound, design),
    ...unusedNetworks(bound, design),
    ...unusedClasses(bound, design),
  ],
};

function faded(message: string, place: Place): Found {
  return { message, place, faded: true };
}

/** A disk is used by a resource, a file, a pass-through disk, a witness, a scenario, or a volume mounted on it. */
function unusedDisks(bound: BoundDeclaration, { facts }: Checked): readonly Found[] {
  return elementsIn(bound, 'disk')
    .filter(({ key }) => facts.uses(useKey('disk', key)).length === 0)
    .map((disk) => faded(`Nothing uses disk ${disk.name}: no resource, no file, no witness.`, headerOf(disk)));
}

function unusedStorages(bound: BoundDeclaration, { facts }: Checked): readonly Found[] {
  return elementsIn(bound, 'storage')
    .filter(({ key }) => facts.uses(useKey('storage', key)).length === 0)
    .map((storage) => faded(`Nothing uses storage ${storage.name}: no disk is on it.`, headerOf(storage)));
}

/** A node without a list is connected to every network: then each network is used. */
function unusedNetworks(bound: BoundDeclaration, { cluster, facts }: Checked): readonly Found[] {
  const idle = elementsIn(bound, 'network').filter(({ key }) => facts.uses(useKey('network', key)).length === 0);
  if (idle.length === 0 || cluster.nodes.all.length === 0) return [];
  if (!cluster.nodes.all.every((node) => node.values.networks !== undefined)) return [];
  return idle.map((one) => faded(`No node is connected to network ${one.name}.`, headerOf(one)));
}

/** A class keeps groups apart that share it; one that a single group bears keeps nothing apart. */
function unusedClasses(bound: BoundDeclaration, { facts }: Checked): readonly Found[] {
  return groupsIn(bound).flatMap((group) =>
    [...new Set(group.values.anti_affinity_class_names?.map((one) => one.toLowerCase()))].flatMap((name) => {
      const value = attributeIn(group.block, 'anti_affinity_class_names')?.value;
      if (facts.classMembers(name).length > 1 || value?.kind !== 'list') return [];
      const item = value.items.find((one) => one.kind === 'string' && one.text.toLowerCase() === name);
      if (item?.kind !== 'string') return [];
      const message = `Only group ${group.name} is in class ${item.text}, so the class keeps it apart from nothing.`;
      return faded(message, { declaration: group.declaration, span: item.span });
    }),
  );
}
