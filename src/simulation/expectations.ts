import type { ExpectTerm, ExpectTime } from '../language/tree';
import type { Cluster } from '../model/cluster';
import { durationOf } from './durations';
import { gapsOf, haveOutages, outagesOf } from './outages';
import type { TimedExpectation, Verdict } from './run';
import type { ClusterState } from './state';
import { momentsOf } from './story';
import type { Story } from './story';
import { findSubject, isIn, machineSubject, placeOf, stateOf } from './subjects';
import type { StateValue, Subject } from './trace';
import { sayDuration, sayState } from './words';

/** Something that is true of a state or not, and what there is to say of it. */
interface Claim {
  readonly holds: (state: ClusterState) => boolean;
  readonly tell: (state: ClusterState) => string;
}

type Judgement = Pick<Verdict, 'passed' | 'detail'>;

function sameName(left: unknown, right: string): boolean {
  return typeof left === 'string' && left.toLowerCase() === right.toLowerCase();
}

function tellOf(cluster: Cluster, subject: Subject): Claim['tell'] {
  return (state) => {
    const word = sayState(String(stateOf(cluster, state, subject) ?? 'unknown'));
    const place = placeOf(cluster, state, subject);
    return place === null ? word : `${word} on ${String(place)}`;
  };
}

function claimOf(cluster: Cluster, term: ExpectTerm): Claim | undefined {
  if (term.kind === 'cluster') {
    const stateNow = (state: ClusterState): string => String(state.get('cluster', cluster.name, 'state'));
    return {
      holds: (state) => stateNow(state) === term.state.text,
      tell: (state) => `the cluster is ${stateNow(state)}`,
    };
  }
  if (term.kind !== 'state' && term.kind !== 'owned') return undefined;
  const subject = findSubject(cluster, term.subject);
  if (!subject) return undefined;
  if (term.kind === 'owned') {
    const ownerOf = (state: ClusterState): StateValue => placeOf(cluster, state, subject);
    return {
      holds: (state) => sameName(ownerOf(state), term.by.text),
      tell: (state) => `owned by ${String(ownerOf(state) ?? 'no node')}`,
    };
  }
  const { on } = term;
  return {
    holds: (state) =>
      isIn(cluster, state, subject, term.state.text) &&
      (on === undefined || sameName(placeOf(cluster, state, subject), on.text)),
    tell: tellOf(cluster, subject),
  };
}

interface Window {
  readonly from_ms: number;
  readonly to_ms: number;
}

function windowOf(time: ExpectTime | undefined, since: number, end: number): Window {
  if (!time) return { from_ms: end, to_ms: end };
  if (time.kind === 'always') return { from_ms: since, to_ms: Math.max(since, end) };
  const duration = durationOf(time.duration) ?? 0;
  return time.kind === 'at' ? { from_ms: duration, to_ms: duration } : { from_ms: since, to_ms: since + duration };
}

/** Judges a claim over the moments that reach into the window: `wanted` is what to look for in them. */
function look(story: Story, { holds, tell }: Claim, window: Window, wanted: boolean): Judgement | undefined {
  let last: { readonly time: number; readonly text: string } | undefined;
  const moments = [...story.events.map(({ time_ms }) => time_ms), Infinity];
  let index = 0;
  for (const { from_ms, state } of momentsOf(story)) {
    while ((moments[index] ?? Infinity) <= from_ms) index += 1;
    const next = moments[index] ?? Infinity;
    if (from_ms > window.to_ms) break;
    if (next <= window.from_ms) continue;
    const time = Math.max(from_ms, window.from_ms);
    last = { time, text: tell(state) };
    if (holds(state) === wanted) return { passed: wanted, detail: `${last.text} at ${sayDuration(time)}` };
  }
  if (!last) return undefined;
  const until = Math.min(window.to_ms, Math.max(story.end_ms, window.from_ms));
  return { passed: !wanted, detail: `${last.text} at ${sayDuration(until)}` };
}

function gapsFor(story: Story, subject: Subject): readonly Window[] {
  const { cluster } = story;
  const machine = machineSubject(cluster, subject);
  const own = machine ?? (haveOutages.has(subject.kind) ? subject : undefined);
  const group = subject.kind === 'group' ? cluster.groups.get(subject.name.toLowerCase()) : undefined;
  const machines = group?.resources.filter(({ kind }) => kind === 'virtual_machine') ?? [];
  const serves = (state: ClusterState): boolean => {
    if (machines.length > 0)
      return machines.every(({ name }) => state.get('virtual_machine', name, 'state') === 'serving');
    const word = stateOf(cluster, state, subject);
    return word === 'online' || word === 'up' || word === 'paused';
  };
  const gaps = own
    ? outagesOf(story).filter((outage) => outage.subject.kind === own.kind && outage.subject.name === own.name)
    : gapsOf(story, serves);
  return gaps.map(({ from_ms, to_ms }) => ({ from_ms, to_ms: to_ms ?? Infinity }));
}

function judgeOutage(story: Story, term: ExpectTerm, window: Window, cut: boolean): Judgement | undefined {
  if (term.kind !== 'outage' && term.kind !== 'no_outage') return undefined;
  const subject = findSubject(story.cluster, term.subject);
  if (!subject) return undefined;
  const end = cut ? window.to_ms : Infinity;
  const total = gapsFor(story, subject)
    .filter(({ from_ms }) => from_ms < end)
    .reduce((sum, { from_ms, to_ms }) => sum + Math.min(to_ms, end) - from_ms, 0);
  const passed = term.kind === 'no_outage' ? total === 0 : total < (durationOf(term.below) ?? 0);
  const detail = total === Infinity ? 'out of service to the end' : `out of service for ${sayDuration(total)}`;
  return { passed, detail: total === 0 ? 'no outage' : detail };
}

function judgeTerm(story: Story, term: ExpectTerm, expectation: TimedExpectation, cut: boolean): Judgement | undefined {
  const { since_ms, statement } = expectation;
  const window = windowOf(statement.time, since_ms, story.end_ms);
  const claim = claimOf(story.cluster, term);
  if (claim) return look(story, claim, window, statement.time?.kind !== 'always');
  const timed = statement.time !== undefined && statement.time.kind !== 'always';
  return judgeOutage(story, term, window, cut || timed);
}

/**
 * The verdict on an expectation (language.md, Settled readings): within a time, at a time, always, or at the end. `cut`:
 * the run ended at a given time, so an outage that is open then counts up to it and not for ever.
 */
export function judge(story: Story, expectation: TimedExpectation, cut: boolean): Verdict {
  const { statement, text, place } = expectation;
  const judgement = statement.term && judgeTerm(story, statement.term, expectation, cut);
  const { passed, detail } = judgement ?? { passed: false, detail: 'the design has no such thing' };
  return { text, place, passed, detail };
}
