import type { Engine, GroupRun, NodeRun } from './engine';
import { isUp } from './engine';
import { neededMb, uncommittedMb } from './load';
import { choiceOf } from './placementPolicy';
import type { Trigger } from './placementPolicy';
import { hasPath } from './reach';
import type { RuleId } from './rules';
import type { Candidate, Rejection } from './trace';

/** What was considered and decided. */
export interface Placement {
  readonly candidates: readonly Candidate[];
  readonly target: NodeRun | undefined;
  readonly rule: RuleId | undefined;
}

export interface Question {
  readonly trigger: Trigger;
  /** Only this node will do: a move to a named node, or a failback. */
  readonly named?: NodeRun;
}

interface Verdict {
  readonly rejection: Rejection | undefined;
  readonly needed_mb?: number;
  readonly free_mb?: number;
}

function verdictOn(engine: Engine, group: GroupRun, node: NodeRun): Verdict {
  const { part } = group;
  if (!isUp(node) || !node.member || node.leaving) return { rejection: 'down' };
  if (node.paused) return { rejection: 'paused' };
  if (!part.possibleOwners.has(node.node.key)) return { rejection: 'not_possible_owner' };
  if (part.disks.some((disk) => !hasPath(engine, node, disk))) return { rejection: 'no_path' };
  if (group.tried.has(node)) return { rejection: 'already_tried' };
  if (engine.cluster.profile.placement !== 'ranked') return { rejection: undefined };
  const needed_mb = neededMb(group);
  const free_mb = uncommittedMb(engine, node, group);
  return { rejection: needed_mb > free_mb ? 'memory' : undefined, needed_mb, free_mb };
}

/**
 * Chooses the node a group goes to, with every node and why it was not taken (semantics 2.3): first those that cannot
 * take it, then the policy of the release among the rest.
 */
export function place(engine: Engine, group: GroupRun, { trigger, named }: Question): Placement {
  const verdicts = [...engine.nodes.values()].map((node) => ({ node, ...verdictOn(engine, group, node) }));
  const free = verdicts.filter(({ rejection }) => rejection === undefined).map(({ node }) => node);
  const choice = named
    ? { target: free.find((node) => node === named), rule: undefined }
    : choiceOf(engine, group, trigger, free);
  const candidates = verdicts.map(({ node, rejection, ...memory }): Candidate => {
    const chosen = node === choice.target;
    const rejected_by = rejection ?? 'ranked_lower';
    return { node: node.subject.name, chosen, ...(chosen ? {} : { rejected_by }), ...memory };
  });
  return { candidates, ...choice };
}

/** The candidates of a decision that was not taken, since the group has used up its failovers (semantics 1.3). */
export function beyondThreshold(engine: Engine, group: GroupRun): readonly Candidate[] {
  return [...engine.nodes.values()].map((node): Candidate => {
    const { rejection } = verdictOn(engine, group, node);
    return { node: node.subject.name, chosen: false, rejected_by: rejection ?? 'threshold' };
  });
}
