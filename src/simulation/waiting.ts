import { record } from './engine';
import type { Engine, GroupRun } from './engine';
import { book } from './load';
import type { Setting } from './recorder';
import type { Status } from './trace';

function statusSettings(group: GroupRun, status: Status | null): readonly Setting[] {
  const setting = (run: Pick<GroupRun, 'subject'>, value: Status | null): Setting => ({
    subject: run.subject,
    property: 'status',
    value,
  });
  const resources = group.conflict ? group.resources.filter(({ wanted }) => wanted) : [];
  return [setting(group, status), ...resources.map((resource) => setting(resource, status))];
}

/** What is noted of a group that waits: `status` of the group and, of a conflict, of its resources (cli.md, Settled readings). */
export function waitingSettings(group: GroupRun): readonly Setting[] {
  return statusSettings(group, group.conflict ? 'anti_affinity_conflict' : 'queued');
}

function waitText({ subject }: GroupRun, conflict: boolean): string {
  const until = conflict ? 'no group of its anti-affinity class is on a node that can take it' : 'a node can take it';
  return `Group ${subject.name} waits until ${until}`;
}

/**
 * Sets a group waiting, for room or for a node without a group of its anti-affinity class, and says so in `status`
 * (2012 and later; language.md, Settled readings; semantics 2.3, S21). What still runs of it goes offline.
 */
export function queueGroup(engine: Engine, group: GroupRun, cause: number, conflict = false, text?: string): void {
  if (group.queued && group.conflict === conflict) return;
  const before = group.queued ? statusSettings(group, null) : [];
  group.queued = true;
  engine.queued.add(group);
  group.conflict = conflict;
  group.cause = cause;
  book(group);
  engine.dirty.add(group);
  record(engine, {
    kind: 'group',
    subject: group.subject,
    cause,
    text: text ?? waitText(group, conflict),
    sets: [...before.filter(({ subject }) => subject !== group.subject), ...waitingSettings(group)],
  });
}

/** The group does not wait any longer; gives what is to be noted with the event that says why. */
export function stopWaiting(group: GroupRun): readonly Setting[] {
  if (!group.queued) return [];
  const settings = statusSettings(group, null);
  group.queued = false;
  group.conflict = false;
  book(group);
  return settings;
}
