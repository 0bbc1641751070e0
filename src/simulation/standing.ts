import { isUp } from './engine';
import type { GroupRun, NodeRun } from './engine';
import type { Rejection } from './trace';

/** Why a node takes no group at all now, whichever it is; undefined where it does (semantics 2.3, 4.3). */
export function standingOf(node: NodeRun): Rejection | undefined {
  if (node.apart) return node.apart;
  if (!isUp(node) || !node.member || node.leaving) return 'down';
  return node.paused ? 'paused' : undefined;
}

/** Whether the group is on a node that the cluster does not command now: nothing is started, stopped or answered there. */
export function isOutOfReach({ owner }: GroupRun): boolean {
  return owner?.apart !== undefined;
}
