import type { Fix } from '../../../language/finding';
import type { Group, VirtualMachine } from '../../../model/elements';
import { possibleOwners } from '../../../model/owners';
import { haveClassInCommon, putInOneClass } from '../../edits/anti-affinity';
import { elementsIn } from '../../elements';
import { nodeOf } from '../../load';
import { namesOfSome } from '../../phrases';
import type { Checked, DeclarationRule, Found } from '../../rule';
import { isBroken, labelOf } from '../../written';

/** Virtual machines of one kind and size, all on one node, that nothing keeps apart: they look as if one should stand in for the other. */
export const familyTogether: DeclarationRule = {
  code: 'affinity/family-together',
  severity: 'hint',
  source: 'semantics 2.3, S04, S21; a judgement by name and size',
  check: (declaration, design) =>
    elementsIn(declaration, 'node').flatMap((declared) => {
      const node = nodeOf(design.cluster, declared);
      if (!node) return [];
      const families = design.facts.familiesOn(node.key);
      return [...countsOf(families)].flatMap(([family, count]) => {
        const isAll = count > 1 && design.facts.families(family).length === count;
        return isAll ? together(design, node.name, family) : [];
      });
    }),
};

function countsOf(families: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const family of families) counts.set(family, (counts.get(family) ?? 0) + 1);
  return counts;
}

function together(design: Checked, node: string, family: string): readonly Found[] {
  const { cluster, facts } = design;
  const machines = facts
    .families(family)
    .map((key) => cluster.virtualMachines.get(key))
    .filter((machine) => machine !== undefined);
  const groups = [...new Set(machines.map(({ group }) => cluster.groups.get(group)))].filter(
    (one) => one !== undefined,
  );
  const [first] = machines;
  if (!first || !machines.every((machine) => isLike(first, machine))) return [];
  if (machines.some(({ key }) => facts.guestClusterOf(key).length + facts.farmOf(key).length > 0)) return [];
  if (!mayBeApart(design, groups)) return [];
  return [
    {
      message: `${namesOfSome(machines)} look like one of a kind and all start on ${node}: when it fails, all are down at once. In one anti-affinity class they would be kept on different nodes.`,
      place: labelOf(first),
      related: machines.slice(1).map((machine) => ({ place: labelOf(machine), message: `${machine.name} is here.` })),
      fixes: keepApart(groups, family),
    },
  ];
}

/** Redundant servers are made alike. */
function isLike({ values: one }: VirtualMachine, { values: other }: VirtualMachine): boolean {
  return one.memory === other.memory && one.processors === other.processors && one.guest_os === other.guest_os;
}

/** Whether a class could keep them apart, and none does. */
function mayBeApart({ cluster }: Checked, groups: readonly Group[]): boolean {
  const isKept = groups.some((group, index) =>
    groups.slice(index + 1).some((other) => haveClassInCommon(group, other)),
  );
  const nodes = new Set(groups.flatMap((group) => possibleOwners(cluster, group)));
  return groups.length > 1 && !isKept && nodes.size > 1;
}

function keepApart(groups: readonly Group[], family: string): readonly Fix[] {
  return groups.some(({ declaration }) => isBroken(declaration)) ? [] : [putInOneClass(groups, family, false)];
}
