import type { Place } from '../../../language/finding';
import type { Group } from '../../../model/elements';
import { possibleOwners, shouldRun } from '../../../model/owners';
import { countOf } from '../../../model/words';
import { classesOf } from '../../edits/anti-affinity';
import { attributeIn } from '../../edits/statement';
import { groupsIn } from '../../elements';
import type { Checked, DeclarationRule, Found } from '../../rule';
import { headerOf } from '../../written';

/** Enforced anti-affinity with more groups in a class than there are nodes for them. */
export const unsatisfiable: DeclarationRule = {
  code: 'affinity/unsatisfiable',
  severity: 'error',
  source: 'semantics 2.3, 10.2, S21 (ClusterEnforcedAntiAffinity)',
  check: (declaration, design) => {
    if (design.cluster.settings?.values.cluster_enforced_anti_affinity !== true) return [];
    return groupsIn(declaration)
      .filter((group) => shouldRun(group))
      .flatMap((group) => classesOf(group).flatMap((name) => oneTooMany(design, group, name)));
  },
};

/** Reported once for a class: where the first group stands that finds no node of its own. */
function oneTooMany(design: Checked, group: Group, name: string): readonly Found[] {
  const { cluster } = design;
  const members = design.facts.runningInClass(name.toLowerCase());
  const position = members.indexOf(group.key);
  if (members.length < 2 || position > cluster.nodes.all.length) return [];
  const nodes = nodesFor(design, members);
  const isNever = members.length > nodes;
  const room = isNever ? nodes : Math.max(nodes - cluster.tolerates, 0);
  if (position !== room) return [];
  const who = `${String(members.length)} groups are in anti-affinity class ${name}, which is enforced`;
  const rest = countOf(members.length - room, 'group');
  const place = placeOf(group, name);
  if (isNever) {
    const message = `${who}, and ${countOf(room, 'node')} may own them: ${rest}, ${group.name} among them, will not run.`;
    return [{ message, place }];
  }
  const message = `${who}: after ${countOf(cluster.tolerates, 'node failure')} there are places for ${String(room)} of them, and ${rest} will stay offline.`;
  return [{ severity: 'warning', message, place }];
}

/** How many nodes may own any of the groups. */
function nodesFor({ cluster }: Checked, keys: readonly string[]): number {
  const groups = keys.map((key) => cluster.groups.get(key)).filter((group) => group !== undefined);
  return new Set(groups.flatMap((group) => possibleOwners(cluster, group))).size;
}

/** The name of the class in the group; the header of the group where the list stands in `defaults`. */
function placeOf(group: Group, name: string): Place {
  const value = attributeIn(group.block, 'anti_affinity_class_names')?.value;
  const items = value?.kind === 'list' ? value.items : [];
  const item = items.find((one) => one.kind === 'string' && one.text === name);
  return item ? { declaration: group.declaration, span: item.span } : headerOf(group);
}
