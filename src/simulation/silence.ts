import { isUp } from './engine';
import type { Engine, NodeRun } from './engine';

/** Members that run: those the others hear, or believe they will hear again. */
export function membersUp(engine: Engine): readonly NodeRun[] {
  return [...engine.nodes.values()].filter((node) => node.member && isUp(node));
}

/**
 * Whether somebody is out of contact without being held dead: a member that died, or two that run and do not hear each
 * other. Votes are counted and groups placed when that is settled: overlapping losses are one (semantics 5.3).
 */
export function isSilenceOpen(engine: Engine): boolean {
  if (engine.lostContacts.size > 0) return true;
  for (const node of engine.nodes.values()) if (node.member && !isUp(node)) return true;
  return false;
}

/** Key of a pair of nodes, whichever comes first. */
export function pairKey(left: NodeRun, right: NodeRun): string {
  const [low, high] = left.node.id < right.node.id ? [left, right] : [right, left];
  return `${String(low.node.id)} ${String(high.node.id)}`;
}

/** Two nodes hear each other again, or no longer need to: groups that wait to know whether they will are asked anew. */
export function settleContact(engine: Engine, key: string): void {
  const contact = engine.lostContacts.get(key);
  if (!contact) return;
  engine.lostContacts.delete(key);
  for (const node of contact.nodes) for (const group of node.incoming) engine.dirty.add(group);
}

/** A node is no member any more: who heard it or not no longer matters. */
export function forgetContacts(engine: Engine, node: NodeRun): void {
  node.silentSince = undefined;
  for (const [key, { nodes }] of engine.lostContacts) if (nodes.includes(node)) settleContact(engine, key);
}

/** Whether a member that runs is not heard by another and it is not known yet who of them will go on. */
export function isInDoubt(engine: Engine, node: NodeRun): boolean {
  if (engine.lostContacts.size === 0) return false;
  return [...engine.lostContacts.values()].some(({ nodes }) => nodes.includes(node));
}
