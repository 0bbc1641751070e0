import type { Engine, GroupRun, NodeRun } from './engine';

/** Whether a group counts where it is: it runs or is to run there. */
function counts(group: GroupRun): boolean {
  return !group.queued && group.resources.some(({ wanted, state }) => wanted || state === 'online');
}

/** Nodes that own a group of one of its anti-affinity classes, or are about to (semantics 2.3, S04, S21). */
export function nodesOfRivals(engine: Engine, group: GroupRun): ReadonlySet<NodeRun> {
  const nodes = new Set<NodeRun>();
  for (const rivals of group.part.classes) {
    for (const key of rivals) {
      const rival = key === group.part.group.key ? undefined : engine.groups.get(key);
      if (!rival || !counts(rival)) continue;
      if (rival.owner) nodes.add(rival.owner);
      const target = rival.move?.target ?? rival.live?.target;
      if (target) nodes.add(target);
    }
  }
  return nodes;
}

/** Whether groups of one class rather stay offline than share a node (semantics 2.3, S21). */
export function isEnforced({ cluster }: Engine): boolean {
  return cluster.settings?.values.cluster_enforced_anti_affinity ?? false;
}

/** Whether the group may not start where it is, since a group of its class runs there (semantics 2.3, S21). */
export function hasConflict(engine: Engine, group: GroupRun): boolean {
  const { owner, part } = group;
  return (
    owner !== undefined && part.classes.length > 0 && isEnforced(engine) && nodesOfRivals(engine, group).has(owner)
  );
}
