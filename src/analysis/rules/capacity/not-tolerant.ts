import { analysisFinding } from '../../../checks/analysis-codes';
import { setAttribute } from '../../../checks/edits/attribute';
import { namesOfSome } from '../../../checks/phrases';
import { memoryText } from '../../../checks/sizes';
import { isBroken, labelOf } from '../../../checks/written';
import type { Finding, Fix } from '../../../language/finding';
import type { Cluster } from '../../../model/cluster';
import { machineMb } from '../../../model/memory';
import { startingMachines } from '../../../model/start';
import { countOf } from '../../../model/words';
import { claimPlace, failures, otherSets } from './claim';
import type { Shortfall, Tolerance } from './tolerance';

/** For some nodes that the design claims to tolerate the loss of, the others have no place for all groups (semantics 8, 8.4). */
export function notTolerant(cluster: Cluster, { shortfalls }: Tolerance): readonly Finding[] {
  const [first] = shortfalls;
  const place = claimPlace(cluster);
  if (!first || !place) return [];
  const machines = first.left.flatMap((group) => startingMachines(group));
  const found = {
    message: `${failures(first.faults)}, ${namesOfSome(machines)} ${machines.length === 1 ? 'finds' : 'find'} no place: ${roomText(first)}.${otherSets(shortfalls.length - 1, 'leave virtual machines without a place')}`,
    place,
    related: machines.map((machine) => ({
      place: labelOf(machine),
      message: `${machine.name} needs ${memoryText(machineMb(machine))} and has no place left ${failures(first.faults, 'when')}.`,
    })),
    fixes: claimLess(cluster, shortfalls),
  };
  return [analysisFinding('capacity/not-tolerant', found)];
}

function roomText({ faults, neededMb, freeMb, largestMb }: Shortfall): string {
  const whose = faults.length === 1 ? `the groups of ${faults[0]?.name ?? ''} need` : 'their groups need';
  if (freeMb === 0) return `${whose} ${memoryText(neededMb)} and no memory is left on other nodes`;
  return `${whose} ${memoryText(neededMb)}, the nodes that are left have ${memoryText(freeMb)} free, at most ${memoryText(largestMb)} on one of them`;
}

/** Claims as many failures as the nodes have places for. More memory or fewer machines is for a person to decide. */
function claimLess({ settings }: Cluster, shortfalls: readonly Shortfall[]): readonly Fix[] {
  if (!settings || isBroken(settings.declaration)) return [];
  const held = Math.min(...shortfalls.map(({ faults }) => faults.length)) - 1;
  const edits = [setAttribute(settings, 'tolerates', String(held))];
  return [{ title: `Claim to tolerate ${countOf(held, 'node failure')}`, preferred: false, edits }];
}
