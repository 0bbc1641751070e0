import { causeOfStart, causeOfStop, unsupported } from './dependency';
import { cancel, isActive, rankOf, record, schedule } from './engine';
import type { Engine, MachineRun, ResourceRun } from './engine';
import { book } from './load';
import { machineStarts, machineStops, startedSettings, stoppedSettings } from './machineService';
import type { MachineStop } from './machineService';
import { obstacleOf } from './obstacle';
import { isDiskWell } from './reach';
import type { Setting, Wording } from './recorder';
import type { RuleId } from './rules';
import { timings } from './timings';
import type { DetailValue, ResourceState } from './trace';
import { offlineTime, onlineTime, pendingLimit } from './transitionTimes';
import { sayDuration } from './words';

interface Transition {
  readonly to: ResourceState;
  readonly cause: number | null;
  readonly text: string | Wording;
  readonly details?: Readonly<Record<string, DetailValue>>;
  readonly sets?: readonly Setting[];
}

/** The virtual machine a resource stands for, as its users see it. */
export function machineOf(engine: Engine, resource: ResourceRun): MachineRun | undefined {
  return resource.part.machine && engine.machines.get(resource.part.machine.key);
}

function diskSettings(engine: Engine, resource: ResourceRun, to: ResourceState): readonly Setting[] {
  const { disk, diskSubject: subject } = resource.part;
  if (disk === undefined || subject === undefined) return [];
  return [{ subject, property: 'state', value: isDiskWell(engine, disk) ? to : 'failed' }];
}

function change(engine: Engine, resource: ResourceRun, { to, sets, ...rest }: Transition): number {
  const { subject, group, state: from } = resource;
  cancel(resource.transition);
  cancel(resource.poll);
  resource.state = to;
  book(group);
  const node = group.owner?.subject.name;
  const id = record(engine, {
    kind: 'resource',
    subject,
    from,
    to,
    node,
    ...rest,
    sets: [
      { subject, property: 'state', value: to },
      { subject, property: 'on', value: isActive(resource) ? (node ?? null) : null },
      ...diskSettings(engine, resource, to),
      ...(sets ?? []),
    ],
  });
  resource.lastEvent = id;
  engine.dirty.add(group);
  countStarts(engine, resource, from, id);
  if (!isActive(resource) && group.part.classes.length > 0) engine.roomMade = id;
  return id;
}

/** Counts the virtual machines that are starting on a node; one that leaves its start lets another begin (semantics 2.3, S17). */
function countStarts(engine: Engine, { part, group, state }: ResourceRun, from: ResourceState, event: number): void {
  const { owner } = group;
  if (!part.machine || !owner || (from === 'online_pending') === (state === 'online_pending')) return;
  owner.starting += state === 'online_pending' ? 1 : -1;
  if (state !== 'online_pending' && owner.waitingStarts.size > 0) engine.startsFreed.set(owner, event);
}

/** A change in which a virtual machine no longer serves, if it is one. */
function changeAndStop(engine: Engine, resource: ResourceRun, transition: Transition, how?: MachineStop): number {
  const machine = machineOf(engine, resource);
  if (!machine) return change(engine, resource, transition);
  const id = change(engine, resource, { ...transition, sets: stoppedSettings(machine) });
  machine.paused = false;
  machineStops(engine, machine, id, how);
  if (!isActive(resource)) engine.roomMade = id;
  return id;
}

/** What stands for the name of the node where there is none. */
const nowhere = 'no node';

function hostOf({ group }: ResourceRun): string {
  return group.owner?.subject.name ?? nowhere;
}

function comeOnline(engine: Engine, resource: ResourceRun, cause: number): void {
  const machine = machineOf(engine, resource);
  const restored = resource.saved;
  resource.saved = false;
  resource.retries = 0;
  resource.onlineSince = engine.now;
  const text = isOnline;
  const sets = machine ? startedSettings(machine, restored) : [];
  const id = change(engine, resource, { to: 'online', cause, text, sets });
  if (machine) machineStarts(engine, machine, restored, id);
}

const isOnline: Wording = ({ subject, node = nowhere }) => `${subject.name} is online on ${node}`;
const isOffline: Wording = ({ subject, node = nowhere }) => `${subject.name} is offline on ${node}`;
const comesOnline: Wording = ({ subject, node = nowhere }) => `${subject.name} comes online on ${node}`;
const isRestored: Wording = ({ subject, node = nowhere }) => `${subject.name} is restored on ${node}`;
const starts: Wording = ({ subject, node = nowhere }) => `${subject.name} starts on ${node}`;

function startText(resource: ResourceRun): string | Wording {
  const { subject, part, saved, state, restarts, retries } = resource;
  const { restart_threshold } = part.resource.values;
  if (state === 'failed' && restarts.length > 0) {
    return `${subject.name} is restarted on ${hostOf(resource)}, restart ${restarts.length} of ${restart_threshold}`;
  }
  if (state === 'failed' && retries > 0)
    return `${subject.name} is tried again on ${hostOf(resource)}, extended retry ${retries}`;
  if (!part.machine) return comesOnline;
  return saved ? isRestored : starts;
}

function startRule(engine: Engine, { part, group, state, restarts, retries }: ResourceRun): RuleId | undefined {
  if (state === 'failed' && restarts.length === 0 && retries > 0) return 'retry-series';
  const published = !engine.cluster.profile.priorities;
  return part.machine && group.turn !== undefined && !published ? 'starts-per-node' : undefined;
}

