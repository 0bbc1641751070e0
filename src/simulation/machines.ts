import { isAtLeast } from '../language/schema/version';
import { cancel, isUp, record } from './engine';
import type { Engine, LocalMachine, ResourceRun, WorkloadRun } from './engine';
import { machineStops, stoppedSettings, workloadFails, workloadServes } from './machineService';
import { startLocalMachine } from './nodeState';
import { failResource, startOffline } from './resources';
import { firstWithApplicationMonitoring, timings } from './timings';
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

/**
 * The application fails. Where it is monitored the resource of its machine fails from 2012 on; before there is an alert and
 * no more; else nobody notices (semantics 9.1, S50; language.md, workload).
 */
export function failWorkload(engine: Engine, workload: WorkloadRun, cause: number): void {
  const event = workloadFails(engine, workload, cause);
  const machine = engine.cluster.workloads.get(workload.workload.key)?.machine;
  const resource = engine.resources.get(machine ?? '');
  if (!workload.workload.values.monitored || resource?.state !== 'online') return;
  if (isAtLeast(engine.cluster.version, firstWithApplicationMonitoring)) {
    failResource(engine, resource, event, `its application ${workload.subject.name} has failed`);
  }
}

/** Somebody repairs the application; it serves if its machine does. */
export function repairWorkload(engine: Engine, workload: WorkloadRun, cause: number): void {
  workload.failed = false;
  if (engine.recorder.state.get('virtual_machine', workload.machine, 'state') === 'serving') {
    workloadServes(engine, workload, cause);
  }
}
