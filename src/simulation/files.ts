import { isConfiguration } from '../model/elements';
import type { Disk, Volume } from '../model/elements';
import { filesOf } from '../model/owners';
import { guidInPath, resolvePath } from '../model/paths';
import type { Engine, NodeRun, ResourceRun } from './engine';
import { canUse, isServed } from './reach';
import { isShare, shareOfPath } from './shares';

function sameGuid(left: string, right: string): boolean {
  const bare = (guid: string): string => guid.toLowerCase().replaceAll(/[{}]/g, '');
  return bare(left) === bare(right);
}

/** Whether the node knows the volume by this GUID: the cluster's own, or one of the node's (semantics 7.1 ST-5). */
function knowsGuid(volume: Volume, guid: string, node: NodeRun): boolean {
  const own = volume.values.guid;
  const others = volume.values.guid_on.get(node.node.key) ?? [];
  return (own !== undefined && sameGuid(own, guid)) || others.some((other) => sameGuid(other, guid));
}

/** Whether the node has the disk now, whoever's it is: a shared volume, one of a group, loose, or not clustered. */
function hasDisk(engine: Engine, disk: Disk, resource: ResourceRun, node: NodeRun): boolean {
  if (disk.values.shared_volume) return isServed(engine, disk.key);
  const holder = engine.cluster.diskResources.get(disk.key);
  const group = holder && engine.groups.get(holder.group);
  if (group) return group === resource.group ? canUse(engine, node, disk.key) : group.owner === node;
  if (isShare(engine.cluster, disk)) return canUse(engine, node, disk.key);
  const loose = engine.looseDisks.find(({ key }) => key === disk.key);
  return loose ? loose.owner === node : canUse(engine, node, disk.key);
}

function missingPath(engine: Engine, path: string, resource: ResourceRun, node: NodeRun): string | undefined {
  const found = resolvePath(engine.cluster, path);
  const name = node.subject.name;
  if (found.kind === 'local') {
    return found.nodes.includes(node.node.key) ? undefined : `${name} has no drive ${found.drive}, where ${path} is`;
  }
  if (found.kind === 'share') {
    const share = shareOfPath(engine.cluster, path);
    return share && !canUse(engine, node, share.key)
      ? `${name} does not reach the share ${share.name}, where ${path} is`
      : undefined;
  }
  if (found.kind !== 'volume') return undefined;
  const guid = guidInPath(path);
  if (guid !== undefined && !knowsGuid(found.volume, guid, node)) {
    return `${name} knows no volume {${guid}}, where ${path} is`;
  }
  if (hasDisk(engine, found.disk, resource, node)) return undefined;
  return `${name} does not have the disk ${found.disk.name}, where ${path} is`;
}

/** Why a file or pass-through disk of a virtual machine or configuration is not to be had on the node (semantics 7.1). */
export function missingFile(engine: Engine, resource: ResourceRun, node: NodeRun): string | undefined {
  const { machine, resource: element } = resource.part;
  if (isConfiguration(element)) {
    const path = element.values.path?.text;
    return path === undefined ? undefined : missingPath(engine, path, resource, node);
  }
  if (!machine) return undefined;
  for (const { path } of filesOf(machine)) {
    const missing = missingPath(engine, path, resource, node);
    if (missing !== undefined) return missing;
  }
  for (const { disk: ref } of machine.passthroughDisks) {
    const disk = engine.cluster.disks.get(ref.key);
    if (disk && !hasDisk(engine, disk, resource, node))
      return `${node.subject.name} does not have the disk ${disk.name}`;
  }
  return undefined;
}
