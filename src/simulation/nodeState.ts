import { mayStop } from './dependency';
import { cancel, isActive, record, schedule } from './engine';
import type { Engine, GroupRun, LocalMachine, NodeRun } from './engine';
import { endLiveMove, endMove } from './groups';
import { machineStarts, machineStops, startedSettings, stoppedSettings } from './machineService';
import { terminate } from './resources';
import type { NodeState } from './trace';

function stateOf(engine: Engine, node: NodeRun): string {
  const state = engine.recorder.state.get('node', node.subject.name, 'state');
  return typeof state === 'string' ? state : 'down';
}

/** Records a new state of a node; gives the event. */
export function setNodeState(engine: Engine, node: NodeRun, to: NodeState, cause: number, text: string): number {
  const from = stateOf(engine, node);
  const id = record(engine, {
    kind: 'node',
    subject: node.subject,
    ...(from === to ? {} : { from, to }),
    node: node.subject.name,
    cause,
    text,
    sets: [
      { subject: node.subject, property: 'state', value: to },
      { subject: node.subject, property: 'present', value: node.member },
    ],
  });
  node.lastEvent = id;
  return id;
}

/** Everything of the group that runs on its node ends at once, dependents first. */
function terminateGroup(engine: Engine, group: GroupRun, cause: number): void {
  if (group.live) endLiveMove(group);
  if (group.move) endMove(group);
  group.stopping = false;
  group.stranded = true;
  group.cause = cause;
  engine.dirty.add(group);
  for (const resource of group.resources) cancel(resource.retry);
  let left = group.resources.filter(isActive).toReversed();
  while (left.length > 0) {
    const ready = left.filter(mayStop);
    for (const resource of ready.length > 0 ? ready : left) {
      terminate(
        engine,
        resource,
        cause,
        `${resource.subject.name} stops with ${group.owner?.subject.name ?? 'its node'}`,
      );
    }
    left = left.filter(isActive);
  }
}

function giveUpLiveMove(engine: Engine, group: GroupRun, cause: number): void {
  const target = group.live?.target.subject.name ?? '';
  endLiveMove(group);
  record(engine, {
    kind: 'group',
    subject: group.subject,
    node: group.owner?.subject.name,
    cause,
    text: `The live migration of ${group.subject.name} to ${target} is given up; it goes on where it was`,
  });
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
export function goDown(engine: Engine, node: NodeRun, cause: number, text: string): number {
  node.leaving = false;
  const id = setNodeState(engine, node, 'down', cause, text);
  for (const group of [...node.groups]) terminateGroup(engine, group, id);
  for (const group of [...node.incoming]) {
    if (group.live) giveUpLiveMove(engine, group, id);
    else engine.dirty.add(group);
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
