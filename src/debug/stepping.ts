import type { StopAt } from '../protocol/server';
import type { TraceEvent } from '../simulation/trace';

/** Why a run stands still: at the place a step goes to, at a breakpoint, or at one of its ends. */
export type StopReason = 'step' | 'breakpoint' | 'start' | 'end';

/** A run stands after its first `step` events. */
export interface Stop {
  readonly step: number;
  readonly reason: StopReason;
}

export type Accept = (event: TraceEvent) => boolean;

const granularities: Readonly<Record<StopAt, Accept>> = {
  event: () => true,
  action: (event) => event.kind === 'action',
  group: (event) => event.kind === 'group',
  end: () => false,
};

/** Which events a step stops at. */
export function stopsAt(granularity: StopAt): Accept {
  return granularities[granularity];
}

/** The nearest stop in a direction: the first event that is accepted or has a breakpoint, else the end of the run on that side. */
export function nearestStop(
  events: readonly TraceEvent[],
  from: number,
  direction: 1 | -1,
  accepts: Accept,
  breaks: Accept,
): Stop {
  for (let step = from + direction; step > 0 && step <= events.length; step += direction) {
    const event = events[step - 1];
    if (!event) break;
    if (breaks(event)) return { step, reason: 'breakpoint' };
    if (accepts(event)) return { step, reason: 'step' };
  }
  return direction > 0 ? { step: events.length, reason: 'end' } : { step: 0, reason: 'start' };
}

/** The chain of causes of an event: itself first, what began it all last. */
export function causesOf(events: readonly TraceEvent[], event: TraceEvent): readonly TraceEvent[] {
  const chain: TraceEvent[] = [];
  for (let link: TraceEvent | undefined = event; link;) {
    chain.push(link);
    link = link.cause === null ? undefined : eventOf(events, link.cause);
  }
  return chain;
}

/** The event with an id. Ids count from 1 in the order of the run. */
export function eventOf(events: readonly TraceEvent[], id: number): TraceEvent | undefined {
  return events[id - 1];
}

/** Accepts the first event that does not follow from the same beginning as `event`: where stepping out of a chain of causes leads. */
export function outsideOf(events: readonly TraceEvent[], event: TraceEvent): Accept {
  const beginning = causesOf(events, event).at(-1);
  return (other) => causesOf(events, other).at(-1) !== beginning;
}
