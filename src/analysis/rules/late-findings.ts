import { leavesUnclear } from '../../checks/codes';
import { shownLater } from '../../checks/shown/show';
import type { Finding } from '../../language/finding';
import type { Design } from '../../model/design';
import { notTolerant } from './capacity/not-tolerant';
import { ruleMissesPlacement } from './capacity/rule-misses-placement';
import { judgeTolerance } from './capacity/tolerance';

/**
 * The findings of the rules that need runs of the simulation, as the design wants to see them. They come in their own time: the work
 * stops between steps, and whoever asks goes on with it or gives it up. `found` is what was found before: where that leaves it unclear
 * what the design means, nothing is run.
 */
export function* lateFindings(
  design: Design,
  found: readonly Finding[],
): Generator<void, readonly Finding[], undefined> {
  const { cluster } = design;
  if (!cluster.settings || found.some(({ code }) => leavesUnclear(code))) return [];
  const tolerance = yield* judgeTolerance(cluster);
  return shownLater(design, [...notTolerant(cluster, tolerance), ...ruleMissesPlacement(cluster, tolerance)]);
}
