import { analysisFinding } from '../../../checks/analysis-codes';
import { namesOfSome } from '../../../checks/phrases';
import { labelOf } from '../../../checks/written';
import type { Finding } from '../../../language/finding';
import type { Cluster } from '../../../model/cluster';
import { claimPlace, failures, otherSets } from './claim';
import type { Tolerance } from './tolerance';

/** After the loss of some nodes every group has a place, and the policy of the release leaves some without one (semantics 2.3, 8.4). */
export function ruleMissesPlacement(cluster: Cluster, { misses }: Tolerance): readonly Finding[] {
  const [first] = misses;
  const place = claimPlace(cluster);
  if (!first || !place) return [];
  const machines = first.lost.map(({ counted }) => counted.machine);
  const found = {
    message: `${failures(first.faults)}, ${namesOfSome(machines)} ${machines.length === 1 ? 'does' : 'do'} not start, although there are places for all: Windows Server ${cluster.version} places groups one by one and does not find them.${otherSets(misses.length - 1, 'end like that')}`,
    place,
    related: machines.map((machine) => ({
      place: labelOf(machine),
      message: `${machine.name} is left without a node ${failures(first.faults, 'when')}; preferred owners of its own could lead the others away from the room it needs.`,
    })),
  };
  return [analysisFinding('capacity/rule-misses-placement', found)];
}
