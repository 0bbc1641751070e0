import type { Disk, Storage } from '../model/elements';
import { reaches } from '../model/owners';
import { isUp } from './engine';
import type { Engine, NodeRun } from './engine';

/** Key of the path of a node to a storage in the table of faults. */
export function pathKey(node: string, storage: string): string {
  return `${node} ${storage}`;
}

function storageOf(engine: Engine, disk: Disk | undefined): Storage | undefined {
  return engine.cluster.storages.get(disk?.values.storage?.key);
}

/** Whether the node has a path to the storage of the disk, whatever the state of either (language.md, Declarations). */
export function hasPath(engine: Engine, node: NodeRun, diskKey: string): boolean {
  const storage = storageOf(engine, engine.cluster.disks.get(diskKey));
  if (!storage) return true;
  return reaches(node.node, storage) && !engine.faults.paths.has(pathKey(node.node.key, storage.key));
}

/** Whether the disk itself and its storage work. */
export function isDiskWell(engine: Engine, diskKey: string): boolean {
  const storage = storageOf(engine, engine.cluster.disks.get(diskKey));
  return !engine.faults.disks.has(diskKey) && !(storage && engine.faults.storages.has(storage.key));
}

/** Whether the node can use the disk now. */
export function canUse(engine: Engine, node: NodeRun, diskKey: string): boolean {
  return isDiskWell(engine, diskKey) && hasPath(engine, node, diskKey);
}

/** Whether any node that is up can use the disk: enough for a shared volume (semantics 7.2). */
export function isServed(engine: Engine, diskKey: string): boolean {
  return [...engine.nodes.values()].some((node) => isUp(node) && canUse(engine, node, diskKey));
}
