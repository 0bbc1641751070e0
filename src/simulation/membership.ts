import { countVotesSoon, formCluster } from './clusterRun';
import { evacuate } from './drain';
import { record } from './engine';
import type { Engine, NodeRun } from './engine';
import { failBackTo } from './failback';
import { admit } from './isolation';
import { inContact } from './networks';
import { nodeLeaves } from './nodeState';
import { placeStranded } from './placeStranded';
import { isDueForQuarantine, quarantine, staysInQuarantine } from './quarantine';
import { membersUp } from './silence';

/** Whether the cluster runs and all of its members hear the node, so that it can join. */
export function reachesCluster(engine: Engine, node: NodeRun): boolean {
  if (!engine.running) return false;
  const members = membersUp(engine);
  return members.length > 0 && members.every((member) => inContact(engine, node, member));
}

/** The cluster service of the node joins the cluster that runs, or forms it anew with others, or waits (semantics 4.5). */
export function join(engine: Engine, node: NodeRun, cause: number): void {
  engine.epoch += 1;
  if (staysInQuarantine(engine, node, cause)) return;
  node.service = 'waiting';
  if (!engine.running) {
    formCluster(engine, cause);
    return;
  }
  if (!reachesCluster(engine, node)) {
    const text = `${node.subject.name} does not hear every member of the cluster and waits to join`;
    record(engine, { kind: 'node', subject: node.subject, node: node.subject.name, cause, text });
    return;
  }
  if (node.member) {
    const left = nodeLeaves(engine, node, cause, `${node.subject.name} has lost its state and joins anew`);
    countVotesSoon(engine, left);
    placeStranded(engine, left);
  }
  if (isDueForQuarantine(engine, node)) {
    evacuate(engine, node, quarantine(engine, node, cause, join));
    return;
  }
  const event = admit(engine, node, cause);
  countVotesSoon(engine, event);
  placeStranded(engine, event);
  failBackTo(engine, node, event);
}
