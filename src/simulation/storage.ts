import { isAtLeast } from '../language/schema/version';
import type { Disk } from '../model/elements';
import { reviewWitness } from './clusterRun';
import { guestDisks } from './guestModel';
import { isActive, record, subjectOf } from './engine';
import type { Engine, ResourceRun } from './engine';
import { looseDiskState, moveLooseDisks } from './looseDisks';
import { pauseMachine } from './machinePause';
import { quorumSetup } from './votes';
import { atNextPoll } from './polls';
import { canUse, isDiskWell, isServed, pathKey } from './reach';
import { failResource } from './resources';
import { isShare } from './shares';
import { firstWithStorageResiliency } from './timings';
import type { DetailValue, EventKind, Subject } from './trace';

/** Records a new state of something that struck or was repaired; nothing where it had that state already. */
function setState(engine: Engine, kind: EventKind, subject: Subject, to: string, cause: number, text: string): number {
  const from = engine.recorder.state.get(subject.kind, subject.name, 'state');
  if (from === to) return cause;
  return record(engine, {
    kind,
    subject,
    ...(typeof from === 'string' ? { from } : {}),
    to,
    cause,
    text,
    sets: [{ subject, property: 'state', value: to }],
  });
}

/** State of a disk as it should read now: that of its resource, of the disk itself, or of a disk of no group. */
function stateOfDisk(engine: Engine, disk: Disk): string | undefined {
  if (!isDiskWell(engine, disk.key)) return 'failed';
  if (engine.looseDisks.some(({ key }) => key === disk.key)) return looseDiskState(engine, disk.key);
  const resource = engine.cluster.diskResources.get(disk.key);
  const run = resource && engine.resources.get(resource.key);
  if (!run) return engine.recorder.state.get('disk', disk.name, 'state') === 'failed' ? 'online' : undefined;
  return run.state === 'failed' ? 'offline' : run.state;
}

function noteDisks(engine: Engine, cause: number): ReadonlyMap<string, number> {
  const events = new Map<string, number>();
  const inside = guestDisks(engine.cluster);
  for (const disk of engine.cluster.disks.all) {
    if (inside.has(disk.key)) continue;
    const to = stateOfDisk(engine, disk);
    if (to === undefined) continue;
    const text =
      to === 'failed' ? `The disk ${disk.name} does not answer any more` : `The disk ${disk.name} answers again`;
    const event = setState(engine, 'disk', subjectOf('disk', disk.name), to, cause, text);
    events.set(disk.key, event);
  }
  return events;
}

/** What a machine's files are on that does not answer it: a shared volume no node serves, a file share its node does not reach. */
function lostVolume(engine: Engine, { part, group: { owner } }: ResourceRun): string | undefined {
  const isLost = (key: string): boolean => {
    const disk = engine.cluster.disks.get(key);
    if (!disk || !owner || !isShare(engine.cluster, disk)) return !isServed(engine, key);
    return !canUse(engine, owner, key);
  };
  return part.sharedDisks.find(isLost);
}

function sayVolumes(engine: Engine, { part }: ResourceRun): string {
  const disks = part.sharedDisks.map((key) => engine.cluster.disks.get(key));
  return disks.some((disk) => disk?.values.shared_volume) ? 'shared volume' : 'file share';
}

/** A machine on a shared volume stands still while it does not answer; one on an isolated node does so anyhow. */
function followVolume(engine: Engine, resource: ResourceRun, answers: boolean, cause: number): void {
  if (answers && resource.group.unmonitored) return;
  const why = `its ${sayVolumes(engine, resource)} ${answers ? 'answers again' : 'does not answer'}`;
  pauseMachine(engine, resource, !answers, { cause, why });
}

