import type { Fix } from '../../../language/finding';
import type { ClusterNode, Group } from '../../../model/elements';
import { nodeMb } from '../../../model/memory';
import { elementsIn } from '../../elements';
import { anyKey } from '../../facts/said';
import { figures } from '../../figures';
import { groupMb, hostsAnything, isInService, loadMb, nodeOf, roomElsewhere, startOn } from '../../load';
import type { Checked, DeclarationRule, Found } from '../../rule';
import { shareText } from '../../sizes';
import { headerOf } from '../../written';

/** A node with much more load than another one, which could take some of it. */
export const unevenLoad: DeclarationRule = {
  code: 'capacity/uneven-load',
  severity: 'info',
  source: 'S20 (daily performance); semantics 12 A37, S58',
  check: (declaration, design) =>
    elementsIn(declaration, 'node').flatMap((declared) => {
      const node = nodeOf(design.cluster, declared);
      if (!node || !isInService(node) || design.facts.roaming(anyKey).length > 0) return [];
      const share = shareOf(design, node);
      return share > figures.busyShare.value && share <= 1 ? relieved(design, node, share) : [];
    }),
};

/** Share of the memory for virtual machines that is in use from the start. */
function shareOf(design: Checked, node: ClusterNode): number {
  return loadMb(design, node) / nodeMb(node);
}

interface Relief {
  readonly group: Group;
  readonly node: ClusterNode;
}

function relieved(design: Checked, from: ClusterNode, share: number): readonly Found[] {
  const relief = reliefOf(design, from, share);
  if (!relief) return [];
  const { group, node } = relief;
  return [
    {
      message: `The virtual machines that start on ${from.name} take ${shareText(share)} of its memory, those on ${node.name} ${shareText(shareOf(design, node))}: ${from.name} has the busier days, although ${group.name} could start on ${node.name}.`,
      place: headerOf(from),
      fixes: startElsewhere(relief),
    },
  ];
}

/**
 * The largest group that a node with much less load takes without becoming the fuller one of the two. A node that hosts nothing is a reserve, and
 * stays one.
 */
function reliefOf(design: Checked, from: ClusterNode, share: number): Relief | undefined {
  const least = Math.min(...design.facts.percentInUse(anyKey)) / 100;
  if (least >= share * figures.unevenPart.value) return undefined;
  const quiet = new Set(design.cluster.nodes.all.filter((node) => isQuiet(design, node, share)));
  const groups = design.facts.groupsOn(from.key).toSorted((one, other) => groupMb(other) - groupMb(one));
  for (const group of groups) {
    if (groupMb(group) === 0) return undefined;
    const found = roomElsewhere(design, group, from, new Map()).find(
      ({ node }) => quiet.has(node) && (loadMb(design, node) + groupMb(group)) / nodeMb(node) < share,
    );
    if (found) return { group, node: found.node };
  }
  return undefined;
}

function isQuiet(design: Checked, node: ClusterNode, share: number): boolean {
  if (!isInService(node) || !hostsAnything(design, node)) return false;
  return shareOf(design, node) < share * figures.unevenPart.value;
}

function startElsewhere({ group, node }: Relief): readonly Fix[] {
  const edit = startOn(group, node);
  return edit ? [{ title: `Start ${group.name} on ${node.name}`, preferred: false, edits: [edit] }] : [];
}
