import type { Cluster } from '../../model/cluster';
import type { ClusterNode, VirtualMachine } from '../../model/elements';
import { machineMb, nodeMb } from '../../model/memory';
import { nodesWithPath, possibleOwners } from '../../model/owners';
import { hasSwitch, lacks } from '../node-lists';
import { namesOfSome } from '../phrases';
import type { Checked } from '../rule';
import { labelOf } from '../written';
import { disksOf } from './belongings';
import type { Draft, Note } from './confirmation';

/** Whether every node that may own the group can host all of it (semantics 10.4, S20: Confirmation). */
export function checkNodes(design: Checked, machine: VirtualMachine, draft: Draft, note: Note): void {
  const { cluster } = design;
  const nodes = possibleNodes(cluster, draft);
  if (nodes.length === 0) {
    note('error', `No node may own ${machine.name} and everything that comes with it.`);
    return;
  }
  const { target } = draft;
  const owner = target?.kind === 'existing' ? target.group.values.owner : undefined;
  if (owner && cluster.nodes.get(owner.key) && !nodes.some(({ key }) => key === owner.key)) {
    note('error', `Group ${target?.name ?? ''} is on ${owner.name}, which may not own ${machine.name}.`, owner.place);
  }
  const unable = nodes.filter((node) => lacks(node, 'features', 'hyper_v'));
  if (unable.length > 0)
    note('error', `${namesOfSome(unable)} cannot host virtual machines: the Hyper-V role is missing.`);
  for (const { machine: one } of draft.parts) checkMachine(design, one, nodes, note);
}

/** Nodes that every machine may be on, and everything in the group they join. */
function possibleNodes(cluster: Cluster, { target, parts }: Draft): readonly ClusterNode[] {
  const start = target?.kind === 'existing' ? possibleOwners(cluster, target.group) : cluster.nodes.all;
  return start.filter((node) =>
    parts.every(({ machine }) => machine.values.possible_owners?.some(({ key }) => key === node.key) ?? true),
  );
}

function checkMachine(design: Checked, machine: VirtualMachine, nodes: readonly ClusterNode[], note: Note): void {
  const { cluster } = design;
  for (const disk of disksOf(design, machine)) {
    const connected = nodesWithPath(cluster, disk);
    const cutOff = nodes.filter((node) => !connected.includes(node));
    if (cutOff.length > 0) {
      note(
        'error',
        `${namesOfSome(cutOff)} ${cutOff.length > 1 ? 'have' : 'has'} no path to disk ${disk.name}.`,
        labelOf(disk),
      );
    }
  }
  const small = nodes.filter((node) => nodeMb(node) < machineMb(machine));
  if (small.length > 0) {
    note(
      'warning',
      `${namesOfSome(small)} ${small.length > 1 ? 'have' : 'has'} not enough memory for ${machine.name}.`,
      labelOf(machine),
    );
  }
  for (const name of machine.values.virtual_switches ?? []) {
    const unplugged = nodes.filter((node) => !hasSwitch(node, name));
    if (unplugged.length > 0) {
      note(
        'warning',
        `${namesOfSome(unplugged)} ${unplugged.length > 1 ? 'have' : 'has'} no virtual switch ${name}, which ${machine.name} uses.`,
        labelOf(machine),
      );
    }
  }
}
