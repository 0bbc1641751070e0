import { record } from './engine';
import type { Engine, ResourceRun } from './engine';
import { machineStarts, machineStops, startedSettings, stoppedSettings } from './machineService';
import { machineOf } from './resources';
import type { DetailValue } from './trace';

/** Why a machine stands still, or goes on: `why` ends a sentence. */
export interface PauseReason {
  readonly cause: number;
  readonly why: string;
  readonly details?: Readonly<Record<string, DetailValue>>;
}

/** A machine that cannot use its storage stands still, and goes on where it was when it can (semantics 4.4, S35). */
export function pauseMachine(engine: Engine, resource: ResourceRun, pause: boolean, reason: PauseReason): void {
  const run = machineOf(engine, resource);
  if (!run || run.paused === pause) return;
  run.paused = pause;
  const from = engine.recorder.state.get('virtual_machine', run.subject.name, 'state');
  const sets = pause ? stoppedSettings(run) : startedSettings(run, true);
  const id = record(engine, {
    kind: 'workload',
    subject: run.subject,
    ...(typeof from === 'string' ? { from } : {}),
    to: pause ? 'stopped' : 'serving',
    node: resource.group.owner?.subject.name,
    cause: reason.cause,
    text: `${run.subject.name} ${pause ? 'is paused' : 'goes on'}: ${reason.why}`,
    ...(reason.details ? { details: reason.details } : {}),
    sets,
  });
  if (pause) machineStops(engine, run, id, 'freezes');
  else machineStarts(engine, run, true, id);
}
