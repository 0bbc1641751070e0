import { isActive } from './engine';
import type { Engine, GroupRun } from './engine';
import { lowerMb, neededMb } from './load';
import { place } from './placement';
import type { Placement, Question } from './placement';
import { bestOf } from './placementPolicy';
import type { Room } from './placementPolicy';
import { preemptionBounds, priorities } from './timings';
import { queueGroup } from './waiting';

interface Offer {
  readonly room: Room;
  readonly victims: readonly GroupRun[];
}

/** A placement and the groups that must make room for it. */
export interface PlacementWithVictims extends Placement {
  readonly victims: readonly GroupRun[];
}

function priorityOf({ part }: GroupRun): number {
  return priorities[part.group.values.priority];
}

function bookedBy({ booked }: GroupRun): number {
  return booked?.committedMb ?? 0;
}

function mayBePreempted(victim: GroupRun, by: GroupRun): boolean {
  if (victim.queued || victim.move || victim.live || !victim.machines.some(isActive)) return false;
  return priorityOf(victim) < Math.min(priorityOf(by), preemptionBounds.neverFrom);
}

/** The groups whose room is enough, lowest priority first, then the largest; none that could keep its place (rule `preempt-lowest-first`). */
function victimsOn(group: GroupRun, { node, freeMb }: Room): readonly GroupRun[] | undefined {
  const order = (left: GroupRun, right: GroupRun): number =>
    priorityOf(left) - priorityOf(right) || bookedBy(right) - bookedBy(left) || left.part.order - right.part.order;
  // Most nodes are ruled out without going through their groups.
  if (neededMb(group) - freeMb > lowerMb(node, Math.min(priorityOf(group), preemptionBounds.neverFrom)))
    return undefined;
  const offered = [...node.groups].filter((victim) => mayBePreempted(victim, group)).toSorted(order);
  let missing = neededMb(group) - freeMb;
  const taken: GroupRun[] = [];
  for (const victim of offered) {
    if (missing <= 0) break;
    taken.push(victim);
    missing -= bookedBy(victim);
  }
  if (missing > 0) return undefined;
  return taken.toReversed().filter((victim) => {
    const spare = missing + bookedBy(victim) <= 0;
    if (spare) missing += bookedBy(victim);
    return !spare;
  });
}

function cost({ victims }: Offer): readonly number[] {
  const highest = Math.max(...victims.map(priorityOf));
  return [highest, victims.length, victims.reduce((sum, victim) => sum + bookedBy(victim), 0)];
}

function cheapest(
  engine: Engine,
  group: GroupRun,
  trigger: Question['trigger'],
  offers: readonly Offer[],
): Offer | undefined {
  const compare = (left: Offer, right: Offer): number => {
    const other = cost(right);
    return cost(left).reduce((difference, value, index) => difference || value - (other[index] ?? 0), 0);
  };
  const [first] = offers.toSorted(compare);
  if (!first) return undefined;
  const equals = offers.filter((offer) => compare(offer, first) === 0);
  const best = bestOf(
    engine,
    group,
    trigger,
    equals.map(({ room }) => room),
  );
  return equals.find(({ room }) => room === best);
}

/**
 * Chooses the node a group goes to; where none has room, one on which groups of lower priority can make it (semantics 2.3,
 * S18). An administrator's move never takes the room of others.
 */
export function placeOrPreempt(engine: Engine, group: GroupRun, question: Question): PlacementWithVictims {
  const placement = place(engine, group, question);
  const may = engine.cluster.profile.preemption && priorityOf(group) >= preemptionBounds.from;
  if (placement.target || !may || question.named) return { ...placement, victims: [] };
  const offers = placement.short.flatMap((room) => {
    const victims = victimsOn(group, room);
    return victims ? [{ room, victims }] : [];
  });
  const offer = cheapest(engine, group, question.trigger, offers);
  if (!offer) return { ...placement, victims: [] };
  const { room, victims } = offer;
  const record = { ...placement.record, chosen: room.position };
  return { ...placement, record, target: room.node, rule: 'preempt-lowest-first', victims };
}

/** The groups give up their place: they go offline in order and wait for room elsewhere (language.md, Settled readings). */
export function giveRoom(engine: Engine, victims: readonly GroupRun[], to: GroupRun, cause: number): void {
  for (const victim of victims) {
    const text = `Group ${victim.subject.name} gives its place to group ${to.subject.name} and waits until a node can take it`;
    queueGroup(engine, victim, cause, false, text);
  }
}
