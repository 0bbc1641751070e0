import { isUp, record } from './engine';
import type { Engine, GroupRun, NodeRun } from './engine';
import { recordPlacement } from './failover';
import { beginMove, endMove } from './groups';
import { beginLiveMove, canMoveLive, hasTurn, processorObstacle } from './liveMigration';
import { place } from './placement';
import type { Placement, Question } from './placement';
import { rejectionOf } from './placementRecord';
import { standingOf } from './standing';
import type { Rejection } from './trace';
import { stopWaiting } from './waiting';

export interface MoveOrder {
  /** Where to; undefined: the best possible node. */
  readonly target: NodeRun | undefined;
  readonly mode: 'live' | 'quick' | undefined;
  /** What the decision says of its reason. */
  readonly why?: string;
  /** It waits for its turn among live migrations even where an administrator's order would be refused. */
  readonly waits?: boolean;
}

const reasons: Readonly<Record<Rejection, string>> = {
  down: 'it is not up',
  paused: 'it is paused',
  isolated: 'it is isolated',
  quarantined: 'it is quarantined',
  not_possible_owner: 'it is no possible owner of every resource of the group',
  no_path: 'it has no path to a disk of the group',
  memory: 'it has too little memory left',
  affinity: 'a group that must not share its node is there',
  already_tried: 'it is the owner already',
  threshold: 'the failovers of the group are used up',
  ranked_lower: 'another node is better',
};

function refuseMove(engine: Engine, group: GroupRun, cause: number, why: string): void {
  record(engine, {
    kind: 'group',
    subject: group.subject,
    node: group.owner?.subject.name,
    cause,
    text: `The move of group ${group.subject.name} is refused: ${why}`,
    details: { refused: true },
  });
}

function whyNot(placement: Placement, target: NodeRun | undefined): string {
  if (!target) return 'no other node can take it';
  const { record: decision } = placement;
  const position = decision.history.nodes.findIndex(({ key }) => key === target.node.key);
  const reason = rejectionOf(decision, position) ?? 'ranked_lower';
  return `${target.subject.name} cannot take it, since ${reasons[reason]}`;
}

function refusal(engine: Engine, group: GroupRun): string | undefined {
  if (!engine.running) return 'the cluster does not run';
  if (group.move || group.live) return 'it is on the move already';
  return group.owner && isUp(group.owner) ? undefined : 'its owner is not up';
}

/**
 * Moves a group as an administrator asks: to a named node or the best possible one, live where it can be and quick else
 * (semantics 2.3, 7.3, 7.4). A move that the cluster refuses is an event (cli.md, Settled readings).
 */
export function moveGroup(engine: Engine, group: GroupRun, order: MoveOrder, cause: number): void {
  const refused = refusal(engine, group);
  if (refused !== undefined || !group.owner) {
    refuseMove(engine, group, cause, refused ?? 'it has no owner');
    return;
  }
  const live = order.mode !== 'quick' && canMoveLive(engine, group);
  if (order.mode === 'live' && !live) {
    refuseMove(engine, group, cause, 'it cannot move live as it is');
    return;
  }
  group.tried.clear();
  group.tried.add(group.owner);
  const question: Question = order.target
    ? { trigger: 'best possible', named: order.target }
    : { trigger: 'best possible' };
  const placement = place(engine, group, question);
  group.tried.clear();
  const { target } = placement;
  if (!target) {
    recordPlacement(engine, group, placement, {
      cause,
      text: `The move of group ${group.subject.name} is refused: ${whyNot(placement, order.target)}`,
    });
    return;
  }
  const obstacle = live ? processorObstacle(group.owner, target) : undefined;
  if (obstacle !== undefined) {
    refuseMove(engine, group, cause, `${target.subject.name} cannot take it live, since ${obstacle}`);
    return;
  }
  const isBusy = live && !order.waits && !engine.cluster.profile.queuesLiveMigrations;
  if (isBusy && !hasTurn(engine, group.owner, target)) {
    const names = `${group.owner.subject.name} and ${target.subject.name}`;
    refuseMove(engine, group, cause, `another live migration is under way between ${names}`);
    return;
  }
  const text = order.why ?? `Group ${group.subject.name} is moved to ${target.subject.name}`;
  const sets = stopWaiting(group);
  const event = recordPlacement(engine, group, placement, { cause, text, sets });
  if (live) beginLiveMove(engine, group, target, event);
  else beginMove(engine, group, target, event);
}

/**
 * A group on its way to a node that is no member any more, or that pauses, is sent elsewhere, or stays (semantics 2.2).
 * While the node is dead but not held dead, the group waits for it.
 */
export function redirect(engine: Engine, group: GroupRun): void {
  const target = group.move?.target;
  if (!target || (target.member && !target.paused)) return;
  endMove(group);
  group.tried.delete(target);
  const placement = place(engine, group, { trigger: 'best possible' });
  const goes = placement.target ? `goes to ${placement.target.subject.name}` : 'stays';
  const text = `Group ${group.subject.name} ${goes}, since ${target.subject.name} is ${standingOf(target) ?? 'down'}`;
  const cause = target.lastEvent ?? group.cause ?? 0;
  const event = recordPlacement(engine, group, placement, { cause, text });
  group.cause = event;
  if (placement.target && placement.target !== group.owner) beginMove(engine, group, placement.target, event);
}
