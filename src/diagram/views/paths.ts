import type { Cluster } from '../../model/cluster';
import type { ClusterNode, Disk } from '../../model/elements';
import { reaches } from '../../model/owners';
import { ids } from '../ids';
import type { PathMark, SceneEdge } from '../scene';
import type { Standing } from '../standing';

/** Over so many nodes the single paths are no longer edges of the scene; each disk still says how many it has. */
export const mostNodesWithPathEdges = 12;

/** Whether the node reaches the storage of the disk; storage without a list of nodes is reached by all (language.md). */
export function hasPath(cluster: Cluster, node: ClusterNode, disk: Disk): boolean {
  return reaches(node, cluster.storages.get(disk.values.storage?.key));
}

/** One mark a node, in node order. */
export function pathMarks(cluster: Cluster, standing: Standing, disk: Disk): readonly PathMark[] {
  const owner = standing.ownerOfDisk(disk);
  return cluster.nodes.all.map((node) =>
    node.name === owner ? 'owner' : hasPath(cluster, node, disk) ? 'path' : 'none',
  );
}

/** The edges from nodes to a disk: its owner, the others that have a path, and those of its nodes that have none. */
export function nodeEdges(cluster: Cluster, disk: Disk, marks: readonly PathMark[]): readonly SceneEdge[] {
  const to = ids.disk(disk.name);
  const many = cluster.nodes.all.length > mostNodesWithPathEdges;
  return cluster.nodes.all.flatMap((node, index): readonly SceneEdge[] => {
    const from = ids.node(node.name);
    const mark = marks[index];
    if (mark === 'owner') return [{ id: `owns:${from}>${to}`, from, to, kind: 'owns' }];
    if (many || !disk.values.clustered) return [];
    const edge = { id: `reaches:${from}>${to}`, from, to, kind: 'reaches' } as const;
    return [mark === 'none' ? { ...edge, missing: true } : edge];
  });
}
