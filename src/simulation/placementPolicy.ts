import type { PlacementPolicy } from '../model/profile';
import type { Engine, GroupRun, NodeRun } from './engine';
import { uncommittedMb } from './load';
import type { RuleId } from './rules';

/** Why a node is looked for (semantics 2.3). */
export type Trigger = 'resource failure' | 'node failure' | 'best possible' | 'start';

export interface Choice {
  readonly target: NodeRun | undefined;
  /** The rule of our own that decided, if one did. */
  readonly rule: RuleId | undefined;
}

function hasPreferred({ part }: GroupRun): boolean {
  return (part.group.values.preferred_owners ?? []).length > 0;
}

/** The nodes of NodeList that come after the owner, then those before it (semantics 2.3, S05). */
function afterOwner(engine: Engine, { part, owner }: GroupRun): readonly NodeRun[] {
  const list = part.nodeList.map(({ key }) => engine.nodes.get(key)).filter((node) => node !== undefined);
  const position = owner ? list.indexOf(owner) : -1;
  return [...list.slice(position + 1), ...list.slice(0, position + 1)];
}

function fromTheTop(engine: Engine, { part }: GroupRun): readonly NodeRun[] {
  return part.nodeList.map(({ key }) => engine.nodes.get(key)).filter((node) => node !== undefined);
}

function nextInList(engine: Engine, group: GroupRun, trigger: Trigger, free: readonly NodeRun[]): Choice {
  const list = trigger === 'resource failure' || trigger === 'node failure' ? afterOwner : fromTheTop;
  const target = list(engine, group).find((node) => free.includes(node));
  const byChance = !hasPreferred(group) && trigger !== 'resource failure' && free.length > 1;
  return { target, rule: byChance ? 'next-by-number' : undefined };
}

/** Groups a node owns or is about to. */
function groupsOf({ groups, incoming }: NodeRun): number {
  return groups.size + incoming.size;
}

function fewestGroups(engine: Engine, group: GroupRun, trigger: Trigger, free: readonly NodeRun[]): Choice {
  if (hasPreferred(group) || trigger === 'resource failure') return nextInList(engine, group, trigger, free);
  const least = Math.min(...free.map(groupsOf));
  const equals = free.filter((node) => groupsOf(node) === least);
  const target = afterOwner(engine, group).find((node) => equals.includes(node));
  return { target, rule: equals.length > 1 ? 'fewest-groups-tie' : undefined };
}

/** What a node is worth to a group, best first when compared one after the other; smaller is better (semantics 2.3, 2012 on). */
function worth(engine: Engine, group: GroupRun, node: NodeRun): readonly number[] {
  const preferred = group.part.group.values.preferred_owners ?? [];
  const position = preferred.findIndex(({ key }) => key === node.node.key);
  return [
    position < 0 ? preferred.length : position,
    -uncommittedMb(engine, node, group),
    groupsOf(node),
    node.node.id,
  ];
}

function compare(left: readonly number[], right: readonly number[]): number {
  for (const [index, value] of left.entries()) {
    const difference = value - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function ranked(engine: Engine, group: GroupRun, _trigger: Trigger, free: readonly NodeRun[]): Choice {
  const best = free
    .map((node) => ({ node, worth: worth(engine, group, node) }))
    .toSorted((left, right) => compare(left.worth, right.worth))[0];
  return { target: best?.node, rule: free.length > 1 ? 'ranked-2012' : undefined };
}

type Policy = (engine: Engine, group: GroupRun, trigger: Trigger, free: readonly NodeRun[]) => Choice;

const policies: Readonly<Record<PlacementPolicy, Policy>> = {
  next_in_list: nextInList,
  fewest_groups: fewestGroups,
  ranked,
};

/** The node the release's policy takes among those that can take the group; none if there are none. */
export function choiceOf(engine: Engine, group: GroupRun, trigger: Trigger, free: readonly NodeRun[]): Choice {
  if (free.length === 0) return { target: undefined, rule: undefined };
  return policies[engine.cluster.profile.placement](engine, group, trigger, free);
}
