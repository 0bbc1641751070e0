import type { Place } from '../language/finding';
import type { LaunchSettings } from '../protocol/server';
import type { Run } from '../simulation/run';
import type { ClusterState } from '../simulation/state';
import { createTimeline } from '../simulation/index';
import type { TraceEvent } from '../simulation/trace';
import { actionPlaces } from './action-places';
import { bindBreakpoint, breaksAt } from './breakpoints';
import type { BoundBreakpoint } from './breakpoints';
import type { Location, SimulatedDesign } from './host';
import { runOf } from './runs';
import { causesOf, eventOf, nearestStop, outsideOf, stopsAt } from './stepping';
import type { Accept, Stop } from './stepping';
import { headOf, thingsOf } from './things';
import type { Things } from './things';

/** The ways to move in a run. */
export type Movement = 'next' | 'stepIn' | 'stepOut' | 'stepBack' | 'continue' | 'reverseContinue';

/** One run and the moment it stands at. It knows nothing of the protocol. */
export interface Playback {
  readonly design: SimulatedDesign;
  readonly settings: LaunchSettings;
  readonly run: Run;
  readonly things: Things;
  /** Number of events that have happened. */
  readonly step: number;
  readonly state: ClusterState;
  readonly event: TraceEvent | undefined;
  /** Moves to the nearest stop of that kind. */
  move(movement: Movement): Stop;
  /** The event with an id, if it has one. */
  eventOf(id: number): TraceEvent | undefined;
  /** The event that has just happened, its cause, the cause of that, and so on. */
  chain(): readonly TraceEvent[];
  /** The declaration an event is about, or the line of the action; before the first event the first action. */
  locate(event: TraceEvent | undefined): Location | undefined;
  /** The breakpoints as they were asked for, by file. */
  readonly wanted: ReadonlyMap<string, readonly WantedBreakpoint[]>;
  /** Replaces all breakpoints in a file. */
  setBreakpoints(source: string, wanted: readonly WantedBreakpoint[]): readonly BoundBreakpoint[];
}

export interface WantedBreakpoint {
  /** From 0. */
  readonly line: number;
  readonly condition: string | undefined;
}

const backwards: ReadonlySet<Movement> = new Set(['stepBack', 'reverseContinue']);

/** Simulates and stands before the first event. Throws a UserProblem where the settings name what is not there. */
export function createPlayback(design: SimulatedDesign, settings: LaunchSettings): Playback {
  const run = runOf(design, settings);
  const { events } = run;
  const timeline = createTimeline(run);
  const things = thingsOf(design.cluster);
  const wanted = new Map<string, readonly WantedBreakpoint[]>();
  const breakpoints = new Map<string, readonly BoundBreakpoint[]>();
  const places = actionPlaces(run);
  const present = (): TraceEvent | undefined => events[timeline.step - 1];

  const stateAfter = (event: TraceEvent): ClusterState => {
    timeline.goTo(event.id);
    return timeline.state;
  };
  /** A typed action stands in no line and changes nothing by itself: what it brings about is the next event. */
  const isShown: Accept = (event) => event.kind !== 'action' || places.has(event);
  const stopsByStep: Accept = settings.stopAt === 'event' ? isShown : stopsAt(settings.stopAt);
  const accepts = (movement: Movement): Accept => {
    const event = present();
    switch (movement) {
      case 'stepIn':
        return isShown;
      case 'stepOut':
        return event ? outsideOf(events, event) : stopsAt('action');
      case 'continue':
      case 'reverseContinue':
        return stopsAt('end');
      case 'next':
      case 'stepBack':
        return stopsByStep;
    }
  };
  const placeOf = (event: TraceEvent | undefined): Place | undefined => {
    if (!event) return run.input.actions[0]?.place;
    const written = places.get(event);
    if (written) return written;
    const found = things.find(event.subject);
    return found && headOf(found);
  };

  return {
    design,
    settings,
    run,
    things,
    get step() {
      return timeline.step;
    },
    get state() {
      return timeline.state;
    },
    get event() {
      return present();
    },
    move: (movement) => {
      const all = [...breakpoints.values()].flat();
      const from = timeline.step;
      const breaks = breaksAt(all, (event) => places.get(event), stateAfter);
      const stop = nearestStop(events, from, backwards.has(movement) ? -1 : 1, accepts(movement), breaks);
      timeline.goTo(stop.step);
      return stop;
    },
    eventOf: (id) => eventOf(events, id),
    chain: () => {
      const event = present();
      return event ? causesOf(events, event) : [];
    },
    locate: (event) => {
      const place = placeOf(event);
      return place && design.locate(place);
    },
    wanted,
    setBreakpoints: (source, list) => {
      const bound = list.map(({ line, condition }) => bindBreakpoint(design, things, source, line, condition));
      wanted.set(source, list);
      breakpoints.set(source, bound);
      return bound;
    },
  };
}
