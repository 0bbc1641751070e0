import { cancel, record, schedule } from './engine';
import type { Engine, MachineRun, WorkloadRun } from './engine';
import type { Setting, Wording } from './recorder';
import type { DetailValue, WorkloadState } from './trace';

function stateSetting(run: { readonly subject: MachineRun['subject'] }, value: WorkloadState): Setting {
  return { subject: run.subject, property: 'state', value };
}

interface Told {
  readonly cause: number;
  readonly text: string | Wording;
  readonly details?: Readonly<Record<string, DetailValue>>;
}

function workloadEvent(engine: Engine, run: WorkloadRun, to: WorkloadState, told: Told): number {
  const from = engine.recorder.state.get('workload', run.subject.name, 'state');
  const id = record(engine, {
    kind: 'workload',
    subject: run.subject,
    ...(typeof from === 'string' ? { from } : {}),
    to,
    ...told,
    sets: [stateSetting(run, to)],
  });
  const machine = engine.machines.get(run.machine.toLowerCase());
  if (machine) machine.lastEvent = id;
  return id;
}

const serving: Wording = ({ subject }) => `${subject.name} serves`;
const hasBooted: Wording = ({ subject }) => `${subject.name} has booted and serves`;

function isAt(engine: Engine, run: WorkloadRun, state: WorkloadState): boolean {
  return engine.recorder.state.get('workload', run.subject.name, 'state') === state;
}

/** The workload serves again. */
export function workloadServes(engine: Engine, run: WorkloadRun, cause: number): void {
  cancel(run.starting);
  if (!isAt(engine, run, 'serving')) workloadEvent(engine, run, 'serving', { cause, text: serving });
}

/** The workload fails, and the event says who notices (semantics 9.1). Gives the event. */
export function workloadFails(engine: Engine, run: WorkloadRun, told: Told): number {
  cancel(run.starting);
  run.failed = true;
  return workloadEvent(engine, run, 'failed', told);
}

/** Whether the application runs or is about to: only then can it fail. */
export function isWorking(engine: Engine, run: WorkloadRun): boolean {
  return isAt(engine, run, 'serving') || isAt(engine, run, 'starting');
}

/** The setting that goes into the event in which a virtual machine stops serving. */
export function stoppedSettings(run: MachineRun): readonly Setting[] {
  return [stateSetting(run, 'stopped')];
}

/** How a virtual machine stops: it is gone at once, it shuts down in order, or its state is kept and it stands still. */
export type MachineStop = 'dies' | 'shuts_down' | 'freezes';

const conditionAfter = { dies: 'off', shuts_down: 'leaving', freezes: 'frozen' } as const;

/** After the event `cause`, in which the virtual machine stopped: its workloads stop with it. */
export function machineStops(engine: Engine, run: MachineRun, cause: number, how: MachineStop = 'dies'): void {
  cancel(run.booting);
  run.condition = conditionAfter[how];
  run.lastEvent = cause;
  for (const workload of run.workloads) {
    cancel(workload.starting);
    if (isAt(engine, workload, 'stopped')) continue;
    workloadEvent(engine, workload, 'stopped', {
      cause,
      text: `${workload.subject.name} stops with ${workload.machine}`,
    });
  }
}

/** The setting that goes into the event in which the partition of a virtual machine runs. */
export function startedSettings(run: MachineRun, restored: boolean): readonly Setting[] {
  return [stateSetting(run, restored || run.machine.values.boot_time === 0 ? 'serving' : 'starting')];
}

function startWorkload(engine: Engine, run: WorkloadRun, restored: boolean, cause: number): void {
  if (restored) {
    if (run.failed) workloadEvent(engine, run, 'failed', { cause, text: `${run.subject.name} has failed as before` });
    else workloadServes(engine, run, cause);
    return;
  }
  run.failed = false;
  const delay = run.workload.values.online_time;
  if (delay === 0) {
    workloadServes(engine, run, cause);
    return;
  }
  const text = `${run.subject.name} starts in ${run.machine}`;
  const started = workloadEvent(engine, run, 'starting', { cause, text });
  run.starting = schedule(engine, delay, { class: 'timer' }, () => {
    workloadServes(engine, run, started);
  });
}

function serves(engine: Engine, run: MachineRun, restored: boolean, cause: number): void {
  run.condition = 'serving';
  run.lastEvent = cause;
  for (const workload of run.workloads) startWorkload(engine, workload, restored, cause);
}

/**
 * After the event `cause`, in which the partition began to run: a restored machine serves at once, another boots first
 * (language.md, Online and serving).
 */
export function machineStarts(engine: Engine, run: MachineRun, restored: boolean, cause: number): void {
  const boot = run.machine.values.boot_time;
  if (restored || boot === 0) {
    serves(engine, run, restored, cause);
    return;
  }
  run.condition = 'starting';
  run.lastEvent = cause;
  run.booting = schedule(engine, boot, { class: 'timer' }, () => {
    const id = record(engine, {
      kind: 'workload',
      subject: run.subject,
      from: 'starting',
      to: 'serving',
      cause,
      text: hasBooted,
      sets: [stateSetting(run, 'serving')],
    });
    serves(engine, run, false, id);
  });
}
