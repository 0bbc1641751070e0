import type { NodeRun } from './engine';
import { uncommittedMb } from './load';
import type { Trigger } from './placementPolicy';
import { standingOf } from './standing';
import type { Candidate, DetailValue, Rejection, TraceEvent } from './trace';

/** A node as it was from each of the decisions `since` on; an entry is made only when something is different. */
interface NodeHistory {
  readonly name: string;
  readonly key: string;
  readonly since: number[];
  readonly standing: (Rejection | undefined)[];
  /** Memory in MB nobody had booked. */
  readonly uncommittedMb: number[];
}

/** What all nodes were like at each decision of a run. Grows with what changes, not with decisions times nodes. */
export interface PlacementHistory {
  readonly nodes: readonly NodeHistory[];
  decisions: number;
}

/** Something that is true of one node in one decision; `node` is its position. */
interface Of<T> {
  readonly node: number;
  readonly value: T;
}

/** What a decision adds to the history: enough to work out every candidate and why it was or was not taken. */
export interface PlacementRecord {
  readonly history: PlacementHistory;
  /** Number of the decision. */
  readonly decision: number;
  readonly trigger: Trigger;
  /** Position of the node that was chosen; -1 where none was. */
  readonly chosen: number;
  readonly possibleOwners: ReadonlySet<string>;
  /** Nodes turned down for a reason that lies with this group: no path, tried already. */
  readonly barred: readonly Of<Rejection>[];
  /** Nodes with a group of its anti-affinity class, where that counts. */
  readonly apart: readonly number[];
  /** Memory the group needs and, where it has booked some of it, how much it has; undefined where memory is not looked at. */
  readonly memory: { readonly neededMb: number; readonly booked: readonly Of<number>[] } | undefined;
  /** What is said of nodes that could have taken it. */
  readonly others: 'ranked_lower' | 'threshold';
}

/** A history in which no decision was made yet. */
export function createHistory(nodes: Iterable<NodeRun>): PlacementHistory {
  const entries = [...nodes].map(({ node, subject }) => ({
    name: subject.name,
    key: node.key,
    since: [],
    standing: [],
    uncommittedMb: [],
  }));
  return { nodes: entries, decisions: 0 };
}

/** Begins a decision: notes what is different at the nodes since the last one. Gives its number. */
export function beginDecision(history: PlacementHistory, nodes: Iterable<NodeRun>): number {
  history.decisions += 1;
  let position = 0;
  for (const node of nodes) {
    const entry = history.nodes[position];
    position += 1;
    if (!entry) continue;
    const standing = standingOf(node);
    const free = uncommittedMb(node);
    const { length } = entry.since;
    if (length > 0 && entry.standing[length - 1] === standing && entry.uncommittedMb[length - 1] === free) continue;
    entry.since.push(history.decisions);
    entry.standing.push(standing);
    entry.uncommittedMb.push(free);
  }
  return history.decisions;
}

/** Position of the last entry made at or before a decision. */
function entryAt({ since }: NodeHistory, decision: number): number {
  let low = 0;
  let high = since.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((since[middle] ?? 0) <= decision) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

interface Verdict {
  readonly rejection: Rejection | undefined;
  readonly needed_mb?: number;
  readonly free_mb?: number;
}

function verdictOn(record: PlacementRecord, history: NodeHistory, node: number): Verdict {
  const at = entryAt(history, record.decision);
  const standing = history.standing[at];
  if (standing !== undefined) return { rejection: standing };
  if (!record.possibleOwners.has(history.key)) return { rejection: 'not_possible_owner' };
  const bar = record.barred.find((one) => one.node === node);
  if (bar) return { rejection: bar.value };
  const apart = record.apart.includes(node) ? 'affinity' : undefined;
  if (!record.memory) return { rejection: apart };
  const { neededMb: needed_mb, booked } = record.memory;
  const own = booked.find((one) => one.node === node)?.value ?? 0;
  const free_mb = (history.uncommittedMb[at] ?? 0) + own;
  return { rejection: needed_mb > free_mb ? 'memory' : apart, needed_mb, free_mb };
}

/** Why a node, by its position, cannot take the group; undefined where it can. */
export function rejectionOf(record: PlacementRecord, node: number): Rejection | undefined {
  const history = record.history.nodes[node];
  return history ? verdictOn(record, history, node).rejection : 'down';
}

function candidateOf(record: PlacementRecord, history: NodeHistory, node: number): Candidate {
  const { rejection, ...memory } = verdictOn(record, history, node);
  const chosen = node === record.chosen;
  const rejected_by = rejection ?? record.others;
  const figures = record.others === 'threshold' ? {} : memory;
  return { node: history.name, chosen, ...(chosen ? {} : { rejected_by }), ...figures };
}

/**
 * Every node that was considered in a decision, with why it was not taken (cli.md, Settled readings, Events): worked out
 * when asked for, always the same. Empty for an event that is no decision.
 */
export function candidatesOf({ placement }: Pick<TraceEvent, 'placement'>): readonly Candidate[] {
  if (!placement) return [];
  return placement.history.nodes.map((history, node) => candidateOf(placement, history, node));
}

/** What an event has to say besides, the candidates of a decision included, as it is written out (cli.md, Shapes). */
export function detailsOf(event: TraceEvent): Readonly<Record<string, DetailValue>> | undefined {
  const { placement, details } = event;
  if (!placement) return details;
  return { trigger: placement.trigger, candidates: candidatesOf(event), ...details };
}
