import type { ActionPhrase, ExpectStatement } from '../language/tree';
import type { Place } from '../language/finding';
import type { ClusterState } from './state';
import type { Outage, TraceEvent } from './trace';

/** An action at a time of the run, in ms. `place` is missing for one that was typed, not written in the file. */
export interface TimedAction {
  readonly time_ms: number;
  readonly phrase: ActionPhrase;
  /** Text as written, without `at`. */
  readonly text: string;
  readonly place: Place | undefined;
}

/** An expectation with the time of the `at` line above it, in ms, from which `within` counts. */
export interface TimedExpectation {
  readonly since_ms: number;
  readonly statement: ExpectStatement;
  readonly text: string;
  readonly place: Place;
}

export interface RunInput {
  /** Name of the scenario, or what the run is called. */
  readonly scenario: string;
  readonly seed: number;
  readonly actions: readonly TimedAction[];
  readonly expectations: readonly TimedExpectation[];
  /** Simulated time in ms at which the run ends; undefined: when nothing more will happen. */
  readonly until_ms: number | undefined;
}

export interface Verdict {
  readonly text: string;
  readonly place: Place;
  readonly passed: boolean;
  /** What was found instead, or when it came true. */
  readonly detail: string;
}

/** One run: a pure function of cluster and input. `initial` is the state before the first event. */
export interface Run {
  readonly input: RunInput;
  readonly events: readonly TraceEvent[];
  readonly initial: ClusterState;
  readonly outages: readonly Outage[];
  readonly verdicts: readonly Verdict[];
  /** Time of the end, ms. */
  readonly end_ms: number;
  /** Repetitions that would go on for ever and always come out the same (language.md, Settled readings). */
  readonly waiting: readonly string[];
  /** Whether the run was cut off by the bound on events, not by its own end. */
  readonly bounded: boolean;
}
