import type { ClusterState } from '../simulation/state';
import type { StateProperty, StateValue, Subject } from '../simulation/trace';

/** A condition on one property of a thing. */
export interface Condition {
  holds(subject: Subject, state: ClusterState): boolean;
}

const properties: Readonly<Record<StateProperty, true>> = {
  state: true,
  owner: true,
  status: true,
  reason: true,
  votes: true,
  present: true,
  needed: true,
  reachable: true,
  on: true,
};

const form = /^\s*([a-z_]+)\s*(==|!=)\s*(?:"([^"]*)"|([A-Za-z0-9_.-]+))\s*$/;

/** Whether a word names a property that the state of a run keeps. */
export function isStateProperty(word: string): word is StateProperty {
  return Object.hasOwn(properties, word);
}

function textOf(value: StateValue): string {
  return value === null ? '' : String(value).toLowerCase();
}

/** Reads `owner == "HostB"` or `state != online`; undefined for anything else. Values compare without case. */
export function parseCondition(text: string): Condition | undefined {
  const match = form.exec(text);
  const property = match?.[1];
  if (!match || property === undefined || !isStateProperty(property)) return undefined;
  const wanted = (match[3] ?? match[4] ?? '').toLowerCase();
  const equal = match[2] === '==';
  return { holds: (subject, state) => (textOf(state.get(subject.kind, subject.name, property)) === wanted) === equal };
}
