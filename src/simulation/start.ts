import type { Cluster } from '../model/cluster';
import { mayStart } from './dependency';
import { isUp } from './engine';
import type { Engine, GroupRun, NodeRun, ResourceRun } from './engine';
import { buildEngine, sharedFrom } from './build';
import type { Beginning, GroupStart, Shared } from './build';
import { retryLater } from './failures';
import { derivedState } from './groupState';
import { writeInitialState } from './initialState';
import { book } from './load';
import { nextHolder } from './looseDisks';
import { obstacleOf } from './obstacle';
import type { Obstacle } from './obstacle';
import { place } from './placement';
import { isWitnessWell, voters } from './quorum';
import type { EventDraft, Setting } from './recorder';
import type { MutableClusterState } from './state';
import { priorities } from './timings';
import { countVotes, neededOf, quorumSetup } from './votes';
import { waitingSettings } from './waiting';

/** How a run begins, the same for every run over one cluster. */
export interface Start extends Omit<Beginning, 'serves'> {
  readonly running: boolean;
  readonly holders: readonly (NodeRun['node'] | undefined)[];
  /** What should run and does not: the event at 0 ms that says why. */
  readonly troubles: readonly Trouble[];
}

interface Trouble {
  /** Position and key of the group. */
  readonly group: number;
  readonly key: string;
  /** Positions of the resources that start failed; none where the group waits. */
  readonly failed: readonly number[];
  /** Whether it waits because of a group of its anti-affinity class. */
  readonly conflict: boolean;
  readonly text: string;
}

function own(group: GroupRun, owner: NodeRun | undefined): void {
  group.owner = owner;
  owner?.groups.add(group);
  book(group);
}

/** Owners: as declared, else the first preferred that can take it, else as the policy chooses (language.md, Scenario statements). */
function assignOwners(engine: Engine): void {
  const rest: GroupRun[] = [];
  for (const group of engine.groups.values()) {
    const declared = engine.nodes.get(group.part.group.values.owner?.key ?? '');
    if (declared) own(group, declared);
    else rest.push(group);
  }
  for (const group of rest) {
    const first = group.part.nodeList[0];
    const { target, conflict } = place(engine, group, { trigger: 'start' });
    group.conflict = conflict && !target;
    own(group, target ?? engine.nodes.get(first?.key ?? ''));
  }
}

interface Blocked {
  readonly resource: ResourceRun;
  readonly obstacle: Obstacle;
}

/** Brings everything of the group online that can be where it stands; gives what cannot, and why. */
function bringUp(engine: Engine, group: GroupRun, owner: NodeRun): readonly Blocked[] {
  const blocked: Blocked[] = [];
  const open = new Set(group.resources.filter(({ wanted }) => wanted));
  for (let next = [...open].find(mayStart); next; next = [...open].find(mayStart)) {
    open.delete(next);
    const obstacle = obstacleOf(engine, next, owner);
    if (obstacle) blocked.push({ resource: next, obstacle });
    else next.state = 'online';
    book(group);
  }
  return blocked;
}

/** What may be otherwise on another node: from 2012 on the group waits for one. */
const elsewhere: ReadonlySet<Obstacle['reason']> = new Set<Obstacle['reason']>([
  'memory',
  'no_path',
  'not_possible_owner',
]);

function troubleOf(engine: Engine, group: GroupRun): Trouble | undefined {
  const { owner, resources, part } = group;
  const where = owner?.subject.name ?? 'any node';
  const wanted = resources.filter((resource) => resource.wanted);
  if (wanted.length === 0) return undefined;
  const waits = engine.cluster.profile.queuesGroups;
  if (!owner || !isUp(owner)) {
    const roots = wanted.filter(({ part: own }) => own.providers.length === 0).map(({ part: own }) => own.order);
    const text = `${group.subject.name} cannot run on ${where}, which is down`;
    return { group: part.order, key: part.group.key, failed: waits ? [] : roots, conflict: false, text };
  }
  if (group.conflict) {
    const text = `${group.subject.name} cannot start on ${where}, where a group of its anti-affinity class runs`;
    return { group: part.order, key: part.group.key, failed: [], conflict: true, text };
  }
  const blocked = bringUp(engine, group, owner);
  const first = blocked[0];
  if (!first) return undefined;
  const text = `${first.resource.subject.name} cannot start on ${where}: ${first.obstacle.text}`;
  if (waits && elsewhere.has(first.obstacle.reason)) {
    for (const resource of resources) resource.state = 'offline';
    book(group);
    return { group: part.order, key: part.group.key, failed: [], conflict: false, text };
  }
  return {
    group: part.order,
    key: part.group.key,
    failed: blocked.map(({ resource }) => resource.part.order),
    conflict: false,
    text,
  };
}

