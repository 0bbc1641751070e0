import type { Place } from '../language/finding';
import { touches } from '../language/span';
import type { AtStatement } from '../language/tree';
import type { ClusterState } from '../simulation/state';
import type { Subject, TraceEvent } from '../simulation/trace';
import { parseCondition } from './condition';
import type { Condition } from './condition';
import type { SimulatedDesign } from './host';
import type { Accept } from './stepping';
import { headOf } from './things';
import type { Things } from './things';

/** Stops when something happens to a thing, or when an action of a scenario is taken. */
export type Watched =
  { readonly kind: 'thing'; readonly subject: Subject } | { readonly kind: 'action'; readonly at: Place };

/** A breakpoint as the session keeps it: where it really is, what it watches, or why it cannot stop. Lines count from 0. */
export interface BoundBreakpoint {
  readonly line: number;
  readonly watched: Watched | undefined;
  readonly condition: Condition | undefined;
  readonly message: string | undefined;
}

function statementAt(
  design: SimulatedDesign,
  source: string,
  line: number,
): { place: Place; statement: AtStatement } | undefined {
  const spot = design.spotAt(source, line);
  if (!spot) return undefined;
  for (const scenario of design.cluster.scenarios.all) {
    if (scenario.declaration !== spot.declaration) continue;
    for (const statement of scenario.statements) {
      if (statement.kind !== 'at') continue;
      const place = { declaration: spot.declaration, span: statement.span };
      const at = design.locate(place);
      if (at?.range.start.line === line || touches(statement.span, spot.offset)) return { place, statement };
    }
  }
  return undefined;
}

function watchedAt(
  design: SimulatedDesign,
  things: Things,
  source: string,
  line: number,
): [Watched, Place] | undefined {
  const action = statementAt(design, source, line);
  if (action) return [{ kind: 'action', at: action.place }, action.place];
  const spot = design.spotAt(source, line);
  const found = spot && things.at(spot.declaration, spot.offset);
  return found && [{ kind: 'thing', subject: found.subject }, headOf(found)];
}

/**
 * Binds a breakpoint to the thing declared around its line (it moves to the head of that declaration) or to the action on it.
 * `condition` is text such as `owner == "HostB"`, about the thing itself.
 */
export function bindBreakpoint(
  design: SimulatedDesign,
  things: Things,
  source: string,
  line: number,
  condition: string | undefined,
): BoundBreakpoint {
  const unbound = (message: string): BoundBreakpoint => ({ line, watched: undefined, condition: undefined, message });
  const found = watchedAt(design, things, source, line);
  if (!found) return unbound('Nothing is declared here that a simulation could change.');
  const parsed = condition ? parseCondition(condition) : undefined;
  if (condition && !parsed) {
    return unbound(`“${condition}” cannot be read. Write a property, == or !=, and a value, such as owner == "HostB".`);
  }
  const [watched, place] = found;
  const at = design.locate(place)?.range.start.line ?? line;
  return { line: at, watched, condition: parsed, message: undefined };
}

function isAbout(subject: Subject, other: Subject): boolean {
  // A breakpoint stands on what is declared; the nodes of guest clusters are not, and the host cluster's are no others'.
  const guest = other.kind === 'node' || other.kind === 'witness' ? other.cluster : undefined;
  if (guest !== undefined) return false;
  return subject.kind === other.kind && subject.name.toLowerCase() === other.name.toLowerCase();
}

function concerns(watched: Watched, event: TraceEvent, actionPlace: (event: TraceEvent) => Place | undefined): boolean {
  if (watched.kind === 'thing') return event.changes.some(({ subject }) => isAbout(watched.subject, subject));
  const place = actionPlace(event);
  return place?.declaration === watched.at.declaration && place.span.start === watched.at.span.start;
}

/**
 * Which events have a breakpoint. A condition is judged on what the event leaves behind: on the changed value where the event
 * changes the property, else on `state`, which is then that of the event.
 */
export function breaksAt(
  breakpoints: readonly BoundBreakpoint[],
  actionPlace: (event: TraceEvent) => Place | undefined,
  stateAfter: (event: TraceEvent) => ClusterState,
): Accept {
  const live = breakpoints.flatMap(({ watched, condition }) => (watched ? [{ watched, condition }] : []));
  return (event) =>
    live.some(({ watched, condition }) => {
      if (!concerns(watched, event, actionPlace)) return false;
      if (!condition || watched.kind === 'action') return true;
      return condition.holds(watched.subject, stateAfter(event));
    });
}
