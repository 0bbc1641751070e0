import type { Place } from '../language/finding';
import type { Range } from '../language/span';
import type { Cluster } from '../model/cluster';
import { finalOf } from './final';
import type { FinalState } from './final';
import { detailsOf } from './placementRecord';
import type { Run, Verdict } from './run';
import type { Outage, TraceEvent } from './trace';

/** Where a place is in its file. */
export type Locate = (place: Place) => { readonly file: string; readonly range: Range };

/** A verdict as written out (cli.md, Shapes). */
export interface JudgedExpectation {
  readonly text: string;
  readonly file: string;
  readonly range: Range;
  readonly passed: boolean;
  readonly detail: string;
}

/** What `simulate --format json` prints (cli.md, Shapes). */
export interface RunReport {
  readonly version: 1;
  readonly scenario: string;
  readonly seed: number;
  readonly events: readonly Omit<TraceEvent, 'changes' | 'placement'>[];
  readonly final: FinalState;
  readonly outages: readonly Outage[];
  readonly expectations: readonly JudgedExpectation[];
}

/** One scenario in the answer of `test`; `duration_ms` is simulated time (cli.md, Shapes). */
export interface ScenarioResult {
  readonly name: string;
  readonly passed: boolean;
  readonly expectations: readonly JudgedExpectation[];
  readonly duration_ms: number;
}

function judged({ text, place, passed, detail }: Verdict, locate: Locate): JudgedExpectation {
  return { text, ...locate(place), passed, detail };
}

/** Keys in the order of cli.md, changes left out, the candidates of decisions worked out. */
function told(event: TraceEvent): Omit<TraceEvent, 'changes' | 'placement'> {
  const { id, time_ms, kind, subject, from, to, node, cause, text } = event;
  const details = detailsOf(event);
  return {
    id,
    time_ms,
    kind,
    subject,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(node === undefined ? {} : { node }),
    cause,
    text,
    ...(details ? { details } : {}),
  };
}

/** The whole answer of `simulate`; `locate` tells where a place is. Equal runs give equal reports. */
export function runToJson(cluster: Cluster, run: Run, locate: Locate): RunReport {
  return {
    version: 1,
    scenario: run.input.scenario,
    seed: run.input.seed,
    events: run.events.map(told),
    final: finalOf(cluster, run),
    outages: run.outages,
    expectations: run.verdicts.map((verdict) => judged(verdict, locate)),
  };
}

/** What `test` says of one scenario. */
export function scenarioResult(run: Run, locate: Locate): ScenarioResult {
  return {
    name: run.input.scenario,
    passed: run.verdicts.every(({ passed }) => passed),
    expectations: run.verdicts.map((verdict) => judged(verdict, locate)),
    duration_ms: run.end_ms,
  };
}
