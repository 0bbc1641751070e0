import type { Place } from '../language/finding';
import type { Run } from '../simulation/run';
import type { TraceEvent } from '../simulation/trace';

/** Where each action event of a run is written: at the action with its time and words. A typed action is written nowhere. */
export function actionPlaces({ input, events }: Run): ReadonlyMap<TraceEvent, Place> {
  const places = new Map<TraceEvent, Place>();
  const left = new Set(input.actions);
  for (const event of events) {
    if (event.kind !== 'action') continue;
    const action = [...left].find(({ time_ms, text }) => time_ms === event.time_ms && text === event.text);
    if (!action) continue;
    left.delete(action);
    if (action.place) places.set(event, action.place);
  }
  return places;
}