/** A machine on a shared volume or file share it has lost: paused from 2016 on, failed before (semantics 4.4, S35; 1.2). */
function checkSharedVolumes(
  engine: Engine,
  resource: ResourceRun,
  cause: number,
  events: ReadonlyMap<string, number>,
): void {
  if (resource.state !== 'online') return;
  const lost = lostVolume(engine, resource);
  const changed = resource.part.sharedDisks.map((key) => events.get(key)).find((event) => event !== undefined) ?? cause;
  if (isAtLeast(engine.cluster.version, firstWithStorageResiliency)) {
    followVolume(engine, resource, lost === undefined, changed);
  } else if (lost !== undefined) {
    atNextPoll(engine, resource, () => {
      if (lostVolume(engine, resource) === undefined) return;
      const why = `its ${sayVolumes(engine, resource)} does not answer`;
      failResource(engine, resource, changed, why, { reason: 'disk', ...polled });
    });
  }
}

const polled = { rule: 'polls-from-online' } as const;

/** A disk that its owner has lost fails: noticed by its next health check, or at once where it is on its way (semantics 1.2). */
function loseDisk(engine: Engine, resource: ResourceRun, disk: string, cause: number): void {
  const fail = (details: Readonly<Record<string, DetailValue>>): void => {
    const { owner } = resource.group;
    if (!owner || !isActive(resource) || canUse(engine, owner, disk)) return;
    const well = isDiskWell(engine, disk);
    const why = well ? `${owner.subject.name} has no path to it any more` : 'the disk does not answer any more';
    failResource(engine, resource, cause, why, { reason: well ? 'no_path' : 'disk', ...details });
  };
  if (resource.state !== 'online') {
    fail({});
    return;
  }
  atNextPoll(engine, resource, () => {
    fail(polled);
  });
}

function checkResource(
  engine: Engine,
  resource: ResourceRun,
  cause: number,
  events: ReadonlyMap<string, number>,
): void {
  const { disk } = resource.part;
  const { owner } = resource.group;
  if (disk !== undefined && owner && isActive(resource) && !canUse(engine, owner, disk)) {
    loseDisk(engine, resource, disk, events.get(disk) ?? cause);
  }
  if (resource.part.sharedDisks.length > 0) checkSharedVolumes(engine, resource, cause, events);
}

/** What follows from a change of disks, storages or paths for disks, witness, resources and machines (semantics 1.3, 5, 7.2). */
function followStorage(engine: Engine, cause: number): void {
  engine.epoch += 1;
  const events = noteDisks(engine, cause);
  if (engine.running) moveLooseDisks(engine, cause);
  reviewWitness(engine, cause);
  for (const resource of engine.resources.values()) checkResource(engine, resource, cause, events);
  for (const guest of engine.guests.all()) followStorage(guest.engine, cause);
  engine.guests.touchAll();
}

/** The disk fails, or is repaired. */
export function setDiskFault(engine: Engine, key: string, failed: boolean, cause: number): void {
  if (failed) engine.faults.disks.add(key);
  else engine.faults.disks.delete(key);
  followStorage(engine, cause);
}

/** The storage fails with all its disks, or is repaired. */
export function setStorageFault(engine: Engine, key: string, failed: boolean, cause: number): void {
  const name = engine.cluster.storages.get(key)?.name ?? key;
  if (failed) engine.faults.storages.add(key);
  else engine.faults.storages.delete(key);
  const text = failed ? `The storage ${name} fails with all its disks` : `The storage ${name} works again`;
  followStorage(
    engine,
    setState(engine, 'storage', subjectOf('storage', name), failed ? 'failed' : 'online', cause, text),
  );
}

/** The node loses its path to the storage, or has it again. */
export function setPathFault(engine: Engine, node: string, storage: string, failed: boolean, cause: number): void {
  if (failed) engine.faults.paths.add(pathKey(node, storage));
  else engine.faults.paths.delete(pathKey(node, storage));
  followStorage(engine, cause);
}

/** The witness is lost, or is back; a witness disk fails as a disk (semantics 5.1). */
export function setWitnessFault(engine: Engine, failed: boolean, cause: number): void {
  const { disk } = quorumSetup(engine.cluster);
  engine.faults.witness = failed;
  if (disk !== undefined) setDiskFault(engine, disk, failed, cause);
  else followStorage(engine, cause);
}
