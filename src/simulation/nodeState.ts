import { mayStop } from './dependency';
import { cancel, isActive, isUp, record, schedule } from './engine';
import type { Engine, GroupRun, LocalMachine, NodeRun } from './engine';
import { endLiveMove, endMove } from './groups';
import { giveUpLiveMove } from './liveMigration';
import { machineStarts, machineStops, startedSettings, stoppedSettings } from './machineService';
import { terminate } from './resources';
import type { Setting, Wording } from './recorder';
import { forgetContacts } from './silence';
import type { DetailValue, NodeState } from './trace';

function stateOf(engine: Engine, node: NodeRun): string {
  const state = engine.recorder.state.get('node', node.subject.name, 'state');
  return typeof state === 'string' ? state : 'down';
}

/** What an event of a node may say besides. */
export interface NodeNote {
  readonly details?: Readonly<Record<string, DetailValue>>;
  readonly sets?: readonly Setting[];
}

/** Records a new state of a node; gives the event. */
export function setNodeState(
  engine: Engine,
  node: NodeRun,
  to: NodeState,
  cause: number | null,
  text: string,
  { details, sets = [] }: NodeNote = {},
): number {
  const from = stateOf(engine, node);
  const id = record(engine, {
    kind: 'node',
    subject: node.subject,
    ...(from === to ? {} : { from, to }),
    node: node.subject.name,
    cause,
    text,
    ...(details ? { details } : {}),
    sets: [
      { subject: node.subject, property: 'state', value: to },
      { subject: node.subject, property: 'present', value: node.member },
      ...sets,
    ],
  });
  node.lastEvent = id;
  return id;
}

/** An action that has no effect, and why. */
export function refuse(engine: Engine, node: NodeRun, cause: number, why: string): void {
  record(engine, {
    kind: 'node',
    subject: node.subject,
    node: node.subject.name,
    cause,
    text: `${node.subject.name} ${why}`,
    details: { refused: true },
  });
}

/** The node is a member no longer; who heard it or not no longer matters. */
export function nodeLeft(engine: Engine, node: NodeRun): void {
  forgetContacts(engine, node);
  node.member = false;
}

/** The node is no member any more; votes and groups are not seen to yet. Gives the event. */
export function nodeLeaves(
  engine: Engine,
  node: NodeRun,
  cause: number | null,
  text: string,
  details?: Readonly<Record<string, DetailValue>>,
): number {
  nodeLeft(engine, node);
  const id = record(engine, {
    kind: 'membership',
    subject: node.subject,
    node: node.subject.name,
    cause,
    text,
    ...(details ? { details } : {}),
    sets: [{ subject: node.subject, property: 'present', value: false }],
  });
  node.lastEvent = id;
  engine.epoch += 1;
  for (const group of node.incoming) engine.dirty.add(group);
  return id;
}

const stopsWithNode: Wording = ({ subject, node }) => `${subject.name} stops with ${node ?? 'its node'}`;

/** Everything of the group that runs on its node ends at once, dependents first. */
export function terminateGroup(engine: Engine, group: GroupRun, cause: number): void {
  if (group.live) endLiveMove(group);
  if (group.move) endMove(group);
  group.stopping = false;
  group.stranded = true;
  engine.stranded.add(group);
  group.cause = cause;
  engine.dirty.add(group);
  for (const resource of group.resources) cancel(resource.retry);
  let left = group.resources.filter(isActive).toReversed();
  while (left.length > 0) {
    const ready = left.filter(mayStop);
    for (const resource of ready.length > 0 ? ready : left) {
      terminate(engine, resource, cause, stopsWithNode);
    }
    left = left.filter(isActive);
  }
}

/** Nothing of the group runs on its node any more, and it only waits for the next one to have room. */
function hasLeft({ move, resources }: GroupRun): boolean {
  return move !== undefined && !resources.some(isActive);
}

/** The node is not drained any longer: it is empty, or somebody or something has ended it. */
export function endDrain(engine: Engine, node: NodeRun): void {
  node.drain = undefined;
  engine.draining.delete(node);
}

function stopLocalMachine(engine: Engine, local: LocalMachine, cause: number): void {
  cancel(local.starting);
  if (!local.active) return;
  local.active = false;
  const { run } = local;
  const from = engine.recorder.state.get('virtual_machine', run.subject.name, 'state');
  const id = record(engine, {
    kind: 'workload',
    subject: run.subject,
    ...(typeof from === 'string' ? { from } : {}),
    to: 'stopped',
    node: local.host.subject.name,
    cause,
    text: `${run.subject.name} stops with ${local.host.subject.name}`,
    sets: stoppedSettings(run),
  });
  machineStops(engine, run, id);
}

/** A virtual machine outside any group starts on its host. */
export function startLocalMachine(engine: Engine, local: LocalMachine, cause: number): void {
  if (local.active || !local.wanted) return;
  local.active = true;
  const { run } = local;
  local.starting = schedule(engine, run.machine.values.online_time, { class: 'resource' }, () => {
    const sets = startedSettings(run, false);
    const id = record(engine, {
      kind: 'workload',
      subject: run.subject,
      from: 'stopped',
      to: String(sets[0]?.value ?? 'starting'),
      node: local.host.subject.name,
      cause,
      text: `${run.subject.name} runs on ${local.host.subject.name}`,
      sets,
    });
    machineStarts(engine, run, false, id);
  });
}

/** The node is gone, its power or its cluster service: what ran there ends. Gives the event. */
export function goDown(engine: Engine, node: NodeRun, cause: number, text: string, note?: NodeNote): number {
  node.leaving = false;
  node.apart = undefined;
  cancel(node.isolation);
  endDrain(engine, node);
  const left = [...node.groups].filter(({ unmonitored }) => unmonitored).flatMap(({ machines }) => machines);
  const sets = left.map(({ subject }): Setting => ({ subject, property: 'status', value: null }));
  const id = setNodeState(engine, node, 'down', cause, text, { ...note, sets });
  for (const group of [...node.groups]) if (!hasLeft(group)) terminateGroup(engine, group, id);
  for (const group of [...node.incoming]) {
    if (!group.live) engine.dirty.add(group);
    else if (group.owner && !isUp(group.owner)) terminateGroup(engine, group, id);
    else giveUpLiveMove(engine, group, id);
  }
  if (!node.powered) {
    for (const local of engine.localMachines) if (local.host === node) stopLocalMachine(engine, local, id);
  }
  return id;
}

/** The cluster service of the node runs again as a member. Gives the event. */
export function nodeComesUp(engine: Engine, node: NodeRun, cause: number): number {
  node.service = 'running';
  node.member = true;
  node.silentSince = undefined;
  const id = setNodeState(
    engine,
    node,
    node.paused ? 'paused' : 'up',
    cause,
    `${node.subject.name} is a member of the cluster again`,
  );
  engine.roomMade = id;
  return id;
}
