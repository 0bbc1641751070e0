import { cancel, isUp, record } from './engine';
import type { Engine, LocalMachine, ResourceRun } from './engine';
import { book } from './load';
import { machineStops, stoppedSettings } from './machineService';
import { startLocalMachine } from './nodeState';
import { failResource, startOffline } from './resources';
import { timings } from './timings';
import { saveTime } from './transitionTimes';

function noEffect(engine: Engine, resource: ResourceRun, cause: number, why: string): void {
  record(engine, {
    kind: 'resource',
    subject: resource.subject,
    node: resource.group.owner?.subject.name,
    cause,
    text: `${resource.subject.name} ${why}`,
    details: { refused: true },
  });
}

/** The machine crashes: seen at once, and answered by the restart policy of its resource (semantics 1.2, 9.4). */
export function crashMachine(engine: Engine, resource: ResourceRun, cause: number): void {
  if (resource.state === 'online' || resource.state === 'online_pending') {
    failResource(engine, resource, cause, 'the virtual machine has crashed');
  } else noEffect(engine, resource, cause, 'does not run, so it cannot crash');
}

/**
 * The machine is stopped outside the cluster: offline, or failed where shutdown_action says so, and then the restart
 * policy acts (semantics 1.5, S13).
 */
export function stopMachine(engine: Engine, resource: ResourceRun, cause: number): void {
  if (resource.state !== 'online') {
    noEffect(engine, resource, cause, 'does not run, so it cannot be stopped');
    return;
  }
  const text = `${resource.subject.name} is shut down outside the cluster`;
  const fails = resource.part.machine?.values.shutdown_action === 'failed';
  if (!fails) resource.wanted = false;
  book(resource.group);
  startOffline(engine, resource, {
    cause,
    text,
    time: timings.shutDown,
    saves: false,
    ...(fails
      ? {
          end: (last) => {
            failResource(engine, resource, last, 'the virtual machine was stopped outside the cluster');
          },
        }
      : {}),
  });
}

/** The state of the machine is saved; its resource is offline, not failed (semantics 1.2, S20). */
export function saveMachine(engine: Engine, resource: ResourceRun, cause: number): void {
  const { machine } = resource.part;
  if (resource.state !== 'online' || !machine) {
    noEffect(engine, resource, cause, 'does not run, so it cannot be saved');
    return;
  }
  resource.wanted = false;
  book(resource.group);
  const text = `${resource.subject.name} is saved`;
  startOffline(engine, resource, { cause, text, time: saveTime(machine), saves: true });
}

/** Crash, stop, save or start of a machine outside any group; nothing watches it (language.md, Settled readings). */
export function commandLocalMachine(engine: Engine, local: LocalMachine, verb: string, cause: number): void {
  if (verb === 'start') {
    local.wanted = true;
    if (isUp(local.host) || local.host.powered) startLocalMachine(engine, local, cause);
    return;
  }
  local.wanted = false;
  if (!local.active) return;
  cancel(local.starting);
  local.active = false;
  const { run } = local;
  const id = record(engine, {
    kind: 'workload',
    subject: run.subject,
    from: 'serving',
    to: 'stopped',
    node: local.host.subject.name,
    cause,
    text: `${run.subject.name} no longer runs; it is not clustered, so nothing starts it again`,
    sets: stoppedSettings(run),
  });
  machineStops(engine, run, id);
}
