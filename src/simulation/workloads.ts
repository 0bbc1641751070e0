import { isAtLeast } from '../language/schema/version';
import { record } from './engine';
import type { Engine, ResourceRun, WorkloadRun } from './engine';
import { isWorking, workloadFails, workloadServes } from './machineService';
import { atNextPoll } from './polls';
import { failResource } from './resources';
import { firstWithApplicationMonitoring } from './timings';
import type { DetailValue } from './trace';

/** What is made of a failed application: nobody sees it, somebody is told, or the cluster acts (semantics 9.1). */
type Notice = 'unnoticed' | 'alert' | 'embedded_failure';

function noticeOf(engine: Engine, { workload }: WorkloadRun, resource: ResourceRun | undefined): Notice {
  if (!workload.values.monitored) return 'unnoticed';
  const acts = isAtLeast(engine.cluster.version, firstWithApplicationMonitoring);
  return acts && resource?.state === 'online' ? 'embedded_failure' : 'alert';
}

/** Who else does not notice: the guest cluster and the farms that the machine belongs to. */
function blind(engine: Engine, { machine }: WorkloadRun): string {
  const guests = engine.guests
    .all()
    .filter(({ members }) => members.some((member) => member.machine.subject.name === machine))
    .map(({ guest }) => `; it is no resource of the guest cluster ${guest.name}, which does not notice either`);
  const farms = engine.farms
    .all()
    .filter(({ hosts }) => hosts.some((host) => host.machine.subject.name === machine && host.state === 'serving'))
    .map(({ farm }) => `; the farm ${farm.name} goes on sending it requests`);
  return [...guests, ...farms].join('');
}

function toldOf(engine: Engine, run: WorkloadRun, notice: Notice): string {
  const fails = `${run.subject.name} fails in ${run.machine}`;
  switch (notice) {
    case 'unnoticed':
      return `${fails}, which goes on running: nothing watches the application, so the host cluster does not notice${blind(engine, run)}`;
    case 'alert':
      return `${fails}; an alert is raised, and the cluster does nothing about it`;
    case 'embedded_failure':
      return `${fails}; the cluster watches it and takes it for a failure of ${run.machine}`;
  }
}

function detailsOf(run: WorkloadRun, notice: Notice): Readonly<Record<string, DetailValue>> {
  const alert = `${run.subject.name} has failed in ${run.machine}`;
  return { noticed: notice !== 'unnoticed', ...(notice === 'alert' ? { alert } : {}) };
}

/**
 * The application fails. Where it is monitored the resource of its machine fails from 2012 on; before there is an alert and
 * no more; else nobody notices (semantics 9.1, S50; language.md, workload).
 */
export function failWorkload(engine: Engine, run: WorkloadRun, cause: number): void {
  if (!isWorking(engine, run)) {
    const text = `${run.subject.name} does not run, so it cannot fail`;
    record(engine, { kind: 'workload', subject: run.subject, cause, text, details: { refused: true } });
    return;
  }
  const machine = engine.cluster.workloads.get(run.workload.key)?.machine;
  const resource = engine.resources.get(machine ?? '');
  const notice = noticeOf(engine, run, resource);
  const event = workloadFails(engine, run, {
    cause,
    text: toldOf(engine, run, notice),
    details: detailsOf(run, notice),
  });
  if (notice === 'embedded_failure' && resource) {
    atNextPoll(engine, resource, () => {
      if (!run.failed) return;
      const rule = 'polls-from-online' as const;
      failResource(engine, resource, event, `its application ${run.subject.name} has failed`, { rule });
    });
  }
}

/** Somebody repairs the application; it serves if its machine does. */
export function repairWorkload(engine: Engine, run: WorkloadRun, cause: number): void {
  run.failed = false;
  if (engine.recorder.state.get('virtual_machine', run.machine, 'state') === 'serving') {
    workloadServes(engine, run, cause);
  }
}
