import type { GuestCluster } from '../model/elements';
import { shouldRun } from '../model/owners';
import { record } from './engine';
import type { Engine } from './engine';
import type { GuestRun } from './guestRun';
import type { ClusterState } from './state';
import type { GuestClusterState, Subject } from './trace';

/** The groups that keep a guest cluster from serving: they should be online and are not. */
function missingGroups({ groups }: GuestCluster, state: ClusterState): readonly string[] {
  return groups
    .filter((group) => shouldRun(group) && group.resources.length > 0)
    .map(({ name }) => name)
    .filter((name) => state.get('group', name, 'state') !== 'online');
}

/** How a guest cluster is: stopped without quorum, running with it, serving if all its groups are online too (language.md). */
export function guestWord(guest: GuestCluster, state: ClusterState): GuestClusterState {
  if (state.get('guest_cluster', guest.name, 'state') === 'stopped') return 'stopped';
  return missingGroups(guest, state).length === 0 ? 'serving' : 'running';
}

function isAbout({ kind, name, cluster }: Subject, guest: string): boolean {
  return cluster === guest || (kind === 'guest_cluster' && name === guest);
}

/** Tells that a guest cluster serves, or no longer does, where that has changed. */
export function announceService(host: Engine, { guest, subject }: GuestRun): void {
  const { state, events } = host.recorder;
  const from = state.get('guest_cluster', guest.name, 'state');
  const to = guestWord(guest, state);
  if (from === to) return;
  const missing = missingGroups(guest, state);
  const text =
    to === 'serving'
      ? `${guest.name} serves: it has quorum and all its groups are online`
      : `${guest.name} does not serve: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not online`;
  record(host, {
    kind: 'workload',
    subject,
    ...(typeof from === 'string' ? { from } : {}),
    to,
    // What changed it is the last thing that happened to it: this is asked after each task.
    cause: events.findLast((event) => isAbout(event.subject, guest.name))?.id ?? null,
    text,
    sets: [{ subject, property: 'state', value: to }],
  });
}
