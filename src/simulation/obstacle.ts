import type { Engine, NodeRun, ResourceRun } from './engine';
import { missingFile } from './files';
import { freeMb } from './load';
import { canUse, hasPath } from './reach';
import { machineMb } from '../model/memory';
import type { DetailValue } from './trace';

/** Why a resource cannot come online on a node, in words, with figures where there are any. */
export interface Obstacle {
  readonly text: string;
  /** What a placement would have said or the kind of thing in the way (cli.md, Settled readings). */
  readonly reason: 'health' | 'not_possible_owner' | 'no_path' | 'disk' | 'file' | 'memory';
  readonly details?: Readonly<Record<string, DetailValue>>;
}

function ownerObstacle({ group }: ResourceRun, node: NodeRun): Obstacle | undefined {
  if (group.part.possibleOwners.has(node.node.key)) return undefined;
  return {
    reason: 'not_possible_owner',
    text: `${node.subject.name} is no possible owner of every resource of group ${group.subject.name}`,
  };
}

function diskObstacle(engine: Engine, resource: ResourceRun, node: NodeRun): Obstacle | undefined {
  const { disk } = resource.part;
  if (disk === undefined || canUse(engine, node, disk)) return undefined;
  return hasPath(engine, node, disk)
    ? { reason: 'disk', text: `the disk ${resource.subject.name} does not answer` }
    : { reason: 'no_path', text: `${node.subject.name} has no path to the disk ${resource.subject.name}` };
}

function fileObstacle(engine: Engine, resource: ResourceRun, node: NodeRun): Obstacle | undefined {
  const text = missingFile(engine, resource, node);
  return text === undefined ? undefined : { reason: 'file', text };
}

function memoryObstacle(resource: ResourceRun, node: NodeRun): Obstacle | undefined {
  const { machine } = resource.part;
  if (!machine) return undefined;
  const needed = machineMb(machine);
  const free = freeMb(node);
  if (needed <= free) return undefined;
  return {
    reason: 'memory',
    text: `${node.subject.name} has ${free} MB of memory left and ${needed} MB are needed`,
    details: { needed_mb: needed, free_mb: free },
  };
}

/** What keeps an offline resource from coming online on the node now; undefined if nothing does. */
export function obstacleOf(engine: Engine, resource: ResourceRun, node: NodeRun): Obstacle | undefined {
  if (resource.broken) return { reason: 'health', text: 'it does not pass its health check until it is repaired' };
  return (
    ownerObstacle(resource, node) ??
    diskObstacle(engine, resource, node) ??
    fileObstacle(engine, resource, node) ??
    memoryObstacle(resource, node)
  );
}