/** The resource fails: what depends on it is terminated, dependents first, and its restart policy will be asked (semantics 1.3). */
export function failResource(
  engine: Engine,
  resource: ResourceRun,
  cause: number | null,
  why: string,
  details?: Readonly<Record<string, DetailValue>>,
): void {
  cancel(resource.retry);
  resource.halted = true;
  resource.saved = false;
  const id = changeAndStop(engine, resource, {
    to: 'failed',
    cause,
    text: `${resource.subject.name} fails on ${hostOf(resource)}: ${why}`,
    ...(details ? { details } : {}),
  });
  for (const dependent of unsupported(resource)) {
    terminate(engine, dependent, id, `${dependent.subject.name} stops, since ${resource.subject.name} has failed`);
  }
  engine.failures.push({ resource, cause: id });
}

/** Begins to bring an offline or failed resource online on the owner of its group; what cannot succeed fails at once. */
export function startOnline(engine: Engine, resource: ResourceRun, reason?: number): void {
  const { owner } = resource.group;
  if (!owner) return;
  const cause = reason ?? causeOfStart(resource);
  const obstacle = obstacleOf(engine, resource, owner);
  cancel(resource.retry);
  resource.halted = false;
  const rule = startRule(engine, resource);
  const text = startText(resource);
  const id = change(engine, resource, { to: 'online_pending', cause, text, ...(rule ? { details: { rule } } : {}) });
  if (obstacle) {
    failResource(engine, resource, id, obstacle.text, { reason: obstacle.reason, ...obstacle.details });
    return;
  }
  const time = onlineTime(resource);
  const limit = pendingLimit(resource);
  resource.transition = schedule(engine, Math.min(time, limit), rankOf(resource), () => {
    if (time <= limit) comeOnline(engine, resource, id);
    else failResource(engine, resource, id, `it is still pending after ${sayDuration(limit)}`);
  });
}

function stopText(resource: ResourceRun): string {
  const { subject, part } = resource;
  const action = part.machine?.values.offline_action;
  const verb = {
    save: 'is saved',
    turn_off: 'is turned off',
    shut_down: 'is shut down',
    shut_down_forced: 'is shut down',
  };
  return `${subject.name} ${action ? verb[action] : 'goes offline'} on ${hostOf(resource)}`;
}

/** How the guest of a virtual machine takes an orderly stop of its resource (semantics 1.5, 7.3). */
function howItStops({ part }: ResourceRun, saves: boolean, options: StopOptions): MachineStop {
  if (saves) return 'freezes';
  const turnedOff = options.saves === undefined && part.machine?.values.offline_action === 'turn_off';
  return turnedOff ? 'dies' : 'shuts_down';
}

/** Begins to take an active resource offline in order; a virtual machine by its offline action (semantics 1.5, 2.2). */
export function startOffline(engine: Engine, resource: ResourceRun, options: StopOptions = {}): void {
  const { part } = resource;
  const cause = options.cause ?? causeOfStop(resource);
  const running = resource.state === 'online';
  cancel(resource.retry);
  const text = options.text ?? stopText(resource);
  const saves = options.saves ?? (part.machine?.values.offline_action === 'save' && running);
  const how = howItStops(resource, saves, options);
  const id = changeAndStop(engine, resource, { to: 'offline_pending', cause, text }, how);
  const end = options.end ?? ((last) => change(engine, resource, offlineAfter(last)));
  const offlineAfter = (last: number): Transition => ({
    to: 'offline',
    cause: last,
    text: isOffline,
  });
  const time = options.time ?? offlineTime(resource);
  const limit = pendingLimit(resource);
  resource.transition = schedule(engine, Math.min(time, limit), rankOf(resource), () => {
    resource.saved = saves;
    if (time <= limit) end(id);
    else giveUpStopping(engine, resource, id, limit);
  });
}

/** A resource that does not go offline in time is terminated, which leaves it failed; no restart follows (semantics 2.2, 3.4). */
function giveUpStopping(engine: Engine, resource: ResourceRun, cause: number, limit: number): void {
  const why = `it is still pending after ${sayDuration(limit)}`;
  leaveFailed(engine, resource, cause, `${resource.subject.name} is terminated on ${hostOf(resource)}: ${why}`);
}

/** How an orderly stop differs from the usual one. */
export interface StopOptions {
  readonly cause?: number;
  readonly text?: string;
  /** Time until it is offline, ms. */
  readonly time?: number;
  readonly saves?: boolean;
  /** What happens at the end instead of going offline. */
  readonly end?: (last: number) => void;
}

/** Ends an active resource at once, without order: its node or what it depends on is gone. */
export function terminate(engine: Engine, resource: ResourceRun, cause: number, text: string | Wording): void {
  resource.saved = false;
  changeAndStop(engine, resource, { to: 'offline', cause, text });
}

/** A resource that stood still with its node goes on where it was. */
export function goOn(engine: Engine, resource: ResourceRun, cause: number): void {
  const text = `${resource.subject.name} goes on where it stood, on ${hostOf(resource)}`;
  change(engine, resource, { to: 'online', cause, text });
}

/** Sets a resource that never came online failed, where nothing can be tried (semantics 2.3: empty set of candidates). */
export function leaveFailed(engine: Engine, resource: ResourceRun, cause: number, text: string): void {
  cancel(resource.retry);
  resource.halted = true;
  changeAndStop(engine, resource, { to: 'failed', cause, text });
}

/** Whether a time in ms stands for never (semantics 1.1). */
export function isNever(ms: number): boolean {
  return ms >= timings.never;
}
