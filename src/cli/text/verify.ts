import type { Counterexample, MoveTest, Verification, Why } from '../../analysis';
import { countOf, listOf } from '../../model/words';

/** Why something does not run, behind its name. */
const reasons: Readonly<Record<Why, string>> = {
  memory: 'no node has the memory for it',
  affinity: 'every node that could take it runs a group of its anti-affinity class',
  no_path: 'no node that is left has a path to its disk',
  not_possible_owner: 'no node that is left may own it',
  threshold: 'the failovers its group is allowed are used up',
  already_tried: 'it failed on every node that could take it',
  down: 'the nodes that could take it are down',
  paused: 'the nodes that could take it are paused',
  isolated: 'the nodes that could take it are isolated',
  quarantined: 'the nodes that could take it are in quarantine',
  ranked_lower: 'no node took it',
  quorum: 'the cluster has lost quorum',
  disk: 'a disk or file it needs is not to be had',
  dependency: 'something it depends on does not come online',
};

/** Why a group does not start on the node it is moved to, where that is said otherwise. */
const reasonsOfMove: Partial<Record<Why, string>> = {
  memory: 'it has not the memory for it',
  affinity: 'a group of its anti-affinity class runs there',
  no_path: 'it has no path to its disk',
  not_possible_owner: 'it may not own it',
  down: 'it is down',
  paused: 'it is paused',
  isolated: 'it is isolated',
  quarantined: 'it is in quarantine',
};

/** Counterexamples and moves written out before it is said how many more there are. */
const mostShown = 50;

function more(all: readonly unknown[], what: string): readonly string[] {
  const rest = all.length - mostShown;
  return rest > 0 ? [`… and ${countOf(rest, what)} more: --format json lists all.`] : [];
}

/** Whether it lies with the policy or with the design. */
function placementText({ lost, placementExists }: Counterexample): readonly string[] {
  if (!lost.some(({ why }) => why === 'memory' || why === 'threshold' || why === 'already_tried')) return [];
  if (placementExists === undefined) return ['    Whether there is a placement for all of them could not be decided.'];
  return placementExists
    ? ['    There is a placement for all of them, but the placement policy does not find it.']
    : [];
}

function counterexampleLines(one: Counterexample, ordered: boolean): readonly string[] {
  const faults = one.faults.map(({ kind, name }) => `${kind} ${name}`);
  const when =
    faults.length === 0 ? 'Before any fault' : `After the loss of ${ordered ? faults.join(', then ') : listOf(faults)}`;
  const lost = one.lost.map(({ counted, why }) => `    ${counted.machine.name}: ${reasons[why]}`);
  return [`  ${when}:`, ...lost.slice(0, mostShown), ...more(lost, 'virtual machine'), ...placementText(one)];
}

function moveLines(moves: readonly MoveTest[]): readonly string[] {
  const failed = moves.filter(({ why }) => why !== undefined);
  const lines = failed.map(
    ({ group, to, why }) => `  ${group.name} on ${to.name}: ${why ? (reasonsOfMove[why] ?? reasons[why]) : ''}`,
  );
  const sum = `${countOf(moves.length, 'move')} tried, ${String(failed.length)} of them to a node on which the group does not start.`;
  return ['', ...lines.slice(0, mostShown), ...more(lines, 'move'), sum];
}

function toleratesText(tolerates: number): string {
  if (tolerates === 0) return 'Not every single one of these faults leaves all virtual machines running.';
  const which = tolerates === 1 ? 'any one of these faults' : `any ${String(tolerates)} of these faults`;
  return `All virtual machines that should run survive ${which}.`;
}

/** A verification for people: what is not survived and why, then the count, then what came of the moves. */
export function verifyText(
  { checked, survived, tolerates, failures, kinds, counterexamples }: Verification,
  moves: readonly MoveTest[] | undefined,
  ordered: boolean,
): string {
  const sum = `${countOf(checked, ordered ? 'sequence' : 'set')} of at most ${countOf(failures, 'fault')} (${kinds.join(', ')}) checked, ${String(survived)} survived. ${toleratesText(tolerates)}`;
  const lines = counterexamples.map((one) => counterexampleLines(one, ordered));
  return [
    ...(lines.length > 0 ? ['Not survived:'] : []),
    ...lines.slice(0, mostShown).flat(),
    ...more(lines, 'counterexample'),
    sum,
    ...(moves ? moveLines(moves) : []),
    '',
  ].join('\n');
}
