import { cancel, rankOf } from './engine';
import type { Engine, ResourceRun } from './engine';
import { isNever } from './resources';
import { timings } from './timings';

function interval({ part }: ResourceRun): number {
  const { looks_alive_poll_interval } = part.resource.values;
  return isNever(looks_alive_poll_interval) ? timings.looksAlivePoll : looks_alive_poll_interval;
}

/**
 * Plans `notice` for the next quick health check of an online resource: the first that comes strictly after now, counted
 * from when it came online (semantics 1.2, S06; rule `polls-from-online`). What was planned before for it falls away, and so
 * does this if the resource changes its state first.
 */
export function atNextPoll(engine: Engine, resource: ResourceRun, notice: () => void): void {
  const step = interval(resource);
  const polls = Math.floor((engine.now - resource.onlineSince) / step) + 1;
  cancel(resource.poll);
  resource.poll = engine.queue.add(resource.onlineSince + polls * step, rankOf(resource), notice);
}
