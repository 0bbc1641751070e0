import type { PlacementPolicy } from '../model/profile';
import type { Engine, GroupRun, NodeRun } from './engine';
import type { RuleId } from './rules';
import { siteOf } from './sites';

/** Why a node is looked for (semantics 2.3). */
export type Trigger = 'resource failure' | 'node failure' | 'best possible' | 'start';

/** A node that can take a group, its position among the nodes, and the memory that is left there, MB. */
export interface Room {
  readonly node: NodeRun;
  readonly position: number;
  readonly freeMb: number;
}

export interface Choice {
  readonly target: Room | undefined;
  /** The rule of our own that decided, if one did. */
  readonly rule: RuleId | undefined;
}

function hasPreferred({ part }: GroupRun): boolean {
  return part.preferred.length > 0;
}

/** The nodes of NodeList that come after the owner, then those before it (semantics 2.3, S05). */
function afterOwner({ part, owner }: GroupRun): readonly string[] {
  const position = owner ? part.nodeKeys.indexOf(owner.node.key) : -1;
  return [...part.nodeKeys.slice(position + 1), ...part.nodeKeys.slice(0, position + 1)];
}

function firstIn(list: readonly string[], rooms: readonly Room[]): Room | undefined {
  const byKey = new Map(rooms.map((room) => [room.node.node.key, room]));
  const key = list.find((one) => byKey.has(one));
  return key === undefined ? undefined : byKey.get(key);
}

type Policy = (engine: Engine, group: GroupRun, trigger: Trigger, rooms: readonly Room[]) => Choice;

const nextInList: Policy = (_, group, trigger, rooms) => {
  const failure = trigger === 'resource failure' || trigger === 'node failure';
  const target = firstIn(failure ? afterOwner(group) : group.part.nodeKeys, rooms);
  const byChance = !hasPreferred(group) && trigger !== 'resource failure' && rooms.length > 1;
  return { target, rule: byChance ? 'next-by-number' : undefined };
};

/** Groups a node owns or is about to; the one that is placed does not count, if it waits there. */
function groupsOf(node: NodeRun, { owner }: GroupRun): number {
  return node.groups.size + node.incoming.size - (owner === node ? 1 : 0);
}

const fewestGroups: Policy = (engine, group, trigger, rooms) => {
  if (hasPreferred(group) || trigger === 'resource failure') return nextInList(engine, group, trigger, rooms);
  const least = Math.min(...rooms.map(({ node }) => groupsOf(node, group)));
  const equals = rooms.filter(({ node }) => groupsOf(node, group) === least);
  const rule = equals.length > 1 ? 'fewest-groups-tie' : undefined;
  return { target: firstIn(afterOwner(group), equals), rule };
};

/** What a room is worth to a group in one respect; smaller is better. */
type Criterion = (group: GroupRun, room: Room) => number;

const preferredFirst: Criterion = ({ part }, { node }) => {
  const position = part.preferred.indexOf(node.node.key);
  return position < 0 ? part.preferred.length : position;
};

/** The respects in which rooms are compared one after the other from 2012 on (semantics 2.3; those of memory and affinity have been asked). */
const ranking: readonly Criterion[] = [
  preferredFirst,
  (_, { freeMb }) => -freeMb,
  (group, { node }) => groupsOf(node, group),
  (_, { node }) => node.node.id,
];

function best(group: GroupRun, rooms: readonly Room[], criteria: readonly Criterion[]): Room | undefined {
  let found: Room | undefined;
  for (const room of rooms) {
    if (!found || isBetter(group, room, found, criteria)) found = room;
  }
  return found;
}

function isBetter(group: GroupRun, left: Room, right: Room, criteria: readonly Criterion[]): boolean {
  for (const criterion of criteria) {
    const difference = criterion(group, left) - criterion(group, right);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** Before all others where sites count: the site of the failed owner, then the one the group prefers (semantics 2.3). */
function siteCriteria(engine: Engine, group: GroupRun, trigger: Trigger): readonly Criterion[] {
  if (!engine.cluster.profile.sites || engine.cluster.sites.all.length === 0) return [];
  const home = trigger === 'start' || !group.owner ? undefined : siteOf(engine.cluster, group.owner.node);
  const preferred = group.part.group.values.preferred_site?.key;
  return [home, preferred]
    .filter((site) => site !== undefined)
    .map(
      (site): Criterion =>
        (_, { node }) =>
          siteOf(engine.cluster, node.node) === site ? 0 : 1,
    );
}

const ranked: Policy = (engine, group, trigger, rooms) => {
  const usual = best(group, rooms, ranking);
  const sites = siteCriteria(engine, group, trigger);
  const target = sites.length === 0 ? usual : best(group, rooms, [...sites, ...ranking]);
  if (target !== usual) return { target, rule: 'same-site-first' };
  return { target, rule: rooms.length > 1 ? 'ranked-2012' : undefined };
};

const policies: Readonly<Record<PlacementPolicy, Policy>> = {
  next_in_list: nextInList,
  fewest_groups: fewestGroups,
  ranked,
};

/** The node the release's policy takes among those that can take the group; none if there are none. */
export function choiceOf(engine: Engine, group: GroupRun, trigger: Trigger, rooms: readonly Room[]): Choice {
  if (rooms.length === 0) return { target: undefined, rule: undefined };
  return policies[engine.cluster.profile.placement](engine, group, trigger, rooms);
}

/** The best of some rooms by the ranking of 2012 and later. */
export function bestOf(engine: Engine, group: GroupRun, trigger: Trigger, rooms: readonly Room[]): Room | undefined {
  return best(group, rooms, [...siteCriteria(engine, group, trigger), ...ranking]);
}
