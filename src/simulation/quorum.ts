import { isUp, record, schedule, subjectOf } from './engine';
import type { Engine, NodeRun } from './engine';
import { reachesShare } from './networks';
import { canUse } from './reach';
import type { Setting } from './recorder';
import type { RuleId } from './rules';
import { countVotes, neededOf, quorumSetup } from './votes';
import type { Votes } from './votes';

/** Votes, how many of them are present and how many are needed (semantics 5.1). */
export interface Tally {
  readonly votes: number;
  readonly present: number;
  readonly needed: number;
}

/** Whether any of the nodes reaches the witness; false where there is none. */
export function isWitnessWell(engine: Engine, nodes: readonly NodeRun[]): boolean {
  const { witness, disk } = quorumSetup(engine.cluster);
  if (witness === undefined || engine.faults.witness) return false;
  return nodes.some((node) => (disk === undefined ? reachesShare(engine, node) : canUse(engine, node, disk)));
}

function recordedVotes(engine: Engine, kind: 'node' | 'witness', name: string): number {
  const votes = engine.recorder.state.get(kind, name, 'votes');
  return typeof votes === 'number' ? votes : 0;
}

/** Votes that these nodes hold as last counted. */
export function nodeVotes(engine: Engine, nodes: Iterable<NodeRun>): number {
  let sum = 0;
  for (const { subject } of nodes) sum += recordedVotes(engine, 'node', subject.name);
  return sum;
}

/** The votes as last counted, and how many of them these nodes hold, that of the witness included if they get it. */
export function tallyOf(engine: Engine, nodes: readonly NodeRun[], withWitness = isWitnessWell(engine, nodes)): Tally {
  const { witness } = quorumSetup(engine.cluster);
  const witnessVotes = witness === undefined ? 0 : recordedVotes(engine, 'witness', witness);
  const votes = nodeVotes(engine, engine.nodes.values()) + witnessVotes;
  const present = nodeVotes(engine, nodes) + (withWitness ? witnessVotes : 0);
  return { votes, present, needed: neededOf(votes) };
}

/** Settings that note a count of votes. */
export function votesSettings(engine: Engine, votes: Votes): readonly Setting[] {
  const { witness } = quorumSetup(engine.cluster);
  return [
    ...[...engine.nodes.values()].map(({ node, subject }) => ({
      subject,
      property: 'votes' as const,
      value: votes.nodes.get(node.key) ?? 0,
    })),
    ...(witness === undefined
      ? []
      : [{ subject: subjectOf('witness', witness), property: 'votes' as const, value: votes.witness }]),
  ];
}

/** Settings that note how many votes there are, are present and are needed. */
export function tallySettings(engine: Engine, { votes, present, needed }: Tally): readonly Setting[] {
  const subject = subjectOf('cluster', engine.cluster.name);
  return [
    { subject, property: 'votes', value: votes },
    { subject, property: 'present', value: present },
    { subject, property: 'needed', value: needed },
  ];
}

/** Nodes that vote: up, and not about to leave. */
export function voters(engine: Engine): readonly NodeRun[] {
  return [...engine.nodes.values()].filter((node) => isUp(node) && node.member && !node.leaving);
}

function isDifferent(engine: Engine, settings: readonly Setting[]): boolean {
  return settings.some(
    ({ subject, property, value }) => engine.recorder.state.get(subject.kind, subject.name, property) !== value,
  );
}

/** Counts votes among the nodes that are left and notes it where anything is different (semantics 5.3). */
export function recount(engine: Engine, cause: number, before: Tally): void {
  const nodes = voters(engine);
  const setup = quorumSetup(engine.cluster);
  const keys = nodes.map(({ node }) => node.key);
  const counted = countVotes(engine.cluster, setup, keys, isWitnessWell(engine, nodes));
  const total = [...counted.nodes.values()].reduce((sum, votes) => sum + votes, counted.witness);
  const held = keys.reduce((sum, key) => sum + (counted.nodes.get(key) ?? 0), 0);
  const present = held + (isWitnessWell(engine, nodes) ? counted.witness : 0);
  const tally = { votes: total, present, needed: neededOf(total) };
  const sets = [...votesSettings(engine, counted), ...tallySettings(engine, tally)];
  if (!isDifferent(engine, sets)) return;
  const rule: RuleId = 'vote-highest-number';
  const chance = counted.victim === undefined ? {} : { rule };
  const left = `${before.present} of ${before.votes} votes are present and ${before.needed} are needed`;
  const anew = total === before.votes ? '' : `; counted anew: ${present} of ${total} votes, ${tally.needed} needed`;
  record(engine, {
    kind: 'quorum',
    subject: subjectOf('cluster', engine.cluster.name),
    cause,
    text: `The cluster goes on: ${left}${anew}`,
    details: { votes: before.votes, present: before.present, needed: before.needed, ...chance },
    sets,
  });
}

/**
 * Plans the count of votes at this instant, after all that happens to membership; planned once for each instant, since
 * simultaneous losses are one event (semantics 5.3).
 */
export function planCount(engine: Engine, cause: number, count: (engine: Engine, cause: number) => void): void {
  if (engine.countPlanned) return;
  engine.countPlanned = true;
  schedule(engine, 0, { class: 'quorum' }, () => {
    engine.countPlanned = false;
    count(engine, cause);
  });
}
