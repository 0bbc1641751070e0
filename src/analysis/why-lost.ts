import type { Group } from '../model/elements';
import { isConfiguration } from '../model/elements';
import { candidatesOf } from '../simulation';
import type { ClusterState, Rejection, Run, TraceEvent } from '../simulation';

/** Why a virtual machine does not run at the end: the words of a placement, and what else may be missing (cli.md, Settled readings). */
export type Why = Rejection | 'quorum' | 'disk' | 'dependency';

/** What is in the way of a group on the nodes it could have, the most telling first. */
const telling: readonly Rejection[] = [
  'threshold',
  'memory',
  'affinity',
  'no_path',
  'not_possible_owner',
  'isolated',
  'quarantined',
  'paused',
  'already_tried',
  'down',
];

/** Of a placement these say more than the failure that led to it. */
const decisive: ReadonlySet<Rejection> = new Set<Rejection>(['threshold', 'memory', 'affinity']);

/** The last decision about a group and the last failure in it. */
export interface LastWords {
  readonly placement: TraceEvent | undefined;
  readonly failure: Failure | undefined;
}

/** What keeps the group from the nodes it has not failed on: where it has, it would fail again. */
function rejectionIn({ placement, failure }: LastWords): Rejection | undefined {
  const all = placement ? candidatesOf(placement) : [];
  if (all.some(({ chosen }) => chosen)) return undefined;
  const open = all.filter(({ rejected_by, node }) => rejected_by !== 'threshold' || !failure?.nodes.has(node));
  return telling.find((word) => open.some(({ rejected_by }) => rejected_by === word));
}

/** Words of the obstacles that resources meet (semantics 1.3, 7.1); a file that is not to be had counts as its disk. */
const obstacles: Readonly<Record<string, Why>> = {
  memory: 'memory',
  disk: 'disk',
  file: 'disk',
  no_path: 'no_path',
  not_possible_owner: 'not_possible_owner',
  health: 'dependency',
};

/** The last failure in a group, and the nodes on which something in it has failed. */
interface Failure {
  readonly resource: string;
  readonly why: Why;
  readonly nodes: ReadonlySet<string>;
}

function failureIn(event: TraceEvent, before: Failure | undefined): Failure | undefined {
  const reason = event.kind === 'resource' && event.to === 'failed' ? event.details?.['reason'] : undefined;
  const why = typeof reason === 'string' ? obstacles[reason] : undefined;
  if (!why) return undefined;
  return { resource: event.subject.name, why, nodes: new Set([...(before?.nodes ?? []), event.node ?? '']) };
}

/** A configuration that does not come online keeps its virtual machine, which depends on it, from starting. */
function asFarAsConcerns(group: Group, { resource, why }: Failure): Why {
  const failed = group.resources.find(({ name }) => name === resource);
  return failed && isConfiguration(failed) ? 'dependency' : why;
}

/** The last words about every group in a run, by the group's name. */
export function lastWordsOf(run: Run, groupOf: ReadonlyMap<string, string>): ReadonlyMap<string, LastWords> {
  const words = new Map<string, LastWords>();
  for (const event of run.events) {
    const group = event.kind === 'placement' ? event.subject.name : (groupOf.get(event.subject.name) ?? '');
    const before = words.get(group) ?? { placement: undefined, failure: undefined };
    const failure = failureIn(event, before.failure);
    if (event.kind === 'placement') words.set(group, { ...before, placement: event });
    else if (failure) words.set(group, { ...before, failure });
  }
  return words;
}

function byState(state: ClusterState, group: Group): Why {
  const status = state.get('group', group.name, 'status');
  if (status === 'anti_affinity_conflict') return 'affinity';
  const owner = state.get('group', group.name, 'owner');
  if (typeof owner !== 'string' || state.get('node', owner, 'state') === 'down') return 'down';
  return status === 'queued' ? 'memory' : 'dependency';
}

/** Why a virtual machine of a group is offline at the end of a run in which the cluster goes on. `state` is that of the end. */
export function whyOffline(state: ClusterState, group: Group, words: LastWords | undefined): Why {
  const rejection = words && rejectionIn(words);
  if (rejection && decisive.has(rejection)) return rejection;
  if (words?.failure) return asFarAsConcerns(group, words.failure);
  return rejection ?? byState(state, group);
}
