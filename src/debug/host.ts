import type { Declaration } from '../language/declaration';
import type { Place } from '../language/finding';
import type { Range } from '../language/span';
import type { Cluster } from '../model/cluster';
import type { ClusterState } from '../simulation/state';
import type { TraceEvent } from '../simulation/trace';

/** Where something stands: address of the file and range in it. */
export interface Location {
  readonly uri: string;
  readonly range: Range;
}

/** A design as it was when a run of it began. */
export interface SimulatedDesign {
  readonly uri: string;
  /** Version of its document. */
  readonly version: number;
  readonly cluster: Cluster;
  /** First thing that leaves open what the design means, as the user reads it; undefined where nothing does. */
  readonly unclear: string | undefined;
  /** Where a place is now; undefined where the text has changed so much that it is gone. */
  locate(place: Place): Location | undefined;
  /** The declaration at the end of a line, and the offset in it. `source` is a URI or a path; lines count from 0. */
  spotAt(source: string, line: number): { readonly declaration: Declaration; readonly offset: number } | undefined;
}

/** The moment a session has stopped at, for whoever shows it. */
export interface Presentation {
  readonly design: SimulatedDesign;
  readonly scenario: string;
  /** Number of events that have happened, and how many there are in all. */
  readonly step: number;
  readonly steps: number;
  /** The event that has just happened; undefined before the first. */
  readonly event: TraceEvent | undefined;
  /** Changes with the session: to be used at once, not kept. */
  readonly state: ClusterState;
}

/** What a session needs from the place it runs in. */
export interface SessionHost {
  /** The design at a URI or path as it is now; undefined if it is not open. */
  open(program: string): SimulatedDesign | undefined;
  /** The session has come to another moment, or has ended (undefined). */
  present(presentation: Presentation | undefined): void;
  /** Something went wrong that is not the user's doing. */
  report(what: string, error: unknown): void;
}
