import type { Fix } from '../../../language/finding';
import type { ClusterNode, Group } from '../../../model/elements';
import { nodeMb } from '../../../model/memory';
import { nodesThatCanTake } from '../../../model/start';
import { anyKey } from '../../facts/said';
import { figures } from '../../figures';
import { groupMb, hostsAnything, isInService, loadMb, startOn } from '../../load';
import type { Checked, DesignRule, Found } from '../../rule';
import { shareText } from '../../sizes';
import { headerOf } from '../../written';

/** A node with much more load than another one, which could take some of it. */
export const unevenLoad: DesignRule = {
  code: 'capacity/uneven-load',
  severity: 'info',
  source: 'S20 (daily performance); semantics 12 A37, S58',
  checkAll: (design) => {
    if (design.facts.roaming(anyKey).length > 0) return [];
    const hosts = design.cluster.nodes.all
      .filter((node) => isInService(node) && hostsAnything(design, node))
      .map((node): Host => ({ node, usedMb: loadMb(design, node), hasMb: nodeMb(node) }));
    return hosts.flatMap((host) => {
      const share = shareOf(host);
      return share > figures.busyShare.value && share <= 1 ? relieved(design, hosts, host) : [];
    });
  },
};

/** A node in service that hosts something: one that hosts nothing is a reserve, and stays one. */
interface Host {
  readonly node: ClusterNode;
  /** Memory that its virtual machines take from the start, and what there is for them, MB. */
  readonly usedMb: number;
  readonly hasMb: number;
}

/** Share of the memory for virtual machines that is in use from the start. */
function shareOf({ usedMb, hasMb }: Host): number {
  return usedMb / hasMb;
}

interface Relief {
  readonly group: Group;
  readonly by: Host;
}

function relieved(design: Checked, hosts: readonly Host[], from: Host): readonly Found[] {
  const relief = reliefOf(design, hosts, from);
  if (!relief) return [];
  const { group, by } = relief;
  const [name, other] = [from.node.name, by.node.name];
  return [
    {
      message: `The virtual machines that start on ${name} take ${shareText(shareOf(from))} of its memory, those on ${other} ${shareText(shareOf(by))}: ${name} has the busier days, although ${group.name} could start on ${other}.`,
      place: headerOf(from.node),
      fixes: startElsewhere(relief),
    },
  ];
}

/** The largest group that a node with much less load takes without becoming the fuller one of the two; of several that with most room. */
function reliefOf(design: Checked, hosts: readonly Host[], from: Host): Relief | undefined {
  const share = shareOf(from);
  const quiet = hosts
    .filter((host) => shareOf(host) < share * figures.unevenPart.value)
    .sort((one, other) => other.hasMb - other.usedMb - (one.hasMb - one.usedMb));
  if (quiet.length === 0) return undefined;
  const groups = design.facts
    .groupsOn(from.node.key)
    .map((group) => ({ group, mb: groupMb(group) }))
    .filter(({ mb }) => mb > 0)
    .sort((one, other) => other.mb - one.mb);
  for (const { group, mb } of groups) {
    const roomy = quiet.filter((host) => (host.usedMb + mb) / host.hasMb < share);
    if (roomy.length === 0) continue;
    const able = new Set(nodesThatCanTake(design.cluster, group));
    const by = roomy.find(({ node }) => able.has(node));
    if (by) return { group, by };
  }
  return undefined;
}

function startElsewhere({ group, by }: Relief): readonly Fix[] {
  const edit = startOn(group, by.node);
  return edit ? [{ title: `Start ${group.name} on ${by.node.name}`, preferred: false, edits: [edit] }] : [];
}
