import type { Edit, Fix } from '../../../language/finding';
import type { ClusterNode, Group, VirtualMachine } from '../../../model/elements';
import { machineMb, machineOverheadMb, nodeMb } from '../../../model/memory';
import { listOf } from '../../../model/words';
import { elementsIn } from '../../elements';
import { machinesOn } from '../../facts/capacity';
import { groupMb, isInService, loadMb, nodeOf, roomElsewhere, startOn } from '../../load';
import { namesOfSome } from '../../phrases';
import type { Checked, DeclarationRule, Found } from '../../rule';
import { memoryText } from '../../sizes';
import { isUnreadable, labelOf, valueOf } from '../../written';

/** The virtual machines that start on a node need more memory than it has for them. */
export const nodeOvercommitted: DeclarationRule = {
  code: 'capacity/node-overcommitted',
  severity: 'error',
  source: 'semantics 8, 8.5, S20 (capacity of the nodes)',
  check: (declaration, design) =>
    elementsIn(declaration, 'node').flatMap((declared) => {
      const node = nodeOf(design.cluster, declared);
      const isKnown = node && isInService(node) && !isUnreadable(node, 'memory_reserve');
      return isKnown && loadMb(design, node) > nodeMb(node) ? tooMuchOn(design, node) : [];
    }),
};

function tooMuchOn(design: Checked, node: ClusterNode): readonly Found[] {
  const machines = machinesOn(design, node).filter((machine) => staysHere(design, machine));
  const neededMb = machines.reduce((sum, machine) => sum + machineMb(machine), 0);
  if (machines.length === 0 || neededMb <= nodeMb(node)) return [];
  const left = leftOut(machines, nodeMb(node));
  const { profile } = design.cluster;
  const outcome = profile.queuesGroups
    ? `${left.length === 1 ? 'waits' : 'wait'} until there is room`
    : 'will not start there';
  return [
    {
      message: `The virtual machines that start on ${node.name} need ${memoryText(neededMb)}, ${String(machineOverheadMb)} MB of it for each on top of its own, and ${node.name} has ${memoryText(nodeMb(node))} for them: ${namesOfSome(left)} ${outcome}.`,
      place: valueOf(node, 'memory'),
      related: left.map((machine) => ({
        place: labelOf(machine),
        message: `${machine.name} needs ${memoryText(machineMb(machine))} and finds no room on ${node.name}.`,
      })),
      fixes: spread(design, node, left),
    },
  ];
}

/** From 2012 on a run looks for room when it chooses a node: only a group with a declared owner starts where there is none. */
function staysHere({ cluster }: Checked, machine: VirtualMachine): boolean {
  if (cluster.profile.placement !== 'ranked' || machine.group === '') return true;
  return cluster.groups.get(machine.group)?.values.owner !== undefined;
}

/** Those that find no room when all start one after the other. */
function leftOut(machines: readonly VirtualMachine[], roomMb: number): readonly VirtualMachine[] {
  let free = roomMb;
  return machines.filter((machine) => {
    const needed = machineMb(machine);
    if (needed > free) return true;
    free -= needed;
    return false;
  });
}

/** Starts the groups that find no room on other nodes, each where most is left; not where one of them has no such node. */
function spread(design: Checked, from: ClusterNode, left: readonly VirtualMachine[]): readonly Fix[] {
  const groups = [...new Set(left.map(({ group }) => design.cluster.groups.get(group)))];
  const taken = new Map<ClusterNode, number>();
  const edits: Edit[] = [];
  const moves: string[] = [];
  for (const group of groups) {
    const best = group && roomElsewhere(design, group, from, taken)[0];
    const edit = group && best && fits(group, best.freeMb) ? startOn(group, best.node) : undefined;
    if (!group || !best || !edit) return [];
    taken.set(best.node, (taken.get(best.node) ?? 0) + groupMb(group));
    edits.push(edit);
    moves.push(`${group.name} on ${best.node.name}`);
  }
  return edits.length > 0 ? [{ title: `Start ${listOf(moves)}`, preferred: false, edits }] : [];
}

function fits(group: Group, freeMb: number): boolean {
  return groupMb(group) <= freeMb;
}
