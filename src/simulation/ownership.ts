import { isActive, record, subjectOf } from './engine';
import type { Engine, GroupRun, NodeRun } from './engine';
import { book } from './load';
import type { Wording } from './recorder';

/** Notes that a group is on its way to a node, or no longer. */
export function setIncoming(group: GroupRun, target: NodeRun | undefined): void {
  group.move?.target.incoming.delete(group);
  group.live?.target.incoming.delete(group);
  target?.incoming.add(group);
}

/** Restart counters and failures do not follow a group to another node (semantics 1.3, rule `move-clears-restarts`). */
export function forgetAttempts(group: GroupRun): void {
  for (const resource of group.resources) {
    resource.restarts = [];
    resource.retries = 0;
    if (resource.retry) resource.retry.cancelled = true;
    resource.halted = false;
  }
}

const isOwnedBy: Wording = ({ subject, node }) => `Group ${subject.name} is now owned by ${node ?? ''}`;
const ownsDisk: Wording = ({ subject, node }) => `${node ?? ''} owns the disk ${subject.name}`;

/** The group and its disks change hands; resources that run go on running there (live migration). Gives the event. */
export function setOwner(engine: Engine, group: GroupRun, owner: NodeRun, cause: number): number {
  const previous = group.owner;
  previous?.groups.delete(group);
  owner.groups.add(group);
  group.owner = owner;
  book(group);
  group.stranded = false;
  forgetAttempts(group);
  const node = owner.subject.name;
  const id = record(engine, {
    kind: 'group',
    subject: group.subject,
    node,
    cause,
    text: isOwnedBy,
    details: { previous_owner: previous?.subject.name ?? null, owner: node },
    sets: [
      { subject: group.subject, property: 'owner', value: node },
      ...group.resources.filter(isActive).map(({ subject }) => ({ subject, property: 'on' as const, value: node })),
    ],
  });
  for (const key of group.part.disks) {
    const name = engine.cluster.disks.get(key)?.name;
    if (name !== undefined) moveDisk(engine, name, node, id);
  }
  group.cause = id;
  engine.dirty.add(group);
  if (previous) engine.roomMade = id;
  return id;
}

/** A disk changes hands. */
export function moveDisk(engine: Engine, name: string, node: string, cause: number): void {
  const subject = subjectOf('disk', name);
  record(engine, {
    kind: 'disk',
    subject,
    node,
    cause,
    text: ownsDisk,
    sets: [{ subject, property: 'owner', value: node }],
  });
}
