import type { ClusterNode, Disk } from '../../model/elements';
import { hostVolumeOf } from '../../model/paths';
import { gatherings, ids, volumeId } from '../ids';
import type { SceneEdge, SceneNode } from '../scene';
import { line, size, sizeOf } from '../words';
import { nodeEdges, pathMarks } from './paths';
import type { Sight } from './sight';

/** Names of what a group of machines holds of each volume: bytes of its files with a declared size. */
export type VolumeUse = ReadonlyMap<string, number>;

/** The container a disk is drawn in: its owner, or where the disks without one are gathered. */
export function homeOf(disk: Disk, { cluster, standing }: Sight): string {
  if (disk.values.shared_volume) return gatherings.sharedVolumes;
  if (!disk.values.clustered) {
    const nodes = cluster.storages.get(disk.values.storage?.key)?.values.nodes;
    const only = nodes?.length === 1 ? cluster.nodes.get(nodes[0]?.key) : undefined;
    return only ? ids.node(only.name) : gatherings.notClustered;
  }
  const owner = standing.ownerOfDisk(disk);
  return owner === undefined ? gatherings.noOwner : ids.node(owner);
}

const plain = { parent: undefined, state: undefined, findings: undefined } as const;

const gatheringNodes: readonly SceneNode[] = [
  {
    id: gatherings.sharedVolumes,
    kind: 'shared_volume',
    label: 'Shared volumes',
    detail: 'open on every node',
    ...plain,
  },
  { id: gatherings.noOwner, kind: 'lane', label: 'No owner', detail: 'no node holds these', ...plain },
  {
    id: gatherings.notClustered,
    kind: 'lane',
    label: 'Not clustered',
    detail: 'the cluster does not manage',
    ...plain,
  },
];

/** The containers in `used` that stand for no node, in a fixed order. */
export function gatheringsUsed(used: ReadonlySet<string>): readonly SceneNode[] {
  return gatheringNodes.filter(({ id }) => used.has(id));
}

/** A node with what its running virtual machines take of its memory. */
export function nodeNode(node: ClusterNode, usedMemory: number, { standing, counts }: Sight): SceneNode {
  const id = ids.node(node.name);
  const state = standing.nodeState(node);
  const memory = node.values.memory;
  const whole = memory === undefined ? undefined : Math.max(0, memory - node.values.memory_reserve);
  const detail = state === 'down' || whole === undefined ? state : `${sizeOf(usedMemory, whole)} used`;
  return { id, kind: 'node', label: node.name, detail, parent: undefined, state, findings: counts.get(id) };
}

function volumeNodes(disk: Disk, home: string, use: VolumeUse, sight: Sight): readonly SceneNode[] {
  return disk.volumes.map((volume) => {
    const id = volumeId(disk, volume);
    const path = volume.path?.text;
    const hostVolume = hostVolumeOf(sight.cluster, volume);
    const host = hostVolume && sight.cluster.disks.get(hostVolume.disk);
    const nested = host !== undefined && host !== disk && homeOf(host, sight) === home;
    const used = use.get(id) ?? 0;
    const whole = disk.values.size;
    const room = whole === undefined ? '' : used > 0 ? sizeOf(used, whole) : size(whole);
    return {
      id,
      kind: disk.values.shared_volume ? 'shared_volume' : host ? 'mount_point' : 'volume',
      label: path ?? `Volume ${volume.values.guid ?? ''}`.trim(),
      detail: host ? `mount point of ${disk.name}` : room,
      parent: nested && hostVolume ? volumeId(host, hostVolume) : ids.disk(disk.name),
      state: undefined,
      findings: sight.counts.get(id),
    };
  });
}

/** What a disk holds that is no volume: the vote of the witness, or the whole disk handed to a machine. */
function specialNodes(disk: Disk, sight: Sight, passthrough: boolean): readonly SceneNode[] {
  const { cluster, standing } = sight;
  const parent = ids.disk(disk.name);
  const bare = { parent, state: undefined, findings: undefined } as const;
  const nodes: SceneNode[] = [];
  if (cluster.quorum?.values.witness?.key === disk.key) {
    const detail = disk.volumes.length === 0 ? 'one vote, no files of VMs' : 'one vote';
    nodes.push({ id: ids.witness(disk.name), kind: 'witness', label: 'Quorum witness', detail, ...bare });
  }
  if (passthrough) {
    const id = ids.passthrough(disk.name);
    const detail = 'no volume on the host';
    nodes.push({ id, kind: 'passthrough', label: 'Pass-through', detail, ...bare, findings: sight.counts.get(id) });
  }
  const owner = disk.values.shared_volume ? standing.ownerOfDisk(disk) : undefined;
  if (owner !== undefined) {
    const detail = 'metadata writes go through it';
    nodes.push({ id: ids.coordinator(disk.name), kind: 'node', label: `${owner} coordinates`, detail, ...bare });
  }
  return nodes;
}

/** A disk with its volumes, and the edges between it, its nodes and what it holds. `passthrough`: a machine uses it whole. */
export function diskNodes(
  disk: Disk,
  use: VolumeUse,
  passthrough: boolean,
  sight: Sight,
): { readonly nodes: readonly SceneNode[]; readonly edges: readonly SceneEdge[] } {
  const { cluster, standing, counts } = sight;
  const id = ids.disk(disk.name);
  const home = homeOf(disk, sight);
  const paths = pathMarks(cluster, standing, disk);
  const lun = disk.values.lun === undefined ? undefined : `LUN ${disk.values.lun}`;
  const room = disk.values.size === undefined ? undefined : size(disk.values.size);
  const node: SceneNode = {
    id,
    kind: 'disk',
    label: disk.name,
    detail: line(disk.values.storage?.name, lun, room),
    parent: home,
    state: standing.diskState(disk),
    findings: counts.get(id),
    paths,
  };
  const held = [...volumeNodes(disk, home, use, sight), ...specialNodes(disk, sight, passthrough)];
  const holds = held
    .filter(({ kind }) => kind !== 'node')
    .map(({ id: to }): SceneEdge => ({ id: `holds:${id}>${to}`, from: id, to, kind: 'holds' }));
  return { nodes: [node, ...held], edges: [...nodeEdges(cluster, disk, paths), ...holds] };
}
