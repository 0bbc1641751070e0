import type { Cluster } from '../model/cluster';
import { perform } from './actions';
import { actionSubject } from './actionSubject';
import { record } from './engine';
import type { Engine } from './engine';
import { judge } from './expectations';
import { outagesOf } from './outages';
import type { Run, RunInput, TimedAction } from './run';
import { startRun } from './guestStart';
import { settleAll } from './guestSettle';
import { timings } from './timings';

/** Actions at one instant are one event for the cluster: all of them strike before anything follows (language.md, Times). */
function performTogether(engine: Engine, actions: readonly TimedAction[]): void {
  const told = actions.map(({ phrase, text }) => {
    const subject = actionSubject(engine.cluster, phrase);
    return { phrase, cause: record(engine, { kind: 'action', subject, cause: null, text }) };
  });
  engine.epoch += 1;
  for (const { phrase, cause } of told) perform(engine, phrase, cause);
}

function planActions(engine: Engine, actions: readonly TimedAction[]): void {
  const byTime = new Map<number, TimedAction[]>();
  for (const action of actions) {
    const together = byTime.get(action.time_ms) ?? [];
    together.push(action);
    byTime.set(action.time_ms, together);
  }
  for (const [time, together] of byTime) {
    engine.queue.add(time, { class: 'action' }, () => {
      performTogether(engine, together);
    });
  }
}

/** Whether nothing is pending but repetitions that would come out the same (language.md, Settled readings). */
function isQuiet(engine: Engine): boolean {
  return engine.queue.pending().every(({ repetition }) => repetition?.settled() ?? false);
}

function runOut(
  engine: Engine,
  setTime: (time_ms: number) => void,
  until: number | undefined,
): { readonly bounded: boolean } {
  for (let task = engine.queue.peek(); task; task = engine.queue.peek()) {
    if (until === undefined ? task.repetition && isQuiet(engine) : task.time_ms > until) break;
    if (engine.recorder.events.length >= timings.maximumEvents) return { bounded: true };
    engine.queue.next();
    setTime(task.time_ms);
    task.run();
    settleAll(engine);
  }
  return { bounded: false };
}

/**
 * Runs a cluster through actions and judges what was expected of it. The run is a function of cluster and input alone:
 * equal input, equal trace. Actions that `problemsOfInput` names have no effect but their own event.
 */
export function simulate(cluster: Cluster, input: RunInput): Run {
  const { engine, initial, setTime } = startRun(cluster);
  planActions(engine, input.actions);
  const { bounded } = runOut(engine, setTime, input.until_ms);
  const events = engine.recorder.events;
  const end_ms = input.until_ms ?? engine.now;
  const waiting = engine.queue
    .pending()
    .flatMap(({ repetition, time_ms }) => (repetition ? [{ time_ms, text: repetition.text }] : []))
    .toSorted((left, right) => left.time_ms - right.time_ms)
    .map(({ text }) => text);
  const story = { cluster, events, initial, end_ms };
  const outages = outagesOf(story);
  const verdicts = input.expectations.map((expectation) => judge(story, expectation, input.until_ms !== undefined));
  return { input, events, initial, outages, verdicts, end_ms, waiting, bounded };
}
