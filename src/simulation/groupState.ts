import { record } from './engine';
import type { Engine, GroupRun, ResourceRun } from './engine';
import type { Wording } from './recorder';
import type { GroupState } from './trace';
import { sayState } from './words';

/** The state of a group from those of its resources, asked in this order (semantics 3.4, S24). */
export function derivedState(resources: readonly Pick<ResourceRun, 'state'>[]): GroupState {
  const states = resources.map(({ state }) => state);
  if (states.includes('failed')) return 'failed';
  if (states.some((state) => state === 'online_pending' || state === 'offline_pending')) return 'pending';
  if (!states.includes('online')) return 'offline';
  return states.every((state) => state === 'online') ? 'online' : 'partial_online';
}

const groupIs: Wording = ({ subject, to, node }) =>
  `Group ${subject.name} is ${sayState(to ?? '')}${node === undefined ? '' : ` on ${node}`}`;

/** Tells the new state of a group, if it has one, and forgets the chain of attempts where it succeeded. */
export function announceState(engine: Engine, group: GroupRun): void {
  const to = derivedState(group.resources);
  const from = group.state;
  if (to === from) return;
  const events = group.resources.map(({ lastEvent }) => lastEvent).filter((id) => id !== null);
  const cause = Math.max(...events, group.cause ?? 0);
  const node = group.owner?.subject.name;
  group.state = to;
  record(engine, {
    kind: 'group',
    subject: group.subject,
    from,
    to,
    node,
    cause,
    text: groupIs,
    sets: [{ subject: group.subject, property: 'state', value: to }],
  });
}