/** Groups stand up by priority from 2012 on, so that it is the lower that find no room (semantics 2.3); told in file order. */
function troublesOf(engine: Engine, groups: readonly GroupRun[]): readonly Trouble[] {
  const priority = ({ part }: GroupRun): number => priorities[part.group.values.priority];
  const { profile } = engine.cluster;
  const order = profile.priorities ? groups.toSorted((left, right) => priority(right) - priority(left)) : groups;
  return order
    .map((group) => troubleOf(engine, group))
    .filter((one) => one !== undefined)
    .toSorted((left, right) => left.group - right.group);
}

/** Works out how a run of the cluster begins, and writes it to the state. */
export function workOutStart(cluster: Cluster, state: MutableClusterState): Start {
  const engine = buildEngine(cluster, sharedFrom(state));
  const setup = quorumSetup(cluster);
  const members = voters(engine);
  const keys = members.map(({ node }) => node.key);
  const witnessWell = isWitnessWell(engine, members);
  // Where no node is up, the votes are those of all: the cluster ran last with every one of them.
  const counting = keys.length > 0 ? keys : [...engine.nodes.keys()];
  const counted = countVotes(cluster, setup, counting, witnessWell);
  const total = [...counted.nodes.values()].reduce((sum, votes) => sum + votes, counted.witness);
  const held = keys.reduce((sum, key) => sum + (counted.nodes.get(key) ?? 0), 0);
  const tally = { votes: total, present: held + (witnessWell ? counted.witness : 0), needed: neededOf(total) };
  const running = members.length > 0 && tally.present >= tally.needed;
  engine.running = running;
  if (!running) for (const node of members) node.service = 'waiting';
  for (const disk of engine.looseDisks) disk.owner = nextHolder(engine, disk);
  assignOwners(engine);
  const groups = [...engine.groups.values()];
  const troubles = running ? troublesOf(engine, groups) : [];
  for (const group of groups) group.state = derivedState(group.resources);
  writeInitialState(engine, { counted, tally, witnessWell }, state);
  return {
    running,
    ...standingsOf(engine, groups),
    holders: engine.looseDisks.map(({ owner }) => owner?.node),
    troubles,
  };
}

/** Where groups stand, and what they have booked there. */
function standingsOf(engine: Engine, groups: readonly GroupRun[]): Pick<Start, 'groups' | 'owned' | 'loads'> {
  const starts = new Map<string, GroupStart>();
  const owned = new Map<string, Set<string>>();
  for (const { part, owner, resources } of groups) {
    const { key } = part.group;
    const states = resources.map(({ state }) => state);
    starts.set(key, { owner: owner?.node, states, stranded: !owner || !isUp(owner) });
    if (!owner) continue;
    const keys = owned.get(owner.node.key) ?? new Set();
    owned.set(owner.node.key, keys.add(key));
  }
  const loads = new Map([...engine.nodes].map(([key, { load }]) => [key, load]));
  return { groups: starts, owned, loads };
}

function stand(engine: Engine, start: Start): void {
  engine.running = start.running;
  if (!start.running) {
    for (const node of engine.nodes.values()) {
      if (node.service === 'running') node.service = 'waiting';
      node.member = false;
    }
  }
  for (const [key, { stranded }] of start.groups) {
    const group = stranded ? engine.groups.get(key) : undefined;
    if (group) engine.stranded.add(group);
  }
  for (const [index, disk] of engine.looseDisks.entries())
    disk.owner = engine.nodes.get(start.holders[index]?.key ?? '');
}

function draftOf(group: GroupRun, { failed, text }: Trouble): EventDraft {
  const { subject, state: from } = group;
  const draft = { kind: 'group', subject, node: group.owner?.subject.name, cause: null, text } as const;
  if (failed.length === 0) return { ...draft, sets: waitingSettings(group) };
  const settings = group.resources
    .filter(({ part }) => failed.includes(part.order))
    .map((resource): Setting => ({ subject: resource.subject, property: 'state', value: 'failed' }));
  return { ...draft, from, to: 'failed', sets: [{ subject, property: 'state', value: 'failed' }, ...settings] };
}

/** What should run and does not is told at 0 ms: it waits from 2012 on and has failed before (language.md, Run start). */
function tell(engine: Engine, trouble: Trouble): void {
  const group = engine.groups.get(trouble.key);
  if (!group) return;
  group.queued = trouble.failed.length === 0;
  if (group.queued) engine.queued.add(group);
  group.conflict = trouble.conflict;
  book(group);
  const event = engine.recorder.record(0, draftOf(group, trouble));
  group.cause = event;
  for (const resource of group.resources) {
    if (!trouble.failed.includes(resource.part.order)) continue;
    resource.state = 'failed';
    resource.halted = true;
    resource.lastEvent = event;
    if (!group.stranded) retryLater(engine, resource, event);
  }
  group.state = derivedState(group.resources);
}

/** A run of the cluster at 0 ms: every group that should run is online on its owner, or is said to be not. */
export function startCluster(
  cluster: Cluster,
  start: Start,
  shared: Shared,
  serves: Beginning['serves'] = () => false,
): Engine {
  const engine = buildEngine(cluster, shared, { ...start, serves });
  stand(engine, start);
  for (const trouble of start.troubles) tell(engine, trouble);
  return engine;
}
